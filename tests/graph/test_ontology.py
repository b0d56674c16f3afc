"""The ontology is finished: told in full, consistent, exemplified, and each check finds what it is there to find."""

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import owlready2
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Namespace, URIRef
from rdflib.collection import Collection

import verbale
from verbale import resources, vocab
from verbale.errors import NoJava
from verbale.graph import ontology

ONTOLOGY = resources.ontology()
V = Namespace(vocab.V)
KIND = Namespace(vocab.KIND)
ALL_EXAMPLES = sorted(ONTOLOGY.glob("*examples/*.ttl"))


def name_of_file(cls: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", cls).lower()


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the ontology's files, to spoil."""
    return Path(shutil.copytree(ONTOLOGY, tmp_path / "ontology"))


def add(path: Path, turtle: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" + turtle + "\n")


# ---------------------------------------------------------------- the terms


def test_every_term_is_told_with_label_definition_and_example():
    terms = ontology.terms()
    assert all(term.label and term.definition and term.example for term in terms)
    assert terms[0] == ontology.Term(
        "https://w3id.org/verbale/ontology#Actor",
        "class",
        "actor",
        "Someone or something that acts, is acted on, or speaks in the news.",
        "Chancellor Angela Merkel; Kenya; the African Union.",
    )
    kinds = {term.iri.partition("#")[2]: term.kind for term in terms}
    assert (kinds["Claim"], kinds["claimant"], kinds["quote"]) == ("class", "relation", "attribute")


def test_the_ontology_stays_small():
    kinds = [term.kind for term in ontology.terms()]
    assert kinds.count("class") <= 50
    assert len(kinds) - kinds.count("class") <= 80


def test_every_property_is_used_by_a_saved_question():
    asked = "\n".join(path.read_text("utf-8") for path in sorted(resources.queries().rglob("*.rq")))
    names = [term.iri.removeprefix(vocab.V) for term in ontology.terms() if term.kind != "class"]
    assert [name for name in names if not re.search(rf"\bv:{name}\b", asked)] == []


# ---------------------------------------------------------------- the kinds


def test_the_acts_of_speech_and_the_stances_are_those_of_the_shapes():
    kinds, shapes = Graph().parse(ONTOLOGY / "kinds.ttl"), Graph().parse(ONTOLOGY / "shapes.ttl")
    for path, scheme in ((V.kind, KIND["speech-acts"]), (V.stance, KIND["stances"])):
        (shape,) = (node for node in shapes.subjects(SH.path, path) if (node, SH["in"], None) in shapes)
        allowed = set(Collection(shapes, shapes.value(shape, SH["in"])))
        assert allowed == set(kinds.subjects(SKOS.inScheme, scheme))


@pytest.mark.parametrize(
    ("kind", "cls"),
    [
        ("summit", "Meeting"),
        ("departure", "Visit"),
        ("ceasefire", "Agreement"),
        ("in-force", "Sanction"),
        ("supply", "ArmsTransfer"),
        ("training", "Aid"),
        ("joint-exercise", "Cooperation"),
        ("invasion", "Attack"),
        ("civil-war", "War"),
        ("missile-launch", "MilitaryActivity"),
        ("blockade", "Coercion"),
        ("boycott", "Protest"),
        ("truce-kept", "Withdrawal"),
        ("coup", "LeadershipChange"),
    ],
)
def test_a_kind_of_event_narrows_the_class_of_its_type(kind, cls):
    kinds = Graph().parse(ONTOLOGY / "kinds.ttl")
    top = kinds.value(KIND[kind], SKOS.broader)
    assert kinds.value(top, RDFS.seeAlso) == V[cls]


def test_every_kind_that_a_frame_gives_is_one_of_its_type():
    graph = Graph().parse(ONTOLOGY / "kinds.ttl")
    for path in sorted((Path(verbale.__file__).parent / "events" / "frames").glob("*.toml")):
        frames = tomllib.loads(path.read_text("utf-8"))
        for kind in dict.fromkeys(kinds_in(frames)):
            top = graph.value(KIND[kind], SKOS.broader, default=KIND[kind])
            assert graph.value(top, RDFS.seeAlso) == V[frames["class"]], f"{path.name}: {kind}"


def kinds_in(frames) -> Iterator[str]:
    """Every value of ``kind`` and of the tables ``kinds``, however deep."""
    if isinstance(frames, list):
        for each in frames:
            yield from kinds_in(each)
    elif isinstance(frames, dict):
        for key, value in frames.items():
            if key == "kind" and isinstance(value, str):
                yield value
            elif key == "kinds" and isinstance(value, dict):
                yield from value.values()
            else:
                yield from kinds_in(value)


# ---------------------------------------------------------------- examples and counterexamples


def test_every_class_has_an_example_named_after_it():
    for term in ontology.terms():
        if term.kind == "class":
            name = term.iri.removeprefix(vocab.V)
            example = Graph().parse(ONTOLOGY / "examples" / f"{name_of_file(name)}.ttl")
            assert (None, RDF.type, V[name]) in example, name


def test_there_is_no_example_of_a_class_that_is_gone():
    names = {name_of_file(term.iri.removeprefix(vocab.V)) for term in ontology.terms() if term.kind == "class"}
    assert {path.stem for path in (ONTOLOGY / "examples").iterdir()} == names


@pytest.mark.parametrize("path", ALL_EXAMPLES, ids=lambda path: path.stem)
def test_a_quote_is_the_text_between_its_offsets(path):
    graph = Graph().parse(path)
    for passage, article in graph.subject_objects(V.inArticle):
        quote = graph.value(passage, V.quote)
        start, end = graph.value(passage, V.startOffset), graph.value(passage, V.endOffset)
        if quote and start.value < end.value:
            assert graph.value(article, V.text)[start.value : end.value] == str(quote)


@pytest.mark.parametrize("path", ALL_EXAMPLES, ids=lambda path: path.stem)
def test_an_example_uses_only_terms_that_there_are(path):
    terms = {term.iri for term in ontology.terms()}
    kinds = set(Graph().parse(ONTOLOGY / "kinds.ttl").subjects(RDF.type, SKOS.Concept))
    for node in {node for triple in Graph().parse(path) for node in triple if isinstance(node, URIRef)}:
        assert not node.startswith(vocab.V) or str(node) in terms
        assert not node.startswith(vocab.KIND) or node in kinds


def test_pyshacl_keeps_the_examples_and_refuses_the_counterexamples():
    assert ontology.examples(ONTOLOGY) == ()
    assert ontology.counterexamples(ONTOLOGY) == ()


def test_an_example_that_breaks_a_shape_is_told_with_file_node_and_shape(copy):
    add(copy / "examples" / "person.ttl", "<actor/person/nobody> a v:Person , v:Actor .")
    assert ontology.examples(copy) == (
        "examples/person.ttl: <https://w3id.org/verbale/id/actor/person/nobody> breaks ActorShape:"
        " An actor needs a name (rdfs:label).",
    )


def test_a_counterexample_that_is_right_after_all_is_told(copy):
    shutil.copy(copy / "examples" / "meeting.ttl", copy / "counterexamples" / "meeting-of-nobody.ttl")
    assert ontology.counterexamples(copy) == (
        "counterexamples/meeting-of-nobody.ttl: the first line does not name the shape that must refuse it",
    )
    text = (copy / "examples" / "meeting.ttl").read_text("utf-8")
    (copy / "counterexamples" / "meeting-of-nobody.ttl").write_text(f"# v:MeetingShape must refuse this: no.\n{text}")
    assert ontology.counterexamples(copy) == ("counterexamples/meeting-of-nobody.ttl: MeetingShape does not refuse it",)


def test_a_counterexample_that_another_shape_refuses_is_told(copy):
    add(copy / "counterexamples" / "meeting-of-nobody.ttl", "<actor/state/mali> a v:State , v:Actor .")
    assert ontology.counterexamples(copy) == (
        "counterexamples/meeting-of-nobody.ttl: <https://w3id.org/verbale/id/actor/state/mali> breaks ActorShape:"
        " An actor needs a name (rdfs:label).",
    )


# ---------------------------------------------------------------- hygiene


def test_the_hygiene_queries_return_no_row():
    assert ontology.hygiene(ONTOLOGY) == ()


WORDS = 'rdfs:label "thing"@en ; skos:definition "A thing."@en ; skos:example "This."@en'
ROLE = f"a owl:ObjectProperty ; {WORDS} ; rdfs:range v:Actor"
PLANTED = {
    "term-without-label": ("verbale", 'v:Thing a owl:Class ; skos:definition "A."@en ; skos:example "A."@en .'),
    "term-without-definition": ("verbale", 'v:Thing a owl:Class ; rdfs:label "thing"@en ; skos:example "A."@en .'),
    "term-without-example": ("kinds", 'kind:summit2 a skos:Concept ; skos:definition "A."@en .'),
    "term-with-two-labels": ("verbale", 'v:Meeting rdfs:label "assembly"@en .'),
    "label-of-two-terms": ("verbale", 'v:Thing a owl:Class ; rdfs:label "meeting"@en .'),
    "definition-that-is-no-sentence": ("verbale", 'v:Thing a owl:Class ; skos:definition "a thing"@en .'),
    "class-name-out-of-style": ("verbale", f"v:odd_thing a owl:Class ; {WORDS} ."),
    "property-name-out-of-style": ("verbale", f"v:HasThing a owl:ObjectProperty ; {WORDS} ."),
    "kind-name-out-of-style": ("kinds", "kind:Odd_Kind a skos:Concept ; skos:inScheme kind:stances ."),
    "property-without-domain": ("verbale", f"v:thing a owl:ObjectProperty ; {WORDS} ; rdfs:range v:Actor ."),
    "property-without-range": ("verbale", f"v:thing a owl:ObjectProperty ; {WORDS} ; rdfs:domain v:Actor ."),
    "role-beside-has-participant": ("verbale", f"v:thing {ROLE} ; rdfs:domain v:Meeting ."),
    "role-outside-events": ("verbale", f"v:thing {ROLE} ; rdfs:domain v:Claim ; rdfs:subPropertyOf v:hasParticipant ."),
    "event-type-without-role": ("verbale", f"v:Thing a owl:Class ; rdfs:subClassOf v:Event ; {WORDS} ."),
    "inverse-property": ("verbale", "v:claims owl:inverseOf v:claimedIn ."),
    "undeclared-term": ("shapes", "v:MeetingShape sh:property [ sh:path v:chair ] ."),
    "undeclared-kind": ("shapes", "v:ClaimShape sh:hasValue kind:guessed ."),
    "undeclared-foreign-class": ("alignments", "v:Meeting rdfs:subClassOf schema:SocialEvent ."),
    "orphan-kind": ("kinds", "kind:lost a skos:Concept ; skos:inScheme kind:event-kinds ; skos:broader kind:summit ."),
    "event-type-without-kinds": ("verbale", f"v:Thing a owl:Class ; rdfs:subClassOf v:Event ; {WORDS} ."),
    "kind-of-no-event-type": ("kinds", "kind:lost a skos:Concept ; skos:topConceptOf kind:event-kinds ."),
    "class-without-shape": ("verbale", f"v:Thing a owl:Class ; {WORDS} ."),
    "shape-without-message": ("shapes", "v:MeetingShape sh:property [ sh:path v:participant ; sh:maxCount 9 ] ."),
    "alignment-of-no-term": ("alignments", "v:Picnic skos:closeMatch schema:SocialEvent ."),
    "alignment-to-ourselves": ("alignments", "v:Meeting skos:closeMatch v:Visit ."),
    "unused-plover-code": (
        "alignments",
        "plover:YIELD a skos:Concept ; skos:inScheme <https://w3id.org/verbale/plover> .",
    ),
}


def test_every_hygiene_query_has_a_fault_to_find():
    assert {path.stem for path in (ONTOLOGY / "hygiene").iterdir()} == set(PLANTED)


@pytest.mark.parametrize("query", PLANTED)
def test_a_hygiene_query_finds_its_fault(query, copy):
    file, turtle = PLANTED[query]
    add(copy / f"{file}.ttl", turtle)
    assert [line for line in ontology.hygiene(copy) if line.startswith(f"hygiene/{query}.rq: ")]


# ---------------------------------------------------------------- reasoning


@pytest.mark.java
@pytest.mark.slow
def test_the_ontology_is_consistent_and_every_class_can_have_members():
    assert ontology.reasoning(ONTOLOGY) == ()


@pytest.mark.java
@pytest.mark.slow
@pytest.mark.parametrize(
    ("turtle", "problem"),
    [
        (
            "<x> a v:Meeting , v:Person .",
            "examples/visit.ttl: <https://w3id.org/verbale/id/x> is Actor and Situation, which exclude each other",
        ),
        (
            "<x> a v:State . <y> v:takesPlaceIn <x> .",
            "examples/visit.ttl: <https://w3id.org/verbale/id/x> is Actor and Place, which exclude each other",
        ),
        (
            "<y> v:claimant <a> , <b> . <a> a v:Person . <b> a v:State .",  # one claimant, who can't be both
            "examples: one of them contradicts verbale.ttl (HermiT)",
        ),
    ],
    ids=["a meeting that is a person", "a state where a place belongs", "two claimants of one claim"],
)
def test_a_contradiction_in_an_example_is_found(turtle, problem, copy):
    add(copy / "examples" / "visit.ttl", turtle)
    assert ontology.reasoning(copy) == (problem,)


@pytest.mark.java
@pytest.mark.slow
def test_a_contradiction_among_the_terms_is_found(copy):
    add(copy / "kinds.ttl", "kind:summit a v:Meeting .")
    assert ontology.reasoning(copy) == ("verbale.ttl, kinds.ttl and alignments.ttl contradict each other (HermiT)",)


@pytest.mark.java
@pytest.mark.slow
def test_a_class_that_can_have_no_member_is_found(copy):
    add(copy / "verbale.ttl", "v:Parley a owl:Class ; rdfs:subClassOf v:Meeting , v:Place .")
    assert ontology.reasoning(copy) == (
        "verbale.ttl: <https://w3id.org/verbale/ontology#Parley> can have no member (HermiT)",
    )


@pytest.mark.java
@pytest.mark.slow
def test_the_reasoner_leaves_nothing_behind(copy):
    before = (list(owlready2.default_world.ontologies), owlready2.JAVA_EXE)
    ontology.reasoning(copy)
    assert (list(owlready2.default_world.ontologies), owlready2.JAVA_EXE) == before


def test_without_java_the_remedy_is_told_and_the_other_checks_have_reported(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    outcomes = ontology.check()
    reported = [next(outcomes) for _ in range(3)]
    assert [(one.name, one.problems) for one in reported] == [
        ("examples", ()),
        ("counterexamples", ()),
        ("hygiene", ()),
    ]
    with pytest.raises(NoJava, match="apt-get install default-jre-headless"):
        next(outcomes)


def test_a_java_that_does_not_run_is_told_and_not_taken_for_a_fault_of_the_ontology(tmp_path, monkeypatch):
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'Unable to locate a Java Runtime.' >&2\nexit 1\n")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(NoJava, match=re.escape(str(java))):
        ontology.reasoning(ONTOLOGY)


# ---------------------------------------------------------------- alignments and JSON-LD


def test_every_event_type_but_the_change_of_leadership_has_its_plover_code():
    alignments = Graph().parse(ONTOLOGY / "alignments.ttl")
    plover = "https://w3id.org/verbale/plover/"
    coded = {
        name
        for name in vocab.event_types()
        if any(str(code).startswith(plover) for code in alignments.objects(V[name], SKOS.closeMatch))
    }
    assert set(vocab.event_types()) - coded == {"LeadershipChange"}


def test_kinds_that_plover_parts_from_their_type_have_codes_of_their_own():
    alignments = Graph().parse(ONTOLOGY / "alignments.ttl")
    codes = {
        name: {str(code).rpartition("/")[2] for code in alignments.objects(KIND[name], SKOS.closeMatch)}
        for name in ("abduction", "peacekeeping", "diplomatic-relations", "violate")
    }
    assert codes == {
        "abduction": {"ASSAULT"},
        "peacekeeping": {"AID"},
        "diplomatic-relations": {"SUPPORT"},
        "violate": {"REJECT"},
    }


def test_the_json_ld_context_types_the_values_of_every_property():
    context = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]
    graph = Graph().parse(ONTOLOGY / "verbale.ttl")
    for term in ontology.terms():
        name, iri = term.iri.removeprefix(vocab.V), URIRef(term.iri)
        if term.kind == "relation":
            assert context[name] == {"@id": f"v:{name}", "@type": "@id"}
        elif (datatype := graph.value(iri, RDFS.range)) not in (None, XSD.string):
            assert context[name] == {"@id": f"v:{name}", "@type": f"xsd:{datatype.fragment}"}
    terms = {term.iri for term in ontology.terms()}
    assert all(vocab.V + name in terms for name in context if str(context[name]).startswith("{'@id': 'v:"))


def test_json_ld_in_plain_words_reads_as_the_same_graph():
    context = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]
    document = {
        "@context": context,
        "@id": "https://w3id.org/verbale/id/date/2023-07",
        "type": "PartialDate",
        "label": "2023-07",
        "earliest": "2023-07-01",
        "latest": "2023-07-31",
        "precision": "month",
    }
    read = Graph().parse(data=json.dumps(document), format="json-ld")
    assert set(read) == set(Graph().parse(ONTOLOGY / "examples" / "partial-date.ttl"))


def test_the_version_is_told_as_an_iri():
    graph = Graph().parse(ONTOLOGY / "verbale.ttl")
    header = URIRef("https://w3id.org/verbale/ontology")
    version = str(graph.value(header, OWL.versionInfo))
    assert graph.value(header, OWL.versionIRI) == URIRef(f"{header}/{version}")
