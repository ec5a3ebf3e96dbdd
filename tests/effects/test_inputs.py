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
