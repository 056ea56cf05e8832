"""Runs one notebook through nbclient, in the notebook's own folder, and says where it is.

The only argument is a JSON object: input, output, folder, kernel, timeout (seconds a cell, or null) and keep_going. What happens is
said on standard output, one JSON object a line after a record separator; whatever stops the run, the outputs so far are written."""
import asyncio
import json
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbclient.util import ensure_async


def say(**event):
    print("\x1e" + json.dumps(event), flush=True)


def stopped(cell):
    return "raises-exception" not in cell.metadata.get("tags", []) and any(
        output.output_type == "error" for output in cell.outputs)


def send_metadata(session, cell):
    """Lets the requests for a cell carry its metadata, which may name its language; nbclient leaves them out."""
    make = type(session).msg
    session.msg = lambda *given, **named: make(session, *given, **{"metadata": dict(cell.metadata), **named})


async def run_cells(client, cells, keep_going):
    for index in cells:
        cell = client.nb.cells[index]
        say(cell=index)
        start = time.monotonic()
        send_metadata(client.kc.session, cell)
        await client.async_execute_cell(cell, index, execution_count=client.code_cells_executed + 1)
        say(cell=index, seconds=time.monotonic() - start, failed=stopped(cell))
        if stopped(cell) and not keep_going:
            return


async def run(job):
    notebook = nbformat.read(job["input"], as_version=4)
    cells = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    for index in cells:
        notebook.cells[index].outputs, notebook.cells[index].execution_count = [], None
    say(cells=cells)
    client = NotebookClient(
        notebook, kernel_name=job["kernel"], timeout=job["timeout"], startup_timeout=120, allow_errors=True,
        resources={"metadata": {"path": job["folder"]}})
    try:
        # The kernel's own output goes to standard error: standard output is for events.
        async with client.async_setup_kernel(stdout=2, stderr=2):
            reply = await client.async_wait_for_reply(await ensure_async(client.kc.kernel_info()))
            notebook.metadata["language_info"] = reply["content"]["language_info"]
            await run_cells(client, cells, job["keep_going"])
    except CellTimeoutError:
        say(lost="TimeoutError", reason=f"The cell ran longer than {job['timeout']} s.")
    except DeadKernelError:
        say(lost="The kernel died", reason="The kernel ended while this cell ran.")
    except Exception as error:
        say(lost="The kernel was lost", reason=f"{type(error).__name__}: {error}")
    nbformat.write(notebook, job["output"])


os.environ["NOTEBOOK_HISTORY"] = "off"  # what programs run is nothing that somebody typed
asyncio.run(run(json.loads(sys.argv[1])))
