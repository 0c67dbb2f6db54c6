"""Times PyTorch on the operations of OperationTable.java; prints one JSON object, microseconds by name."""

import json
import math
import sys

import torch
from torch import nn
from torch.nn import functional as F

from pytorch import micros, steps


def gradient(u, y):
    def work():
        u.grad = None
        (u * y).sum().backward()

    return work


def through(module, *inputs):
    """A pass forward and backward, to the inputs that want it and to the module's parameters."""

    def work():
        y = module(*inputs)
        y.sum().backward()
        for p in [*inputs, *(module.parameters() if isinstance(module, torch.nn.Module) else ())]:
            p.grad = None

    return work


def update(optimizer):
    w = torch.randn(1 << 20, requires_grad=True)
    w.grad = torch.randn(1 << 20)
    return optimizer([w]).step


def attention(q, k, v):
    return (q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])).softmax(-1) @ v


def scalars(a):
    return sum(a[i][j].item() for i in range(100) for j in range(100))


def main(threads, names):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    n = 1 << 20
    x, y = torch.randn(n), torch.randn(n)
    a, b, row, column = torch.randn(1000, 1000), torch.randn(1000, 1000), torch.randn(1000), torch.randn(1000, 1)
    mask, whole = x > 0, torch.randint(0, 10, (n,))
    cube, classes = torch.randn(100, 100, 100), torch.randint(0, 1000, (1000,))
    places, table = torch.randperm(1000), torch.randint(0, 1000, (1000, 1000))
    p, q, v = torch.randn(500, 500), torch.randn(500, 500), torch.randn(500)
    l, r = torch.randn(1000, 8, 8), torch.randn(1000, 8, 8)
    images, filters = torch.randn(32, 3, 32, 32), torch.randn(8, 3, 3, 3)
    u, changed = torch.randn(n, requires_grad=True), x.clone()
    positive, tokens, words = x.abs(), torch.randn(32, 64, 256), torch.randint(0, 5000, (32, 64))
    vectors, maps = torch.randn(5000, 256), torch.randn(32, 32, 28, 28)
    tracked, tracked_maps = tokens.clone().requires_grad_(), maps.clone().requires_grad_()
    scores = torch.randn(1000, 1000, requires_grad=True)
    heads = [torch.randn(32, 4, 64, 32, requires_grad=True) for _ in range(3)]
    works = {
        "x + y": lambda: x + y,
        "3 * x ** 2 - 4 * x": lambda: 3 * x**2 - 4 * x,
        "a + row": lambda: a + row,
        "a + column": lambda: a + column,
        "a.T + b": lambda: a.T + b,
        "a.T + b.T": lambda: a.T + b.T,
        "exp(a.T)": lambda: a.T.exp(),
        "x > 0": lambda: x > 0,
        "x == y": lambda: x == y,
        "x ** 2.5": lambda: x.abs() ** 2.5,
        "x ** y": lambda: x.abs() ** y,
        "x to float64": lambda: x.to(torch.float64),
        "x to int64": lambda: x.to(torch.int64),
        "mask to float32": lambda: mask.to(torch.float32),
        "where": lambda: torch.where(mask, x, y),
        "maskedFill": lambda: x.masked_fill(mask, 0),
        "x[mask]": lambda: x[mask],
        "whole + 1": lambda: whole + 1,
        "whole % 3": lambda: whole % 3,
        "whole == 3": lambda: whole == 3,
        "sum": lambda: x.sum(),
        "a.sum(0)": lambda: a.sum(0),
        "a.sum(1)": lambda: a.sum(1),
        "a.T.sum(0)": lambda: a.T.sum(0),
        "a.T.sum(1)": lambda: a.T.sum(1),
        "cube.sum(1)": lambda: cube.sum(1),
        "cube.sum(0, 2)": lambda: cube.sum((0, 2)),
        "a.mean(0)": lambda: a.mean(0),
        "a.var(0)": lambda: a.var(0),
        "a.std(1)": lambda: a.std(1),
        "norm": lambda: x.norm(),
        "a.norm(1)": lambda: a.norm(2, 1),
        "a.amax(0)": lambda: a.amax(0),
        "a.max(1)": lambda: a.max(1),
        "a.argmax(0)": lambda: a.argmax(0),
        "a.argmax(1)": lambda: a.argmax(1),
        "argmax": lambda: x.argmax(),
        "mask.sum()": lambda: mask.sum(),
        "whole.sum()": lambda: whole.sum(),
        "cumsum": lambda: x.cumsum(0),
        "a.cumsum(0)": lambda: a.cumsum(0),
        "a.cumsum(1)": lambda: a.cumsum(1),
        "cumprod": lambda: x.cumprod(0),
        "softmax": lambda: a.softmax(1),
        "softmax(0)": lambda: a.softmax(0),
        "logSoftmax": lambda: a.log_softmax(1),
        "crossEntropy": lambda: F.cross_entropy(a, classes),
        "clone": lambda: x.clone(),
        "a.T.contiguous()": lambda: a.T.contiguous(),
        "cube permuted": lambda: cube.permute(2, 0, 1).contiguous(),
        "indexSelect(0)": lambda: a.index_select(0, places),
        "indexSelect(1)": lambda: a.index_select(1, places),
        "gather(1)": lambda: a.gather(1, table),
        "scatterAdd(1)": lambda: a.scatter_add(1, table, b),
        "oneHot": lambda: F.one_hot(classes, 1000),
        "cat(0)": lambda: torch.cat((a, b), 0),
        "cat(1)": lambda: torch.cat((a, b), 1),
        "stack(1)": lambda: torch.stack((a, b), 1),
        "flip": lambda: a.flip(1),
        "roll": lambda: x.roll(3),
        "triu": lambda: a.triu(),
        "sort": lambda: x.sort(),
        "topk": lambda: x.topk(10),
        "randn": lambda: torch.randn(n),
        "rand": lambda: torch.rand(n),
        "randperm": lambda: torch.randperm(n),
        "arange": lambda: torch.arange(n),
        "ones": lambda: torch.ones(n),
        "p @ q": lambda: p @ q,
        "p.T @ q": lambda: p.T @ q,
        "p @ q.T": lambda: p @ q.T,
        "p @ v": lambda: p @ v,
        "p.T @ v": lambda: p.T @ v,
        "bmm of 8 by 8": lambda: l.bmm(r),
        "einsum bij,bkj->bik": lambda: torch.einsum("bij,bkj->bik", l, r),
        "outer": lambda: torch.outer(row, row),
        "conv2d, stride 2": lambda: F.conv2d(images, filters, None, 2, 1),
        "unfold": lambda: F.unfold(images, 3),
        "x[i][j], 10000 times": lambda: scalars(a),
        "x += 0.1 y": lambda: changed.add_(y, alpha=0.1),
        "x *= 1": lambda: changed.mul_(1),
        "(u * y).sum() and gradient": gradient(u, y),
        "tanh": lambda: x.tanh(),
        "sigmoid": lambda: x.sigmoid(),
        "log1p": lambda: positive.log1p(),
        "expm1": lambda: x.expm1(),
        "erf": lambda: x.erf(),
        "atan2": lambda: x.atan2(y),
        "rsqrt": lambda: positive.rsqrt(),
        "softplus": lambda: F.softplus(x),
        "silu": lambda: F.silu(x),
        "gelu": lambda: F.gelu(x),
        "elu": lambda: F.elu(x),
        "leakyRelu": lambda: F.leaky_relu(x),
        "dropout": lambda: F.dropout(x, 0.5),
        "layerNorm": lambda: F.layer_norm(tokens, (256,)),
        "embedding": lambda: F.embedding(words, vectors),
        "maxPool2d": lambda: F.max_pool2d(maps, 2),
        "avgPool2d": lambda: F.avg_pool2d(maps, 2),
        "gelu and gradient": through(F.gelu, u),
        "silu and gradient": through(F.silu, u),
        "softplus and gradient": through(F.softplus, u),
        "tanh and gradient": through(torch.tanh, u),
        "softmax and gradient": through(nn.Softmax(-1), tracked),
        "crossEntropy and gradient": through(lambda t: F.cross_entropy(t, classes), scores),
        "layerNorm and gradient": through(nn.LayerNorm(256), tracked),
        "batchNorm and gradient": through(nn.BatchNorm2d(32), tracked_maps),
        "embedding and gradient": through(lambda v: F.embedding(words, v), vectors.clone().requires_grad_()),
        "cat and gradient": through(lambda v: torch.cat((v, v), 1), scores),
        "attention and gradient": through(attention, *heads),
        "SGD, momentum": update(lambda w: torch.optim.SGD(w, 0.01, 0.9)),
        "Adam": update(torch.optim.Adam),
        "AdamW": update(torch.optim.AdamW),
        "RMSprop": update(torch.optim.RMSprop),
        **steps(),
    }
    print(json.dumps({name: micros(work, 0.25) for name, work in works.items() if not names or name in names}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
