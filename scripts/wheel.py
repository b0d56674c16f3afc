"""Build the wheel, install it into an empty environment, and use it there, far from the checkout."""

import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Build, look inside, install, use; leave with the first thing that is wrong."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        wheel = build(folder / "dist")
        look(wheel)
        use(install(wheel, folder / "env"), folder)
    print(f"{wheel.name} works in an empty environment")


def build(folder: Path) -> Path:
    """The wheel, built from the checkout."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def look(wheel: Path) -> None:
    """See that it holds the ontology and the questions, the licences, and no other top-level name."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    other = sorted(top for top in tops if top != "verbale" and not top.endswith(".dist-info"))
    if other:
        sys.exit(f"{wheel.name} has other top-level names: {', '.join(other)}")
    for wanted in (
        "verbale/events/learned/weights/encoder.onnx",
        "verbale/ontology/verbale.ttl",
        "verbale/ontology/shapes.ttl",
        "verbale/queries/",
        "/LICENSE",
        "/NOTICE",
    ):
        if not any(wanted in name for name in names):
            sys.exit(f"{wheel.name} lacks {wanted}")


def install(wheel: Path, folder: Path) -> Path:
    """The folder of an empty environment's commands, with the wheel and the locked dependencies."""
    venv.create(folder, with_pip=True)
    commands = folder / "bin"
    pip = [commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True)
    subprocess.run([*pip, wheel], check=True)
    return commands


def use(commands: Path, folder: Path) -> None:
    """Read an article, ask, export, and check the ontology, all from the installed wheel."""
    (folder / "article.txt").write_text(
        "title: Talks\ndate: 2024-05-02\n\nAngela Merkel met Emmanuel Macron in Vienna on Tuesday.\n", encoding="utf-8"
    )

    def verbale(*words: str) -> str:
        done = subprocess.run([commands / "verbale", *words], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"verbale {' '.join(words)}: {done.stderr}")
        return done.stdout

    verbale("ingest", "article.txt")
    for words, wanted in (
        (("ask", "who-met-whom"), "Emmanuel Macron"),
        (("questions",), "who-met-whom"),
        (("export",), "v:Meeting"),
        (("ontology",), "ArmsTransfer"),
    ):
        if wanted not in verbale(*words):
            sys.exit(f"verbale {' '.join(words)} says nothing of {wanted}")


if __name__ == "__main__":
    main()
