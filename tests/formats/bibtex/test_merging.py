"""What is already in a bibliography, and whose it is."""

from dataclasses import replace

from cite.formats.bibtex.blocks import split
from cite.formats.bibtex.merging import merge
from cite.formats.bibtex.reading import parse
from cite.formats.bibtex.types import Dialect
from tests.formats.works import WORKS, person, work

DOE = {
    "author": (person("Doe", "Jane"),),
    "title": "Rights and wrongs",
    "journal": "J",
    "year": 2001,
}


def doe(**more):
    return work("doe2001rights", "article", **{**DOE, **more})


def merged(old, *references, dialect=Dialect.BIBLATEX):
    return merge(split(old), references, dialect)


def test_writing_twice_changes_nothing():
    for dialect in Dialect:
        once, _ = merged("", *WORKS, dialect=dialect)
        assert merged(once, *WORKS, dialect=dialect) == (once, ())


def test_an_edit_by_hand_is_kept_and_said():
    edited = merged("", doe())[0].replace("2001,\n", "2002,\n")
    text, (finding,) = merged(edited, doe())
    assert text == edited
    assert finding.code == "edited-by-hand"
    assert "year is “2002” here and “2001” in the note" in finding.message


def test_a_field_added_by_hand_is_kept_and_said():
    edited = merged("", doe())[0].replace("  year ", "  shorttitle = {Rights},\n  year ")
    text, (finding,) = merged(edited, doe())
    assert text == edited
    assert "shorttitle “Rights” stands only here" in finding.message


def test_an_entry_laid_out_anew_is_no_edit():
    tidied = merged("", doe())[0].replace("\n  ", "\n\t").replace("  = ", " =  ")
    assert merged(tidied, doe()) == (tidied, ())


def test_an_entry_whose_note_changed_is_written_again_in_its_place():
    old, _ = merged("", doe(), work("z", "misc", title="Z"))
    text, findings = merged(old, doe(year=2003), work("z", "misc", title="Z"))
    assert text == merged("", doe(year=2003), work("z", "misc", title="Z"))[0]
    assert findings == ()


def test_what_is_not_ours_stays_byte_for_byte():
    foreign = '% mine\r\n@string{x = "y"}\r\n\r\n@comment{@misc{no, title={No}}}\r\n@book{other,\r\n   title={Odd   spacing} }\r\n@book{broken, title={\r\n@misc ( odd , note = {x}\t)'
    text, _ = merged(foreign, doe())
    assert text.startswith(foreign)
    assert "\n" not in text.replace("\r\n", "")
    assert merged(foreign)[0] == foreign


def test_an_entry_is_replaced_where_it_stands_and_not_where_its_text_is_quoted():
    ours, _ = merged("", doe())
    quoted = f"% before\n@comment{{ {ours}}}\n\n{ours}"
    text, _ = merged(quoted, doe(year=2003))
    assert text == f"% before\n@comment{{ {ours}}}\n\n{merged('', doe(year=2003))[0]}"


def test_a_hand_made_entry_is_compared_and_kept():
    mine = "@article{doe2001rights, author={Jane Doe}, title={Rights and Wrongs}, journaltitle={J}, date={2001}, abstract={Long}}\n"
    text, (finding,) = merged(mine, doe())
    assert text == mine
    assert (
        "title is “Rights and Wrongs” here and “Rights and wrongs” in the note" in finding.message
    )
    assert "abstract" not in finding.message and "journal" not in finding.message


def test_an_entry_that_no_note_cites_is_kept_and_said():
    old, _ = merged("", doe())
    text, (finding,) = merged(old)
    assert text == old
    assert finding.code == "entry-not-cited"


ARCHIVED = {"archiveurl": "https://archive.example/2001/x", "archivedate": "2001-05-03"}


def test_reading_the_notes_again_does_not_take_an_archived_copy_away():
    checked, _ = merged("", doe(**ARCHIVED))
    assert merged(checked, doe()) == (checked, ())
    rewritten, _ = merged(checked, doe(volume="3"))
    assert "archiveurl" in rewritten and "volume" in rewritten


def test_an_archived_copy_is_added_to_a_hand_made_entry_and_nothing_else():
    mine = "@article{doe2001rights,\n  title={Rights and wrongs},\n  year = 2001\n}\n"
    text, _ = merged(mine, doe(**ARCHIVED))
    head, tail = mine.split("\n}\n")[0], "\n}\n"
    assert text.startswith(head + ",\n  archiveurl") and text.endswith(tail)
    assert merged(text, doe(**ARCHIVED))[0] == text


def test_a_file_keeps_its_line_ends_whatever_is_written_into_it():
    ours = merged("% mine\r\n", doe())[0]
    mine = "@misc{z,\r\n title = {Z}\r\n}\r\n"
    text, _ = merged(ours + mine, doe(year=2003), work("z", "misc", title="Z", **ARCHIVED))
    assert "2003" in text and "archiveurl" in text
    assert text.count("\n") == text.count("\r\n") == text.count("\r")


def test_an_archived_copy_cannot_break_a_hand_made_entry():
    mine = "@misc(doe2001rights, title = {Rights})\n"
    text, _ = merged(mine, doe(archiveurl="https://a.example/}{%20#x", archivedate="2001"))
    (block,) = split(text).entries
    assert block.fields["archiveurl"] == "https://a.example/%7D%7B%20#x"
    assert (
        block.fields["addendum"]
        == r"Archived copy of 2001: \url{https://a.example/\%7D\%7B\%20\#x}"
    )


def test_a_bibliography_merged_into_itself_stays_as_it_is():
    mine = "@Article{Doe:2001, title = {Rights {and} wrongs}, year = 2001, month = {5 May}}\n"
    assert merged(mine, *parse(mine, "x").references) == (mine, ())


def test_another_dialect_is_written_over_what_nobody_edited():
    text, _ = merged(merged("", *WORKS)[0], *WORKS, dialect=Dialect.BIBTEX)
    assert text == merged("", *WORKS, dialect=Dialect.BIBTEX)[0]


def test_references_without_fields_are_not_written():
    empty = replace(doe(), entry=replace(doe().entry, fields={}))
    assert merged("", empty) == ("", ())


def test_an_entry_behind_a_broken_one_on_its_line_is_rewritten_in_its_place():
    ours, _ = merged("", doe())
    text, _ = merged("@book{half" + ours + "@book{rest, title={\n", doe(year=2003))
    assert text == "@book{half" + merged("", doe(year=2003))[0] + "@book{rest, title={\n"


def test_a_key_that_bibtex_cannot_hold_becomes_one_it_can():
    text, _ = merged(
        "",
        *(
            work(key, "misc", title=key)
            for key in ("a b, {c}", "a-b-c", "%#", "http://zotero.org/1/X")
        ),
    )
    assert [block.key for block in split(text).entries] == [
        "a-b-c",
        "a-b-c-2",
        "reference",
        "http://zotero.org/1/X",
    ]
    assert merged(text, *parse(text, "x").references) == (text, ())
