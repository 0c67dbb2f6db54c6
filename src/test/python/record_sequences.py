"""Records recurrent layers and transformers as PyTorch has them: print, state, output and gradients, in float64, for RecordedSequencesTest.

Run: python3 record_sequences.py ../resources/jacobi/nn/sequences.json.gz
"""
import gzip
import json
import sys

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from record_networks import data

torch.manual_seed(11)
F64 = torch.float64


def x(*shape):
    return torch.randn(*shape, dtype=F64)


def join(*parts):
    return torch.cat([p.reshape(-1) for p in parts])


def gru(m, i):
    return join(*m(*i))


def lstm(m, i):
    y, (h, c) = m(i[0], (i[1], i[2])) if len(i) > 1 else m(i[0])
    return join(y, h, c)


def packed(m, i):
    y, s = m(pack_padded_sequence(i[0], [4, 2, 3], enforce_sorted=False))
    y, _ = pad_packed_sequence(y)
    return join(y, *(s if isinstance(s, tuple) else (s,)))


def attention(m, i):
    return join(*m(*i))


MASK = torch.triu(torch.ones(4, 4), 1).bool()
PADDING = torch.tensor([[False, False, False, True], [False, False, False, False], [False, True, False, False]])
FLOAT = torch.triu(torch.full((4, 4), float("-inf"), dtype=F64), 1)
CASES = {
    "RNN": (lambda: nn.RNN(3, 5), [x(4, 2, 3)], gru),
    "RNN.state": (lambda: nn.RNN(3, 5, 2, nonlinearity="relu"), [x(4, 2, 3), x(2, 2, 5)], gru),
    "RNN.one": (lambda: nn.RNN(3, 5), [x(4, 3)], gru),
    "GRU": (lambda: nn.GRU(3, 5), [x(4, 2, 3)], gru),
    "GRU.both": (lambda: nn.GRU(3, 4, 2, batch_first=True, bidirectional=True), [x(2, 4, 3), x(4, 2, 4)], gru),
    "GRU.bare": (lambda: nn.GRU(3, 4, bias=False), [x(4, 2, 3)], gru),
    "GRU.packed": (lambda: nn.GRU(3, 4, 2, bidirectional=True), [x(4, 3, 3)], packed),
    "LSTM": (lambda: nn.LSTM(3, 5), [x(4, 2, 3)], lstm),
    "LSTM.both": (lambda: nn.LSTM(3, 4, num_layers=2, bidirectional=True), [x(4, 2, 3), x(4, 2, 4), x(4, 2, 4)], lstm),
    "LSTM.packed": (lambda: nn.LSTM(3, 4), [x(4, 3, 3)], packed),
    "RNNCell": (lambda: nn.RNNCell(3, 5), [x(2, 3), x(2, 5)], lambda m, i: m(*i)),
    "GRUCell": (lambda: nn.GRUCell(3, 5), [x(2, 3), x(2, 5)], lambda m, i: m(*i)),
    "LSTMCell": (lambda: nn.LSTMCell(3, 5), [x(2, 3), x(2, 5), x(2, 5)], lambda m, i: join(*m(i[0], (i[1], i[2])))),
    "MultiheadAttention": (lambda: nn.MultiheadAttention(6, 2), [x(4, 3, 6), x(5, 3, 6), x(5, 3, 6)], attention),
    "MultiheadAttention.mask": (lambda: nn.MultiheadAttention(6, 3, batch_first=True), [x(3, 4, 6), x(3, 4, 6), x(3, 4, 6)],
                                lambda m, i: join(*m(*i, key_padding_mask=PADDING, attn_mask=MASK))),
    "MultiheadAttention.one": (lambda: nn.MultiheadAttention(6, 2, bias=False), [x(4, 6), x(5, 6), x(5, 6)], attention),
    "TransformerEncoderLayer": (lambda: nn.TransformerEncoderLayer(6, 2, 8, 0.0), [x(4, 3, 6)], lambda m, i: m(i[0])),
    "TransformerEncoderLayer.first": (lambda: nn.TransformerEncoderLayer(6, 2, 8, 0.0, activation="gelu", batch_first=True, norm_first=True), [x(3, 4, 6)],
                                      lambda m, i: m(i[0], FLOAT)),
    "TransformerDecoderLayer": (lambda: nn.TransformerDecoderLayer(6, 2, 8, 0.0), [x(4, 3, 6), x(5, 3, 6)], lambda m, i: m(*i, tgt_mask=FLOAT)),
    "TransformerDecoderLayer.first": (lambda: nn.TransformerDecoderLayer(6, 3, 8, 0.0, norm_first=True), [x(4, 3, 6), x(5, 3, 6)], lambda m, i: m(*i)),
    "TransformerEncoder": (lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 8, 0.0), 2, nn.LayerNorm(6)), [x(4, 3, 6)], lambda m, i: m(i[0])),
    "TransformerDecoder": (lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(6, 2, 8, 0.0), 2), [x(4, 3, 6), x(5, 3, 6)], lambda m, i: m(*i)),
}


def record(name):
    make, inputs, use = CASES[name]
    module = make()
    printed = repr(module)
    module = module.to(F64)
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(torch.randn_like(p) * 0.5)
    state = {k: data(v.clone()) for k, v in module.state_dict().items()}
    wanted = [i.clone().requires_grad_() for i in inputs]
    y = use(module, wanted)
    y.backward(torch.cos(torch.arange(y.numel(), dtype=F64)).reshape(y.shape))
    return {"name": name, "repr": printed, "state": state, "inputs": [data(i) for i in inputs], "output": data(y),
            "inputGrads": [data(i.grad) for i in wanted], "grads": {k: data(p.grad) for k, p in module.named_parameters()}}


if __name__ == "__main__":
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps([record(name) for name in CASES], separators=(",", ":")).encode())
