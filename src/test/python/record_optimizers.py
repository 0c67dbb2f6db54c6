"""Records 100 steps of every optimiser and schedule as PyTorch takes them, in float64, for RecordedOptimizersTest to compare with.

Run: python3 record_optimizers.py ../resources/jacobi/optim/steps.json.gz
"""
import gzip
import json
import math
import sys
import warnings

import torch
from torch import optim
from torch.optim import lr_scheduler as schedule

warnings.filterwarnings("ignore")
F64 = torch.float64


class NAdam(optim.NAdam):
    """The step of PyTorch 2: release 1.13 multiplies the momentum's product once too often, and in float32."""

    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                s = self.state[p]
                if not s:
                    s.update(step=0, mu=1.0, exp_avg=torch.zeros_like(p), exp_avg_sq=torch.zeros_like(p))
                s["step"] += 1
                grad = p.grad + group["weight_decay"] * p.detach()
                mu, mu_next = [beta1 * (1 - 0.5 * 0.96 ** ((s["step"] + k) * group["momentum_decay"])) for k in (0, 1)]
                s["mu"] *= mu
                s["exp_avg"].mul_(beta1).add_(grad, alpha=1 - beta1)
                s["exp_avg_sq"].mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
                denom = s["exp_avg_sq"].div(1 - beta2 ** s["step"]).sqrt().add_(group["eps"])
                with torch.no_grad():
                    p.addcdiv_(grad, denom, value=-group["lr"] * (1 - mu) / (1 - s["mu"]))
                    p.addcdiv_(s["exp_avg"], denom, value=-group["lr"] * mu_next / (1 - s["mu"] * mu_next))


OPTIMIZERS = {
    "SGD": lambda p: optim.SGD(p, 0.01),
    "SGD.momentum": lambda p: optim.SGD(p, 0.01, momentum=0.9, dampening=0.1, weight_decay=0.01),
    "SGD.nesterov": lambda p: optim.SGD(p, 0.01, momentum=0.9, nesterov=True),
    "SGD.maximize": lambda p: optim.SGD(p, 0.0001, maximize=True),
    "Adagrad": lambda p: optim.Adagrad(p),
    "Adagrad.more": lambda p: optim.Adagrad(p, 0.1, lr_decay=0.01, weight_decay=0.02, initial_accumulator_value=0.1),
    "RMSprop": lambda p: optim.RMSprop(p),
    "RMSprop.more": lambda p: optim.RMSprop(p, 0.01, alpha=0.9, eps=1e-6, weight_decay=0.01, momentum=0.5, centered=True),
    "Adadelta": lambda p: optim.Adadelta(p),
    "Adadelta.more": lambda p: optim.Adadelta(p, 0.5, rho=0.8, weight_decay=0.01),
    "Adam": lambda p: optim.Adam(p, 0.01),
    "Adam.more": lambda p: optim.Adam(p, 0.01, betas=(0.8, 0.99), weight_decay=0.01, amsgrad=True),
    "AdamW": lambda p: optim.AdamW(p, 0.01),
    "AdamW.amsgrad": lambda p: optim.AdamW(p, 0.01, weight_decay=0.1, amsgrad=True),
    "Adamax": lambda p: optim.Adamax(p, weight_decay=0.01),
    "NAdam": lambda p: NAdam(p, weight_decay=0.01),
    "groups": lambda p: optim.SGD([{"params": [p[0]], "weight_decay": 0.1}, {"params": p[1], "lr": 0.02}], lr=0.01, momentum=0.5),
    "LBFGS": lambda p: optim.LBFGS(p, 0.5, max_iter=4, history_size=5),
}
SCHEDULES = {
    "LambdaLR": lambda o: schedule.LambdaLR(o, lambda e: 0.95 ** e),
    "MultiplicativeLR": lambda o: schedule.MultiplicativeLR(o, lambda e: 1 - 0.01 * e),
    "StepLR": lambda o: schedule.StepLR(o, 7, 0.5),
    "MultiStepLR": lambda o: schedule.MultiStepLR(o, [3, 10, 10, 40], 0.5),
    "ExponentialLR": lambda o: schedule.ExponentialLR(o, 0.97),
    "ConstantLR": lambda o: schedule.ConstantLR(o, 0.5, 4),
    "LinearLR": lambda o: schedule.LinearLR(o),
    "PolynomialLR": lambda o: schedule.PolynomialLR(o, 30, 2.0),
    "CosineAnnealingLR": lambda o: schedule.CosineAnnealingLR(o, 20, 0.001),
    "CosineAnnealingWarmRestarts": lambda o: schedule.CosineAnnealingWarmRestarts(o, 5, 2, 0.001),
    "OneCycleLR": lambda o: schedule.OneCycleLR(o, 0.3, 101),
    "OneCycleLR.linear": lambda o: schedule.OneCycleLR(o, 0.3, 120, pct_start=0.2, anneal_strategy="linear", base_momentum=0.8, max_momentum=0.9, div_factor=10, final_div_factor=100),
    "SequentialLR": lambda o: schedule.SequentialLR(o, [schedule.LinearLR(o, 0.1, 1.0, 10), schedule.ExponentialLR(o, 0.9)], [12]),
    "ChainedScheduler": lambda o: schedule.ChainedScheduler([schedule.ConstantLR(o, 0.1, 5), schedule.ExponentialLR(o, 0.9)]),
    "ReduceLROnPlateau": lambda o: schedule.ReduceLROnPlateau(o, factor=0.5, patience=3, cooldown=2, min_lr=0.001),
}


def start():
    a = torch.cos(torch.arange(6, dtype=F64)).reshape(2, 3).requires_grad_()
    b = torch.sin(torch.arange(3, dtype=F64)).requires_grad_()
    return [a, b]


def loss(p):
    a, b = p
    return ((a * torch.tensor([1.0, 2.0, 5.0], dtype=F64) - b).square().sum() + (a.exp().sum() - 5).square() * 0.1 + b.pow(4).sum())


def steps(name):
    p = start()
    o = OPTIMIZERS[name](p)
    track = []

    def closure():
        o.zero_grad()
        value = loss(p)
        value.backward()
        return value

    for i in range(100):
        if name == "LBFGS":
            o.step(closure)
        else:
            closure()
            o.step()
        if i % 11 == 0 or i == 99:
            track.append([i, torch.cat([t.detach().flatten() for t in p]).tolist()])
    return {"name": name, "repr": repr(o), "track": track}


def metric(i):
    return 1 / (1 + i) + 0.3 * math.sin(i)


def rates(name):
    o = optim.SGD(start(), 0.1, momentum=0.9)
    s = SCHEDULES[name](o)
    track = []
    for i in range(100):
        o.step()
        track.append([o.param_groups[0]["lr"], o.param_groups[0]["momentum"]])
        if name == "ReduceLROnPlateau":
            s.step(metric(i))
        else:
            s.step()
    return {"name": name, "rates": track}


if __name__ == "__main__":
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps({"steps": [steps(n) for n in OPTIMIZERS], "schedules": [rates(n) for n in SCHEDULES]}, separators=(",", ":")).encode())
