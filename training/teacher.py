"""A large tagger of names that teaches the small one: the sentence encoder, trained on.

Only this module needs PyTorch. The encoder's transformer (``training.encoder``) reads the
word pieces of a sentence; a layer on top tells a BIO tag of each word's first piece.
"""

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch  # type: ignore[import-not-found]
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional  # type: ignore[import-not-found]

from training.encoder import Encoder
from training.tagging import LABELS, OPEN, Example, batches

FROZEN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How a stage of training goes: epochs, learning rates, sentences at once."""

    epochs: int
    rate: float
    head_rate: float = 1e-3
    size: int = 16


WARM = Schedule(epochs=1, rate=1e-4, size=32)
GOLD = Schedule(epochs=6, rate=1e-4)


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of the transformer."""

    def __init__(self, encoder: Encoder, index: int) -> None:
        super().__init__()
        width, inner = encoder.sizes.width, encoder.sizes.inner
        self.heads = encoder.sizes.heads

        def linear(name: str, columns: int, rows: int) -> nn.Linear:
            made = nn.Linear(columns, rows)
            weight = encoder.matrix(f"l{index}.{name}.w", columns)
            made.weight.data.copy_(torch.from_numpy(weight))
            made.bias.data.copy_(torch.from_numpy(encoder.vector(f"l{index}.{name}.b")))
            return made

        self.query, self.key, self.value, self.out = (
            linear(name, width, width) for name in ("q", "k", "v", "ao")
        )
        self.up, self.down = linear("fi", width, inner), linear("fo", inner, width)
        self.middle = _norm(encoder, f"l{index}.aln")
        self.end = _norm(encoder, f"l{index}.oln")
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the next states; ``mask`` is true where a piece may be looked at."""
        rows, length, width = x.shape

        def split(y: torch.Tensor) -> torch.Tensor:
            return y.view(rows, length, self.heads, width // self.heads).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        x = self.middle(x + self.drop(self.out(seen.transpose(1, 2).reshape(x.shape))))
        mixed: torch.Tensor = self.end(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return mixed


def _norm(encoder: Encoder, name: str) -> nn.LayerNorm:
    made = nn.LayerNorm(encoder.sizes.width, eps=1e-12)
    made.weight.data.copy_(torch.from_numpy(encoder.vector(f"{name}.w")))
    made.bias.data.copy_(torch.from_numpy(encoder.vector(f"{name}.b")))
    return made


class Tagger(nn.Module):  # type: ignore[misc]
    """The encoder with a layer that tells tags; its lower half does not learn."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.sizes.width
        words = encoder.matrix("emb.word", width)
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(words))
        places = encoder.matrix("emb.pos", width) + encoder.matrix("emb.type", width)[0]
        self.places = nn.Embedding.from_pretrained(torch.from_numpy(places))
        self.norm = _norm(encoder, "emb.ln")
        self.layers = nn.ModuleList(Layer(encoder, i) for i in range(encoder.sizes.layers))
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(LABELS))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Return the scores of each piece's tags; pieces of id 1 fill up a row."""
        mask = (ids != 1)[:, None, None, :]
        x = self._lower(ids, mask)
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
        scores: torch.Tensor = self.tags(self.drop(x))
        return scores

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def _lower(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.norm(self.words(ids) + self.places(torch.arange(ids.shape[1])))
        for layer in self.layers[:FROZEN]:
            x = layer(x, mask)
        return x


def trained(
    encoder: Encoder, rounds: Sequence[tuple[Sequence[Example], Schedule]], seed: int
) -> Tagger:
    """Return a tagger trained on each round's examples in turn, the same each time."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(seed)
    model = Tagger(encoder)
    for examples, told in rounds:
        fit(model, examples, told, seed)
    return model


def half() -> torch.autocast:
    """Return a context that multiplies in half precision, twice as fast where the CPU can."""
    return torch.autocast("cpu", torch.bfloat16)


def fit(model: Tagger, examples: Sequence[Example], told: Schedule, seed: int) -> None:
    """Train a model on examples, the rate of learning up to its height and down again."""
    torch.manual_seed(seed)
    random_ = random.Random(seed)
    groups = _groups(model, told)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    total = told.epochs * math.ceil(len(examples) / told.size)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * total), (total - step) / (0.9 * total))
    )
    model.train()
    for _ in range(told.epochs):
        for batch in batches(examples, told.size, random_):
            ids, gold = _tensors(batch)
            with half():
                scores = model(ids)
            loss = functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()


def _groups(model: Tagger, told: Schedule) -> list[dict[str, object]]:
    upper = list(model.layers[FROZEN:].parameters())
    tags = list(model.tags.parameters())
    return [{"params": upper, "lr": told.rate}, {"params": tags, "lr": told.head_rate}]


def _tensors(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    length = max(len(example.pieces) for example in batch)
    ids = torch.ones((len(batch), length), dtype=torch.long)
    gold = torch.full((len(batch), length), OPEN, dtype=torch.long)
    for i, example in enumerate(batch):
        ids[i, : len(example.pieces)] = torch.tensor(example.pieces)
        gold[i, torch.tensor(example.starts)] = torch.tensor(example.labels)
    return ids, gold


@torch.no_grad()  # type: ignore[untyped-decorator]
def tell(
    model: Tagger, examples: Iterable[Example], size: int = 64
) -> Iterator[NDArray[np.float32]]:
    """Yield the log-probabilities of each word's tags, for each example."""
    model.eval()
    told = list(examples)
    order = sorted(range(len(told)), key=lambda i: len(told[i].pieces))
    found: dict[int, NDArray[np.float32]] = {}
    for at in range(0, len(order), size):
        chosen = order[at : at + size]
        ids, _ = _tensors([told[i] for i in chosen])
        with half():
            scores = functional.log_softmax(model(ids).float(), dim=-1).numpy()
        for row, i in enumerate(chosen):
            found[i] = scores[row, list(told[i].starts)]
    yield from (found[i] for i in range(len(told)))
