"""The network: an encoder over the words, and small heads for triggers, moods and the parts that slots have."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from verbale.events.learned.labels import DEPENDENCIES, KINDS, MOODS, PATHS, ROLES, TAGS, TOLD
from verbale.events.learned.view import CLASSES, FLAGS, HINTS

__all__ = ["Network"]

_WIDTH = 128  # of a trigger's and of a slot's part in a pair


class Network(nn.Module):
    """MiniLM-L6 (Wang et al., 2020) with heads of one hidden layer each."""

    def __init__(self, encoder: Path) -> None:
        """Start from a pre-trained encoder, its word embeddings and lowest layer held."""
        super().__init__()
        self.encoder = BertModel.from_pretrained(encoder, add_pooling_layer=False)
        self.encoder.embeddings.requires_grad_(False)
        self.encoder.encoder.layer[0].requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.dependency = nn.Embedding(len(DEPENDENCIES) + 1, 16)
        self.tag = nn.Embedding(len(TAGS) + 1, 16)
        self.mood = nn.Embedding(len(MOODS), 8)
        word = width + 40 + HINTS
        self.trigger = _head(word, 256, len(TOLD))
        self.stance = _head(word + len(TOLD), 128, len(MOODS))
        self.teller = nn.Linear(width, _WIDTH)
        self.named = nn.Linear(width, _WIDTH)
        self.told = nn.Embedding(len(TOLD), 16)
        self.bag = nn.Embedding(PATHS + 2, 24, padding_idx=0)
        self.path = nn.Embedding(CLASSES["path"], 24)
        self.near = nn.Embedding(CLASSES["near"], 8)
        self.apart = nn.Embedding(CLASSES["apart"], 8)
        self.kind = nn.Embedding(len(KINDS) + 1, 8)
        pair = 3 * _WIDTH + 16 + 24 + 24 + 8 + 8 + 8 + 24 + FLAGS
        self.part = _head(pair, 256, len(ROLES))
        nn.init.constant_(self.trigger[-1].bias, -4.0)  # few words tell anything, few slots have a part
        nn.init.constant_(self.part[-1].bias, -2.0)

    def encode(self, pieces: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """The vectors of the words: (words, width), each that of its first piece; ``firsts`` is (words, 2)."""
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return states[firsts[:, 0], firsts[:, 1]]

    def words(self, vectors: Tensor, dependency: Tensor, tag: Tensor, mood: Tensor, hints: Tensor) -> Tensor:
        """The words with what the parse and the rules say of them: (words, features)."""
        return torch.cat([vectors, self.dependency(dependency), self.tag(tag), self.mood(mood), hints], 1)

    def triggers(self, words: Tensor) -> Tensor:
        """Logits of what each word tells: (words, TOLD)."""
        return self.trigger(words)

    def moods(self, words: Tensor, told: Tensor) -> Tensor:
        """Logits of how each trigger is held: (triggers, MOODS)."""
        return self.stance(torch.cat([words, nn.functional.one_hot(told, len(TOLD)).float()], 1))

    def parts(self, vectors: Tensor, pairs: dict[str, Tensor]) -> Tensor:
        """Logits of the part that each slot has to its trigger: (pairs, ROLES)."""
        teller = self.teller(vectors)[pairs["trigger"]]
        named = self.named(vectors)[pairs["word"]]
        features = [
            teller,
            named,
            teller * named,
            self.told(pairs["told"]),
            self.bag(pairs["bag"]).sum(1),
            self.path(pairs["path"]),
            self.near(pairs["near"]),
            self.apart(pairs["apart"]),
            self.kind(pairs["kind"]),
            self.dependency(pairs["dependency"]),
            self.mood(pairs["mood"]),
            pairs["flags"],
        ]
        return self.part(torch.cat(features, 1))


def _head(width: int, hidden: int, out: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Dropout(0.15), nn.Linear(width, hidden), nn.ReLU(), nn.Dropout(0.15), nn.Linear(hidden, out)
    )
