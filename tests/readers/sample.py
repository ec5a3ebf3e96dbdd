"""The sample article in other notations, made by programs that people use."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cite import pipeline

SAMPLE = Path(__file__).parents[2] / "examples" / "article.md"


def program(*names: str) -> str:
    """The first of these programs that is installed; the test skips, and says so, where none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"needs {' or '.join(names)}, which .ci/run installs")
    return found


def with_true_notes() -> str:
    """The sample with pandoc's own notes in the place of raised numerals."""
    text = SAMPLE.read_text("utf-8")
    text = re.sub(r"^<sup>(\w+)</sup>\s*", r"[^\1]: ", text, flags=re.MULTILINE)
    return re.sub(r"<sup>(\w+)</sup>", r"[^\1]", text)


def made_by_pandoc(to: str, folder: Path, name: str) -> Path:
    """The sample in a notation that pandoc writes."""
    file = folder / name
    subprocess.run(
        [program("pandoc"), "-f", "markdown-smart", "-t", to, "-s", "-o", str(file)],
        input=with_true_notes().encode(), check=True, timeout=120, cwd=folder,
    )  # fmt: skip
    return file


def with_raised_labels(to: str, folder: Path, name: str) -> Path:
    """The sample as it stands, numerals raised by hand; pandoc reads `<sup>` in HTML alone."""
    file = folder / name
    page = subprocess.run(
        [program("pandoc"), "-f", "markdown-smart", "-t", "html", str(SAMPLE)],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        [program("pandoc"), "-f", "html", "-t", to, "-s", "-o", str(file)],
        input=page.stdout, check=True, timeout=120, cwd=folder,
    )  # fmt: skip
    return file


def by_office(file: Path, to: str, folder: Path) -> Path:
    """A file that LibreOffice opened and saved in another format."""
    command = [program("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    subprocess.run(
        [*command, "--convert-to", to, "--outdir", str(folder / "office"), str(file)],
        check=True, timeout=300, capture_output=True,
    )  # fmt: skip
    return folder / "office" / f"{file.stem}.{to.partition(':')[0]}"


def printed_by_chromium(folder: Path) -> Path:
    """The sample as a browser prints it: notes at the end."""
    page = made_by_pandoc("html", folder, "article.html")
    file = folder / "article.pdf"
    command = [program("chromium"), "--headless", "--no-sandbox", "--disable-gpu"]
    subprocess.run(
        [*command, f"--print-to-pdf={file}", f"--user-data-dir={folder}/profile", str(page)],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    return file


def printed_by_libreoffice(folder: Path) -> Path:
    """The sample as a word processor prints it: notes at the foot."""
    return by_office(made_by_pandoc("docx", folder, "article.docx"), "pdf", folder)


def told(path):
    """What is known of each reference: its work, addresses and the notes that cite it, numerals as numbers."""
    (document,) = pipeline.notes(path)
    number = {note.id: at for at, note in enumerate(document.notes, 1)}
    _, references, _ = pipeline.references(path)
    return [
        (one.key, one.entry.entry_type, dict(one.entry.fields), [link.url for link in one.links], [number[note.id] for note in one.notes])
        for one in references
    ]  # fmt: skip
