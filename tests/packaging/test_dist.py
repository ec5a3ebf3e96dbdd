"""What is released: a wheel and a source archive that install and run where nothing of the checkout is."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from cite.model.version import __version__

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """Both, built from the checkout as it stands."""
    folder = tmp_path_factory.mktemp("dist")
    pytest.importorskip("build", reason="needs the package build (make test brings it)")
    pytest.importorskip("hatchling", reason="needs hatchling to build without a network")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


def test_their_names_say_the_name_on_the_index_and_the_version_of_the_program(dist):
    assert sorted(path.name for path in dist.iterdir()) == [
        f"cite_sources-{__version__}-py3-none-any.whl",
        f"cite_sources-{__version__}.tar.gz",
    ]


def test_the_wheel_holds_the_program_with_its_model_and_templates_and_nothing_else(dist):
    names = zipfile.ZipFile(next(dist.glob("*.whl"))).namelist()
    assert "cite/recognisers/labels/model/citations.crfsuite" in names
    assert any(name.endswith("page.html.j2") for name in names)
    assert {name.split("/")[0] for name in names} == {
        "cite",
        f"cite_sources-{__version__}.dist-info",
    }


def test_the_source_archive_holds_what_a_packager_needs(dist):
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = archive.getnames()
    for wanted in (
        "pyproject.toml",
        "LICENSE",
        "README.md",
        "Makefile",
        "tests/conftest.py",
        "refs.bib",
    ):
        assert f"cite_sources-{__version__}/{wanted}" in names


def test_the_wheel_installs_and_the_command_runs_in_an_environment_of_its_own(dist, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env/bin/python"
    # The libraries come from this environment, so that no index is asked.
    site = next((tmp_path / "env/lib").glob("python3*/site-packages"))
    paths = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join([*paths, sysconfig.get_path("purelib")]))
    wheel = next(dist.glob("*.whl"))
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel], check=True
    )
    article = tmp_path / "a.md"
    article.write_text("So.<sup>i</sup>\n\n<sup>i</sup> Doe, A, *A Title*, 1999.\n")
    cite = tmp_path / "env/bin/cite"
    told = subprocess.run(
        [cite, "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert told.stdout.strip().endswith(__version__)
    read = subprocess.run(
        [cite, "refs", article], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "title" in read.stdout
    where = subprocess.run(
        [python, "-c", "import cite; print(cite.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert str(tmp_path) in where.stdout
