"""Pandoc, the program: asked to turn what cite does not read into JATS. It may neither fetch nor open anything."""

import re
import shutil
import subprocess

from cite.model.errors import InputError

TIMEOUT = 120.0
"""Seconds; a book takes five."""
_HEAP = "-M1500m"
"""What its memory may grow to."""


def to_jats(content: bytes, notation: str, called: str) -> bytes:
    """A document as JATS. Raises InputError where pandoc is absent, too old for the notation, or cannot read it."""
    program = _program()
    if program is None:
        raise InputError(
            f"is {called}, which is read through pandoc; install pandoc, or save it as Markdown, HTML or DOCX"
        )
    command = [program, "--sandbox", "-f", notation, "-t", "jats", "-s", "+RTS", _HEAP, "-RTS"]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"takes pandoc more than {TIMEOUT:.0f} seconds to read") from None
    except OSError as error:
        raise InputError(f"is {called}, and pandoc cannot be run: {error.strerror}") from None
    if done.returncode != 0:
        raise InputError(f"is {called}, which pandoc does not read: {_reason(done.stderr)}")
    return done.stdout


def _program() -> str | None:
    """The one that is installed, else the one that comes with `cite[pandoc]`."""
    if found := shutil.which("pandoc"):
        return found
    try:
        import pypandoc
    except ImportError:
        return None
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        return None


def _reason(said: bytes) -> str:
    """Its first line, as part of one of ours."""
    text = said.decode("utf-8", "replace")
    line = next((one for one in text.splitlines() if one.strip()), "it says nothing")
    return re.sub(r"[^\x20-\x7e\u00a0-\uffff]", " ", line).strip()[:200]
