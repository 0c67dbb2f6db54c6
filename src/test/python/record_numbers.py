"""Records what PyTorch computes for generated calls, for GeneratedNumbersTest to compare with.

Run: python3 record_numbers.py 10000 ../resources/jacobi/tensor/generated.txt.gz
Show: python3 record_numbers.py 10000 --show 123   (the case with that number, computed anew)

A line is a case: number, mode, call, inputs, outcome, separated by tabs.

  mode     v value, g value and gradients, h gradient of a gradient, i in place through a view of a base,
           j in place with gradients, s what is printed (a CRC-32), r the same of what requires grad
  call     ".add y 2.5": the method of x with arguments; "add x y": the function. x y z are the inputs,
           [1,2] an array, [x,y] a list, 'mean' a text; "#1" behind the name takes one of several results
  inputs   "float32 3,4 t q 99" each: type, shape, layout, palette of values, seed
  outcome  "E" for an error, else "type shape values" for each result, separated by "; "
"""
import gzip
import math
import random
import sys
import warnings
import zlib

import torch

warnings.filterwarnings("ignore")
inf, nan = math.inf, math.nan
DTYPES = {"float32": torch.float32, "float64": torch.float64, "int64": torch.int64, "int32": torch.int32, "bool": torch.bool}
SHAPES = [(), (1,), (3,), (4,), (2, 3), (3, 1), (1, 4), (3, 4), (2, 1, 3), (2, 3, 4), (2, 2), (1, 1), (0,), (0, 3), (2, 0), (3, 0, 2),
          (9,), (17,), (40,), (5, 7), (70,)]
EDGE = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, nan, inf, -inf, 1e30, -1e30, 1e-30, 1e-3]
WHOLE_EDGE = [0, 1, -1, 2, -2, 3, 7, -8, 100, -100]
LIMIT = 24


# ------------------------------------------------------------------------------------------------ inputs, as the test makes them

class Draws:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return self.state >> 8


def number(palette, dtype, draws):
    a, b = draws.next(), draws.next()
    if dtype == "bool":
        return a % 2
    if dtype.startswith("int"):
        return {"p": a % 11 - 4, "q": WHOLE_EDGE[a % 10]}.get(palette, a % 4)
    return {
        "p": (a % 49 - 24) / 8,
        "q": EDGE[a % 16],
        "u": (a % 49 + 1) / 50,
        "d": float(a % 4 - 1),
        "w": (a % 49 - 24) * (10.0 ** (b % 9) / 10000.0),
        "m": (a % 49 - 24) / 16,
    }[palette]


def base_and_view(spec):
    dtype, shape, layout, palette, seed = spec.split(" ")
    dims = [int(d) for d in shape.split(",")] if shape else []
    base = list(dims)
    if layout == "t":
        base[-1], base[-2] = base[-2], base[-1]
    elif layout == "s":
        base[-1] = max(0, 2 * dims[-1] - 1)
    elif layout == "o":
        base[0] = dims[0] + 2
    elif layout == "e":
        base[0] = 1
    draws = Draws(int(seed))
    n = math.prod(base)
    values = [number(palette, dtype, draws) for _ in range(n)]
    x = torch.tensor(values, dtype=DTYPES[dtype]).reshape(base)
    if palette == "m" and len(base) >= 2:
        x = x + 3 * torch.eye(base[-2], base[-1], dtype=x.dtype)
    return x, view_of(layout, dims)


def view_of(layout, dims):
    return {
        "c": lambda b: b,
        "t": lambda b: b.transpose(-1, -2),
        "s": lambda b: b[..., ::2],
        "o": lambda b: b[1:1 + dims[0]],
        "e": lambda b: b.expand(dims),
    }[layout]


# ------------------------------------------------------------------------------------------------ outcomes

def text(v, dtype):
    if dtype in ("float32", "float64"):
        if math.isnan(v):
            return "n"
        if math.isinf(v):
            return "i" if v > 0 else "-i"
        if v == 0:
            return "-0" if math.copysign(1, v) < 0 else "0"
        s = "%.7g" % v if dtype == "float32" else "%.13g" % v
        return s.replace("e+", "e").replace("e0", "e").replace("e-0", "e-")
    return str(int(v))


def outcome(t):
    if t is None:
        return "N"
    dtype = str(t.dtype)[6:]
    flat = t.detach().reshape(-1).tolist()
    step = max(1, -(-len(flat) // LIMIT))
    return "%s %s %s" % (dtype, ",".join(map(str, t.shape)), ",".join(text(v, dtype) for v in flat[::step]))


def weights(y, seed):
    draws = Draws(seed)
    w = [number("p", "float64", draws) for _ in range(y.numel())]
    return torch.tensor(w, dtype=torch.float64).reshape(y.shape).to(y.dtype)


def compute(mode, function, specs):
    bases, xs = [], []
    for spec in specs:
        base, view = base_and_view(spec)
        bases.append(base)
    wants = mode in "ghjr"
    leaves = [b.requires_grad_() if wants and b.is_floating_point() else b for b in bases]
    for k, (leaf, spec) in enumerate(zip(leaves, specs)):
        _, view = base_and_view(spec)
        if mode in "ij" and k == 0:
            leaf = leaf * 1 if mode == "j" else leaf
            target = leaf
        xs.append(view(leaf))
    y = function(*xs)
    if mode in "sr":
        return "%08x" % zlib.crc32(str(y).encode())
    if mode == "v":
        return outcome(y)
    if mode == "i":
        return outcome(target)
    floating = [l for l in leaves if l.is_floating_point()]
    if mode == "j":
        y = target
    if not y.requires_grad:
        return outcome(y) + "; X"
    w = weights(y, 77)
    if mode in "gj":
        y.backward(w)
        return "; ".join([outcome(y)] + [outcome(l.grad) for l in floating])
    gradient, = torch.autograd.grad(y, floating[0], w, create_graph=True)
    if not gradient.requires_grad:
        return outcome(gradient) + "; X"
    second, = torch.autograd.grad(gradient, floating[0], weights(gradient, 78), allow_unused=True)
    return outcome(gradient) + "; " + outcome(second)


# ------------------------------------------------------------------------------------------------ operations

class Case:
    """Random choices for one case, and what they came to."""

    def __init__(self, rng):
        self.rng = rng
        self.specs = []

    def dtype(self, kinds):
        pool = {"f": ["float32"] * 3 + ["float64"] * 2, "i": ["int64"] * 2 + ["int32"], "b": ["bool"]}
        return self.rng.choice([d for k in kinds for d in pool[k]])

    def shape(self, least=0, most=3):
        return self.rng.choice([s for s in SHAPES if least <= len(s) <= most])

    def add(self, dtype, shape, palette=None, plain=False):
        layouts = ["c"] * 3
        if not plain:
            if len(shape) >= 2:
                layouts += ["t"]
            if len(shape) >= 1:
                layouts += ["s", "o"]
                if len(shape) >= 2 and shape[0] > 1:
                    layouts += ["e"]
        palette = palette or self.rng.choice(["p"] * 4 + ["q"] * 3 + ["d"])
        self.specs.append("%s %s %s %s %d" % (dtype, ",".join(map(str, shape)), self.rng.choice(layouts), palette, self.rng.randrange(1, 10 ** 6)))

    def axis(self, shape):
        n = max(1, len(shape))
        return self.rng.randrange(-n, n)


def literal(v):
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, float):
        return "%r" % v
    if isinstance(v, (list, tuple)):
        return "[" + ",".join(map(literal, v)) + "]"
    return str(v)


OPERATIONS = []


def operation(f):
    OPERATIONS.append(f)
    return f


def broadcastable(c, shape):
    other = [d if c.rng.random() < 0.7 else 1 for d in shape]
    return tuple(other[c.rng.randrange(len(shape) + 1) if c.rng.random() < 0.3 else 0:])


NUMBERS = [2, 3, -1, 0, 1, 0.5, 2.5, -1.5, 0.0, inf, nan, -2]
UNARY = {n: getattr(torch, n) for n in (
    "neg abs square sign floor ceil round trunc frac exp expm1 log log1p log2 log10 sqrt rsqrt reciprocal sin cos tan asin acos atan "
    "sinh cosh tanh sigmoid relu erf erfc lgamma digamma").split()}
UNARY.update(softplus=torch.nn.functional.softplus, silu=torch.nn.functional.silu, gelu=torch.nn.functional.gelu)
IN_PLACE = "abs exp log sqrt sin cos tanh sigmoid relu floor ceil round reciprocal square neg".split()
BINARY = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow, "floorDivide": torch.floor_divide,
          "remainder": torch.remainder, "fmod": torch.fmod, "maximum": torch.maximum, "minimum": torch.minimum, "atan2": torch.atan2}
BINARY_IN_PLACE = {"add_": "add_", "sub_": "sub_", "mul_": "mul_", "div_": "div_", "pow_": "pow_", "remainder_": "remainder_",
                   "floorDivide_": "floor_divide_"}
COMPARE = {n: getattr(torch, n) for n in "eq ne lt le gt ge".split()}


@operation
def unary(c):
    name = c.rng.choice(list(UNARY))
    c.add(c.dtype("fffib"), c.shape(), "u" if name in ("asin", "acos") and c.rng.random() < 0.5 else None)
    call = (c.rng.choice([".%s", "%s x"]) if name != "frac" else ".%s") % name
    return call, lambda x: UNARY[name](x), "vvgggh"


@operation
def unary_in_place(c):
    name = c.rng.choice(IN_PLACE)
    c.add(c.dtype("fffi"), c.shape())
    return ".%s_" % name, lambda x: getattr(x, name + "_")(), "ij"


@operation
def binary(c):
    name = c.rng.choice(list(BINARY))
    shape = c.shape()
    c.add(c.dtype("fffib"), shape)
    c.add(c.dtype("fffib"), broadcastable(c, shape))
    return c.rng.choice([".%s y", "%s x y"]) % name, BINARY[name], "vvggh"


@operation
def binary_number(c):
    name = c.rng.choice([n for n in BINARY if n not in ("maximum", "minimum", "atan2")])
    v = c.rng.choice(NUMBERS)
    c.add(c.dtype("ffffib"), c.shape())
    if c.rng.random() < 0.3 and name != "floorDivide":
        f = {"add": lambda x: v + x, "sub": lambda x: v - x, "mul": lambda x: v * x, "div": lambda x: v / x, "pow": lambda x: v ** x,
             "remainder": lambda x: torch.remainder(torch.tensor(v), x) if x.dim() > 0 else None, "fmod": None}[name]
        if f is not None and name != "remainder":
            return "%s %s x" % (name, literal(v)), f, "vvggh"
    return c.rng.choice([".%s {}", "%s x {}"]).format(literal(v)) % name, lambda x: BINARY[name](x, v), "vvggh"


@operation
def binary_in_place(c):
    name = c.rng.choice(list(BINARY_IN_PLACE))
    shape = c.shape()
    c.add(c.dtype("fffi"), shape)
    if c.rng.random() < 0.4:
        v = c.rng.choice(NUMBERS)
        return ".%s %s" % (name, literal(v)), lambda x: getattr(x, BINARY_IN_PLACE[name])(v), "ij"
    c.add(c.dtype("fffib"), broadcastable(c, shape))
    return ".%s y" % name, lambda x, y: getattr(x, BINARY_IN_PLACE[name])(y), "ij"


@operation
def hypot(c):
    shape, dtype = c.shape(), c.dtype("f")
    c.add(dtype, shape)
    c.add(dtype, broadcastable(c, shape))
    return ".hypot y", torch.hypot, "vg"


@operation
def compare(c):
    name = c.rng.choice(list(COMPARE))
    shape = c.shape()
    c.add(c.dtype("ffib"), shape)
    if c.rng.random() < 0.4:
        v = c.rng.choice(NUMBERS)
        return ".%s %s" % (name, literal(v)), lambda x: COMPARE[name](x, v), "v"
    c.add(c.dtype("ffib"), broadcastable(c, shape))
    return ".%s y" % name, COMPARE[name], "v"


@operation
def logic(c):
    name, f = c.rng.choice([("logicalAnd", torch.logical_and), ("logicalOr", torch.logical_or), ("logicalXor", torch.logical_xor),
                            ("bitwiseAnd", torch.bitwise_and), ("bitwiseOr", torch.bitwise_or), ("bitwiseXor", torch.bitwise_xor)])
    shape, kinds = c.shape(), "fib" if name.startswith("l") else "ib"
    c.add(c.dtype(kinds), shape)
    c.add(c.dtype(kinds), broadcastable(c, shape))
    return ".%s y" % name, f, "v"


@operation
def predicate(c):
    name = c.rng.choice("isnan isinf isfinite logicalNot countNonzero nonzero".split())
    f = {"logicalNot": torch.logical_not, "countNonzero": torch.count_nonzero}.get(name) or getattr(torch, name)
    c.add(c.dtype("ffib"), c.shape())
    return "." + name, f, "v"


@operation
def bitwise_not(c):
    c.add(c.dtype("ib"), c.shape())
    return ".bitwiseNot", torch.bitwise_not, "v"


@operation
def isclose(c):
    shape, dtype = c.shape(), c.dtype("ffi")
    c.add(dtype, shape)
    c.add(dtype, shape)
    return ".isclose y", torch.isclose, "v"


@operation
def clamp(c):
    low, high = c.rng.choice([(-1, 1), (0, 2), (-0.5, 0.5), (1, 0), (0, inf)])
    c.add(c.dtype("fffi"), c.shape())
    return c.rng.choice([".clamp %s %s", "clamp x %s %s"]) % (literal(low), literal(high)), lambda x: x.clamp(low, high), "vgh"


@operation
def rectified(c):
    slope = c.rng.choice([0.1, 0.01, 1.0])
    c.add(c.dtype("f"), c.shape())
    if c.rng.random() < 0.5:
        return ".leakyRelu %r" % slope, lambda x: torch.nn.functional.leaky_relu(x, slope), "vgh"
    return ".elu %r" % slope, lambda x: torch.nn.functional.elu(x, slope), "vgh"


@operation
def lerp(c):
    shape, dtype = c.shape(), c.dtype("f")
    c.add(dtype, shape)
    c.add(dtype, shape)
    return ".lerp y 0.25", lambda x, y: torch.lerp(x, y, 0.25), "vg"


@operation
def where(c):
    shape = c.shape()
    c.add("bool", broadcastable(c, shape))
    dtype = c.dtype("ffib")
    c.add(dtype, shape)
    c.add(dtype, broadcastable(c, shape))
    return "where x y z", torch.where, "vgg"


REDUCE = {
    "sum": torch.Tensor.sum, "mean": torch.Tensor.mean, "prod": torch.Tensor.prod, "any": torch.Tensor.any, "all": torch.Tensor.all,
    "var": torch.Tensor.var, "std": torch.Tensor.std, "amax": torch.Tensor.amax, "amin": torch.Tensor.amin, "logsumexp": torch.Tensor.logsumexp,
    "max": torch.Tensor.max, "min": torch.Tensor.min, "median": torch.Tensor.median, "argmax": torch.Tensor.argmax, "argmin": torch.Tensor.argmin}


@operation
def reduce(c):
    name = c.rng.choice(list(REDUCE))
    f = REDUCE[name]
    shape = c.shape()
    c.add(c.dtype("ffib" if name != "median" else "ffi"), shape)
    if c.rng.random() < 0.35 and name != "logsumexp":
        return (".%s" % name, lambda x: f(x), "vgg") if name not in ("amax", "amin") else (".%s" % name, lambda x: f(x, dim=()), "vgg")
    axis, keep = c.axis(shape), c.rng.random() < 0.5
    pair = name in ("max", "min", "median")
    part = c.rng.choice([0, 0, 1]) if pair else 0
    call = ".%s%s %d %s" % (name, "#%d" % part if pair else "", axis, literal(keep))
    return call, lambda x: (f(x, axis, keepdim=keep)[part] if pair else f(x, axis, keepdim=keep)), "vgg" if part == 0 else "v"


@operation
def reduce_axes(c):
    name = c.rng.choice(["sum", "mean", "var", "std", "amax", "amin"])
    shape = c.shape(2)
    axes = sorted(c.rng.sample(range(len(shape)), 2))
    if c.rng.random() < 0.3:
        axes[1] -= len(shape)
    keep = c.rng.random() < 0.5
    c.add(c.dtype("fffi"), shape)
    return ".%s %s %s" % (name, literal(axes), literal(keep)), lambda x: REDUCE[name](x, axes, keepdim=keep), "vgg"


@operation
def norm(c):
    p = c.rng.choice([0.0, 1.0, 2.0, 3.0, inf, -inf, 0.5, -1.0])
    shape = c.shape()
    c.add(c.dtype("f"), shape)
    if c.rng.random() < 0.5:
        return ".norm %r" % p, lambda x: x.norm(p), "vgg"
    axis = c.axis(shape)
    return ".norm %r %d" % (p, axis), lambda x: x.norm(p, axis), "vgg"


@operation
def running(c):
    name = c.rng.choice(["cumsum", "cumprod"])
    shape = c.shape()
    axis = c.axis(shape)
    c.add(c.dtype("ffib"), shape)
    return ".%s %d" % (name, axis), lambda x: getattr(x, name)(axis), "vgh"


@operation
def order(c):
    shape = c.shape()
    axis, down = c.axis(shape), c.rng.random() < 0.5
    part = c.rng.choice([0, 0, 1])
    c.add(c.dtype("ffib"), shape)
    if c.rng.random() < 0.3:
        return ".argsort %d %s" % (axis, literal(down)), lambda x: torch.sort(x, stable=True, dim=axis, descending=down)[1], "v"
    return ".sort#%d %d %s" % (part, axis, literal(down)), lambda x: torch.sort(x, stable=True, dim=axis, descending=down)[part], "vg" if part == 0 else "v"


@operation
def topk(c):
    shape = c.shape(1)
    k = c.rng.choice([0, 1, 2, 3])
    axis, largest = c.axis(shape), c.rng.random() < 0.5
    c.add(c.dtype("ffi"), shape)
    return ".topk#0 %d %d %s" % (k, axis, literal(largest)), lambda x: x.topk(k, axis, largest)[0], "v"


@operation
def unique(c):
    c.add(c.dtype("fib"), c.shape(), c.rng.choice("dp"))
    return ".unique", torch.unique, "v"


@operation
def softmax(c):
    name, f = c.rng.choice([("softmax", torch.softmax), ("logSoftmax", torch.log_softmax)])
    shape = c.shape()
    axis = c.axis(shape)
    c.add(c.dtype("f"), shape)
    return c.rng.choice([".%s %d", "%s x %d"]) % (name, axis), lambda x: f(x, axis), "vgh"


@operation
def shapes(c):
    shape = c.shape()
    n, a, b = len(shape), c.axis(shape), c.axis(shape)
    last = shape[-1] if shape else 1
    perm = c.rng.sample(range(n), n)
    choices = {
        ".reshape -1": lambda x: x.reshape(-1), ".flatten": lambda x: x.flatten(), ".squeeze": lambda x: x.squeeze(),
        ".squeeze %d" % a: lambda x: x.squeeze(a), ".unsqueeze %d" % a: lambda x: x.unsqueeze(a),
        ".transpose %d %d" % (a, b): lambda x: x.transpose(a, b), ".flip [%d]" % a: lambda x: x.flip(a),
        ".roll 2 %d" % a: lambda x: x.roll(2, a), ".roll -1 %d" % a: lambda x: x.roll(-1, a), ".repeatInterleave 2 %d" % a: lambda x: x.repeat_interleave(2, a),
        ".movedim %d %d" % (a, b): lambda x: x.movedim(a, b), ".clone": lambda x: x.clone(), ".contiguous": lambda x: x.contiguous(),
        ".permute %s" % literal(perm): lambda x: x.permute(perm),
        ".repeat %s" % literal([2] + [1] * n): lambda x: x.repeat([2] + [1] * n), ".tile [2]": lambda x: x.tile(2),
        ".expand %s" % literal([2] + [-1] * n): lambda x: x.expand([2] + [-1] * n),
    }
    if n >= 1:
        choices[".get 0"] = lambda x: x[0]
        choices[".get -1"] = lambda x: x[-1]
        choices[".select %d 0" % a] = lambda x: x.select(a, 0)
        choices[".unfold %d 2 1" % a] = lambda x: x.unfold(a, 2, 1)
        choices[".narrow %d 0 1" % a] = lambda x: x.narrow(a, 0, 1)
        choices[".unbind#0 %d" % a] = lambda x: x.unbind(a)[0]
        choices[".split#0 2 %d" % a] = lambda x: x.split(2, a)[0]
        choices[".chunk#0 2 %d" % a] = lambda x: x.chunk(2, a)[0]
        choices[".pad [1,2] 5"] = lambda x: torch.nn.functional.pad(x, [1, 2], value=5)
        choices[".pad [1,-1] 0.5"] = lambda x: torch.nn.functional.pad(x, [1, -1], value=0.5)
    if n >= 2:
        choices[".tril 1"] = lambda x: x.tril(1)
        choices[".triu -1"] = lambda x: x.triu(-1)
        choices[".diagonal"] = lambda x: x.diagonal()
        choices[".diagonal 1 0 -1"] = lambda x: x.diagonal(1, 0, -1)
    if n in (1, 2):
        choices[".diag"] = lambda x: x.diag()
        choices[".diag 1"] = lambda x: x.diag(1)
        choices[".T"] = lambda x: x.T
        choices[".t"] = lambda x: x.t()
    if n == 2:
        if shape[0] == shape[1]:
            choices[".trace"] = lambda x: x.trace()
    call = c.rng.choice(sorted(choices))
    c.add(c.dtype("fffib"), shape)
    return call, choices[call], "vgg"


@operation
def index(c):
    shape = c.shape(1)
    parts, python = [], []
    for d in shape:
        kind = c.rng.randrange(7)
        lo, hi = sorted(c.rng.randrange(-d - 1, d + 2) for _ in range(2))
        step = c.rng.choice([1, 2, 3])
        if kind == 0 and d > 0:
            i = c.rng.randrange(-d, d)
            parts.append(str(i)); python.append(i)
        elif kind == 1:
            parts.append("None"); python.append(None)
            parts.append(":"); python.append(slice(None))
        elif kind == 2 and d > 0:
            rows = [c.rng.randrange(-d, d) for _ in range(3)]
            parts.append("[%s]" % ", ".join(map(str, rows))); python.append(torch.tensor(rows))
        elif kind in (3, 4):
            parts.append("%d:%d:%d" % (lo, hi, step)); python.append(slice(lo, hi, step))
        else:
            parts.append(":"); python.append(slice(None))
    where_ = ", ".join(parts)
    c.add(c.dtype("fffib"), shape)
    if c.rng.random() < 0.3:
        def write(x):
            x[tuple(python)] = 7
            return x
        return ".set 7 '%s'" % where_, write, "ij"
    return ".get '%s'" % where_, lambda x: x[tuple(python)], "vgg"


@operation
def mask(c):
    shape = c.shape()
    c.add(c.dtype("fffib"), shape)
    c.add("bool", shape)
    kind = c.rng.randrange(5)
    if kind == 0:
        return ".get y", lambda x, y: x[y], "vg"
    if kind == 1:
        return ".maskedSelect y", torch.masked_select, "vg"
    if kind == 2:
        return ".maskedFill y 3", lambda x, y: x.masked_fill(y, 3), "vgh"
    if kind == 3:
        return ".maskedFill_ y 3", lambda x, y: x.masked_fill_(y, 3), "ij"

    def write(x, y):
        x[y] = 2
        return x
    return ".set 2 y", write, "ij"


@operation
def gather(c):
    shape = c.shape(1)
    axis = c.axis(shape)
    if shape[axis] < 3:
        shape = (3, 4)
        axis = c.axis(shape)
    c.add(c.dtype("fffi"), shape)
    c.specs.append("int64 %s c d %d" % (",".join(map(str, shape)), c.rng.randrange(1, 10 ** 6)))
    if min(shape[axis], 4) < 4:
        # Places 0 to 3 need four.
        return ".gather %d y" % axis, lambda x, y: x.gather(axis, y), "vg"
    kind = c.rng.randrange(2)
    if kind == 0:
        return ".gather %d y" % axis, lambda x, y: x.gather(axis, y), "vgh"
    c.add(c.specs[0].split(" ")[0], shape, "p")
    return ".scatterAdd %d y z" % axis, lambda x, y, z: x.scatter_add(axis, y, z), "vg"


@operation
def fill(c):
    c.add(c.dtype("fffi"), c.shape())
    kind = c.rng.randrange(3)
    if kind == 0:
        return ".zero_", lambda x: x.zero_(), "ij"
    if kind == 1:
        return ".fill_ 3", lambda x: x.fill_(3), "ij"
    shape = tuple(int(d) for d in c.specs[0].split(" ")[1].split(",")) if c.specs[0].split(" ")[1] else ()
    c.add(c.dtype("fib"), broadcastable(c, shape))
    return ".copy_ y", lambda x, y: x.copy_(y), "ij"


@operation
def join(c):
    shape = c.shape(1)
    axis = c.axis(shape)
    other = list(shape)
    kind = c.rng.randrange(2)
    if kind == 0:
        other[axis] = c.rng.randrange(3)
    c.add(c.dtype("ffib"), shape)
    c.add(c.dtype("ffib") if kind == 0 else c.specs[0].split(" ")[0], tuple(other))
    if kind == 0:
        return "cat [x,y] %d" % axis, lambda x, y: torch.cat([x, y], axis), "vg"
    return "stack [x,y] %d" % axis, lambda x, y: torch.stack([x, y], axis), "vg"


@operation
def product(c):
    dtype = c.dtype("fffi")
    m, k, n, b = (c.rng.choice([0, 1, 2, 3, 5, 9]) for _ in range(4))
    kind = c.rng.choice(["dot", "mv", "mm", "bmm", "matmul", "outer"])
    palette = c.rng.choice(["p", "p", "d", "q"])
    if kind == "dot":
        s, t = (k,), (k,)
    elif kind == "mv":
        s, t = (m, k), (k,)
    elif kind == "mm":
        s, t = (m, k), (k, n)
    elif kind == "bmm":
        s, t = (b, m, k), (b, k, n)
    elif kind == "outer":
        s, t = (m,), (n,)
    else:
        s, t = c.rng.choice([((k,), (k, n)), ((b, m, k), (k, n)), ((b, m, k), (k,)), ((1, m, k), (b, k, n)), ((k,), (b, k, n))])
    c.add(dtype, s, palette)
    c.add(dtype, t, palette)
    return c.rng.choice([".%s y", "%s x y"]) % kind, getattr(torch, kind), "vgh"


@operation
def einsum(c):
    equation, s, t = c.rng.choice([("ij,jk->ik", (2, 3), (3, 4)), ("bij,bjk->bik", (2, 3, 4), (2, 4, 2)), ("ij,ij->", (3, 4), (3, 4)),
                                   ("i,j->ij", (3,), (4,)), ("ij,j->i", (3, 4), (4,))])
    dtype = c.dtype("f")
    c.add(dtype, s, "p")
    c.add(dtype, t, "p")
    return "einsum '%s' x y" % equation, lambda x, y: torch.einsum(equation, x, y), "vg"


@operation
def algebra(c):
    n = c.rng.choice([1, 2, 3, 4])
    lead = c.rng.choice([(), (), (2,)])
    name = c.rng.choice(["det", "inv", "matrixPower", "qr#1", "qr#0", "svdvals", "pinv", "matrixExp", "matrixNorm", "slogdet#1", "solve", "kron"])
    L = torch.linalg
    rows = n if name not in ("qr#0", "qr#1", "svdvals", "pinv", "matrixNorm") else c.rng.choice([n, n + 1, max(1, n - 1)])
    dtype = c.rng.choice(["float64", "float64", "float32"])
    # Rows that repeat would make a matrix singular.
    c.add(dtype, lead + (rows, n), "m", True)
    if c.rng.random() < 0.4:
        c.specs[0] = c.specs[0].replace(" c ", " t ")
    if name == "matrixPower":
        k = c.rng.choice([0, 1, 2, 3, -1])
        return "matrixPower x %d" % k, lambda x: L.matrix_power(x, k), "vgh"
    if name == "solve":
        c.add(dtype, lead + (n, 2), "p")
        return "solve x y", L.solve, "vg"
    if name == "kron":
        c.add(dtype, c.shape(0, 2), "p")
        return "kron x y", torch.kron, "vg"
    if name == "matrixNorm":
        p = c.rng.choice([1.0, -1.0, 2.0, -2.0, inf, -inf])
        return "matrixNorm x %r" % p, lambda x: L.matrix_norm(x, p), "vg"
    f = {"det": L.det, "inv": L.inv, "qr#1": lambda x: L.qr(x)[1], "qr#0": lambda x: L.qr(x)[0], "svdvals": L.svdvals, "pinv": L.pinv,
         "matrixExp": L.matrix_exp, "slogdet#1": lambda x: L.slogdet(x)[1]}[name]
    return "%s x" % name, f, "vgg"


@operation
def network(c):
    F = torch.nn.functional
    dtype = c.dtype("f")
    kind = c.rng.randrange(8)
    if kind == 0:
        k, s, p = c.rng.choice([1, 2, 3]), c.rng.choice([1, 2]), c.rng.choice([0, 1])
        c.add(dtype, (2, 2, 4, 5), "p", True)
        c.add(dtype, (3, 2, k, k), "p", True)
        return "conv2d x y null %d %d" % (s, p), lambda x, y: F.conv2d(x, y, None, s, p), "vgh"
    if kind in (1, 2):
        k, s, p = c.rng.choice([2, 3]), c.rng.choice([1, 2]), c.rng.choice([0, 1])
        c.add(dtype, c.rng.choice([(2, 2, 4, 5), (1, 5, 5)]), c.rng.choice("pq"), True)
        if kind == 1:
            return "maxPool2d x %d %d %d" % (k, s, p), lambda x: F.max_pool2d(x, k, s, p), "vgh"
        return "avgPool2d x %d %d %d" % (k, s, p), lambda x: F.avg_pool2d(x, k, s, p), "vgh"
    if kind == 3:
        c.add(dtype, (3, 4), c.rng.choice("pq"))
        c.specs.append("int64 3 c d %d" % c.rng.randrange(1, 10 ** 6))
        return "crossEntropy x y", F.cross_entropy, "vgh"
    name, f = c.rng.choice([("mseLoss", F.mse_loss), ("l1Loss", F.l1_loss), ("smoothL1Loss", F.smooth_l1_loss),
                            ("binaryCrossEntropyWithLogits", F.binary_cross_entropy_with_logits), ("binaryCrossEntropy", F.binary_cross_entropy)])
    shape = c.shape()
    unit = name.startswith("binary")
    c.add(dtype, shape, "u" if name == "binaryCrossEntropy" else None)
    c.add(dtype, shape, "u" if unit else None)
    return "%s x y" % name, f, "vg"


@operation
def printed(c):
    name = c.rng.choice(["identity"] * 5 + ["neg", "abs", "relu", "floor", "add", "mul"])
    c.add(c.dtype("fffib"), c.shape(), c.rng.choice("pqdwwu"))
    f = {"identity": lambda x: x, "add": lambda x: x + 1, "mul": lambda x: x * 2}.get(name) or getattr(torch, name)
    call = {"identity": ".detach", "add": ".add 1", "mul": ".mul 2"}.get(name, "." + name)
    return call, f, "s"


TYPES = ["float32", "float64", "int64", "int32", "bool"]


@operation
def creation(c):
    # Of numbers only: the input is there to be ignored.
    lo, hi, n = c.rng.choice([0.0, -1.5, 2.0]), c.rng.choice([1.0, 3.3, 7.25]), c.rng.randrange(0, 9)
    a, b, step = c.rng.randrange(-5, 3), c.rng.randrange(3, 12), c.rng.choice([1, 2, 3])
    by = c.rng.choice([0.1, 0.25, 0.7])
    t = c.rng.choice(TYPES[:4])
    d = DTYPES[t]
    choices = {
        "linspace %r %r %d" % (lo, hi, n): lambda x: torch.linspace(lo, hi, n),
        "linspace %r %r %d %s" % (lo, hi, n, "float64"): lambda x: torch.linspace(lo, hi, n, dtype=torch.float64),
        "logspace %r %r %d" % (lo, hi, n): lambda x: torch.logspace(lo, hi, n),
        "arange %d %d" % (a, b): lambda x: torch.arange(a, b), "arange %d %d %d" % (a, b, step): lambda x: torch.arange(a, b, step),
        "arange %r" % hi: lambda x: torch.arange(hi), "arange %r %r %r" % (lo, 7.25, by): lambda x: torch.arange(lo, 7.25, by),
        "arange %r %r %r float64" % (lo, 7.25, by): lambda x: torch.arange(lo, 7.25, by, dtype=torch.float64),
        "eye %d" % n: lambda x: torch.eye(n), "eye %d %d" % (n, step): lambda x: torch.eye(n, step), "eye %s 2 3" % t: lambda x: torch.eye(2, 3, dtype=d),
        "zeros [2,3]": lambda x: torch.zeros(2, 3), "ones %s [2,1]" % t: lambda x: torch.ones(2, 1, dtype=d), "full [2,2] 2.5": lambda x: torch.full((2, 2), 2.5),
        "full [2] 7": lambda x: torch.full((2,), 7), "full [3] 1 %s" % t: lambda x: torch.full((3,), 1, dtype=d),
        "zerosLike x": torch.zeros_like, "onesLike x": torch.ones_like, "fullLike x 3": lambda x: torch.full_like(x, 3),
        "tensor 2.5": lambda x: torch.tensor(2.5), "tensor true": lambda x: torch.tensor(True), "tensor [1,2]": lambda x: torch.tensor([1, 2]),
    }
    call = c.rng.choice(sorted(choices))
    c.add(c.rng.choice(TYPES[:4] if call == "fullLike x 3" else TYPES), c.shape(0, 2))
    # Printed digits of float32 ranges depend on PyTorch's vectors.
    return call, choices[call], "v" if "arange" in call or "space" in call else "vvs"


@operation
def conversion(c):
    t = c.rng.choice(TYPES)
    c.add(c.dtype("fffib"), c.shape(), c.rng.choice("pd"))
    choices = [(".to %s" % t, lambda x: x.to(DTYPES[t])), (".type %s" % t, lambda x: x.type(DTYPES[t])), (".toFloat32", lambda x: x.float()),
               (".toFloat64", lambda x: x.double())]
    return c.rng.choice(choices) + ("vg",)


@operation
def like_another(c):
    shape = c.shape()
    dtype = c.dtype("ffi")
    kind = c.rng.randrange(5)
    if kind == 4:
        c.add(dtype, (3, 4))
        return ".unflatten 1 [2,2]", lambda x: x.unflatten(1, (2, 2)), "vg"
    if kind == 0:
        c.add(dtype, broadcastable(c, shape))
        c.add("float32", shape)
        return ".expandAs y", lambda x, y: x.expand_as(y), "vg"
    if kind == 1:
        c.add(dtype, broadcastable(c, shape))
        return ".broadcastTo %s" % literal(list(shape)), lambda x: x.broadcast_to(shape), "vg"
    c.add(dtype, shape)
    c.add("float32", (math.prod(shape),), None, True)
    if kind == 2:
        return ".reshapeAs y", lambda x, y: x.reshape_as(y), "vg"
    return ".view -1", lambda x, y: x.view(-1), "vg"


@operation
def by_places(c):
    dtype = c.dtype("fffi")
    c.add(dtype, (4, 5), None)
    places = lambda *shape: c.specs.append("int64 %s c d %d" % (",".join(map(str, shape)), c.rng.randrange(1, 10 ** 6)))
    kind = c.rng.randrange(7)
    axis = c.rng.choice([0, 1, -1])
    if kind == 0:
        places(3)
        return ".indexSelect %d y" % axis, lambda x, y: x.index_select(axis, y), "vgh"
    if kind == 1:
        places(2, 3)
        return ".take y", torch.take, "vgh"
    if kind == 2:
        places(2, 3)
        return ".scatter %d y 7" % axis, lambda x, y: x.scatter(axis, y, 7), "vg"
    if kind == 3:
        # Places of one column each, so that none is written twice.
        places(4, 1)
        c.add(dtype, (4, 1))
        return ".scatter 1 y z", lambda x, y, z: x.scatter(1, y, z), "vg"
    if kind == 4:
        places(4, 1)
        c.add(dtype, (4, 1))
        return ".scatter_ 1 y z", lambda x, y, z: x.scatter_(1, y, z), "ij"
    if kind == 5:
        places(4, 3)
        c.add(dtype, (4, 3), "p")
        return ".scatterAdd_ 1 y z", lambda x, y, z: x.scatter_add_(1, y, z), "ij"
    c.specs[0] = "%s 4 c p %d" % (dtype, c.rng.randrange(1, 10 ** 6))
    places(5)
    return ".get y", lambda x, y: x[y], "vgh"


@operation
def counting(c):
    c.specs.append("int64 %d c d %d" % (c.rng.randrange(0, 9), c.rng.randrange(1, 10 ** 6)))
    kind = c.rng.randrange(4)
    if kind == 0:
        return ".bincount", torch.bincount, "v"
    if kind == 1:
        return "oneHot x 4", lambda x: torch.nn.functional.one_hot(x, 4), "v"
    c.specs[0] = "int64 3,4 %s p %d" % (c.rng.choice("ct"), c.rng.randrange(1, 10 ** 6))
    c.specs.append("int64 4 c d %d" % c.rng.randrange(1, 10 ** 6))
    return (".bitwiseLeftShift y", torch.bitwise_left_shift, "v") if kind == 2 else (".bitwiseRightShift y", torch.bitwise_right_shift, "v")


@operation
def more_in_place(c):
    shape, dtype = c.shape(), c.dtype("ffi")
    c.add(dtype, shape)
    low, high = c.rng.choice([(-1, 1), (0, 2)])
    return ".clamp_ %d %d" % (low, high), lambda x: x.clamp_(low, high), "ij"


@operation
def more_algebra(c):
    L, n = torch.linalg, c.rng.choice([1, 2, 3])
    dtype = c.rng.choice(["float64", "float64", "float32"])
    kind = c.rng.randrange(10)
    if kind == 0:
        c.add(dtype, (2, 3), None)
        c.add(dtype, (2, 3), None)
        return "cross x y", lambda x, y: L.cross(x, y), "vg"
    if kind == 1:
        p = c.rng.choice([1.0, 2.0, 3.0, 0.0])
        c.add(dtype, c.shape(1), None)
        return "vectorNorm x %r" % p, lambda x: L.vector_norm(x, p), "vg"
    c.add(dtype, (n, n), "m", True)
    return [("matrixRank x", L.matrix_rank, "v"), ("cond x", L.cond, "v"), ("lu#2 x", lambda x: L.lu(x)[2], "v"), ("svd#1 x", lambda x: L.svd(x)[1], "vg"),
            (".mT", lambda x: x.mT, "vg"), ("lu#0 x", lambda x: L.lu(x)[0], "v"), ("lu#1 x", lambda x: L.lu(x)[1], "v"), ("cholesky x", L.cholesky, "vg")][kind - 2]


@operation
def more_networks(c):
    F = torch.nn.functional
    dtype = c.dtype("f")
    kind = c.rng.randrange(7)
    if kind == 0:
        c.add(dtype, (3, 4), None)
        c.add(dtype, (2, 4), "p")
        c.add(dtype, (2,), "p")
        return "linear x y z", F.linear, "vgh"
    if kind == 1:
        c.add(dtype, (3, 4), "p")
        return "layerNorm x 1 null null 1e-05", lambda x: F.layer_norm(x, (4,)), "vg"
    if kind == 2:
        c.specs.append("int64 2,3 c d %d" % c.rng.randrange(1, 10 ** 6))
        c.add(dtype, (4, 2), None)
        return "embedding x y", F.embedding, "vg"
    if kind == 3:
        c.add(dtype, (3, 4), "p")
        c.add(dtype, (3, 4), "p")
        return "cosineSimilarity x y 1", lambda x, y: F.cosine_similarity(x, y, 1), "vg"
    if kind == 4:
        c.add(dtype, (3, 4), None)
        c.specs.append("int64 3 c d %d" % c.rng.randrange(1, 10 ** 6))
        return "nllLoss x y", F.nll_loss, "vg"
    if kind == 5:
        c.add(dtype, (2, 2, 4, 3), None, True)
        return "unfold x 2", lambda x: F.unfold(x, 2), "vgh"
    c.add(dtype, (2, 4, 4), None, True)
    return "fold x [3,3] [2] [1] [0] [1]", lambda x: F.fold(x, 3, 2), "vgh"


@operation
def printed_with_history(c):
    name, f = c.rng.choice([("neg", torch.neg), ("abs", torch.abs), ("add 1", lambda x: x + 1), ("mul 2", lambda x: x * 2), ("sum", torch.sum), ("floor", torch.floor),
                            ("amax", torch.amax), ("reshape -1", lambda x: x.reshape(-1)), ("clone", torch.clone), ("square", torch.square), ("clamp 0 1", lambda x: x.clamp(0, 1)),
                            ("t", torch.t), ("unsqueeze 0", lambda x: x.unsqueeze(0)), ("cumsum -1", lambda x: x.cumsum(-1)), ("flip [0]", lambda x: x.flip(0)), ("sub 3", lambda x: x - 3)])
    shape = c.shape(1, 2)
    c.specs.append("%s %s c %s %d" % (c.dtype("f"), ",".join(map(str, shape)), c.rng.choice("dpuw" if name != "cumsum -1" else "dp"), c.rng.randrange(1, 10 ** 6)))
    return "." + name, f, "r"


# ------------------------------------------------------------------------------------------------ the recording

def cases(count):
    rng = random.Random(20261127)
    for number_ in range(count):
        while True:
            c = Case(rng)
            # Families of many operations come up more often.
            f = rng.choice([unary] * 6 + [binary] * 4 + [binary_number] * 3 + [reduce] * 4 + [shapes] * 3 + [index] * 2 + [printed] * 3 + OPERATIONS)
            call, function, modes = f(c)
            mode = rng.choice(modes)
            if mode in "ghj" and not any(s.startswith("float") for s in c.specs):
                continue
            if mode in "hj" and not c.specs[0].startswith("float"):
                continue
            # A view that repeats elements cannot be changed in place; seeds make the choice, so the test sees the same.
            if mode in "ij" and c.specs[0].split(" ")[2] == "e":
                continue
            break
        yield number_, mode, call, function, c.specs


def main():
    count = int(sys.argv[1])
    show = int(sys.argv[3]) if sys.argv[2] == "--show" else None
    lines = []
    for number_, mode, call, function, specs in cases(count):
        if show is not None and number_ != show:
            continue
        try:
            result = compute(mode, function, specs)
        except (RuntimeError, IndexError, TypeError, NotImplementedError, ValueError) as e:
            result = "E"
            if show is not None:
                print(e)
        lines.append("\t".join([str(number_), mode, call, ";".join(specs), result]))
        if show is not None:
            print(lines[-1])
            if mode == "s":
                print(function(*[base_and_view(s)[1](base_and_view(s)[0]) for s in specs]))
            return
    with open(sys.argv[2], "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as out:
        out.write(("\n".join(lines) + "\n").encode())


main()
