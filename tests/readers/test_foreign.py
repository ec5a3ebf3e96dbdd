"""What pandoc reads for cite: told by content or name, turned into JATS, with a line that says what is lost."""

import pytest

from cite.effects import pandoc
from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.pipeline import read
from cite.readers.foreign import foreign
from tests.readers.sample import program

RST = """Ferries
=======

There were nine. [1]_ See `the list <https://a.example/list>`_.

.. [1] C. Roe, *Piers* (Leith, 1999), http://a.example/piers.
"""


@pytest.mark.parametrize(
    ("name", "content", "notation"),
    [
        ("a.rst", b"x", "rst"),
        ("A.ORG", b"x", "org"),
        ("-", rb"{\rtf1\ansi x}", "rtf"),
        (
            "a.xml",
            b'<?xml version="1.0"?>\n<article xmlns="http://docbook.org/ns/docbook">',
            "docbook",
        ),
        (
            "a.xml",
            b"<!DOCTYPE book PUBLIC '-//OASIS//DTD DocBook XML V4.5//EN' 'x'><book>",
            "docbook",
        ),
        ("a.json", b'{"cells": [], "metadata": {}, "nbformat": 4}', "ipynb"),
        ("a.md", b"See docbook.org/ns/docbook.", ""),
        ("a.txt", b"x", ""),
        ("a.xml", b"<article article-type='x'>", ""),
    ],
)
def test_a_notation_is_told_by_content_before_its_name(name, content, notation):
    assert foreign(name, content) == notation


@pytest.mark.parametrize("name", ["a.rst", "-"])
def test_what_pandoc_reads_is_read_through_it_and_said_so(name):
    program("pandoc")
    found = read(Input(name, RST.encode()), "" if name == "a.rst" else "rst")
    (note,) = found.notes
    assert (note.label, [link.url for link in note.links]) == ("1", ["http://a.example/piers"])
    assert found.format == "rst"
    assert "read-through-pandoc" in [one.code for one in found.findings]


RTF = r"""{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}
{\pard There were nine.{\super\chftn}{\*\footnote\chftn\pard Roe, {\i Piers} (Leith, 1999).} One sank.{\super\chftn}{\footnote\chftn\pard Doe, 4.}\par}}"""


def test_notes_of_rtf_are_read_also_where_old_programs_may_pass_them_over():
    program("pandoc")
    found = read(Input("a.rtf", RTF.encode()))
    assert [note.text for note in found.notes] == ["Roe, Piers (Leith, 1999).", "Doe, 4."]


def test_pandoc_opens_no_file_that_a_document_names(tmp_path):
    program("pandoc")
    (tmp_path / "secret.txt").write_text("a secret", "utf-8")
    found = read(Input("a.rst", f"{RST}\n.. include:: {tmp_path}/secret.txt\n".encode()))
    assert "secret" not in " ".join(paragraph.text for paragraph in found.body)


def test_where_there_is_no_pandoc_a_person_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(pandoc, "_program", lambda: None)
    with pytest.raises(
        InputError, match="is reStructuredText, which is read through pandoc; install"
    ):
        read(Input("a.rst", RST.encode()))


def test_what_pandoc_refuses_is_one_line():
    program("pandoc")
    with pytest.raises(InputError, match="pandoc") as raised:
        read(Input("a.ipynb", b'{"nbformat": 4, "cells": 7}'))
    assert "\n" not in str(raised.value)
