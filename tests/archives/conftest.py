"""A real pywb on loopback, and a small server that speaks the Internet Archive's formats."""

import json

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.archives.captures import CAPTURES
from tests.archives.wayback_wire import WaybackWire


@pytest.fixture(scope="session")
def pywb(tmp_path_factory):
    pytest.importorskip("pywb", reason="needs pywb")
    from examples.demo.wayback import serving

    with serving(tmp_path_factory.mktemp("pywb"), CAPTURES) as base:
        yield base


@pytest.fixture
def wire():
    with WaybackWire(CAPTURES) as server:
        yield server


@pytest.fixture
def lab(tmp_path, monkeypatch):
    """Runs the command line in a folder of its own, whose cite.toml names archives."""
    monkeypatch.chdir(tmp_path)
    return Lab(tmp_path)


class Lab:
    def __init__(self, folder):
        self.folder = folder

    def archives(self, **sections):
        lines = ["[archives]", f"only = {json.dumps(list(sections))}"]
        for name, (kind, base, *more) in sections.items():
            lines += [f"[archives.{name}]", f'kind = "{kind}"', f'base = "{base}"', *more]
        (self.folder / "cite.toml").write_text("\n".join(lines), "utf-8")

    def run(self, *arguments, timeout=5):
        return CliRunner().invoke(
            cli,
            [*map(str, arguments), "--allow-net", "127.0.0.0/8", "--interval", "0", "--retries", "0",
             "--timeout", str(timeout)],
        )  # fmt: skip

    def mementos(self, url, *arguments, **more):
        result = self.run("mementos", url, "--format", "json", *arguments, **more)
        assert result.exit_code in (0, 1, 3), result.output
        return json.loads(result.stdout)
