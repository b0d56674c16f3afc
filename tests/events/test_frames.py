"""The frames' data: every type, role, kind and class of words that they name exists."""

import re
import tomllib
from importlib.resources import files

import pytest

from verbale import resources, vocab
from verbale.errors import BadTable
from verbale.events.filling import FILLINGS
from verbale.events.frames import EventType, Frame, by_lemma, delegation_triggers, event_types, read
from verbale.events.lexicon import words
from verbale.events.roles import conditions

FOLDER = files("verbale.events")
TYPES = tuple(event_types().values())
FRAMES = [(type_, frame) for type_ in TYPES for frame in type_.frames]
PREPOSITIONAL = re.compile(r"^(or )?[a-z-]+(\.[a-z-]+)*(:(actor|thing|place|state|person|text|bloc))?$")
TABLES = [entry for folder in (FOLDER, FOLDER / "frames") for entry in folder.iterdir() if entry.name.endswith(".toml")]
AID = 'class = "Aid"\ncore = ["donor"]\n'


def kinds() -> set[str]:
    text = (resources.ontology() / "kinds.ttl").read_text("utf-8")
    return set(re.findall(r"^kind:([\w-]+) a skos:Concept", text, re.MULTILINE))


def test_every_event_type_of_the_ontology_has_frames():
    assert {type_.name for type_ in TYPES} == set(vocab.event_types())
    assert all(type_.frames for type_ in TYPES)


@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.name)
def test_a_type_names_only_kinds_fillings_and_words_that_there_are(type_: EventType):
    assert {*type_.unfilled, *type_.breaking, *type_.performed} <= kinds()
    assert set(type_.fills.values()) <= set(FILLINGS)
    assert all(words(name) for name in type_.counts.values())


@pytest.mark.parametrize(("type_", "frame"), FRAMES, ids=lambda one: getattr(one, "name", ""))
def test_a_frame_names_only_kinds_and_words_that_there_are(type_: EventType, frame: Frame):
    assert {kind for kind in (frame.kind, *frame.kinds.values()) if kind} <= kinds()
    assert set(frame.kinds) <= {*frame.verbs, *frame.nouns}
    for named in (*frame.requires.values(), *frame.refuses.values()):
        for condition in named:
            assert condition in conditions() or words(condition)
    for slots in frame.roles.values():
        assert all(PREPOSITIONAL.match(slot) for slot in slots)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('class = "Ait"\ncore = ["donor"]', "Ait"),
        ('class = "Aid"', "core"),
        ('class = "Aid"\ncore = ["doner"]', "doner"),
        (AID + "stagd = true", "stagd"),
        (AID + 'staged = "yes"', "staged"),
        (AID + 'lands = "recipient"', "lands"),
        (AID + 'reproach = "always"', "always"),
        (AID + 'fills = { doner = "land" }', "doner"),
        (AID + 'counts = { fed = "number" }', "fed"),
        (AID + '[[frame]]\nverbs = ["feed"]\nreciepient = ["object"]', "reciepient"),
        (AID + '[[frame]]\nverbs = ["feed"]\nattacker = ["subject"]', "attacker"),
        (AID + '[[frame]]\nverbs = ["feed"]\nleast = "two"', "least"),
        (AID + '[[frame]]\nverbs = ["feed"]\nrequires = ["donor"]', "requires"),
        (AID + "frame = 1", "frame"),
    ],
)
def test_a_key_or_role_that_there_is_not_is_refused_by_name(text: str, wrong: str):
    with pytest.raises(BadTable, match=rf'^aid\.toml.*: "{wrong}" '):
        read(text, "aid.toml")


def test_the_refusal_tells_in_which_frame_it_is():
    with pytest.raises(BadTable, match=r'^aid\.toml, frame 2: "verb" is neither a key nor a role of its type$'):
        read(AID + '[[frame]]\nverbs = ["feed"]\n[[frame]]\nverb = ["help"]', "aid.toml")


def test_a_trigger_of_several_words_is_tried_before_one_of_fewer():
    for triggers in (*by_lemma().values(), *delegation_triggers().values()):
        lengths = [len(trigger.rest) for trigger in triggers]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_data_files_are_toml_that_names_nobody(table):
    text = table.read_text("utf-8")
    assert tomllib.loads(text)
    assert not re.search(r"\b(Kim|Putin|Shoigu|Trump|Biden|Blinken)\b", text, re.IGNORECASE)
