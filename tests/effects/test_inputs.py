"""What is given to read: a file or standard input, within bounds, and one line for what is neither."""

import io
import sys
from types import SimpleNamespace

import pytest

from cite.effects import inputs
from cite.model.errors import InputError


def test_a_file_and_standard_input_give_their_bytes(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_bytes(b"a\xff\r\n")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"b\xff\r\n")))
    assert inputs.opened(tmp_path / "a.md").content == b"a\xff\r\n"
    assert inputs.opened("-").content == b"b\xff\r\n"


def test_what_is_too_long_is_refused_and_never_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_INPUT", 3)
    (tmp_path / "a.md").write_bytes(b"abcd")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"abcd")))
    for path in (tmp_path / "a.md", "-"):
        with pytest.raises(InputError, match="larger than"):
            inputs.opened(path)


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing.md", "no such file"), (".", "is a directory"), ("a\0b", "cannot be read"), ("a" * 5000, "cannot be read")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, words):
    with pytest.raises(InputError, match=words) as raised:
        inputs.opened(f"{tmp_path}/{name}")
    assert "\n" not in str(raised.value)


def test_a_folder_stands_for_the_files_in_it_that_a_reader_may_know(tmp_path):
    (tmp_path / "b" / ".git").mkdir(parents=True)
    for name in (
        "z.md",
        "a.PDF",
        "picture.png",
        ".hidden.md",
        "b/c.xml",
        "b/.git/d.md",
        "~$z.docx",
    ):
        (tmp_path / name).write_bytes(b"x")
    assert list(inputs.expanded(str(tmp_path))) == [
        str(tmp_path / name) for name in ("a.PDF", "z.md", "b/c.xml")
    ]


def test_a_pattern_stands_for_what_it_matches_and_one_that_matches_nothing_is_said(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("a.md", "c.md", "b/d.md"):
        (tmp_path / name).write_bytes(b"x")
    assert list(inputs.expanded(f"{tmp_path}/*.md")) == [f"{tmp_path}/a.md", f"{tmp_path}/c.md"]
    assert list(inputs.expanded(f"{tmp_path}/**/d.md")) == [f"{tmp_path}/b/d.md"]
    (one,) = inputs.expanded(f"{tmp_path}/*.tex")
    with pytest.raises(InputError, match="no file matches"):
        inputs.opened(one)


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    name = str(tmp_path / "a[1].md")
    (tmp_path / "a[1].md").write_bytes(b"x")
    assert list(inputs.expanded(name)) == [name]


@pytest.mark.parametrize("address", ["http://a.example/b", "doi:10.5555/12345678", "www.a.example"])
def test_an_address_is_a_list_of_one(address):
    assert list(inputs.expanded(address)) == [address]
    assert inputs.opened(address).content == address.encode()


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "a/b", ".hidden", "link", "no\0name", ""]
)
def test_the_files_beside_an_input_are_those_of_its_folder_and_no_others(tmp_path, name):
    (tmp_path / "secret").write_bytes(b"s")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "secret")
    for one in ("a.tex", "refs.bib", ".hidden"):
        (folder / one).write_bytes(one.encode())
    beside = inputs.opened(folder / "a.tex").beside
    assert beside("refs.bib") == b"refs.bib"
    assert beside(name) is None
