"""Names that people write mean what they would expect."""

import pytest
from asking import holding

from verbale.errors import AmbiguousName, UnknownName
from verbale.questions.names import named
from verbale.questions.question import Parameter
from verbale.store import Queryable, memory

ID = "https://w3id.org/verbale/id/"
ACTOR = Parameter("actor", "_actor_iri", "iri")
PLACE = Parameter("place", "_place_iri", "iri")

PREFIXES = {
    "v": "https://w3id.org/verbale/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def people(**labels: tuple[str, ...]) -> Queryable:
    """A store of persons, by IRI: the label, then aliases."""
    store = memory()
    lines = []
    for name, (label, *aliases) in labels.items():
        lines.append(f"<{ID}{name}> <{PREFIXES['rdf']}type> <{PREFIXES['v']}Actor> <{ID}g> .")
        lines.append(f'<{ID}{name}> <{PREFIXES["rdfs"]}label> "{label}" <{ID}g> .')
        lines += [f'<{ID}{name}> <{PREFIXES["skos"]}altLabel> "{alias}" <{ID}g> .' for alias in aliases]
    store.replace({ID + "g": "\n".join(lines) + "\n"})
    return store


def test_a_label_means_its_bearer() -> None:
    assert named(holding("meetings"), ACTOR, "Ada Lind").value == ID + "ada"


def test_an_iri_means_itself_even_if_the_store_does_not_know_it() -> None:
    assert named(holding("meetings"), ACTOR, "https://example.org/nobody").value == "https://example.org/nobody"


@pytest.mark.parametrize("name", ["José  Ünal", "jose unal", "JOSÉ ÜNAL", "José Ünal"])
def test_case_accents_and_spaces_do_not_count(name: str) -> None:
    assert named(people(jose=("José Ünal",)), ACTOR, name).value == ID + "jose"


def test_an_alias_means_its_bearer_where_no_label_is_alike() -> None:
    assert named(holding("meetings"), ACTOR, "rask").value == ID + "bo"


def test_a_label_goes_before_an_alias_and_the_letter_before_a_likeness() -> None:
    store = people(a=("Reed", "Stone"), b=("Stone",), c=("stone",))
    assert named(store, ACTOR, "Stone").value == ID + "b"
    assert named(store, ACTOR, "Reed").value == ID + "a"


def test_a_parameter_takes_only_things_of_its_class() -> None:
    assert named(holding("meetings"), ACTOR, "Norland").value == ID + "norland"
    assert named(holding("meetings"), PLACE, "Norland").value == ID + "norland-land"
    with pytest.raises(UnknownName, match="no place called 'Bo Rask'"):
        named(holding("meetings"), PLACE, "Bo Rask")


def test_an_ambiguous_name_lists_the_candidates() -> None:
    store = people(a=("Ann Stone", "Stone"), b=("Ben Stone", "Stone"))
    with pytest.raises(AmbiguousName, match=f"Ann Stone <{ID}a>; Ben Stone <{ID}b>"):
        named(store, ACTOR, "Stone")


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="no actor called 'Bo Task'; the nearest names: Bo Rask"):
        named(holding("meetings"), ACTOR, "Bo Task")
