"""Drives a kernel through the real Jupyter client: a JSON request a line in, a JSON answer a line out.

Usage: driver.py KERNELSPEC
"""
import json
import os
import sys
import threading
import time

from jupyter_client.manager import KernelManager
from jupyter_client.session import Session


def collect(client, message, timeout):
    """All outputs and the reply of one request, in order of arrival."""
    outputs = []
    while True:
        output = client.get_iopub_msg(timeout=timeout)
        if output["parent_header"].get("msg_id") != message:
            continue
        if output["msg_type"] == "status" and output["content"]["execution_state"] == "idle":
            break
        outputs.append({"type": output["msg_type"], "content": output["content"]})
    return outputs


def question(client, message, timeout):
    """What the cell asks its user. Questions of interrupted cells, which nobody answered, may still wait before it."""
    while True:
        asked = client.get_stdin_msg(timeout=timeout)
        if asked["parent_header"].get("msg_id") == message:
            return asked["content"]


def reply(client, message, timeout):
    while True:
        answer = client.get_shell_msg(timeout=timeout)
        if answer["parent_header"].get("msg_id") == message:
            return answer["content"]


class Driver:
    def __init__(self, kernel):
        self.manager = KernelManager(kernel_name=kernel)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def execute(self, code, timeout=30, answers=(), **options):
        client = self.client
        message = client.execute(code, **{"allow_stdin": bool(answers), **options})
        asked = []
        for answer in answers:
            asked.append(question(client, message, timeout))
            client.input(answer)
        outputs = collect(client, message, timeout)
        return {"outputs": outputs, "reply": reply(client, message, timeout), "asked": asked}

    def burst(self, codes, timeout=30):
        """Sends all cells before the first has run, as "run all cells" does."""
        messages = [self.client.execute(code) for code in codes]
        return {"statuses": [reply(self.client, message, timeout)["status"] for message in messages]}

    def ask(self, type, content, metadata=None, timeout=30):
        message = self.client.session.msg(type, content, metadata=metadata)
        self.client.shell_channel.send(message)
        return reply(self.client, message["header"]["msg_id"], timeout)

    def interrupt(self, code, after, allow_stdin=False, timeout=30):
        start = time.monotonic()
        timer = threading.Timer(after, self.manager.interrupt_kernel)
        timer.start()
        result = self.execute(code, timeout, allow_stdin=allow_stdin)
        timer.join()
        result["seconds"] = time.monotonic() - start
        return result

    def comm(self):
        """Opens a comm that nobody knows; returns what the kernel says to it."""
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
        self.client.shell_channel.send(message)
        return {"outputs": collect(self.client, message["header"]["msg_id"], 30)}

    def busy(self, code):
        """What is answered while a cell runs: the heart beats, and the control channel gives information."""
        running = self.client.execute(code)
        time.sleep(2.5)
        message = self.client.session.msg("kernel_info_request", {})
        self.client.control_channel.send(message)
        answer = self.client.get_control_msg(timeout=30)
        parents = set()
        while len(parents) < 2:
            output = self.client.get_iopub_msg(timeout=30)
            if output["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                parents.add(output["content"]["execution_state"])
        beating = self.client.hb_channel.is_beating()
        self.manager.interrupt_kernel()
        return {
            "beating": beating,
            "answers": answer["parent_header"]["msg_id"] == message["header"]["msg_id"] and answer["msg_type"] == "kernel_info_reply",
            "ended": reply(self.client, running, 30)["ename"],
        }

    def malformed(self):
        """Sends what is no message, signed or not, on every socket that takes some."""
        session = self.client.session
        wrong = [
            [b""], [b"hello"], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"x", b"{}"], [b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"],
            [b"<IDS|MSG>", b"\xff\x00", b"{}", b"{}", b"{}", b"{}"], [b"x" * (1 << 26)], [b"<IDS|MSG>", b"0" * 64] + [b"y" * (1 << 24)] * 4,
        ]
        header = json.dumps(session.msg_header("execute_request"), default=str).encode()
        unreadable = [
            [b"no json", b"{}", b"{}", b"{}"], [b"\xff\xfe{}", b"{}", b"{}", b"{}"], [b"[]", b"{}", b"{}", b"{}"], [b"{}", b"{}", b"{}", b"{}"],
            [b'{"msg_type": null, "msg_id": "1"}', b"{}", b"{}", b"{}"], [header, b"{}", b"{}", b"[1]"], [header, b"{}", b"{}", b"[" * 100000],
            [header, b"{}", b"{}", b'{"code": "\\ud800"}'], [header, b"{}", b"{}", b'{"code": 7, "silent": "x", "user_expressions": []}'],
        ]
        channels = (self.client.shell_channel, self.client.control_channel, self.client.stdin_channel)
        for frames in wrong:
            for channel in channels:
                channel.socket.send_multipart(frames)
        for header, parent, _, content in unreadable:
            for number, channel in enumerate(channels):
                # metadata of its own: with the same signature, all but the first to be read would be "received before"
                frames = [header, parent, b'{"channel": %d}' % number, content]
                channel.socket.send_multipart([b"<IDS|MSG>", session.sign(frames)] + frames)
        time.sleep(2)  # nothing answers on the stdin socket that could be waited for
        return {}

    def interrupt_often(self, codes, times, timeout=30):
        """Starts and interrupts cells in turn; returns how each ended."""
        ends = []
        for i in range(times):
            message = self.client.execute(codes[i % len(codes)])
            while self.client.get_iopub_msg(timeout=timeout)["msg_type"] != "execute_input":
                pass
            time.sleep(0.02 + 0.001 * (i % 50))  # while it compiles, starts or runs
            self.manager.interrupt_kernel()
            collect(self.client, message, timeout)
            ends.append(reply(self.client, message, timeout).get("ename"))
        return {"ends": ends}

    def end(self):
        """Waits until the kernel's process has ended by itself."""
        for _ in range(200):
            if self.manager.provisioner.process.poll() is not None:
                break
            time.sleep(0.05)
        return {"code": self.manager.provisioner.process.poll()}

    def forge(self, code):
        """Sends a cell with a wrong signature, and one a second time that was genuine. Both must be without effect."""
        socket = self.client.shell_channel.socket
        forger = Session(key=b"not the key")
        forger.send(socket, "execute_request", {"code": code, "silent": False})
        genuine = self.client.session.msg("execute_request", {"code": code, "silent": False})
        frames = self.client.session.serialize(genuine)
        socket.send_multipart(frames)
        socket.send_multipart(frames)
        return {"status": reply(self.client, genuine["header"]["msg_id"], 30)["status"]}

    def shutdown(self):
        """Asks the kernel to end; says whether its process was gone soon after."""
        pid = self.manager.provisioner.pid
        self.client.shutdown()
        for _ in range(100):
            if self.manager.provisioner.process.poll() is not None:
                break
            time.sleep(0.05)
        self.client.stop_channels()
        return {"gone": not os.path.exists(f"/proc/{pid}"), "code": self.manager.provisioner.process.poll()}


driver = Driver(sys.argv[1])
print(json.dumps({"ready": True}), flush=True)
try:
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(driver, request.pop("do"))(**request)
        print(json.dumps(answer, default=str), flush=True)
finally:
    if driver.manager.provisioner.process.poll() is None:
        driver.manager.shutdown_kernel(now=True)
