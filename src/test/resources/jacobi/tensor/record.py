"""Records how PyTorch promotes types, reads indices and reshapes views, for the tests to compare with.

Run: python3 record.py > recorded.json
"""
import json
import operator
import random

import torch

random.seed(2026)
TYPES = {"bool": torch.bool, "int32": torch.int32, "int64": torch.int64, "float32": torch.float32, "float64": torch.float64}
OPS = {"add": operator.add, "mul": operator.mul, "div": operator.truediv, "pow": operator.pow, "remainder": operator.mod,
       "maximum": torch.maximum, "lt": operator.lt, "atan2": torch.atan2}
NUMBERS = {"whole": 2, "fraction": 2.5}


def name(dtype):
    return str(dtype)[len("torch."):]


def outcome(f):
    try:
        return name(f().dtype)
    except (RuntimeError, TypeError):
        return "error"


def promotions():
    rows = []
    for op, f in OPS.items():
        for p, tp in TYPES.items():
            for dp in (0, 1):
                a = torch.ones([2] * dp, dtype=tp)
                for q, tq in TYPES.items():
                    for dq in (0, 1):
                        b = torch.ones([2] * dq, dtype=tq)
                        rows.append([op, p, dp, q, dq, outcome(lambda: f(a, b))])
                if op in ("maximum", "atan2"):
                    continue
                for q, number in NUMBERS.items():
                    rows.append([op, p, dp, q, -1, outcome(lambda: f(a, number))])
    return rows


def part(n):
    kind = random.randrange(8)
    if kind == 0:
        return str(random.randrange(-n, n))
    if kind == 1:
        return ":"
    if kind in (2, 3):
        bounds = [random.choice(["", str(random.randrange(-n - 1, n + 2))]) for _ in range(2)]
        step = random.choice(["", ":" + str(random.randrange(1, 4))])
        return bounds[0] + ":" + bounds[1] + step
    if kind == 4:
        return "None"
    if kind == 5:
        return "[" + ", ".join(str(random.randrange(-n, n)) for _ in range(2)) + "]"
    return ":" if kind == 6 else str(random.randrange(n))


def indices():
    rows = []
    while len(rows) < 400:
        shape = [random.randrange(1, 4) for _ in range(random.randrange(1, 5))]
        parts, used = [], 0
        ellipsis = random.random() < 0.2
        for n in shape[:random.randrange(1, len(shape) + 1)]:
            p = part(n)
            parts.append(p)
            if p == "None":
                parts.append(":")
        if ellipsis:
            parts.append("...")
        text = ", ".join(parts)
        x = torch.arange(1, 1 + torch.Size(shape).numel()).reshape(shape)
        try:
            y = eval("x[" + text + "]")
        except IndexError:
            continue
        view = y.numel() > 0 and y.storage().data_ptr() == x.storage().data_ptr()
        z = x.clone()
        exec("z[" + text + "] = 0")
        rows.append({"shape": shape, "index": text, "result": list(y.shape), "data": y.flatten().tolist(), "view": view,
                     "written": z.flatten().tolist()})
    return rows


def reshapes():
    rows = []
    while len(rows) < 300:
        shape = [random.choice([1, 2, 2, 3, 4]) for _ in range(random.randrange(1, 5))]
        order = random.sample(range(len(shape)), len(shape))
        step = random.choice([1, 1, 2])
        x = torch.arange(torch.Size(shape).numel()).reshape(shape).permute(order)[::step]
        rest, target = x.numel(), []
        while rest > 1 or random.random() < 0.3:
            d = random.choice([d for d in range(1, rest + 1) if rest % d == 0])
            target.append(d)
            rest //= d
        y = x.reshape(target)
        rows.append({"shape": shape, "order": order, "step": step, "target": target, "data": y.flatten().tolist(),
                     "view": y.storage().data_ptr() == x.storage().data_ptr()})
    return rows


print(json.dumps({"source": "PyTorch " + torch.__version__, "promotions": promotions(), "indices": indices(), "reshapes": reshapes()},
                 separators=(",", ":")))
