"""The sample article in other notations, made by programs that people use."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

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
