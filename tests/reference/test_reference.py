import os
import subprocess
import sys
from pathlib import Path

import pytest

import verbale
from verbale.reference import load
from verbale.reference.folding import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Malé", "male"),
        ("Port-au-Prince", "port au prince"),
        ("Łódź", "lodz"),
    ],
)
def test_one_spelling_for_all_forms_of_a_name(name, folded):
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("words", "identity", "how"),
    [
        ("Kenya", "actor/state/KE", "name"),
        ("Kenyan", "actor/state/KE", "demonym"),
        ("Kenyans", "actor/state/KE", "people"),
        ("Nairobi", "actor/state/KE", "capital"),
        ("the UAE", None, None),
        ("UAE", "actor/state/AE", "name"),
        ("Republic of Kenya", "actor/state/KE", "name"),
        ("NATO", "actor/international-organization/nato", "name"),
        ("the West", "actor/bloc/western-states", "name"),
        ("White House", "actor/government/white-house", "name"),
        ("Donbas", "place/region/donbas", "name"),
        ("West Bank", "place/region/west-bank", "name"),
    ],
)
def test_a_name_leads_to_what_it_names(words, identity, how):
    known = load().known(words)
    assert (known.id if known else None, known.how if known else None) == (identity, how)


def test_the_longest_name_counts_and_ends_at_a_word():
    reference = load()
    text = "The United Nations Security Council met; Nigerien and Nigerian envoys came."
    end, known = reference.at(text, 4) or (0, None)
    assert text[4:end] == "United Nations Security Council"
    assert known is not None
    assert known.name == "United Nations Security Council"
    niger = reference.at(text, text.index("Nigerien"))
    assert niger is not None
    assert niger[1].country == "NE"
    assert reference.at("Kenyatta spoke", 0) is None


def test_the_cities_are_not_read_before_they_are_asked_for():
    code = (
        "import time; begin = time.perf_counter()\n"
        "from verbale.reference import load\n"
        "reference = load(); assert '_rows' not in vars(reference._cities)\n"
        "assert time.perf_counter() - begin < 2\n"
    )
    path = str(Path(verbale.__file__).parent.parent)
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": path})
