"""The benchmarks over other people's data, on rows of the test's own."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import sentences, titles
from verbale import pipeline
from verbale.model import Document, Span


def test_marks_become_spans_of_the_sentence_without_them() -> None:
    found = sentences.unmarked("On Monday <t>Peru</t> was blamed by <s>the Chilean cabinet</s>.", "ACCUSE")
    assert found.text == "On Monday Peru was blamed by the Chilean cabinet."
    assert (found.target, found.source) == (Span(10, 14), Span(29, 48))
    assert sentences.unmarked("<t>Peru</t> was blamed.", "ACCUSE").source is None


def test_types_and_acts_have_the_roots_of_the_ontologys_alignment() -> None:
    roots = sentences.alignment()
    assert roots["Attack"] == {"ASSAULT"}
    assert roots["accuse"] == {"ACCUSE"}
    assert roots["demand"] == {"REQUEST"}
    assert roots["Withdrawal"] == roots["ease"] == {"YIELD"}
    assert "LeadershipChange" not in roots
    assert "say" not in roots


def test_the_answer_is_what_is_told_first_of_what_has_a_root() -> None:
    reading = pipeline.read(Document("one", "Peru said that Chile accused Bolivia of attacking Mali."))
    found = sentences.answer(reading, sentences.alignment())
    assert found is not None
    assert found[0] == "accuse"
    assert sentences.answer(pipeline.read(Document("two", "Bake the bread.")), sentences.alignment()) is None


def test_a_kind_has_its_own_roots_and_a_plan_those_of_an_intent_too() -> None:
    def roots(text: str) -> set[str]:
        found = sentences.answer(pipeline.read(Document("one", text)), sentences.alignment())
        return set(found[1]) if found else set()

    assert roots("Japan imposed sanctions on Iran.") == {"SANCTION"}
    assert roots("Japan lifted sanctions on Iran.") == {"YIELD"}
    assert roots("Germany attacked Iran.") == {"ASSAULT"}
    assert roots("Angela Merkel will visit Iran in May.") == {"CONSULT", "AGREE"}


def test_sentences_are_counted_with_their_actors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        ("<s>Germany</s> accused <t>Iran</t> of fraud.", "ACCUSE"),  # all right
        ("<s>Germany</s> accused Iran of fraud in <t>Mali</t>.", "ASSAULT"),  # only the source
        ("<s>Germany</s> condemned the attack by <t>Iran</t> on Mali.", "ACCUSE"),  # aimed at those spoken of
        ("<s>The baker</s> bakes <t>bread</t>.", "AID"),  # no answer
    ]
    file = tmp_path / "rows.tsv"
    lines = ["\tmarked_sentence\tgold_root", *(f"{n}\t{words}\t{root}" for n, (words, root) in enumerate(rows))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["sentences", str(file)])
    sentences.main()
    told = capsys.readouterr().out
    assert "4 sentences, answered 0.750, of these the root right 0.667" in told
    assert "source within its mark 1.000, target 0.667, both 0.667" in told
    assert "| ASSAULT | 1 | 1.00 | 0.00 | accuse 1 |" in told
    assert "| nothing found | 1 |" in told
    assert "| target: filled by another | 1 |" in told


RELEASES = {
    "met": "Secretary Anne Hall met with French Foreign Minister Paul Blanc in Paris on Monday.",
    "other": "Secretary Anne Hall met with French Foreign Minister Paul Blanc in Paris on Monday.",
    "trip": "Secretary Anne Hall will travel to Kenya and Ghana from May 3 to May 5.",
    "cairo": "Secretary Anne Hall will travel to Cairo, Egypt on May 3.",
    "silent": "The Secretary thanked everybody.",
}
TITLES = [
    ("met", "meeting", "French Foreign Minister Blanc and Peruvian Foreign Minister Rojas"),
    ("other", "meeting", "Chilean Foreign Minister Silva"),
    ("trip", "visit", "Ghana on Africa Day"),
    ("cairo", "visit", "Egypt"),
    ("silent", "call", "Chilean Foreign Minister Silva"),
    ("gone", "call", "nobody, for this release is not among them"),
]


def test_titles_are_looked_for_in_the_bodies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": name, "url": f"https://example.org/{name}", "title": "French Foreign Minister Silva", "text": text}
        for name, text in RELEASES.items()
    ]
    (tmp_path / "releases.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    named = [{"url": f"https://example.org/{n}", "kind": kind, "with_or_place": words} for n, kind, words in TITLES]
    (tmp_path / "titles.json").write_text(json.dumps(named), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["titles", str(tmp_path / "releases.jsonl"), str(tmp_path / "titles.json")])
    titles.main()
    told = capsys.readouterr().out
    assert "5 titles, found in the body 0.600" in told
    assert "| meeting | 2 | 0.500 |" in told
    assert "| visit | 2 | 1.000 |" in told
    assert "| meeting | the partner not found | 1 |" in told
    assert "| call | no meeting found, nor the partner | 1 |" in told


@pytest.mark.parametrize("main", [sentences.main, titles.main])
def test_a_benchmark_without_its_file_says_what_it_wants(
    main: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmark"])
    with pytest.raises(SystemExit, match="usage"):
        main()
