"""What one redraw of `interact` costs a kernel: a slider is moved many times, each time once the redraw before has come.

usage: redraws.py [--count N] [--warm N]

Prints redraws a second, the processor time of the kernel for each, how much of that its compilers took, and what is sent
for each, by the type of the message. Linux, with jupyter_client and an installed kernel jacobi.
"""
import argparse
import collections
import json
import os
import time

from jupyter_client.manager import KernelManager

CELL = """var points = linspace(-3, 3, 100);
interact(a -> plot(points, (points * a).sin()), a=slider(0.1, 4.0, 0.01))"""
TICKS = os.sysconf("SC_CLK_TCK")


def seconds(pid, name=""):
    """Processor time of a process, or of those of its threads whose names hold a word."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/stat") as stat:
                before, fields = stat.read().rsplit(")", 1)
        except OSError:
            continue
        if name in before:
            total += sum(map(int, fields.split()[11:13]))
    return total / TICKS


class Page:
    """Keeps what the kernel's widgets are, as a front end does."""

    def __init__(self, client):
        self.client = client
        self.states = {}
        self.sent = collections.Counter()
        self.bytes = collections.Counter()

    def take(self, message):
        kind = message["msg_type"]
        data = message["content"].get("data", {})
        if kind == "comm_open":
            self.states[message["content"]["comm_id"]] = dict(data["state"])
        if kind == "comm_msg" and data.get("method") == "update":
            self.states[message["content"]["comm_id"]].update(data["state"])
        name = kind + (" " + data["method"] + " " + ",".join(data.get("state", {})) if kind == "comm_msg" else "")
        self.sent[name] += 1
        self.bytes[name] += len(json.dumps(message["content"]))

    def until_idle(self, asked):
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            self.take(message)
            if (
                message["msg_type"] == "status"
                and message["content"]["execution_state"] == "idle"
                and message["parent_header"].get("msg_id") == asked
            ):
                return

    def of(self, model):
        return next(key for key, state in self.states.items() if state["_model_name"] == model)

    def moves(self, comm, value):
        content = {"comm_id": comm, "data": {"method": "update", "state": {"value": value}, "buffer_paths": []}}
        message = self.client.session.msg("comm_msg", content)
        self.client.shell_channel.send(message)
        self.until_idle(message["header"]["msg_id"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--warm", type=int, default=100)
    arguments = parser.parse_args()
    manager = KernelManager(kernel_name="jacobi")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        page = Page(client)
        page.until_idle(client.execute(CELL))
        slider, output = page.of("FloatSliderModel"), page.of("OutputModel")
        pid = manager.provisioner.pid
        for part, count in (("first", arguments.warm), ("then", arguments.count)):
            page.sent.clear()
            page.bytes.clear()
            pictures = 0
            begun, used, compiled = time.time(), seconds(pid), seconds(pid, "Compiler")
            for i in range(count):
                before = page.states[output]["outputs"]
                page.moves(slider, 0.1 + 0.01 * (1 + i % 380))
                pictures += page.states[output]["outputs"] != before
            took, used, compiled = time.time() - begun, seconds(pid) - used, seconds(pid, "Compiler") - compiled
            print(
                f"{part:6} {count} redraws: {count / took:.1f} a second, {1000 * used / count:.1f} ms of processor each,"
                f" {1000 * compiled / count:.1f} of it compilers', {pictures} pictures changed"
            )
        for name, times in page.sent.most_common():
            print(f"       {times / count:.2f} x {name}: {page.bytes[name] / times:.0f} bytes")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
