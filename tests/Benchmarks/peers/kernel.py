"""Drives any Jupyter kernel as a notebook front end does, and measures it.

Usage: kernel.py KERNELSPEC
A line in names a case; the line out is its value and the kernel's peak memory in MB.
"""
import os
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # else ipykernel's debugger warns on stderr
os.environ["NOTEBOOK_HISTORY"] = "off"

# Each kind of cell defines something that later cells see, and the last one uses what those before it defined.
CELLS = {
    "python3": [
        lambda i: f"x{i} = [n * {i} for n in range(10)]\nsum(x{i})",
        lambda i: f"def f{i}(n):\n    s = 0\n    for k in range(n):\n        s += k * {i}\n    return s\nf{i}(10)",
        lambda i: f"class R{i}:\n    def __init__(self, a):\n        self.a = a\nr{i} = R{i}({i})\nr{i}.a + 1",
        lambda i: f"d{i} = {{'k': [1, 2, {i}]}}\nfor p in d{i}:\n    str(p)\nlen(d{i})",
        lambda i: f"import re\nlen(x{i - 4}) + f{i - 3}(2) + r{i - 2}.a + len(d{i - 1})",
    ],
    ".net-csharp": [
        lambda i: f"var x{i} = Enumerable.Range(0, 10).Select(n => n * {i}).ToArray();\nx{i}.Sum()",
        lambda i: f"int F{i}(int n)\n{{\n    var s = 0;\n    for (var k = 0; k < n; k++)\n        s += k * {i};\n    return s;\n}}\nF{i}(10)",
        lambda i: f"record R{i}(int A);\nvar r{i} = new R{i}({i});\nr{i}.A + 1",
        lambda i: f"var d{i} = new Dictionary<string, List<int>> {{ [\"k\"] = [1, 2, {i}] }};\nforeach (var p in d{i})\n    p.ToString();\nd{i}.Count",
        lambda i: f"using System.Text.RegularExpressions;\nx{i - 4}.Length + F{i - 3}(2) + r{i - 2}.A + d{i - 1}.Count",
    ],
}

# What is typed when Tab is pressed; {0} is the number of an earlier cell.
TYPED = {
    "python3": ["x{0}.", "impo", "sum(x{0}).bit", "r{0}", "class T:\n    pass\nx{0}.app"],
    ".net-csharp": ["x{0}.", "Enumer", "x{0}.Sum().Com", "r{0}", "class T;\nx{0}.Sel"],
}


def cell(kernel, i):
    return CELLS[kernel][i % 5](i)


def plain(kernel, i):
    return CELLS[kernel][0](i)


def reply(client, message):
    """Waits for the reply to a message; raises when the cell failed."""
    while True:
        answer = client.get_shell_msg(timeout=60)
        if answer["parent_header"].get("msg_id") == message:
            if answer["content"]["status"] != "ok":
                raise RuntimeError("\n".join(answer["content"].get("traceback", ["aborted"])))
            return answer["content"]


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


def completion(client, code):
    """Milliseconds until the candidates are here."""
    start = time.perf_counter()
    matches = reply(client, client.complete(code))["matches"]
    if not matches:
        raise RuntimeError(f"no completion of {code}")
    return 1000 * (time.perf_counter() - start)


def memory_mb(manager, field):
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        line = next(line for line in status if line.startswith(field))
    return int(line.split()[1]) / 1024


def first_result(kernel, manager, client, start):
    """Seconds from the start of the process. Only the reply counts: a publisher may lose outputs until subscriptions have reached it."""
    reply(client, client.kernel_info())
    reply(client, client.execute(plain(kernel, 0)))
    return time.perf_counter() - start


def first_memory(kernel, manager, client, start):
    first_result(kernel, manager, client, start)
    return memory_mb(manager, "VmRSS")


def warm_cell(kernel, manager, client, start):
    client.wait_for_ready(timeout=60)  # else outputs may be lost: subscriptions take a moment
    warm(client, plain(kernel, 0))
    return statistics.median([warm(client, plain(kernel, i)) for i in range(1, 101)])


def completion_after_100(kernel, manager, client, start):
    client.wait_for_ready(timeout=60)
    for i in range(100):
        warm(client, cell(kernel, i))
    typed = [text.format(2 if text == "r{0}" else 5 * i) for i in range(12) for text in TYPED[kernel]]
    return statistics.median([completion(client, text) for text in typed])


def thousand(kernel, client):
    client.wait_for_ready(timeout=60)
    return [warm(client, cell(kernel, i)) for i in range(1000)]


def memory_after_1000(kernel, manager, client, start):
    thousand(kernel, client)
    return memory_mb(manager, "VmRSS")


def slowdown_over_1000(kernel, manager, client, start):
    """The median of the last hundred cells over that of the first."""
    times = thousand(kernel, client)
    return statistics.median(times[-100:]) / statistics.median(times[:100])


CASES = {
    "first-result": first_result,
    "first-result-memory": first_memory,
    "warm-cell": warm_cell,
    "completion-after-100-cells": completion_after_100,
    "1000-cells-memory": memory_after_1000,
    "1000-cells-slowdown": slowdown_over_1000,
}


def run(kernel, case):
    start = time.perf_counter()
    manager = KernelManager(kernel_name=kernel)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        return CASES[case](kernel, manager, client, start), memory_mb(manager, "VmHWM")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


for line in sys.stdin:
    value, peak = run(sys.argv[1], line.strip())
    print(f"{value:.6f} {peak:.1f}", flush=True)
