"""What biber, BibTeX and pandoc make of what is written: the programs of people who will use it."""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cite.formats.bibtex.blocks import split
from cite.formats.bibtex.merging import merge
from cite.formats.bibtex.reading import parse
from cite.formats.bibtex.types import BIBLATEX_FORMS, LAW_FORMS, Dialect
from cite.model.entries import Entry, Name
from cite.model.notes import NoteId, NoteRef
from cite.model.references import Reference
from tests.formats.works import WORKS

ROOT = Path(__file__).parents[3]


def needs(program):
    return pytest.mark.skipif(not shutil.which(program), reason=f"needs {program}")


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def biber_warnings(folder, text):
    (folder / "refs.bib").write_text(text, "utf-8")
    code, said = run(folder, "biber", "--tool", "--validate-datamodel", "refs.bib")
    assert code == 0, said
    undated = {
        block.key for block in split(text).entries if not {"year", "date"} & set(block.fields)
    }
    return [
        line
        for line in said.splitlines()
        if line.startswith(("WARN", "ERROR")) and not asks_for_a_date(line, undated)
    ]


def asks_for_a_date(line, undated):
    """All that biber may say: that an entry has no date which has none."""
    asked = re.search(r"Entry '([^']+)'.*Missing mandatory field - one of 'date, year'", line)
    return bool(asked) and asked[1] in undated


def bibtex_warnings(folder, text):
    (folder / "refs.bib").write_text(text, "utf-8")
    (folder / "x.aux").write_text(
        "\\relax\n\\citation{*}\n\\bibdata{refs}\n\\bibstyle{plain}\n", "utf-8"
    )
    code, said = run(folder, "bibtex", "x")
    assert (folder / "x.bbl").read_text("utf-8", "replace").count("\\bibitem") == len(
        split(text).entries
    )
    return [said] if code or "Warning" in said else []


def without_copies(references):
    """`archiveurl` and `archivedate` are ours: biber says that it does not know them, and goes on."""
    dropped = ("archiveurl", "archivedate")
    return [
        Reference(
            one.key,
            Entry(one.entry.entry_type, {k: v for k, v in one.entry.fields.items() if k not in dropped}),
            one.links, one.notes, "", one.raw,
        )
        for one in references
    ]  # fmt: skip


def written(references, dialect):
    return merge(split(""), references, dialect)[0]


@needs("biber")
def test_biber_takes_every_kind_of_work_without_a_warning(tmp_path):
    assert biber_warnings(tmp_path, written(without_copies(WORKS), Dialect.BIBLATEX)) == []


@needs("biber")
def test_biber_passes_over_the_fields_of_an_archived_copy_and_nothing_else(tmp_path):
    said = biber_warnings(tmp_path, written(WORKS, Dialect.BIBLATEX))
    assert all("Field 'archive" in line for line in said)


VOLUMES = (
    Entry(
        "collection", {"editor": (Name("Rowe", "A."),), "title": "Essays on Fences", "year": 1990}
    ),
    Entry("book", {"author": (Name("Rowe", "A."),), "title": "Fences", "year": 1990}),
)


@needs("biber")
@pytest.mark.parametrize(("volume", "kind"), [(VOLUMES[0], "incollection"), (VOLUMES[1], "inbook")])
def test_a_chapter_that_refers_to_its_volume_is_written_as_a_part_of_it(tmp_path, volume, kind):
    fields = {"author": (Name("Wood", "J."),), "title": "On Gates", "crossref": "rowe1990"}
    chapter = Reference("wood", Entry("incollection", fields), (), (), "", "")
    whole = Reference("rowe1990", volume, (), (), "", "")
    text = written((chapter, whole), Dialect.BIBLATEX)
    assert f"@{kind}{{wood,\n" in text
    (tmp_path / "refs.bib").write_text(text, "utf-8")
    code, said = run(
        tmp_path,
        "biber",
        "--tool",
        "--validate-datamodel",
        "--output-resolve-crossrefs",
        "refs.bib",
    )
    assert code == 0 and "WARN" not in said
    resolved = (tmp_path / "refs_bibertool.bib").read_text("utf-8")
    assert f"BOOKTITLE = {{{volume.fields['title']}}}" in " ".join(resolved.split())


def test_a_work_without_a_date_is_written_without_one_and_said():
    work = Reference("doe", Entry("book", {"author": (DOE,), "title": "T"}), (), (), "", "")
    text, findings = merge(split(""), (work,), Dialect.BIBLATEX)
    assert "date" not in text
    assert [(one.code, "doe" in one.message) for one in findings] == [("undated", True)]


@needs("bibtex")
def test_plain_takes_every_kind_of_work_without_a_warning(tmp_path):
    assert bibtex_warnings(tmp_path, written(WORKS, Dialect.BIBTEX)) == []


@needs("biber")
def test_biber_takes_the_samples_references_without_a_warning(tmp_path):
    assert biber_warnings(tmp_path, (ROOT / "refs.bib").read_text("utf-8")) == []


DOE, GIL, BODY = Name("Doe", "A"), Name("Gil"), Name(literal="A Body")
TEXTS = "title journal booktitle publisher address institution school organization series edition howpublished note type version pubstate language".split()
VALUES = {
    **dict.fromkeys(TEXTS, ("Text", "Ünïcode & 100%", "A {brace", "12", "", "İstanbul")),
    **dict.fromkeys(("author", "editor", "translator"), ((DOE,), (BODY,), (DOE, GIL), (GIL, Name(literal="others")), ())),
    **dict.fromkeys(("volume", "number", "chapter"), ("1", "XII", "12A", "3–4", "")),
    "pages": ("1", "1–9", "e12", "xii", ""),
    "year": (1, 950, 1999, 2100), "month": (0, 1, 7, 13), "day": (0, 1, 31),
    "url": ("http://a.example/x_y%20z#1", "http://é.example/{x}"),
    "urldate": ("2010", "2010-02-30", "2010-07-05"),
    "doi": ("10.1000/a_b(c)<d>",), "pmid": ("123",), "isbn": ("9783161484100",),
}  # fmt: skip
KINDS = sorted({*BIBLATEX_FORMS, *LAW_FORMS, "misc", "dataset", "patent", "report", "thesis", "treaty", "nonsense"})  # fmt: skip


def any_reference(chance, at):
    names = [name for name in VALUES if chance.random() < 0.45]
    fields = {name: chance.choice(VALUES[name]) for name in names} or {"title": "T"}
    return Reference(
        f"k{at}",
        Entry(chance.choice(KINDS), fields),
        (),
        (NoteRef(NoteId("article.md", 0, 0), "i"),),
        "",
        "raw",
    )


@needs("biber")
@needs("bibtex")
def test_no_combination_of_fields_makes_either_program_warn(tmp_path):
    chance = random.Random(7)
    references = [any_reference(chance, at) for at in range(400)]
    assert biber_warnings(tmp_path, written(references, Dialect.BIBLATEX)) == []
    assert bibtex_warnings(tmp_path, written(references, Dialect.BIBTEX)) == []


@needs("pandoc")
@pytest.mark.parametrize("dialect", Dialect)
def test_pandoc_reads_every_kind_of_work_and_we_read_pandocs(tmp_path, dialect):
    source = [one for one in WORKS if one.key != "broken1"]
    (tmp_path / "refs.bib").write_text(written(source, dialect), "utf-8")
    form = "bibtex" if dialect is Dialect.BIBTEX else "biblatex"
    code, said = run(tmp_path, "pandoc", "refs.bib", "-f", form, "-t", "csljson")
    assert code == 0, said
    assert len(json.loads(said)) == len(source)
    code, said = run(tmp_path, "pandoc", "refs.bib", "-f", form, "-t", "biblatex")
    assert code == 0, said
    back = {reference.key: reference.entry for reference in parse(said, "x").references}
    for one in source:
        before, after = one.entry.fields, back[one.key].fields
        assert after.get("url") == before.get("url", after.get("url"))
        assert after.get("year") == before.get("year")
        if one.entry.entry_type in ("book", "article", "techreport"):
            assert (
                len(after.get("author", ())) == len(before.get("author", ()))
                or "author" not in before
            )
