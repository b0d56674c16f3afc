"""The terms that code asks for are the ontology's: nothing is told twice."""

import shutil

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection

from verbale import resources, vocab

V = Namespace(vocab.V)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resources.ontology() / "verbale.ttl")


def domain(ontology: Graph, term: URIRef) -> set[URIRef]:
    found = ontology.value(term, RDFS.domain)
    union = ontology.value(found, OWL.unionOf)
    return set(Collection(ontology, union)) if union else {found}


def test_the_event_types_are_the_fourteen_that_news_tells():
    assert vocab.event_types() == (
        "Meeting",
        "Visit",
        "Agreement",
        "Sanction",
        "ArmsTransfer",
        "Aid",
        "Cooperation",
        "Attack",
        "War",
        "MilitaryActivity",
        "Coercion",
        "Protest",
        "Withdrawal",
        "LeadershipChange",
    )


def test_the_event_types_are_the_classes_right_below_event(ontology):
    below = set(ontology.subjects(RDFS.subClassOf, V.Event)) - {V.Speech}
    assert {V[name] for name in vocab.event_types()} == below


@pytest.mark.parametrize(
    ("event_type", "roles", "details", "quantities"),
    [
        ("ArmsTransfer", {"supplier", "recipient"}, {"item"}, {"lasted"}),
        ("Attack", {"attacker", "target"}, {"item"}, {"killed", "injured", "lasted"}),
        ("LeadershipChange", {"person", "organization"}, {"post"}, {"lasted"}),
        ("Sanction", {"imposer", "target", "backer"}, {"measure"}, {"lasted"}),
        ("Speech", {"speaker", "addressee"}, set(), {"lasted"}),
        ("Tenure", set(), {"post"}, set()),
    ],
)
def test_an_event_type_has_the_roles_and_details_of_its_domain(event_type, roles, details, quantities):
    assert set(vocab.roles(event_type)) == roles
    assert set(vocab.details(event_type)) == details
    assert set(vocab.quantities(event_type)) == quantities


@pytest.mark.parametrize(
    ("ask", "above"), [(vocab.roles, V.hasParticipant), (vocab.details, V.hasDetail), (vocab.quantities, V.hasQuantity)]
)
def test_no_property_of_an_event_is_lost_or_invented(ontology, ask, above):
    for name in (*vocab.event_types(), "Speech"):
        classes = {V[name], V.Event, V.Situation}
        told = {p for p in ontology.subjects(RDFS.subPropertyOf, above) if domain(ontology, p) & classes}
        assert {V[role] for role in ask(name)} == told, name


def test_superclasses_are_told_nearest_first(ontology):
    assert vocab.superclasses("Meeting") == ("Event", "Situation")
    assert vocab.superclasses("Mention") == ("Passage",)
    assert vocab.superclasses("Claim") == ()
    for cls in ontology.subjects(RDF.type, OWL.Class):
        if cls in V:
            above = {each for each in ontology.transitive_objects(cls, RDFS.subClassOf) if each in V} - {cls}
            assert {V[name] for name in vocab.superclasses(cls.removeprefix(V))} == above


def test_a_label_is_the_ontologys():
    assert vocab.label("LeadershipChange") == "change of leadership"


@pytest.mark.parametrize("ask", [vocab.superclasses, vocab.label, vocab.roles, vocab.details])
def test_a_term_that_is_not_there_is_an_error_and_not_an_empty_answer(ask):
    with pytest.raises(KeyError, match="Picnic"):
        ask("Picnic")


def test_a_new_kind_of_event_takes_no_line_of_python(tmp_path, monkeypatch):
    shutil.copy(resources.ontology() / "verbale.ttl", tmp_path)
    with (tmp_path / "verbale.ttl").open("a", encoding="utf-8") as file:
        file.write('v:Picnic a owl:Class ; rdfs:subClassOf v:Event ; rdfs:label "picnic"@en .\n')
        file.write(
            "v:eater a owl:ObjectProperty ; rdfs:subPropertyOf v:hasParticipant ; rdfs:domain v:Picnic ;"
            ' rdfs:label "eater"@en .\n'
        )
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    vocab._terms.cache_clear()
    try:
        assert vocab.event_types()[-1] == "Picnic"
        assert vocab.roles("Picnic") == ("eater",)
        assert vocab.superclasses("Picnic") == ("Event", "Situation")
    finally:
        vocab._terms.cache_clear()


def test_the_namespaces_are_those_of_the_files(ontology):
    assert (URIRef("https://w3id.org/verbale/ontology"), RDF.type, OWL.Ontology) in ontology
    kinds = Graph().parse(resources.ontology() / "kinds.ttl")
    assert all(concept.startswith(vocab.KIND) for concept in kinds.subjects(RDF.type, SKOS.Concept))
