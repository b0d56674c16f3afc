"""Where a publisher is at home."""

import pytest

from verbale.entities.publishers import country, town
from verbale.model import Document
from verbale.reference import load


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("Wichita Evening Post", "Wichita"),
        ("The Leeds Weekly News", "Leeds"),
        ("wichitanews.com", "wichita"),
        ("chronicle.wichita.com", "wichita"),
        ("Wichita", None),
        ("Morning Star", None),
        ("post.com", None),
        ("Wichita Society of Friends", None),
        ("", None),
    ],
)
def test_a_paper_is_named_after_its_town(publisher, name):
    assert town(Document("test", "", publisher=publisher), load()) == name


@pytest.mark.parametrize(
    ("publisher", "url", "code"),
    [
        ("leedsnews.co.uk", "", "GB"),
        ("Leeds News", "https://www.leedsnews.co.uk/2020/fire", "GB"),
        ("kenyanews.ke", "", "KE"),
        ("wichitanews.com", "", None),
        ("wichitanews.tv", "", None),
        ("Leeds News", "", None),
    ],
)
def test_a_host_tells_its_country(publisher, url, code):
    assert country(Document("test", "", publisher=publisher, url=url), load()) == code


def test_the_country_of_the_host_is_one_of_the_articles(find):
    assert find("A barn burned down in Richmond.", "barnnews.co.uk").named("Richmond").country == "GB"
