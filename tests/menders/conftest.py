"""LibreOffice as an editor uses it: it opens what was mended, and accepts or rejects all changes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cite.model.inputs import Input

_SHIPPED = Path(__file__).parent / "libreoffice"


_ATTEMPTS = 3
"""On a busy machine it now and then falls over while it starts."""


class LibreOffice:
    """One user of it, with a macro of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._soffice = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        self._run("--terminate_after_init")
        macros = folder / "profile/user/basic/Standard"
        macros.mkdir(parents=True, exist_ok=True)
        for name in ("Settle.xba", "script.xlb"):
            shutil.copy(_SHIPPED / name, macros)
        shutil.copy(_SHIPPED / "script.xlc", macros.parent)
        self._number = 0

    def accepted(self, given: Input) -> Input:
        """The document with all changes accepted, as a flat OpenDocument text."""
        return self._settled(given, "AcceptAllTrackedChanges")

    def rejected(self, given: Input) -> Input:
        """The same with all rejected."""
        return self._settled(given, "RejectAllTrackedChanges")

    def opened(self, given: Input) -> str:
        """The document as it is read, changes and comments with it."""
        return self._settled(given, "SelectAll").content.decode()

    def _settled(self, given: Input, command: str) -> Input:
        self._number += 1
        source = self.folder / f"{self._number}{Path(given.name).suffix}"
        target = source.with_suffix(".fodt")
        source.write_bytes(given.content)
        for _ in range(_ATTEMPTS):
            self._run(f"macro:///Standard.Settle.Settle({source},{command},{target})")
            if target.exists():
                break
        assert target.exists(), f"LibreOffice did not open {given.name}"
        return Input("settled.fodt", target.read_bytes())

    def _run(self, order: str) -> None:
        """It may fall over on its way out, when its work is done."""
        subprocess.run(
            ["timeout", "--kill-after=5", "120", *self._soffice, order], capture_output=True
        )


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory) -> LibreOffice:
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice (libreoffice-writer-nogui)")
    return LibreOffice(tmp_path_factory.mktemp("office"))
