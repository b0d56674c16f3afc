"""The pages for those who annotate: their example is as they say, and nothing of the form is left untold."""

import importlib.util
import json
import re
from pathlib import Path

from verbale.evaluation import facts_from, problems
from verbale.evaluation.scheme import ACTOR_TYPES, ACTS, CORE, PLACE_TYPES, STATUSES, roles

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "annotating.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_guides_example_is_a_gold_file_without_a_problem() -> None:
    facts = facts_from(json.loads(block("json")), "the guide")
    assert list(problems(facts, block("text"))) == []


def test_the_guide_tells_every_type_role_status_and_act() -> None:
    words = set(re.findall(r"\w+", GUIDE))
    told = (*ACTOR_TYPES, *PLACE_TYPES, *STATUSES, *ACTS, *CORE, *(role for name in CORE for role in roles(name)))
    assert [word for word in told if word not in words] == []


def test_the_tables_of_the_figures_are_replaced_between_their_marks(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("figures", DOCS.parent / "scripts" / "figures.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert (DOCS / "figures.md").read_text(encoding="utf-8").count(script.BEGIN) == 1
    assert script.cell({"precision": 1.0, "recall": 0.5, "f1": 2 / 3, "n": 4}) == "1.000 / 0.500 / 0.667 (4)"
    assert script.cell({"accuracy": 0.25, "n": 8}) == "0.250 (8)"
    assert script.cell(None) == "none"
    errors = [{"kind": "missed speech", "cause": cause} for cause in ("taken for say", "taken for vow", "not heard")]
    assert script.causes([errors, errors[:1]]) == [
        ["missed speech", "taken for another", "2", "1"],
        ["missed speech", "not heard", "1", "0"],
    ]
