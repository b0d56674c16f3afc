"""What is promised of HTML pages: their prose by paragraph, their metadata, nothing guessed."""

from datetime import date

import pytest

from verbale.errors import UnreadableArticle
from verbale.text.readers import read

HEAD = """
<meta charset="utf-8"><title>Fish treaty signed | The Daily</title>
<meta property="og:title" content="Fish treaty signed">
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2031-05-04T22:00:00-05:00">
<link rel="canonical" href="https://daily.example/fish">
"""
ARTICLE = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Fish treaty signed</h1>
<p>The ministers of Norway and Iceland met on Monday in Bergen,<br>and signed a <b>treaty</b> about
<a href="/cod">cod</a>.</p>
<p>They had talked for three years, said the Norwegian minister, who called it a great day for both.</p>
<blockquote><p>“We will fish in peace.”</p></blockquote>
</article>
<footer>Copyright 2019 The Daily</footer>
"""
PARAGRAPHS = [
    "The ministers of Norway and Iceland met on Monday in Bergen, and signed a treaty about cod.",
    "They had talked for three years, said the Norwegian minister, who called it a great day for both.",
    "“We will fish in peace.”",
]


def page(tmp_path, content: str | bytes):
    path = tmp_path / "fish.html"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read(path)
    return found


def test_a_page_gives_its_prose_by_paragraph_and_its_metadata(tmp_path):
    article = page(tmp_path, f"<!DOCTYPE html><html><head>{HEAD}</head><body>{ARTICLE}</body></html>")
    assert article.text.split("\n\n") == PARAGRAPHS
    assert article.name == "fish"
    assert article.headline == "Fish treaty signed"
    assert article.published == date(2031, 5, 4)
    assert article.publisher == "The Daily"
    assert article.url == "https://daily.example/fish"


def test_a_day_is_never_guessed_from_the_prose(tmp_path):
    assert page(tmp_path, f"<html><body>{ARTICLE}</body></html>").published is None


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path):
    content = f'<html><head><meta charset="iso-8859-1"></head><body>{ARTICLE}</body></html>'.encode("windows-1252")
    assert PARAGRAPHS[2] in page(tmp_path, content).text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<html></html>", "no article"),
        ("just words", "no article"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
        (
            "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>nginx</p></body>",
            "no article",
        ),
        ("<html><body><form><label>User</label><input></form><p>Please log in.</p></body></html>", "no article"),
        ("<div>" * 50_000 + "<p>Deep down there are words of some article or other, it seems.</p>", "no article"),
        ('<html><head><meta charset="klingon"></head></html>', "klingon"),
        (b"<html><body><p>caf\xe9</p></body></html>", "offset 18"),
        (b'<meta charset="shift_jis"><p>\x81', "not shift_jis"),
    ],
)
def test_a_page_without_an_article_is_refused_in_one_line(tmp_path, content, said):
    found = page(tmp_path, content)
    assert isinstance(found, UnreadableArticle)
    assert str(found).startswith(str(tmp_path / "fish.html"))
    assert said in str(found)
    assert "\n" not in str(found)
