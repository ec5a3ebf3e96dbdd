"""Citation keys and works that are one."""

import re

import pytest

from cite.model.entries import Entry, Name
from cite.steps.reading.key_entries import Works, near_duplicates, same_work, stem_for
from tests.formats.works import WORKS, work

DOE = (Name("Doe", "Jane"),)


def entry(entry_type="article", **fields):
    return Entry(entry_type, fields)


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (entry(author=(Name("Arnott", "J"),), title="Rights not Rescue", year=2009), "arnott2009rights"),
        (entry(author=(Name(literal="Human Rights Watch"),), title="Off the Streets", year=2010), "hrw2010off"),
        (entry(author=(Name("Berg", "Jan", "van der"),), title="The law", year=2001), "berg2001law"),
        (entry(author=(Name("Łódź-Müller", "Ü"),), title="Zürich", year=2001), "lodzmuller2001zurich"),
        (entry(author=(Name("Иванов", "И"),), title="Права человека", year=2000), "ivanov2000prava"),
        (entry(author=(Name("王", "小明"),), title="人权", year=2000), "wang2000renquan"),
        (entry(title="A report by Empower", year=2003), "reportempower2003"),
        (entry("jurisdiction", title="Brown v. Board of Education", institution="Supreme Court", year=1954), "brown1954board"),
        (entry("legislation", title="Human Rights Act 1998", year=1998), "humanrights1998"),
        (entry(author=DOE, title="On It"), "doe"),
        (entry(title="1984"), "reference"),
        (entry("online", url="https://www.ach.example/toward/x"), "ach"),
    ],
)  # fmt: skip
def test_keys_are_readable(one, key):
    assert stem_for(one) == key


def test_keys_never_collide():
    works = Works()
    for number in range(60):
        one = entry(author=DOE, title=f"Rights {'x' * number}", year=2001, doi=f"10.1/{number}")
        key = works.new_key(one)
        assert key not in works
        assert re.fullmatch(r"doe2001rights(?:[b-z]|-\d+)?", key)
        works.add(key, one)


def test_a_work_is_known_again_by_identifier_by_title_and_by_its_note():
    known = entry(
        author=DOE,
        title="Rights and wrongs",
        year=2001,
        annotation="Note iv: Doe, Rihgts and wrongs, 2001.",
    )
    works = Works({"doe2001rights": known})
    assert works.same(entry(author=DOE, title="Rights and Wrongs", year=2001)) == "doe2001rights"
    assert works.same(entry(author=DOE, title="Rihgts and wrongs", year=2001)) is None
    assert (
        works.same(
            entry(author=DOE, title="Rihgts and wrongs", year=2001),
            "Doe, Rihgts  and wrongs, 2001.",
        )
        == "doe2001rights"
    )
    works = Works({"x": entry(title="Anything", doi="10.1/X")})
    assert works.same(entry(title="Something", doi="10.1/x")) == "x"


def test_chapters_of_one_book_are_not_one_work():
    isbn = {"isbn": "9783161484100", "booktitle": "Women of the World"}
    assert not same_work(
        entry("incollection", title="One", **isbn), entry("incollection", title="Two", **isbn)
    )


def test_editions_of_different_years_are_different_works():
    assert not same_work(
        entry(author=DOE, title="Rights", year=2001), entry(author=DOE, title="Rights", year=2009)
    )


def findings(*entries):
    references = [work(f"k{at}", one.entry_type, **one.fields) for at, one in enumerate(entries)]
    return [finding.message for finding in near_duplicates(references)]


def test_a_work_cited_in_two_ways_is_a_finding():
    first = entry(author=DOE, title="Rights not Rescue: human rights in Botswana", year=2009)
    assert findings(
        first, entry(author=DOE, title="Right not Rescue: human rights in Botswana", year=2009)
    )
    assert findings(
        first, entry(author=DOE, title="Rights not rescue: Human Rights in Botswana", year=2009)
    )


def test_parts_of_a_series_and_works_of_others_are_none():
    first = entry(author=DOE, title="World report on human rights 2009", year=2009)
    assert not findings(
        first, entry(author=DOE, title="World report on human rights 2010", year=2010)
    )
    assert not findings(
        first, entry(author=(Name("Roe"),), title="World report on human rights 2009", year=2009)
    )
    assert not findings(*(one.entry for one in WORKS))


def test_ten_thousand_entries_are_looked_up_and_not_compared():
    """Counted rather than timed: each entry is held against a handful of others at most."""
    compared = 0

    class Counting(Works):
        def __getitem__(self, key):
            nonlocal compared
            compared += 1
            return super().__getitem__(key)

    works = Counting()
    for number in range(3000):
        one = entry(
            author=DOE, title=f"Annual report of the commission on rights, part {number}", year=2001
        )
        works.near(one)
        works.add(works.new_key(one), one)
    assert compared < 3000 * 15
