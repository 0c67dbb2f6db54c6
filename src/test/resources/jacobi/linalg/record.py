"""Writes torch.json: what PyTorch computes for the matrices of the tests of jacobi.linalg. Run it here; needs PyTorch 1.13 or later."""

import json

import torch

torch.manual_seed(7)
L = torch.linalg
cases = []


def case(name, f, *inputs, gradient=True):
    """Records f's value and, if wanted, the gradients of the sum of its elements weighted by 1, 2, 3 ..."""
    xs = [x.clone().requires_grad_(gradient) for x in inputs]
    y = f(*xs)
    record = {
        "name": name,
        "inputs": [{"shape": list(x.shape), "data": x.detach().flatten().tolist()} for x in xs],
        "value": {"shape": list(y.shape), "data": y.detach().flatten().tolist()},
    }
    if gradient:
        weights = torch.arange(1, y.numel() + 1, dtype=y.dtype).reshape(y.shape)
        grads = torch.autograd.grad((y * weights).sum(), xs)
        record["gradients"] = [g.flatten().tolist() for g in grads]
    cases.append(record)


def rnd(*shape):
    return torch.randn(*shape, dtype=torch.float64)


def sym(x):
    return (x + x.mT) / 2


a, s, tall, flat = rnd(4, 4), rnd(3, 5, 5), rnd(6, 3), rnd(2, 3, 5)
p = a @ a.mT + torch.eye(4, dtype=torch.float64)
case("inv", L.inv, a)
case("inv", L.inv, s)
case("det", L.det, a)
case("det", L.det, s)
case("det", L.det, torch.tensor([[1.0, 2, 3], [4, 5, 6], [7, 8, 10]], dtype=torch.float64))
case("logabsdet", lambda x: L.slogdet(x)[1], s)
case("sign", lambda x: L.slogdet(x)[0], s, gradient=False)
case("solve", L.solve, a, rnd(4, 2))
case("solve", L.solve, a, rnd(4))
case("solve", L.solve, s, rnd(3, 5, 2))
case("solve", L.solve, s, rnd(5, 2))
case("eigvalsh", lambda x: L.eigvalsh(sym(x)), a)
case("eigvalsh", lambda x: L.eigvalsh(sym(x)), s)
case("squared eigenvectors", lambda x: L.eigh(sym(x))[1] ** 2, a)
case("squared eigenvectors", lambda x: L.eigh(sym(x))[1] ** 2, s)
case("svdvals", L.svdvals, a)
case("svdvals", L.svdvals, tall)
case("svdvals", L.svdvals, flat)
for x in (a, tall, flat):
    case("squared U", lambda x: L.svd(x, full_matrices=False)[0] ** 2, x)
    case("squared Vh", lambda x: L.svd(x, full_matrices=False)[2] ** 2, x)
for x in (a, tall, flat):
    case("pinv", L.pinv, x)
case("lstsq", lambda x, y: L.lstsq(x, y, driver="gelsd").solution, tall, rnd(6, 2), gradient=False)
case("lstsq", lambda x, y: L.lstsq(x, y, driver="gelsd").solution, rnd(3, 6), rnd(3, 2), gradient=False)
case("residuals", lambda x, y: L.lstsq(x, y, driver="gelsd").residuals, tall, rnd(6, 2), gradient=False)
case("cholesky", lambda x: L.cholesky(sym(x)), p)
case("Q", lambda x: L.qr(x)[0], tall, gradient=False)
case("R", lambda x: L.qr(x)[1], tall, gradient=False)
case("R", lambda x: L.qr(x)[1], flat, gradient=False)
case("complete R", lambda x: L.qr(x, mode="complete")[1], tall, gradient=False)
case("power 3", lambda x: L.matrix_power(x, 3), a)
case("power -2", lambda x: L.matrix_power(x, -2), a)
case("power 0", lambda x: L.matrix_power(x, 0), a, gradient=False)
case("exp", L.matrix_exp, s)
for order in ("fro", "nuc", 1, -1, 2, -2, float("inf"), float("-inf")):
    for x in (a, flat):
        case(f"matrix norm {order}", lambda x, order=order: L.matrix_norm(x, order), x)
for order in (0, 0.5, 1, 2, 3, float("inf"), float("-inf")):
    case(f"vector norm {order}", lambda x, order=order: L.vector_norm(x, order), tall, gradient=order != 0)
case("cond", lambda x: L.cond(x), a)
case("rank", lambda x: L.matrix_rank(x).double(), torch.cat((tall, tall @ rnd(3, 2)), 1), gradient=False)
case("real eigenvalues", lambda x: L.eigvals(x).real.sort(-1)[0], s, gradient=False)
case("imaginary eigenvalues", lambda x: L.eigvals(x).imag.sort(-1)[0], s, gradient=False)
with open("torch.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
