"""Drives any Jupyter kernel as a notebook front end does, and times it.

Usage: kernel.py KERNELSPEC
A line in names a case; the line out is its value and the kernel's peak memory in MB.
"""
import os
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # else ipykernel's debugger warns on stderr

CELLS = {
    "python3": lambda i: f"x{i} = [n * {i} for n in range(10)]\nsum(x{i})",
    ".net-csharp": lambda i: f"var x{i} = Enumerable.Range(0, 10).Select(n => n * {i}).ToArray();\nx{i}.Sum()",
}


def reply(client, message):
    """Waits for the reply to a message; raises when the cell failed."""
    while True:
        answer = client.get_shell_msg(timeout=60)
        if answer["parent_header"].get("msg_id") == message:
            if answer["content"]["status"] != "ok":
                raise RuntimeError("\n".join(answer["content"].get("traceback", ["aborted"])))
            return


def first(client, code):
    """Runs the first cell. Only its reply counts: a publisher may lose outputs until subscriptions have reached it."""
    reply(client, client.kernel_info())
    reply(client, client.execute(code))


def warm(client, code):
    """Runs a cell; returns the milliseconds until its result was here."""
    start = time.perf_counter()
    message = client.execute(code)
    while True:
        output = client.get_iopub_msg(timeout=60)
        if output["msg_type"] == "execute_result" and output["parent_header"].get("msg_id") == message:
            taken = time.perf_counter() - start
            reply(client, message)
            return 1000 * taken


def peak_mb(manager):
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def run(kernel, case):
    cell = CELLS[kernel]
    start = time.perf_counter()
    manager = KernelManager(kernel_name=kernel)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        if case == "warm-cell":
            client.wait_for_ready(timeout=60)  # else outputs may be lost: subscriptions take a moment
        first(client, cell(0))
        value = time.perf_counter() - start
        if case == "warm-cell":
            value = statistics.median([warm(client, cell(i)) for i in range(1, 101)])
        elif case != "first-result":
            raise ValueError(f"unknown case: {case}")
        return value, peak_mb(manager)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


for line in sys.stdin:
    value, peak = run(sys.argv[1], line.strip())
    print(f"{value:.6f} {peak:.1f}", flush=True)
