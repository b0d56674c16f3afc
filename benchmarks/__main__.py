"""Measure reading, cold start and loading, and print the table: ``python -m benchmarks [FOLDER]``.

FOLDER holds articles; without one, the seed article is read many times over. Every task runs
in a process of its own, three times in turn with the one it is compared to; medians are shown.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
RUNS = 3


def run(task: str, folder: Path, work: Path) -> dict[str, float]:
    """One task's figures, from a process of its own."""
    with tempfile.TemporaryDirectory(dir=work) as room:
        source = work / "all.nq"
        if source.exists():
            (Path(room) / "all.nq").symlink_to(source)
        command = [sys.executable, "-m", "benchmarks.tasks", task, str(folder), str(work if task == "graphs" else room)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def median(rounds: list[dict[str, float]], key: str) -> float:
    """The median of one figure over the rounds."""
    return statistics.median(figures[key] for figures in rounds)


def cold_start(work: Path) -> float:
    """Seconds from the shell to the first answer, over a store with the seed article."""
    verbale = Path(sys.executable).with_name("verbale")
    store = ["--store", str(work / "cold.db")]
    subprocess.run([verbale, "ingest", SEEDS, *store], check=True, capture_output=True)
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([verbale, "ask", "who-met-whom", *store], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def machine() -> str:
    """The machine's class, in words that name no machine."""
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Run everything and print the table in Markdown."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    with tempfile.TemporaryDirectory() as room:
        work = Path(room)
        rounds: dict[str, list[dict[str, float]]] = {
            task: [] for task in ("parse", "fast", "full", "transactions", "bulk_load")
        }
        made = run("graphs", folder, work)
        for _ in range(RUNS):
            for task, figures in rounds.items():
                figures.append(run(task, folder, work))
        start = cold_start(work)
    words = rounds["parse"][0]["words"]
    parse = median(rounds["parse"], "seconds")
    put, bulk = median(rounds["transactions"], "seconds"), median(rounds["bulk_load"], "seconds")
    print(f"Measured on {machine()}; medians of {RUNS} runs, CPU seconds unless said otherwise.\n")
    print("| what | verbale | the limit | ratio |\n| --- | --- | --- | --- |")
    for reader in ("fast", "full"):
        ingest = median(rounds[reader], "seconds")
        print(
            f"| {reader} reader, words a second (limit: spaCy alone) | {words / ingest:,.0f} | {words / parse:,.0f} "
            f"| {ingest / parse:.2f} times the time |"
        )
        print(
            f"| {reader} reader, peak memory, MB (limit: spaCy alone) | {median(rounds[reader], 'megabytes'):,.0f} "
            f"| {median(rounds['parse'], 'megabytes'):,.0f} | |"
        )
    print(
        f"| quads a second into the store, as ingest does it (limit: bulk_load) "
        f"| {made['quads'] / put:,.0f} | {made['quads'] / bulk:,.0f} | {put / bulk:.1f} times the time |"
    )
    print(f"| cold start to first answer, seconds by the clock | {start:.2f} | | |")


if __name__ == "__main__":
    main()
