"""Records layers and losses as PyTorch has them: print, state, output and gradients, in float64, for RecordedLayersTest to compare with.

Run: python3 record_networks.py ../resources/jacobi/nn/layers.json.gz
"""
import gzip
import json
import sys

import torch
from torch import nn

torch.manual_seed(7)
F64 = torch.float64


def x(*shape):
    return torch.randn(*shape, dtype=F64)


def whole(high, *shape):
    return torch.randint(0, high, shape)


def prob(*shape):
    return torch.rand(*shape, dtype=F64) * 0.9 + 0.05


def signs(*shape):
    return torch.randint(0, 2, shape).to(F64) * 2 - 1


def heard(**settings):
    """A loss whose first input are scores; PyTorch's gradient to log-probabilities takes the log-softmax along."""

    def make():
        loss = nn.CTCLoss(**settings)
        loss.register_forward_pre_hook(lambda module, given: (given[0].log_softmax(-1), *given[1:]))
        return loss

    return make


W3 = torch.tensor([0.5, 2.0, 1.5], dtype=F64)
CASES = {
    "Linear": (lambda: nn.Linear(4, 3), [x(2, 5, 4)]),
    "Linear.bare": (lambda: nn.Linear(4, 3, bias=False), [x(2, 4)]),
    "LazyLinear": (lambda: nn.LazyLinear(3), [x(2, 4)]),
    "Bilinear": (lambda: nn.Bilinear(3, 4, 2), [x(5, 3), x(5, 4)]),
    "Identity": (lambda: nn.Identity(), [x(2, 3)]),
    "Flatten": (lambda: nn.Flatten(), [x(2, 3, 4)]),
    "Flatten.all": (lambda: nn.Flatten(0, 1), [x(2, 3, 4)]),
    "Unflatten": (lambda: nn.Unflatten(1, (2, 3)), [x(2, 6)]),
    "Conv1d": (lambda: nn.Conv1d(3, 4, 3, stride=2, padding=1), [x(2, 3, 9)]),
    "Conv1d.circular": (lambda: nn.Conv1d(2, 4, 3, padding=2, padding_mode="circular", groups=2), [x(2, 2, 7)]),
    "Conv2d": (lambda: nn.Conv2d(2, 3, 3), [x(2, 2, 6, 5)]),
    "Conv2d.more": (lambda: nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2, bias=False), [x(2, 4, 7, 6)]),
    "Conv2d.same": (lambda: nn.Conv2d(2, 3, (4, 3), padding="same"), [x(1, 2, 6, 5)]),
    "Conv2d.reflect": (lambda: nn.Conv2d(2, 3, 3, padding=2, padding_mode="reflect"), [x(1, 2, 6, 5)]),
    "Conv2d.replicate": (lambda: nn.Conv2d(2, 3, 3, padding=2, padding_mode="replicate"), [x(1, 2, 6, 5)]),
    "LazyConv2d": (lambda: nn.LazyConv2d(3, kernel_size=3, stride=2, padding=1), [x(2, 2, 6, 5)]),
    "Conv3d": (lambda: nn.Conv3d(2, 3, (2, 3, 2), stride=(2, 1, 1), padding=(1, 0, 1)), [x(2, 2, 4, 5, 4)]),
    "ConvTranspose1d": (lambda: nn.ConvTranspose1d(3, 2, 4, stride=2, padding=1), [x(2, 3, 5)]),
    "ConvTranspose2d": (lambda: nn.ConvTranspose2d(3, 4, 3, stride=2, padding=1, output_padding=1), [x(2, 3, 4, 5)]),
    "ConvTranspose2d.groups": (lambda: nn.ConvTranspose2d(4, 6, (2, 3), stride=(1, 2), groups=2, dilation=2, bias=False), [x(2, 4, 3, 4)]),
    "MaxPool1d": (lambda: nn.MaxPool1d(2), [x(2, 3, 8)]),
    "AvgPool1d": (lambda: nn.AvgPool1d(3, 2, 1), [x(2, 3, 8)]),
    "MaxPool2d": (lambda: nn.MaxPool2d(2), [x(2, 3, 6, 8)]),
    "MaxPool2d.more": (lambda: nn.MaxPool2d((3, 2), stride=2, padding=(1, 0)), [x(2, 3, 6, 8)]),
    "AvgPool2d": (lambda: nn.AvgPool2d(2, stride=2), [x(2, 3, 6, 8)]),
    "AvgPool2d.pad": (lambda: nn.AvgPool2d(3, 1, 1), [x(2, 3, 6, 8)]),
    "AdaptiveAvgPool2d": (lambda: nn.AdaptiveAvgPool2d((3, 2)), [x(2, 3, 7, 5)]),
    "AdaptiveAvgPool2d.one": (lambda: nn.AdaptiveAvgPool2d(1), [x(2, 3, 7, 5)]),
    "AdaptiveMaxPool2d": (lambda: nn.AdaptiveMaxPool2d((3, 2)), [x(2, 3, 7, 5)]),
    "AdaptiveAvgPool1d": (lambda: nn.AdaptiveAvgPool1d(3), [x(2, 3, 7)]),
    "BatchNorm1d": (lambda: nn.BatchNorm1d(3), [x(5, 3)]),
    "BatchNorm1d.sequence": (lambda: nn.BatchNorm1d(3, momentum=0.2, eps=1e-3), [x(5, 3, 4)]),
    "BatchNorm1d.eval": (lambda: nn.BatchNorm1d(3).eval(), [x(5, 3)]),
    "BatchNorm2d": (lambda: nn.BatchNorm2d(3), [x(4, 3, 2, 5)]),
    "BatchNorm2d.bare": (lambda: nn.BatchNorm2d(3, affine=False, track_running_stats=False), [x(4, 3, 2, 5)]),
    "LazyBatchNorm2d": (lambda: nn.LazyBatchNorm2d(), [x(4, 3, 2, 5)]),
    "LayerNorm": (lambda: nn.LayerNorm(4), [x(2, 3, 4)]),
    "LayerNorm.two": (lambda: nn.LayerNorm([3, 4], eps=1e-3), [x(2, 3, 4)]),
    "LayerNorm.bare": (lambda: nn.LayerNorm(4, elementwise_affine=False), [x(2, 3, 4)]),
    "GroupNorm": (lambda: nn.GroupNorm(2, 4), [x(3, 4, 2, 5)]),
    "Embedding": (lambda: nn.Embedding(7, 3), [whole(7, 2, 4)]),
    "Embedding.padding": (lambda: nn.Embedding(7, 3, padding_idx=2), [torch.tensor([[2, 1], [6, 2]])]),
    "Dropout.eval": (lambda: nn.Dropout(0.3).eval(), [x(2, 3)]),
    "Dropout2d.eval": (lambda: nn.Dropout2d(0.3).eval(), [x(2, 3, 2, 2)]),
    "AlphaDropout.eval": (lambda: nn.AlphaDropout(0.3).eval(), [x(2, 3)]),
    "Upsample": (lambda: nn.Upsample(scale_factor=2), [x(2, 3, 3, 4)]),
    "Upsample.bilinear": (lambda: nn.Upsample(scale_factor=2, mode="bilinear"), [x(2, 3, 3, 4)]),
    "Upsample.corners": (lambda: nn.Upsample(scale_factor=2, mode="bilinear", align_corners=True), [x(2, 3, 3, 4)]),
    "PixelShuffle": (lambda: nn.PixelShuffle(2), [x(2, 8, 3, 4)]),
    "ZeroPad2d": (lambda: nn.ZeroPad2d(1), [x(1, 2, 3, 4)]),
    "ReflectionPad2d": (lambda: nn.ReflectionPad2d((1, 2, 0, 1)), [x(1, 2, 3, 4)]),
    "ReplicationPad2d": (lambda: nn.ReplicationPad2d(2), [x(1, 2, 3, 4)]),
    "CosineSimilarity": (lambda: nn.CosineSimilarity(), [x(4, 3), x(4, 3)]),
    "PairwiseDistance": (lambda: nn.PairwiseDistance(), [x(4, 3), x(4, 3)]),
    "Sequential": (lambda: nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 2), nn.Dropout(0.0))), [x(5, 4)]),
    # activations
    **{k: (f, [x(3, 4) * 2]) for k, f in {
        "ReLU": lambda: nn.ReLU(), "ReLU6": lambda: nn.ReLU6(), "Sigmoid": lambda: nn.Sigmoid(), "Tanh": lambda: nn.Tanh(),
        "GELU": lambda: nn.GELU(), "GELU.tanh": lambda: nn.GELU(approximate="tanh"), "SiLU": lambda: nn.SiLU(), "Mish": lambda: nn.Mish(),
        "Softplus": lambda: nn.Softplus(), "Softplus.sharp": lambda: nn.Softplus(2, 3), "Softsign": lambda: nn.Softsign(),
        "Tanhshrink": lambda: nn.Tanhshrink(), "LogSigmoid": lambda: nn.LogSigmoid(), "LeakyReLU": lambda: nn.LeakyReLU(),
        "LeakyReLU.steep": lambda: nn.LeakyReLU(0.2), "ELU": lambda: nn.ELU(0.7), "CELU": lambda: nn.CELU(0.7), "SELU": lambda: nn.SELU(),
        "Hardswish": lambda: nn.Hardswish(), "Hardsigmoid": lambda: nn.Hardsigmoid(), "Hardtanh": lambda: nn.Hardtanh(),
        "Hardshrink": lambda: nn.Hardshrink(), "Softshrink": lambda: nn.Softshrink(0.3), "Threshold": lambda: nn.Threshold(0.5, 2),
        "Softmax": lambda: nn.Softmax(dim=1), "LogSoftmax": lambda: nn.LogSoftmax(dim=0), "Softmin": lambda: nn.Softmin(dim=1),
        "GLU": lambda: nn.GLU(), "PReLU": lambda: nn.PReLU(), "PReLU.many": lambda: nn.PReLU(4),
        "RReLU.eval": lambda: nn.RReLU().eval()}.items()},
    # losses
    "CrossEntropyLoss": (lambda: nn.CrossEntropyLoss(), [x(5, 3), whole(3, 5)]),
    "CrossEntropyLoss.none": (lambda: nn.CrossEntropyLoss(reduction="none"), [x(5, 3, 2), whole(3, 5, 2)]),
    "CrossEntropyLoss.weight": (lambda: nn.CrossEntropyLoss(weight=W3), [x(5, 3), whole(3, 5)]),
    "CrossEntropyLoss.ignore": (lambda: nn.CrossEntropyLoss(weight=W3, ignore_index=1), [x(5, 3), torch.tensor([0, 1, 2, 1, 0])]),
    "CrossEntropyLoss.ignore.sum": (lambda: nn.CrossEntropyLoss(ignore_index=-1, reduction="sum"), [x(5, 3), torch.tensor([0, -1, 2, 1, 0])]),
    "CrossEntropyLoss.smooth": (lambda: nn.CrossEntropyLoss(label_smoothing=0.1), [x(5, 3), whole(3, 5)]),
    "CrossEntropyLoss.smooth.weight": (lambda: nn.CrossEntropyLoss(weight=W3, label_smoothing=0.2), [x(5, 3), whole(3, 5)]),
    "CrossEntropyLoss.probabilities": (lambda: nn.CrossEntropyLoss(weight=W3, label_smoothing=0.1), [x(5, 3), prob(5, 3)]),
    "NLLLoss": (lambda: nn.NLLLoss(weight=W3), [x(5, 3), whole(3, 5)]),
    "BCELoss": (lambda: nn.BCELoss(), [prob(4, 3), prob(4, 3)]),
    "BCELoss.weight": (lambda: nn.BCELoss(weight=W3, reduction="sum"), [prob(4, 3), prob(4, 3)]),
    "BCEWithLogitsLoss": (lambda: nn.BCEWithLogitsLoss(), [x(4, 3), prob(4, 3)]),
    "BCEWithLogitsLoss.pos": (lambda: nn.BCEWithLogitsLoss(pos_weight=W3), [x(4, 3), prob(4, 3)]),
    "MSELoss": (lambda: nn.MSELoss(), [x(4, 3), x(4, 3)]),
    "MSELoss.none": (lambda: nn.MSELoss(reduction="none"), [x(4, 3), x(4, 3)]),
    "L1Loss": (lambda: nn.L1Loss(reduction="sum"), [x(4, 3), x(4, 3)]),
    "SmoothL1Loss": (lambda: nn.SmoothL1Loss(beta=0.5), [x(4, 3), x(4, 3)]),
    "HuberLoss": (lambda: nn.HuberLoss(delta=0.5), [x(4, 3), x(4, 3)]),
    "KLDivLoss": (lambda: nn.KLDivLoss(reduction="batchmean"), [x(4, 3), prob(4, 3)]),
    "KLDivLoss.log": (lambda: nn.KLDivLoss(log_target=True), [x(4, 3), x(4, 3)]),
    "SoftMarginLoss": (lambda: nn.SoftMarginLoss(), [x(4, 3), signs(4, 3)]),
    "HingeEmbeddingLoss": (lambda: nn.HingeEmbeddingLoss(), [x(4, 3), signs(4, 3)]),
    "MarginRankingLoss": (lambda: nn.MarginRankingLoss(margin=0.5), [x(4), x(4), signs(4)]),
    "CosineEmbeddingLoss": (lambda: nn.CosineEmbeddingLoss(margin=0.1), [x(4, 3), x(4, 3), signs(4)]),
    "TripletMarginLoss": (lambda: nn.TripletMarginLoss(), [x(4, 3), x(4, 3), x(4, 3)]),
    # volumes
    "ConvTranspose3d": (lambda: nn.ConvTranspose3d(2, 3, (2, 3, 2), stride=2, padding=(1, 0, 1), output_padding=1), [x(2, 2, 3, 2, 3)]),
    "ConvTranspose3d.groups": (
        lambda: nn.ConvTranspose3d(4, 2, (3, 1, 2), stride=(1, 2, 3), groups=2, dilation=(2, 1, 2), bias=False), [x(1, 4, 3, 2, 2)]),
    "ConvTranspose3d.one": (lambda: nn.ConvTranspose3d(2, 2, 2), [x(2, 2, 3, 2)]),
    "LazyConvTranspose3d": (lambda: nn.LazyConvTranspose3d(2, 3, stride=3, padding=1), [x(1, 3, 2, 2, 2)]),
    "MaxPool3d": (lambda: nn.MaxPool3d(2), [x(2, 2, 4, 5, 6)]),
    "MaxPool3d.more": (lambda: nn.MaxPool3d((3, 2, 3), stride=(2, 1, 2), padding=(1, 0, 1), ceil_mode=True), [x(2, 2, 6, 5, 8)]),
    "MaxPool3d.gaps": (lambda: nn.MaxPool3d(2, stride=1, padding=1, dilation=2), [x(2, 4, 5, 4)]),
    "MaxPool3d.ties": (lambda: nn.MaxPool3d(3, stride=1, padding=1), [whole(3, 1, 2, 4, 4, 4).to(F64)]),
    "AvgPool3d": (lambda: nn.AvgPool3d(2), [x(2, 2, 4, 5, 6)]),
    "AvgPool3d.more": (lambda: nn.AvgPool3d((3, 2, 3), stride=2, padding=(1, 0, 1), ceil_mode=True), [x(2, 2, 6, 5, 8)]),
    "AvgPool3d.inside": (lambda: nn.AvgPool3d(3, 2, 1, ceil_mode=True, count_include_pad=False), [x(2, 6, 5, 8)]),
    "AdaptiveAvgPool3d": (lambda: nn.AdaptiveAvgPool3d((2, 3, 2)), [x(2, 2, 5, 6, 3)]),
    "AdaptiveAvgPool3d.one": (lambda: nn.AdaptiveAvgPool3d(1), [x(2, 2, 3, 2, 3)]),
    "AdaptiveMaxPool3d": (lambda: nn.AdaptiveMaxPool3d((2, 3, 2)), [x(2, 2, 5, 6, 3)]),
    # windows that stick out, with gaps
    "MaxPool1d.ceil": (lambda: nn.MaxPool1d(3, 2, 1, dilation=2, ceil_mode=True), [x(2, 3, 8)]),
    "AvgPool1d.ceil": (lambda: nn.AvgPool1d(3, 2, 1, ceil_mode=True), [x(2, 3, 8)]),
    "AvgPool1d.inside": (lambda: nn.AvgPool1d(3, 2, 1, count_include_pad=False), [x(2, 3, 8)]),
    "MaxPool2d.ceil": (lambda: nn.MaxPool2d(2, ceil_mode=True), [x(2, 3, 5, 7)]),
    "MaxPool2d.beyond": (lambda: nn.MaxPool2d(2, 3, 1, ceil_mode=True), [x(1, 2, 6, 5)]),
    "MaxPool2d.gaps": (lambda: nn.MaxPool2d((2, 3), 2, (1, 1), dilation=(3, 2), ceil_mode=True), [x(2, 2, 7, 8)]),
    "AvgPool2d.ceil": (lambda: nn.AvgPool2d(2, ceil_mode=True), [x(2, 3, 5, 7)]),
    "AvgPool2d.ceil.pad": (lambda: nn.AvgPool2d(3, 2, 1, ceil_mode=True), [x(2, 3, 6, 8)]),
    "AvgPool2d.inside": (lambda: nn.AvgPool2d((3, 2), 2, 1, ceil_mode=True, count_include_pad=False), [x(2, 3, 6, 8)]),
    # instances
    "InstanceNorm1d": (lambda: nn.InstanceNorm1d(3), [x(4, 3, 5)]),
    "InstanceNorm1d.one": (lambda: nn.InstanceNorm1d(3, affine=True), [x(3, 5)]),
    "InstanceNorm2d": (lambda: nn.InstanceNorm2d(3, eps=1e-3, momentum=0.2, affine=True, track_running_stats=True), [x(4, 3, 5, 4)]),
    "InstanceNorm2d.eval": (lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True).eval(), [x(4, 3, 2, 5)]),
    "InstanceNorm2d.bare.eval": (lambda: nn.InstanceNorm2d(3).eval(), [x(4, 3, 2, 5)]),
    "InstanceNorm3d": (lambda: nn.InstanceNorm3d(2, affine=True), [x(3, 2, 2, 3, 2)]),
    "LazyInstanceNorm1d": (lambda: nn.LazyInstanceNorm1d(), [x(4, 3, 5)]),
    "LazyInstanceNorm2d": (lambda: nn.LazyInstanceNorm2d(affine=False), [x(4, 3, 5, 4)]),
    "LazyInstanceNorm3d": (lambda: nn.LazyInstanceNorm3d(), [x(3, 2, 2, 3, 2)]),
    # sequences without times
    "CTCLoss": (heard(), [x(9, 3, 4), torch.tensor([[1, 1, 2], [3, 2, 0], [2, 0, 0]]), whole(2, 3) + 8, torch.tensor([3, 2, 1])]),
    "CTCLoss.row": (heard(blank=3, reduction="none"), [x(6, 3, 4), torch.tensor([0, 0, 2, 1]), torch.tensor([6, 4, 2]), torch.tensor([3, 1, 0])]),
    "CTCLoss.infinite": (
        heard(reduction="sum", zero_infinity=True), [x(4, 2, 3), torch.tensor([[1, 1, 1], [1, 2, 1]]), torch.tensor([4, 4]), torch.tensor([3, 3])]),
    "CTCLoss.one": (heard(), [x(5, 4), torch.tensor([1, 3]), torch.tensor(5), torch.tensor(2)]),
}


def data(t):
    t = t.detach()
    flat = t.reshape(-1).tolist()
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "data": flat}


def record(name):
    make, inputs = CASES[name]
    module = make()
    printed = repr(module)
    module = module.to(F64)
    lazy = any(nn.parameter.is_lazy(p) for p in [*module.parameters(), *module.buffers()])
    if lazy:
        module(*inputs)
        module = module.to(F64)
    with torch.no_grad():
        for p in list(module.parameters()) + [b for b in module.buffers() if b.dtype == F64 and "Loss" not in name]:
            p.copy_(torch.rand_like(p) + 0.1 if "var" in name else torch.randn_like(p) * 0.5)
        for k, b in module.named_buffers():
            if k.endswith("running_var"):
                b.abs_().add_(0.2)
    state = {k: data(v.clone()) for k, v in module.state_dict().items()}
    learned = 1 if "Loss" in name else len(inputs)
    wanted = [i.clone().requires_grad_() if i.is_floating_point() and n < learned else i for n, i in enumerate(inputs)]
    y = module(*wanted)
    y.backward(torch.cos(torch.arange(y.numel(), dtype=F64)).reshape(y.shape))
    return {
        "name": name,
        "repr": printed,
        "after": repr(module),
        "state": state,
        "inputs": [data(i) for i in inputs],
        "output": data(y),
        "inputGrads": [data(i.grad) if i.grad is not None else None for i in wanted],
        "grads": {k: data(p.grad) for k, p in module.named_parameters()},
        "buffers": {k: data(b) for k, b in module.named_buffers()},
    }


if __name__ == "__main__":
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps([record(name) for name in CASES], separators=(",", ":")).encode())
