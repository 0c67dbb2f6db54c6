"""Times PyTorch on the work of the benchmarks; prints one JSON object, microseconds by name."""

import json
import sys
import time

import torch
from torch import nn


def micros(work, seconds=1.5):
    """The fastest of many turns: what the machine's other work adds is not ours. Short work is timed many at a time."""
    start = time.perf_counter()
    for _ in range(5):
        work()
    inner = 1 if time.perf_counter() - start > 5e-4 else 200
    best = float("inf")
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        for _ in range(inner):
            work()
        best = min(best, (time.perf_counter() - start) / inner)
    return best * 1e6


def training_step(net, loss, optimizer, x, y):
    def step():
        optimizer.zero_grad()
        loss(net(x), y).backward()
        optimizer.step()

    return step


def mlp():
    net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
    x, y = torch.randn(256, 784), torch.randint(0, 10, (256,))
    return training_step(net, nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=0.01), x, y)


def lenet():
    net = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Sigmoid(), nn.AvgPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10))
    x, y = torch.randn(256, 1, 28, 28), torch.randint(0, 10, (256,))
    return training_step(net, nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=0.01), x, y)


def small_gradient():
    x = torch.arange(4.0, requires_grad=True)

    def work():
        x.grad = None
        (2 * torch.dot(x, x)).backward()

    return work


def main(threads):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    a, b = torch.arange(4.0), torch.ones(4)
    big, other = torch.randn(1 << 20), torch.randn(1 << 20)
    rows, row, places = torch.randn(1000, 1000), torch.randn(1000), torch.randperm(1000)
    works = {
        "add4": lambda: a + b,
        "gradient4": small_gradient(),
        "add1M": lambda: big + other,
        "exp1M": lambda: big.exp(),
        "sin1M": lambda: big.sin(),
        "sum1M": lambda: big.sum(),
        "addRow": lambda: rows + row,
        "pickRows": lambda: rows[places],
        "mlp": mlp(),
        "lenet": lenet(),
    }
    for n in (256, 512, 1024):
        x, y = torch.randn(n, n), torch.randn(n, n)
        works[f"matmul{n}"] = lambda x=x, y=y: x @ y
    print(json.dumps({name: micros(work) for name, work in works.items()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
