"""The measured tasks, each run in a process of its own so that its time and memory are its own.

``python -m benchmarks.tasks TASK FOLDER WORK`` prints one JSON object: what was done, CPU seconds
without loading, and the process's peak memory.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from verbale.model import Document, Reader
from verbale.text.readers import read

COPIES = 20


def _documents(folder: Path) -> list[Document]:
    """The folder's articles; a single article is read under several names, so that there is something to measure."""
    found = [item for item in read(folder) if isinstance(item, Document)]
    if len(found) > 1:
        return found
    return [replace(found[0], headline=f"copy {n}") for n in range(COPIES)]


def parse(folder: Path, _: Path) -> dict[str, float]:
    """spaCy alone: the limit of reading."""
    from verbale.text.parsing import paragraphs

    documents = _documents(folder)
    paragraphs(documents[0])
    begin = time.process_time()
    for document in documents:
        paragraphs(document)
    return {"words": _words(documents), "seconds": time.process_time() - begin}


def full(folder: Path, work: Path) -> dict[str, float]:
    """The whole way by the full reader: read, write the graph, check it, store it."""
    return _ingest(folder, work, "full")


def fast(folder: Path, work: Path) -> dict[str, float]:
    """The same by the fast reader."""
    return _ingest(folder, work, "fast")


def _ingest(folder: Path, work: Path, reader: Reader) -> dict[str, float]:
    from verbale.pipeline import ingest
    from verbale.store import open_store

    documents = _documents(folder)
    with open_store(work / "ingest.db", writable=True) as store:
        for _ in ingest([replace(documents[0], headline="so that everything is loaded")], store, reader=reader):
            pass
        begin = time.process_time()
        for _ in ingest(documents, store, reader=reader):
            pass
        return {"words": _words(documents), "seconds": time.process_time() - begin}


def graphs(folder: Path, work: Path) -> dict[str, float]:
    """Write the articles' graphs to files for the two loads."""
    from verbale import pipeline

    texts = [pipeline.graph(pipeline.read(document)) for document in _documents(folder)]
    copies = max(1, 200 // len(texts))
    with (work / "all.nq").open("w", encoding="utf-8") as file:
        for n in range(copies):
            for text in texts:
                file.write(_renamed(text, n))
    return {"quads": copies * sum(text.count("\n") for text in texts), "graphs": copies * len(texts)}


def transactions(_: Path, work: Path) -> dict[str, float]:
    """Our way into the embedded store: as many new articles in a transaction as ``ingest`` puts there."""
    from verbale.pipeline import TOGETHER
    from verbale.store import open_store

    graphs = iter(_by_graph((work / "all.nq").read_text(encoding="utf-8")).items())
    with open_store(work / "transactions.db", writable=True) as store:
        begin = time.process_time()
        while some := dict(islice(graphs, TOGETHER)):
            store.replace(some)
        return {"seconds": time.process_time() - begin}


def bulk_load(_: Path, work: Path) -> dict[str, float]:
    """pyoxigraph's own bulk load of the same quads: the limit of storing."""
    import pyoxigraph

    store = pyoxigraph.Store(str(work / "bulk.db"))
    begin = time.process_time()
    store.bulk_load(path=str(work / "all.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    return {"seconds": time.process_time() - begin}


def _words(documents: list[Document]) -> int:
    return sum(len(document.text.split()) for document in documents)


def _renamed(text: str, n: int) -> str:
    """The graph under another name, so that every copy is stored."""
    return text.replace("/id/graph/", f"/id/graph/{n:05d}")


def _by_graph(text: str) -> dict[str, str]:
    graphs: dict[str, list[str]] = {}
    for line in text.splitlines(keepends=True):
        graphs.setdefault(line[line.rindex("<") + 1 : line.rindex(">")], []).append(line)
    return {name: "".join(lines) for name, lines in graphs.items()}


TASKS: dict[str, Callable[[Path, Path], dict[str, float]]] = {
    task.__name__: task for task in (parse, fast, full, graphs, transactions, bulk_load)
}

if __name__ == "__main__":
    result = TASKS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps(result | {"megabytes": usage.ru_maxrss / 1024}))
