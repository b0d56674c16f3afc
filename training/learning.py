"""How the network learns: what each word, slot and mood should be, and the steps towards it."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.gold import Example, Target
from training.network import Network
from verbale.evaluation.likeness import same_date
from verbale.events.frames import event_type
from verbale.events.learned.labels import ROLES, TOLD, allowed
from verbale.events.learned.pieces import Windows, windows
from verbale.events.learned.view import View

__all__ = ["learned", "lessons"]

_STARTS = ROLES.index("starts")
_ELSEWHERE = 0.3  # weight of a word within the evidence that is not the trigger
_REPEAT = 0.15  # weight of a word that may tell a gold event again
_BODY_RATE, _HEAD_RATE = 1e-4, 1e-3  # of learning
_TRUST, _EARLY_TRUST = 1.0, 3.0  # what a rule's sight of a trigger adds to a word's logit, later and in the first epoch


@dataclass(slots=True)
class Lesson:
    """An example made ready: its windows, features as tensors, and weights of words that may repeat an event."""

    example: Example
    windows: Windows
    words: dict[str, Tensor]
    weight: Tensor  # (words, TOLD)
    pairs: dict[tuple[int, int], dict[str, Tensor]]


def lessons(examples: Iterable[Example], pieces: Tokenizer) -> list[Lesson]:
    """The examples, made ready."""
    return [Lesson(one, windows(one.view, pieces), _words(one.view), _weights(one), {}) for one in examples]


def _words(view: View) -> dict[str, Tensor]:
    return {
        "dependency": torch.from_numpy(view.dependency),
        "tag": torch.from_numpy(view.tag),
        "mood": torch.from_numpy(view.mood),
        "hints": torch.from_numpy(view.hints),
    }


def _weights(example: Example) -> Tensor:
    """One for each word and what it may tell, less where it may tell a gold event once more."""
    view = example.view
    weight = torch.ones(len(view.words), len(TOLD))
    for target in example.targets:
        type_ = TOLD[target.told]
        for word in target.words:
            weight[word, target.told] = _ELSEWHERE
        if target.mood is None:
            for word, saying in view.sayings.items():
                same = set(map(view.unified, saying.speakers)) & target.roles["speaker"]
                if saying.act == type_ and same and word not in target.words:
                    weight[word, target.told] = min(weight[word, target.told].item(), _REPEAT)
            continue
        core = frozenset[str]().union(*(target.roles.get(role, frozenset()) for role in event_type(type_).core))
        for (word, told), telling in view.frames.items():
            if told != type_ or word in target.words:
                continue
            fillers = {view.unified(one) for ids in telling.candidate.roles.values() for one in ids}
            if not fillers or fillers & core:
                weight[word, target.told] = min(weight[word, target.told].item(), _REPEAT)
    return weight


def _pairs_of(lesson: Lesson, word: int, told: int) -> dict[str, Tensor]:
    """The features of a trigger's pairs, with the index of each pair's filler."""
    key = (word, told)
    if key not in lesson.pairs:
        view = lesson.example.view
        found = view.pairs(word, TOLD[told])
        slots = [view.slots[place] for place in found.slots]
        at = np.array([slot.word for slot in slots], np.int64)
        lesson.pairs[key] = {
            "word": torch.from_numpy(at),
            "bag": torch.from_numpy(found.bag),
            "path": torch.from_numpy(found.path),
            "near": torch.from_numpy(found.near),
            "apart": torch.from_numpy(found.apart),
            "flags": torch.from_numpy(found.flags),
            "kind": torch.tensor([slot.kind for slot in slots], dtype=torch.int64),
            "dependency": torch.from_numpy(view.dependency[at]) if len(at) else torch.zeros(0, dtype=torch.int64),
            "slots": torch.from_numpy(found.slots),
        }
    return lesson.pairs[key]


def _joined(lesson: Lesson, triggers: Sequence[tuple[int, int]]) -> dict[str, Tensor]:
    """The pairs of several triggers as one; ``of`` tells which trigger each is of."""
    parts = [_pairs_of(lesson, word, told) for word, told in triggers]
    whole = {name: torch.cat([part[name] for part in parts]) for name in parts[0]}
    sizes = torch.tensor([len(part["word"]) for part in parts])
    whole["of"] = torch.repeat_interleave(torch.arange(len(parts)), sizes)
    whole["trigger"] = torch.tensor([word for word, _ in triggers])[whole["of"]]
    whole["told"] = torch.tensor([told for _, told in triggers])[whole["of"]]
    whole["mood"] = torch.from_numpy(lesson.example.view.mood)[whole["trigger"]]
    return whole


def _chosen(lesson: Lesson, logits: Tensor, bonus: float) -> list[int | None]:
    """For each target the word that tells it: the likeliest of its evidence, each word once for each type."""
    view = lesson.example.view
    scores = logits.detach() + bonus * lesson.words["hints"][:, : len(TOLD)]
    scores[~torch.from_numpy(view.open)] = -1e9
    used: set[tuple[int, int]] = set()
    found: list[int | None] = []
    for target in lesson.example.targets:
        free = [word for word in target.words if (word, target.told) not in used and view.open[word]]
        if not free:
            found.append(None)
            continue
        best = max(free, key=lambda word: scores[word, target.told].item())
        used.add((best, target.told))
        found.append(best)
    return found


def _loss(network: Network, lesson: Lesson, vectors: Tensor, bonus: float) -> Tensor:
    """The loss of an article: its triggers, their moods, and the parts of the slots."""
    words = network.words(vectors, **lesson.words)
    logits = network.triggers(words)
    at = _chosen(lesson, logits, bonus)
    right = torch.zeros_like(logits)
    weight = lesson.weight.clone()
    weight[~torch.from_numpy(lesson.example.view.open)] = 0
    told = [(word, target) for word, target in zip(at, lesson.example.targets, strict=True) if word is not None]
    for word, target in told:
        right[word, target.told] = 1
        weight[word, target.told] = 1
    loss = (functional.binary_cross_entropy_with_logits(logits, right, reduction="none") * weight).sum() / 10
    if not told:
        return loss
    held = [(word, target) for word, target in told if target.mood is not None]
    if held:
        places = torch.tensor([word for word, _ in held])
        kinds = torch.tensor([target.told for _, target in held])
        moods = network.moods(words[places], kinds)
        loss = loss + 0.2 * functional.cross_entropy(moods, torch.tensor([t.mood for _, t in held]), reduction="sum")
    pairs = _joined(lesson, [(word, target.told) for word, target in told])
    if len(pairs["word"]):
        loss = loss + 0.2 * _parts_loss(network.parts(vectors, pairs), pairs, [t for _, t in told], lesson.example.view)
    return loss


def _parts_loss(logits: Tensor, pairs: dict[str, Tensor], targets: Sequence[Target], view: View) -> Tensor:
    """Whether each filler has each role, by its likeliest slot; whether each date is the day."""
    rows: list[int] = []
    group: list[int] = []
    groups: dict[tuple[int, str], int] = {}
    for row, (of, place) in enumerate(zip(pairs["of"].tolist(), pairs["slots"].tolist(), strict=True)):
        slot = view.slots[place]
        names = slot.fillers or (f"day {slot.date.iso}",)
        for name in names if slot.date is None else (*slot.fillers, f"day {slot.date.iso}"):
            rows.append(row)
            group.append(groups.setdefault((of, name), len(groups)))
    index = torch.tensor(group)
    best = torch.full((len(groups), len(ROLES)), -30.0).index_reduce(0, index, logits[torch.tensor(rows)], "amax")
    right = torch.zeros_like(best)
    weight = torch.zeros_like(best)
    for (of, name), number in groups.items():
        target = targets[of]
        if name.startswith("day "):
            weight[number, _STARTS] = 1
            right[number, _STARTS] = float(same_date(name[4:], target.starts))
            continue
        for role in allowed(TOLD[target.told]):
            if role != "starts":
                weight[number, ROLES.index(role)] = 1
                right[number, ROLES.index(role)] = float(name in target.roles.get(role, ()))
    return (functional.binary_cross_entropy_with_logits(best, right, reduction="none") * weight).sum()


def _batch(cut: Windows) -> tuple[Tensor, Tensor, Tensor]:
    """The windows of an article as tensors: pieces, mask, and where each word's first piece is."""
    longest = max(len(row) for row in cut.rows)
    pieces = torch.tensor([row + [0] * (longest - len(row)) for row in cut.rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in cut.rows])
    return pieces, mask, torch.from_numpy(cut.firsts)


def learned(encoder: Path, given: Sequence[Lesson], *, epochs: int, seed: int, tell: Callable[[str], None]) -> Network:
    """A network that has learned from these articles, one at a time."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    network = Network(encoder)
    inside = {id(weights) for weights in network.encoder.parameters()}
    body = [weights for weights in network.encoder.parameters() if weights.requires_grad]
    heads = [weights for weights in network.parameters() if id(weights) not in inside]
    groups = [{"params": body, "lr": _BODY_RATE}, {"params": heads, "lr": _HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = epochs * len(given)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    order = list(given)
    for epoch in range(epochs):
        network.train()
        shuffle.shuffle(order)
        total = 0.0
        for lesson in order:
            loss = _loss(network, lesson, network.encode(*_batch(lesson.windows)), _TRUST if epoch else _EARLY_TRUST)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        tell(f"epoch {epoch + 1} of {epochs}: loss {total / len(order):.3f}")
    network.eval()
    return network
