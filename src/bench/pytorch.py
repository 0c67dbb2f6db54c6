"""Times PyTorch on the work of the benchmarks; prints one JSON object, microseconds by name."""

import json
import os
import sys
import time

import torch
from torch import nn


# On a machine that is not quiet, where `compare --busy` asks for it: what this thread had of a processor.
now = time.thread_time if os.environ.get("BENCH_BUSY") else time.perf_counter


def micros(work, seconds=1.5):
    """The fastest of many turns: what the machine's other work adds is not ours. Short work is timed many at a time."""
    start = now()
    for _ in range(5):
        work()
    inner = 1 if now() - start > 5e-4 else 200
    best = float("inf")
    end = now() + seconds
    while now() < end:
        start = now()
        for _ in range(inner):
            work()
        best = min(best, (now() - start) / inner)
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


class Residual(nn.Module):
    """Two convolutions with batch normalisation, and a way around them."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inputs, outputs, 3, stride, 1), nn.BatchNorm2d(outputs)
        self.conv2, self.bn2 = nn.Conv2d(outputs, outputs, 3, 1, 1), nn.BatchNorm2d(outputs)
        self.conv3 = nn.Conv2d(inputs, outputs, 1, stride) if stride > 1 else None

    def forward(self, x):
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(y + (self.conv3(x) if self.conv3 else x))


def resnet():
    net = nn.Sequential(
        nn.Conv2d(1, 16, 3, 1, 1), nn.BatchNorm2d(16), nn.ReLU(), Residual(16, 16), Residual(16, 32, 2), Residual(32, 64, 2),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))
    x, y = torch.randn(64, 1, 28, 28), torch.randint(0, 10, (64,))
    return training_step(net, nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=0.01), x, y)


class Recurrent(nn.Module):
    """A recurrent layer over one-hot letters, and scores of the next ones."""

    def __init__(self, layer):
        super().__init__()
        self.layer, self.out = layer(28, 256), nn.Linear(256, 28)

    def forward(self, x):
        y, _ = self.layer(x)
        return self.out(y).flatten(0, 1)


def recurrent(layer):
    net = Recurrent(layer)
    x, y = torch.randn(35, 32, 28), torch.randint(0, 28, (35 * 32,))
    return training_step(net, nn.CrossEntropyLoss(), torch.optim.SGD(net.parameters(), lr=0.01), x, y)


def transformer():
    net = nn.TransformerEncoderLayer(128, 4, 512, 0.0, "gelu", batch_first=True)
    x, y = torch.randn(32, 64, 128), torch.randn(32, 64, 128)
    return training_step(net, nn.MSELoss(), torch.optim.Adam(net.parameters()), x, y)


def steps():
    """Steps of training, by name."""
    return {
        "step of an MLP": mlp(),
        "step of LeNet": lenet(),
        "step of a small ResNet": resnet(),
        "step of a GRU": recurrent(nn.GRU),
        "step of an LSTM": recurrent(nn.LSTM),
        "step of a transformer block": transformer(),
    }


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
