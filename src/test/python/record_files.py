"""Writes small files of NumPy and PyTorch for TensorFilesTest to read, and archives for LabelledTextsTest; with a folder TensorFilesTest wrote, reads those.

Run: python3 record_files.py ../resources/jacobi/data
     python3 record_files.py --read FOLDER
"""
import collections
import io
import json
import struct
import sys
import tarfile

import numpy as np
import torch


def safetensors(path):
    """The format is simple enough to be read without its library."""
    data = open(path, "rb").read()
    n = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + n])
    types = {"F32": "<f4", "F64": "<f8", "F16": "<f2", "I64": "<i8", "I32": "<i4", "BOOL": "|b1", "U8": "|u1"}
    found = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] in types:
            a, b = about["data_offsets"]
            found[name] = np.frombuffer(data[8 + n + a:8 + n + b], types[about["dtype"]]).reshape(about["shape"])
    return found


def archive(path, layout):
    """Made-up reviews in the folders of the book's archive, and one of a name that does not fit into a tar's head."""
    reviews = {
        "train/pos/0_9.txt": "what a fine fine fine film\nfine film", "train/pos/1_10.txt": "fine film",
        "train/neg/0_1.txt": "dull dull dull dull film film film", "test/pos/0_8.txt": "fine film fine",
        "test/neg/" + "0" * 120 + "_2.txt": "dull\nfilm and dull"}
    with tarfile.open(path, "w:gz", format=layout) as tar:
        for folder in ("aclImdb", "aclImdb/train"):
            info = tarfile.TarInfo(folder)
            info.type, info.mode = tarfile.DIRTYPE, 0o755
            tar.addfile(info)
        link = tarfile.TarInfo("aclImdb/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
        for name, text in reviews.items():
            info = tarfile.TarInfo("aclImdb/" + name)
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))


def write(folder):
    archive(folder + "/reviews-posix.tar.gz", tarfile.PAX_FORMAT)
    archive(folder + "/reviews-gnu.tar.gz", tarfile.GNU_FORMAT)
    x = np.arange(6, dtype=np.float32).reshape(2, 3) / 4
    np.save(folder + "/x.npy", x)
    np.save(folder + "/columns.npy", np.asfortranarray(x.astype(np.float64)))
    np.savez(folder + "/several.npz", whole=np.arange(3), truth=np.array([True, False]), number=np.float64(2.5), half=x.astype(np.float16),
             bytes=np.array([0, 127, 255], np.uint8))
    torch.manual_seed(0)
    base = torch.arange(12, dtype=torch.float32).reshape(3, 4) / 8
    state = collections.OrderedDict(
        weight=torch.nn.Parameter(base), transposed=base.t(), part=base[1:, 1:3], half=base.half(), brain=base.bfloat16(),
        double=base.double(), long=torch.tensor([1, -2, 1 << 40]), truth=torch.tensor([True, False]), number=torch.tensor(3.5),
        bytes=torch.tensor([0, 200], dtype=torch.uint8))
    torch.save({"model": state, "epoch": 7, "loss": [0.5, 0.25], "name": "LeNet", "done": True, "none": None}, folder + "/state.pt")
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
    torch.save(net.state_dict(), folder + "/net.pt")


def read(folder):
    assert np.load(folder + "/x.npy").tolist() == [[0, 0.25, 0.5], [0.75, 1, 1.25]]
    several = np.load(folder + "/several.npz")
    assert several["a"].dtype == np.int64 and several["a"].tolist() == [1, 2] and several["b"].tolist() == [True, False]
    assert several["c"].shape == () and several["c"] == np.float64(0.1)
    found = safetensors(folder + "/net.safetensors")
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
    print(net.load_state_dict({k: torch.tensor(v) for k, v in found.items()}))
    assert safetensors(folder + "/half.safetensors")["0"].dtype == np.float16


if __name__ == "__main__":
    read(sys.argv[2]) if sys.argv[1] == "--read" else write(sys.argv[1])
