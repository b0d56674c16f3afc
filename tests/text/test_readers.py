"""What is promised of the readers: articles in a fixed order, to the letter, and one clear line for each failure."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from verbale.errors import UnreadableArticle
from verbale.model import Document
from verbale.text.readers import read

HEADER = "title: Two rivers\ndate: 2024-05-02\npublisher: The Delta\nurl: https://delta.example/1\nlicence: own\n\n"
BODY = "The two ministers met in Basel on Monday.\n\nThey spoke of water.\n"


def only(source: Path | str) -> Document:
    (found,) = read(source)
    assert isinstance(found, Document)
    return found


def failure(source: Path | str) -> str:
    (found,) = read(source)
    assert isinstance(found, UnreadableArticle)
    message = str(found)
    assert "\n" not in message
    assert "; " in message, "a remedy follows the reason"
    return message


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_header_is_read_and_the_body_kept_to_the_letter(tmp_path):
    article = only(written(tmp_path / "rivers.txt", HEADER + BODY))
    assert article == Document(
        name="rivers",
        text=BODY,
        headline="Two rivers",
        published=date(2024, 5, 2),
        publisher="The Delta",
        url="https://delta.example/1",
    )


def test_a_text_without_a_header_is_all_body(tmp_path):
    assert only(written(tmp_path / "a.txt", BODY)) == Document(name="a", text=BODY)


def test_an_empty_line_first_says_that_no_header_follows(tmp_path):
    text = "\nDate: nobody knows it.\n"
    assert only(written(tmp_path / "a.txt", text)).text == text


def test_line_ends_and_spaces_of_the_body_stay(tmp_path):
    body = "  The envoy\tleft. \r\n\r\nHe came back.  \r\n\r\n"
    article = only(written(tmp_path / "a.txt", "title: Envoy\r\n\r\n" + body))
    assert (article.headline, article.text) == ("Envoy", body)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    article = only(written(tmp_path / "a.txt", b"\xef\xbb\xbf" + (HEADER + BODY).encode()))
    assert (article.headline, article.text) == ("Two rivers", BODY)


@pytest.mark.parametrize(
    "words",
    [
        "2024-05-02",
        "2024-05-02T23:30:00-05:00",
        "2024-05-02T10:00:00Z",
        "Thu, 02 May 2024 10:00:00 GMT",
        "2 May 2024",
        "May 2, 2024",
        "Thursday, May 2nd, 2024",
    ],
)
def test_a_day_of_publication_is_read_in_any_form_beyond_doubt(tmp_path, words):
    assert only(written(tmp_path / "a.txt", f"date: {words}\n\n{BODY}")).published == date(2024, 5, 2)


@pytest.mark.parametrize(
    "words", ["02/05/2024", "May 2024", "yesterday", "2024-13-01", "31 February 2024", "0001-01-01"]
)
def test_a_day_of_publication_in_doubt_is_refused_with_its_line(tmp_path, words):
    message = failure(written(tmp_path / "a.txt", f"title: A\ndate: {words}\n\n{BODY}"))
    assert message.startswith(f"{tmp_path / 'a.txt'}, line 2: ")
    assert words in message
    assert "2023-09-13" in message


def test_an_article_may_be_undated(tmp_path):
    assert only(written(tmp_path / "a.txt", f"title: A\ndate:\n\n{BODY}")).published is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\n ", "no text"),
        (HEADER.encode(), "a header without a text"),
        (b"title: A\nauthor: B\n\nText.", "line 2: is no header line"),
        (b"title: A\ntitle: B\n\nText.", "line 2: gives title again"),
        (b"The caf\xe9 was shut.", "not UTF-8 (byte 0xe9 at offset 7)"),
        (b"\xef\xbb\xbfThe caf\xe9", "offset 10"),
        (b"The\x00 end.", "a NUL byte at offset 3"),
        ("The end.".encode("utf-16"), "is UTF-16"),
    ],
)
def test_bytes_that_hold_no_article_are_refused_in_one_line(tmp_path, content, said):
    message = failure(written(tmp_path / "a.txt", content))
    assert message.startswith(str(tmp_path / "a.txt"))
    assert said in message


def test_a_missing_file_is_named():
    assert failure("nowhere/a.txt") == "nowhere/a.txt: no such file or folder; check the path"


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl", ".text"])
def test_a_line_of_fifty_megabytes_is_refused(tmp_path, suffix):
    path = written(tmp_path / f"a{suffix}", b"word " * 10_000_000)
    message = failure(path)
    assert "longer than" in message
    assert "split it" in message


def test_a_text_longer_than_an_article_is_refused(tmp_path):
    assert "2,000,010 characters" in failure(written(tmp_path / "a.txt", "é" * 2_000_010))


def rows(*articles: object) -> str:
    return "".join(json.dumps(article) + "\n" for article in articles)


def test_each_row_is_an_article_called_by_its_id_or_its_line(tmp_path):
    content = rows(
        {"id": "x1", "title": "Two rivers", "date": "2024-05-02", "publisher": "D", "url": "u", "text": BODY},
        {"text": "Second."},
        {"id": 7, "text": "Third.", "date": None},
    )
    assert list(read(written(tmp_path / "feed.jsonl", content))) == [
        Document("x1", BODY, "Two rivers", date(2024, 5, 2), "D", "u"),
        Document("feed-2", "Second."),
        Document("7", "Third."),
    ]


def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "feed.ndjson"
    bad = [
        (b'{"title": "no text"}', "no text"),
        (b'{"text": "  "}', "no text"),
        (b'{"text": "unfinished', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'["a", "list"]', "not a JSON object"),
        (b'{"text": 5}', "text is not a text"),
        (b'{"text": "A.", "date": "5/6/07"}', "5/6/07"),
        (b'{"text": "half \\ud83d a face"}', "surrogate"),
        (b'{"text": "nul \\u0000"}', "NUL"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": "' + b"word " * 4_000_000 + b'"}', "longer than"),
    ]
    path.write_bytes(b"\n".join(line for row, _ in bad for line in (row, b'{"text": "Good."}')))
    found = list(read(path))
    assert [one.name for one in found if isinstance(one, Document)] == [f"feed-{2 * n}" for n in range(1, len(bad) + 1)]
    errors = [str(one) for one in found if isinstance(one, UnreadableArticle)]
    for number, (message, (_, said)) in enumerate(zip(errors, bad, strict=True)):
        assert message.startswith(f"{path}, line {2 * number + 1}: ")
        assert said in message
        assert "\n" not in message


def test_the_offset_of_a_bad_byte_counts_from_the_start_of_the_file(tmp_path):
    path = written(tmp_path / "feed.jsonl", b'{"text": "A."}\n{"text": "caf\xe9"}')
    assert "at offset 28" in str(list(read(path))[1])


def test_blank_lines_between_rows_are_passed_over(tmp_path):
    path = written(tmp_path / "feed.jsonl", '\n{"text": "A."}\r\n\r\n{"text": "B."}')
    assert [one.name for one in read(path)] == ["feed-2", "feed-4"]


def test_a_folder_is_read_with_all_below_it_by_path(tmp_path):
    (tmp_path / "b" / ".git").mkdir(parents=True)
    for name in ("c.txt", "a.TXT", "b/z.txt", ".hidden.txt", "b/.git/x.txt", "image.png", "notes.md"):
        written(tmp_path / name, "Text.")
    written(tmp_path / "b" / "feed.jsonl", rows({"text": "A."}, {"text": "B."}))
    assert [one.name for one in read(tmp_path)] == ["a", "feed-1", "feed-2", "z", "c"]


def test_one_bad_file_in_a_folder_does_not_stop_the_rest(tmp_path):
    for number in range(5):
        written(tmp_path / f"{number}.txt", b"\xff" if number == 2 else b"Text.")
    found = list(read(tmp_path))
    assert [isinstance(one, Document) for one in found] == [True, True, False, True, True]
    assert str(tmp_path / "2.txt") in str(found[2])


def test_a_folder_without_articles_is_told(tmp_path):
    written(tmp_path / "image.png", "x")
    assert "no article in this folder" in failure(tmp_path)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (HEADER + BODY, ["stdin"]),
        (BODY, ["stdin"]),
        (rows({"text": "A."}, {"text": "B.", "id": "b"}), ["stdin-1", "b"]),
        (
            "<!DOCTYPE html><html><body><p>" + "The two ministers met in Basel on Monday. " * 9 + "</p></body>",
            ["stdin"],
        ),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch, content, names):
    piped(monkeypatch, content.encode())
    found = list(read("-"))
    assert [one.name for one in found] == names
    assert not found[0].text.startswith(("{", "<", "title:"))


def test_empty_standard_input_is_told(monkeypatch):
    piped(monkeypatch, b"")
    assert failure("-").startswith("standard input: empty")
