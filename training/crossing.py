"""Cross-validation: ``python -m training.crossing GOLD_DIR FIRST SECOND OUT``.

FIRST and SECOND hold the weights of ``python -m training GOLD_DIR --fold 0`` and ``--fold 1``.
Writes NAME.json into OUT for each article, its facts as read by the network that did not learn
from it; compare with ``verbale evaluate GOLD_DIR --facts OUT``.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.gold import article
from verbale import pipeline
from verbale.events.learned.network import Network
from verbale.graph import iris
from verbale.model import article_hash
from verbale.questions.facts import facts
from verbale.store import memory

__all__ = ["crossed"]


def crossed(gold: Path, networks: Sequence[Network]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The gold files of a folder with the facts that are read; the networks take turns, as the folds do."""
    for place, path in enumerate(sorted(gold.glob("*.json"), key=lambda path: path.name)):
        document = article(path.with_suffix(".txt"))
        graph = pipeline.graph(pipeline.read(document, network=networks[place % len(networks)]))
        number = article_hash(document)
        with memory() as store:
            store.replace({iris.DEFAULT_BASE + iris.graph(number): graph})
            yield path, facts(store, iris.DEFAULT_BASE + iris.article(number))


def main() -> None:
    """Read each article by the network that has not seen it."""
    parser = argparse.ArgumentParser(prog="python -m training.crossing", description=__doc__)
    for name in ("gold", "first", "second", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for path, found in crossed(options.gold, [Network(options.first), Network(options.second)]):
        (options.out / path.name).write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
