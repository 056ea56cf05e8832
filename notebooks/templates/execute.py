"""How nbconvert runs a notebook for a report: without time limits, saying where it is, and stopping at the first error
in a way that keeps the outputs so far (the cells after it are marked as not run)."""
import sys

config = get_config()  # noqa: F821 - given by Jupyter
running = {}


def on_notebook_start(notebook):
    running["notebook"] = notebook


def on_cell_execute(cell, cell_index):
    print(f"[cell {cell_index + 1}/{len(running['notebook'].cells)}]", file=sys.stderr, flush=True)


def on_cell_error(cell, cell_index, execute_reply):
    if "raises-exception" in cell.metadata.get("tags", []):
        return
    for later in running["notebook"].cells[cell_index + 1:]:
        if later.cell_type == "code":
            later.outputs, later.execution_count = [], None
            later.metadata["tags"] = list(later.metadata.get("tags", [])) + ["skip-execution", "not-run"]


for hook in (on_notebook_start, on_cell_execute, on_cell_error):
    setattr(config.ExecutePreprocessor, hook.__name__, hook)
config.ExecutePreprocessor.allow_errors = True
config.ExecutePreprocessor.timeout = -1
config.ExecutePreprocessor.startup_timeout = 120
