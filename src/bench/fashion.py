"""Ten epochs on all of Fashion-MNIST with the book's settings, in PyTorch: accuracies on what was learned from and on what
was not, and seconds of processor time.

usage: fashion.py FOLDER [--seeds N]

The weights each net begins with and the order of its examples are written to FOLDER, from which jacobi.bench.FashionTraining
learns the same; see src/site/markdown/networks.md. Needs Debian's packages python3-torch and dataset-fashion-mnist.
"""
import argparse
import gzip
import os
import pathlib
import statistics
import time

import numpy
import torch
from torch import nn

IMAGES = pathlib.Path("/usr/share/datasets/fashion-mnist")
EPOCHS, BATCH = 10, 256


def small(layer):
    """The book's first weights of its first nets."""
    if isinstance(layer, nn.Linear):
        nn.init.normal_(layer.weight, std=0.01)
        nn.init.zeros_(layer.bias)


def xavier(layer):
    if isinstance(layer, (nn.Linear, nn.Conv2d)):
        nn.init.xavier_uniform_(layer.weight)


def softmax():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).apply(small)


def mlp():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10)).apply(small)


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2, 2), nn.Conv2d(6, 16, 5), nn.Sigmoid(), nn.AvgPool2d(2, 2),
        nn.Flatten(), nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10)).apply(xavier)


NETS = {"softmax": (softmax, 0.1), "mlp": (mlp, 0.1), "lenet": (lenet, 0.9)}


def bytes_of(name, skipped):
    with gzip.open(IMAGES / name) as file:
        return numpy.frombuffer(file.read(), numpy.uint8)[skipped:].copy()


def examples(part):
    x = torch.from_numpy(bytes_of(part + "-images-idx3-ubyte.gz", 16)).reshape(-1, 1, 28, 28).float() / 255
    return x, torch.from_numpy(bytes_of(part + "-labels-idx1-ubyte.gz", 8)).long()


def accuracy(net, x, y):
    with torch.no_grad():
        return sum((net(x[i:i + 1000]).argmax(1) == y[i:i + 1000]).sum().item() for i in range(0, len(x), 1000)) / len(x)


def learn(net, rate, order, train, test):
    """What `trainCh3` and `trainCh6` do: the accuracy on a batch is that of the net before its step."""
    (x, y), sgd, loss, tested = train, torch.optim.SGD(net.parameters(), rate), nn.CrossEntropyLoss(), []
    for epoch in order:
        right = 0
        for batch in epoch.split(BATCH):
            scores = net(x[batch])
            sgd.zero_grad()
            loss(scores, y[batch]).backward()
            sgd.step()
            right += (scores.argmax(1) == y[batch]).sum().item()
        tested.append(accuracy(net, *test))
    return right / len(x), tested


def main(folder, seeds):
    torch.set_num_threads(1)
    train, test = examples("train"), examples("t10k")
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, rate) in NETS.items():
        best = []
        for seed in range(seeds):
            torch.manual_seed(seed)
            net = make()
            order = torch.stack([torch.randperm(len(train[0])) for _ in range(EPOCHS)])
            state = {key: value.numpy() for key, value in net.state_dict().items()}
            numpy.savez(folder / f"{name}-{seed}.npz", **state, order=order.numpy())
            start = time.process_time()
            learned, tested = learn(net, rate, order, train, test)
            best.append(tested[-1])
            print(f"{name} {seed}: {learned:.4f} {tested[-1]:.4f}, {time.process_time() - start:.1f} s; after each epoch "
                  + " ".join(f"{a:.3f}" for a in tested), flush=True)
        print(f"{name}: {statistics.mean(best):.3f} at last in the mean, {min(best):.3f} to {max(best):.3f}", flush=True)


if __name__ == "__main__":
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        if os.environ.get(variable) != "1":
            raise SystemExit("set OMP_NUM_THREADS=1 and OPENBLAS_NUM_THREADS=1: Debian's OpenBLAS does not hear PyTorch")
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=3)
    arguments = parser.parse_args()
    main(arguments.folder, arguments.seeds)
