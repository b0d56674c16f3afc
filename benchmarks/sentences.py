"""Single sentences and their PLOVER roots: ``python -m benchmarks.sentences FILE.tsv``.

FILE has the columns ``marked_sentence``, in which <s> and <t> mark the source and the target, and
``gold_root``. A sentence is read alone. Its answer is what is told first of the events and acts of speech
to which ``ontology/alignments.ttl`` gives a PLOVER code, by kind, type or stance; it is right if one of its codes
is the root.
Of an answer, the source is right if a mention of who acts lies within the marked source, the target likewise.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from verbale import pipeline, resources, vocab
from verbale.model import Document, Event, Reading, Span, Speech

PLOVER = "https://w3id.org/verbale/plover/"
EARLIER = {"DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST", "CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""What earlier drafts of PLOVER, which such files use, called the codes of today."""
SOURCES = ("actor", "attacker", "imposer", "supplier", "donor", "visitor", "person")
"""The roles of those who act, but for events of equals."""
EQUALS = ("participant", "party")
MARK = re.compile(r"</?([st])>")


@dataclass(frozen=True)
class Sentence:
    """A sentence without its marks, and what they say; without a mark the span is None."""

    text: str
    root: str
    source: Span | None
    target: Span | None


def sentences(path: Path) -> Iterator[Sentence]:
    """The rows of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield unmarked(row["marked_sentence"], row["gold_root"])


def unmarked(marked: str, root: str) -> Sentence:
    """The sentence of a marked one."""
    ends: dict[str, list[int]] = {"s": [], "t": []}
    text = ""
    for number, part in enumerate(MARK.split(marked)):  # every second part is a mark's letter
        if number % 2:
            ends[part].append(len(text))
        else:
            text += part
    source, target = (Span(*ends[name][:2]) if len(ends[name]) >= 2 else None for name in "st")
    return Sentence(text, root, source, target)


def alignment() -> dict[str, frozenset[str]]:
    """The roots of each type and kind of event, act of speech and stance."""
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for quad in parse(path=str(resources.ontology() / "alignments.ttl"), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            code = quad.object.value.removeprefix(PLOVER)
            if code != quad.object.value and quad.predicate.value.endswith("closeMatch"):
                name = quad.subject.value.removeprefix(vocab.V).removeprefix(vocab.KIND)
                codes[name].add(EARLIER.get(code, code))
    return {name: frozenset(found) for name, found in codes.items()}


def answer(reading: Reading, codes: dict[str, frozenset[str]]) -> tuple[str, frozenset[str], Event | Speech] | None:
    """What is told first among that which has roots: its type or act, its roots, and itself.

    A kind that has roots of its own ("ease") has these in place of its type's; where nobody asserts an event,
    those of the stance ("planned") come to them.
    """
    told: list[tuple[str, frozenset[str], Event | Speech]] = []
    for event in reading.events:
        roots = codes.get(event.kind) or codes.get(event.type)
        stances = {claim.stance for claim in reading.claims if claim.situation == event.id}
        if roots:
            added = () if "asserted" in stances else stances
            told.append((event.type, roots.union(*(codes.get(stance, ()) for stance in added)), event))
    told += [(speech.act, codes[speech.act], speech) for speech in reading.speech if speech.act in codes]
    return min(told, key=lambda found: (found[2].trigger, found[2].id), default=None)


def parts(situation: Event | Speech, reading: Reading) -> tuple[set[str], set[str]]:
    """Who acts and who is acted on.

    In an event of equals everybody is both; a visit is to its place too; words that are addressed to
    nobody are aimed at those who take part in the events that they are about.
    """
    if isinstance(situation, Speech):
        topics = [event for event in reading.events if event.id in situation.about]
        spoken_of = {who for event in topics for fillers in event.roles.values() for who in fillers}
        return set(situation.speakers), set(situation.addressees) or spoken_of - set(situation.speakers)
    acting = {who for role in (*SOURCES, *EQUALS) for who in situation.roles.get(role, ())}
    acted = {who for role, fillers in situation.roles.items() if role not in SOURCES for who in fillers}
    return acting, acted | ({situation.place} if situation.type == "Visit" and situation.place else set())


def within(reading: Reading, ids: set[str], span: Span | None) -> bool:
    """Whether one of those is mentioned within the span."""
    mentions = (mention.span for entity in reading.entities if entity.id in ids for mention in entity.mentions)
    return span is not None and any(span.start <= found.start and found.end <= span.end for found in mentions)


class Counts:
    """What came out, sentence by sentence."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.total: Counter[str] = Counter()
        self.answered: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.taken: Counter[tuple[str, str]] = Counter()
        self.actors: Counter[str] = Counter()
        self.causes: Counter[str] = Counter()

    def add(self, sentence: Sentence, roots: dict[str, frozenset[str]]) -> None:
        """Read the sentence and count."""
        self.total[sentence.root] += 1
        reading = pipeline.read(Document("sentence", sentence.text))
        found = answer(reading, roots)
        if found is None:
            told = [event.type for event in reading.events] + [speech.act for speech in reading.speech]
            self.causes["only what has no root" if told else "nothing found"] += 1
            return
        name, answered, situation = found
        self.answered[sentence.root] += 1
        if sentence.root in answered:
            self.right[sentence.root] += 1
        else:
            self.taken[sentence.root, name] += 1
        self.who(sentence, reading, situation)

    def who(self, sentence: Sentence, reading: Reading, situation: Event | Speech) -> None:
        """Count the actors of an answer: of each side whether right, else why not."""
        acting, acted = parts(situation, reading)
        right = []
        for side, ids, span in (("source", acting, sentence.source), ("target", acted, sentence.target)):
            right.append(within(reading, ids, span))
            everybody = {entity.id for entity in reading.entities}
            if right[-1]:
                self.actors[side] += 1
            elif not within(reading, everybody, span):
                self.causes[f"{side}: nobody known within the mark"] += 1
            elif not ids:
                self.causes[f"{side}: role not filled"] += 1
            else:
                self.causes[f"{side}: filled by another"] += 1
        self.actors["both"] += all(right)
        self.actors["either way"] += within(reading, acting | acted, sentence.source) + within(
            reading, acting | acted, sentence.target
        )

    def tell(self) -> None:
        """Print the figures, and the errors by cause."""
        total, answered, right = self.total.total(), self.answered.total(), self.right.total()
        print(f"{total} sentences, answered {answered / total:.3f}, of these the root right {right / answered:.3f}")
        print(
            f"of the answered: source within its mark {self.actors['source'] / answered:.3f}, "
            f"target {self.actors['target'] / answered:.3f}, both {self.actors['both'] / answered:.3f}, "
            f"one side with another {(self.actors['source'] + self.actors['target']) / (2 * answered):.3f}, "
            f"whatever the role {self.actors['either way'] / (2 * answered):.3f}"
        )
        print("\n| root | sentences | answered | right of these | taken for |\n| --- | --- | --- | --- | --- |")
        for root, number in sorted(self.total.items()):
            hits = self.answered[root]
            wrong = Counter({name: n for (gold, name), n in self.taken.items() if gold == root}).most_common(4)
            others = ", ".join(f"{name} {n}" for name, n in wrong)
            share = f"{self.right[root] / hits:.2f}" if hits else ""
            print(f"| {root} | {number} | {hits / number:.2f} | {share} | {others} |")
        print("\n| cause | sentences |\n| --- | --- |")
        for cause, number in self.causes.most_common():
            print(f"| {cause} | {number} |")


def main() -> None:
    """Read the file and print the figures."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.sentences FILE.tsv")
    roots, counts = alignment(), Counts()
    for sentence in sentences(Path(sys.argv[1])):
        counts.add(sentence, roots)
    counts.tell()


if __name__ == "__main__":
    main()
