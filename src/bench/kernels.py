"""Several kernels at once on one machine, as in a class that shares a server: how long until each is ready, until each has
run a first cell with tensors, what each takes of the memory (its proportional share, PSS), and what it takes of a processor
while nothing runs. Linux, with jupyter_client.

usage: kernels.py [--count N] [--idle SECONDS] [--notebook FILE] NAME...
e.g.   kernels.py --count 8 jacobi python3
       JDK_JAVA_OPTIONS=-XX:MaxNewSize=64m kernels.py --count 1 --notebook notebooks/04-calculus.ipynb jacobi
"""
import argparse
import json
import os
import statistics
import threading
import time

from jupyter_client.manager import KernelManager

FIRST = {
    "java": "var x = randn(64, 64).requiresGrad_(true);\n(x @ x).sum().backward();\nx.grad[0, 0:3]",
    "python": "import numpy, torch\nx = torch.randn(64, 64, requires_grad=True)\n(x @ x).sum().backward()\nx.grad[0, 0:3]",
}
TICKS = os.sysconf("SC_CLK_TCK")


def family(pid):
    """A process and those it has started."""
    found = [pid]
    for one in found:
        try:
            for task in os.listdir(f"/proc/{one}/task"):
                with open(f"/proc/{one}/task/{task}/children") as children:
                    found += [int(child) for child in children.read().split()]
        except OSError:
            pass
    return found


def megabytes(pid, word):
    total = 0
    for one in family(pid):
        with open(f"/proc/{one}/smaps_rollup") as lines:
            total += sum(int(line.split()[1]) for line in lines if line.startswith(word + ":"))
    return total / 1024


def seconds(pid):
    total = 0
    for one in family(pid):
        with open(f"/proc/{one}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


class Kernel:
    def __init__(self, name, cells):
        self.manager = KernelManager(kernel_name=name)
        self.cells = cells

    def run(self):
        begun = time.time()
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=600)
        self.ready = time.time() - begun
        first = FIRST[self.client.kernel_info(reply=True, timeout=600)["content"]["language_info"]["name"]]
        reply = self.client.execute_interactive(first, timeout=600, output_hook=lambda message: None)
        assert reply["content"]["status"] == "ok", reply["content"]
        self.first = time.time() - begun
        for cell in self.cells:
            self.client.execute_interactive(cell, timeout=600, output_hook=lambda message: None, stop_on_error=False)
        self.pid = self.manager.provisioner.pid

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(name, count, idle, cells):
    kernels = [Kernel(name, cells) for _ in range(count)]
    threads = [threading.Thread(target=kernel.run) for kernel in kernels]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    time.sleep(5)
    before = [seconds(kernel.pid) for kernel in kernels]
    worked = statistics.median(before)
    time.sleep(idle)
    used = [100 * (seconds(kernel.pid) - one) / idle for kernel, one in zip(kernels, before)]

    def both(values, form):
        return form % statistics.median(values) + " (" + form % max(values) + ")"

    print(f"{name:12} {count:5}  {both([k.ready for k in kernels], '%.1f'):>14}  {both([k.first for k in kernels], '%.1f'):>14}"
          f"  {both([megabytes(k.pid, 'Pss') for k in kernels], '%.0f'):>13}"
          f"  {both([megabytes(k.pid, 'Rss') for k in kernels], '%.0f'):>13}  {both(used, '%.2f'):>13}  {worked:8.1f}", flush=True)
    for kernel in kernels:
        kernel.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--count", type=int, default=8)
    parser.add_argument("--idle", type=int, default=60)
    parser.add_argument("--notebook", metavar="FILE", help="runs its cells, too, before memory is read")
    options = parser.parse_args()
    cells = []
    if options.notebook:
        with open(options.notebook, encoding="utf-8") as file:
            cells = ["".join(cell["source"]) for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
    print("median (worst); worked: processor time until then")
    print(f"{'kernel':12} {'count':>5}  {'ready s':>14}  {'first cell s':>14}  {'PSS MB':>13}  {'RSS MB':>13}  {'idle CPU %':>13}  {'worked s':>8}")
    for name in options.names:
        measure(name, options.count, options.idle, cells)


if __name__ == "__main__":
    main()
