"""What is promised of paragraphs: where they begin and end, whatever the text looks like."""

import pytest

from verbale.model import Document
from verbale.text.parsing import paragraphs


def parted(text: str) -> list[str]:
    found = paragraphs(Document("a", text))
    for paragraph in found:
        assert paragraph.doc.text == text[paragraph.span.start : paragraph.span.end]
    return [paragraph.doc.text for paragraph in found]


@pytest.mark.parametrize(
    "text",
    [
        "A man came.\n\nHe left.",
        "\n\n  A man came.  \n \t \n\n\nHe left.\n",
        "A man came.\r\n\r\nHe left.\r\n",
        "A man came.\u2029He left.",
        "A man came.\nHe left.",
    ],
)
def test_blank_lines_part_paragraphs_and_where_there_are_none_lines_that_end_sentences(text):
    assert parted(text) == ["A man came.", "He left."]


def test_lines_that_break_sentences_part_nothing():
    text = "A man came to the\ntown on the river\nand left. Nobody\nknew him.\n"
    assert parted(text) == [text.strip()]


def test_a_text_without_end_is_parted_after_its_sentences():
    text = "The envoy came and went. " * 1000
    found = parted(text)
    assert "".join(part + " " for part in found) == text
    assert all(len(part) <= 10_000 and part.endswith("went.") for part in found)


def test_white_space_without_end_costs_no_time():
    assert parted("A." + " \n" * 500_000 + "B.") == ["A.", "B."]


@pytest.mark.parametrize(
    "dateline", ["GENEVA —", "KYIV, May 2 (Example Wire) -", "SAN JOSE, Costa Rica --", "KINSHASA (Example Wire) –"]
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline):
    assert parted(f"{dateline} Soldiers took the palace.") == [dateline, "Soldiers took the palace."]


@pytest.mark.parametrize(
    "text", ["NATO and the EU met - at last.", "A man - tall - came.", "The talks — held in GENEVA — ended."]
)
def test_a_dash_in_a_sentence_begins_no_paragraph(text):
    assert parted(text) == [text]
