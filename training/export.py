"""What was learned as files that need no torch: the encoder in ONNX with 8-bit weights, the heads for numpy."""

import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network

__all__ = ["export"]


class _Encoder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        return self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state


def export(network: Network, tokenizer: Path, folder: Path) -> None:
    """Write the network's files into a folder: encoder.onnx, heads.npz, tokenizer.json."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = torch.ones(2, 16, dtype=torch.int64)
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "encoder.onnx"
        axes = {0: "windows", 1: "pieces"}
        torch.onnx.export(
            _Encoder(network.eval()),
            (pieces, torch.ones_like(pieces)),
            whole,
            input_names=["pieces", "mask"],
            output_names=["states"],
            dynamic_axes={"pieces": axes, "mask": axes, "states": axes},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    heads = {
        name: value.numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez(folder / "heads.npz", **heads)
    shutil.copy(tokenizer, folder / "tokenizer.json")
