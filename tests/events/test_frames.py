"""The frames' data: every type, role, kind and class of words that they name exists."""

import re
import tomllib
from importlib.resources import files

import pytest

from verbale import resources, vocab
from verbale.events.frames import Frame, by_lemma, core_of, delegation_triggers, frames
from verbale.events.lexicon import words
from verbale.events.roles import conditions

FRAMES = frames()
PREPOSITIONAL = re.compile(r"^(or )?[a-z-]+(\.[a-z-]+)*(:(actor|thing|place|state|person|text|bloc))?$")


def kinds() -> set[str]:
    text = (resources.ontology() / "kinds.ttl").read_text("utf-8")
    return set(re.findall(r"^kind:([\w-]+) a skos:Concept", text, re.MULTILINE))


def test_every_event_type_of_the_ontology_has_frames():
    assert {frame.type for frame in FRAMES} == set(vocab.event_types())


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: f"{frame.type}-{(frame.verbs + frame.nouns)[0]}")
def test_a_frame_names_only_roles_kinds_and_words_that_there_are(frame: Frame):
    known = {*vocab.roles(frame.type), *vocab.details(frame.type), "place"}
    assert set(frame.roles) <= known
    assert {*core_of(frame.type), *frame.lands} <= set(vocab.roles(frame.type))
    assert {kind for kind in (frame.kind, *frame.kinds.values()) if kind} <= kinds()
    assert set(frame.kinds) <= {*frame.verbs, *frame.nouns}
    for named in (*frame.requires.values(), *frame.refuses.values()):
        for condition in named:
            assert condition in conditions() or words(condition)
    for slots in frame.roles.values():
        assert all(PREPOSITIONAL.match(slot) for slot in slots)


def test_a_trigger_of_several_words_is_tried_before_one_of_fewer():
    for triggers in (*by_lemma().values(), *delegation_triggers().values()):
        lengths = [len(trigger.rest) for trigger in triggers]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("name", ["words.toml", "speech.toml", "moods.toml", "delegations.toml"])
def test_the_data_files_are_toml_that_names_nobody(name: str):
    text = files("verbale.events").joinpath(name).read_text("utf-8")
    assert tomllib.loads(text)
    assert not re.search(r"\b(Kim|Putin|Shoigu|Trump|Biden|Blinken)\b", text)
