"""What a question's file says of itself."""

from pathlib import Path

import pytest

from verbale.questions.question import Parameter, Range, read

FILE = """#+ summary: Who met whom?
#+ description: >
#+   Every meeting,
#+   with its words: all of them.
#+ tags: [meetings, actors]
#+ parameters:
#+   _other_actor_iri: the other one
#+ defaults:
#+   _km_number: 100
#+ ranges:
#+   _km_number: 0 to 20040
#+ view: map
PREFIX v: <https://w3id.org/verbale/ontology#>
SELECT ?a WHERE { ?a v:b ?_other_actor_iri FILTER (COALESCE(?_km_number, 100) > ?a) } ORDER BY ?a # ?_c_iri "?_d_iri"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "meetings" / "who-met-whom.rq"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_the_header_tells_what_is_asked_and_what_is_wanted(tmp_path: Path) -> None:
    question = read(write(tmp_path, FILE))
    assert (question.name, question.subject, question.view) == ("who-met-whom", "meetings", "map")
    assert question.summary == "Who met whom?"
    assert question.description == "Every meeting, with its words: all of them."
    assert question.tags == ("meetings", "actors")
    assert question.parameters == (
        Parameter("other-actor", "_other_actor_iri", "iri", "the other one", None),
        Parameter("km", "_km_number", "number", "", "100", Range(0, 20040, whole=False)),
    )
    assert question.defaults == {"km": "100"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("view: map", "view: globe"), "no such view: globe"),
        (("0 to 20040", "near"), "no such range: near"),
        (("_km_number: 100", "_miles_number: 100"), "does not use: _miles_number"),
        (("_km_number: 0 to", "_miles_number: 0 to"), "does not use: _miles_number"),
        (("?_other_actor_iri FILTER", "?_other_actor_thing FILTER"), "does not use: _other_actor_iri"),
        (("_other_actor_iri", "_other_actor_thing"), "does not end in a kind of value"),
    ],
)
def test_a_header_that_does_not_fit_its_query_is_refused(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        read(write(tmp_path, FILE.replace(*change)))
