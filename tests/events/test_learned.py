"""The learned reader: what it adds to the frames, and what it must bear."""

import subprocess
import sys
from datetime import date

import numpy as np

from verbale import pipeline
from verbale.events.learned.labels import DEPENDENCIES, KINDS, MOODS, ROLES, TAGS, TOLD
from verbale.events.learned.network import WEIGHTS
from verbale.model import Document, Reader, Reading
from verbale.text.parsing import parser


def reading(text: str, reader: Reader) -> Reading:
    return pipeline.read(Document("page", text, published=date(2020, 3, 4), publisher="Agency"), reader)


def test_an_attack_in_words_that_no_frame_knows_is_read_by_the_full_reader_alone() -> None:
    text = "The guns of the Sudanese army pounded villages near Kadugli, residents said."
    assert not reading(text, "fast").events
    found = reading(text, "full")
    (event,) = found.events
    names = {entity.id: entity.name for entity in found.entities}
    assert (event.type, [names[one] for one in event.roles["attacker"]]) == ("Attack", ["Sudanese army"])
    assert "pounded" in text[event.evidence[0].start : event.evidence[0].end]


def test_the_network_doubts_a_frame_that_is_taken_in() -> None:
    text = "Angry crowds took over the streets of Sofia against the government of Bulgaria."
    assert [event.type for event in reading(text, "fast").events] == ["LeadershipChange"]
    assert not reading(text, "full").events


def test_words_without_an_end_and_sentences_without_one_are_borne() -> None:
    reading("", "full")
    reading("http://example.org/" + "a1-" * 400, "full")
    long = "and the minister met " + " ".join(f"the envoy of Kenya number {n} and" for n in range(300))
    assert reading(long, "full") == reading(long, "full")


def test_the_weights_are_of_the_labels_that_the_package_knows() -> None:
    with np.load(WEIGHTS / "heads.npz") as heads:
        sizes = {name: heads[f"{name}.weight"].shape[0] for name in ("trigger.4", "part.4", "stance.4", "told")}
        tables = {name: heads[f"{name}.weight"].shape[0] for name in ("dependency", "tag", "mood", "kind")}
    assert sizes == {"trigger.4": len(TOLD), "part.4": len(ROLES), "stance.4": len(MOODS), "told": len(TOLD)}
    assert tables == {
        "dependency": len(DEPENDENCIES) + 1,
        "tag": len(TAGS) + 1,
        "mood": len(MOODS),
        "kind": len(KINDS) + 1,
    }


def test_every_label_of_the_pinned_parser_is_known() -> None:
    labels = parser().pipe_labels
    assert set(labels["parser"]) <= set(DEPENDENCIES)
    assert set(labels["tagger"]) - {"_SP"} <= set(TAGS)


def test_reading_needs_neither_torch_nor_a_hub() -> None:
    code = (
        "import sys; from verbale import pipeline; from verbale.model import Document;"
        "pipeline.read(Document('page', 'Kenya and Chad signed a treaty.'));"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'huggingface_hub')))"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False).returncode == 0


def test_who_backed_a_sanction_is_kept_though_backing_is_no_event_of_its_own() -> None:
    text = "Chile, which has supported United Nations sanctions against Iran, signed a treaty with Iran on Monday."
    found = reading(text, "full")
    backed = [event for event in found.events if event.type == "Sanction" and event.roles.get("backer")]
    names = {entity.id: entity.name for entity in found.entities}
    assert [[names[one] for one in event.roles["backer"]] for event in backed] == [["Chile"]]
