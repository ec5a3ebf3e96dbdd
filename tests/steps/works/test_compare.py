"""A citation against a record: the same work, something near it, or another; a row for each trap."""

import pytest

from cite.model.entries import Entry, Name
from cite.model.works import Work, WorkKind
from cite.steps.works.choose import choose
from cite.steps.works.compare import Relation, compare
from cite.steps.works.votes import Vote

HARBOUR = Work(
    "10.5555/harbour",
    WorkKind.ARTICLE,
    ("Harbour Cities and the Making of Sanitary Law: A View from the Docks",),
    (Name("Østergård", "Inge Marie"), Name("Keane", "Paul")),
    (),
    (2011, 2012),
    ("Journal of Maritime Social History", "J Marit Soc Hist"),
    "27",
    "3",
    "411-438",
)
BOOK = Work(
    "10.5555/tide",
    WorkKind.BOOK,
    ("Tide Tables of Empire",),
    (Name("van der Meulen", "Saskia"),),
    years=(1998,),
    publisher="Heron Press",
)


def article(**fields: object) -> Entry:
    return Entry("article", fields)  # type: ignore[arg-type]


def names(*families: str) -> tuple[Name, ...]:
    return tuple(Name(*family.split(", ")) for family in families)


CITED = {
    "author": names("Østergård, Inge Marie"),
    "title": "Harbour Cities and the Making of Sanitary Law: A View from the Docks",
    "journaltitle": "Journal of Maritime Social History",
    "year": 2012,
    "volume": "27",
    "pages": "411-438",
}


def record(of: Work = HARBOUR, **changes: object) -> Work:
    from dataclasses import replace

    return replace(of, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("as it is", {}),
        ("an ampersand for and", {"title": "Harbour Cities & the Making of Sanitary Law"}),
        ("subtitle in lower case", {"title": "Harbour cities and the making of sanitary law: a view from the docks"}),
        ("subtitle dropped", {"title": "Harbour Cities and the Making of Sanitary Law"}),
        ("accents dropped", {"author": names("Ostergard, I. M.")}),
        ("initials run together", {"author": names("Østergård, IM")}),
        ("only the first author, et al.", {"author": (*names("Østergård"), Name(literal="et al."))}),
        ("the year it went online", {"year": 2011}),
        ("a year off by one", {"year": 2013}),
        ("a Roman volume", {"volume": "XXVII"}),
        ("only the first page", {"pages": "411"}),
        ("an abbreviated last page", {"pages": "411–38"}),
        ("an abbreviated periodical", {"journaltitle": "J. Marit. Soc. Hist."}),
        ("no title, as chemists cite", {"title": ""}),
        ("no author named", {"author": (Name(literal="Anonymous"),)}),
        ("a typing error in the title", {"title": "Harbour Citties and the Making of Sanitary Law"}),
    ],
)  # fmt: skip
def test_a_work_is_known_again(why: str, changes: dict[str, object]) -> None:
    assert compare(article(**{**CITED, **changes}), "", HARBOUR).relation is Relation.SAME, why


@pytest.mark.parametrize(
    ("why", "cited", "work", "relation"),
    [
        ("the same title by others, elsewhere", CITED, record(authors=names("Baptiste, Rose"), volume="4", pages="9-12"), Relation.OTHER),
        ("the next paper of its author", CITED, record(titles=("Quarantine Stations of the Baltic",), pages="12-40"), Relation.OTHER),
        ("its neighbour in the volume", CITED, record(titles=("Dredgers and Debt",), authors=names("Funk, Ada"), pages="440-460"), Relation.OTHER),
        ("no title, another page", {**CITED, "title": ""}, record(pages="19-40"), Relation.OTHER),
        ("no title, another periodical", {**CITED, "title": ""}, record(containers=("Annals of Glaciology",)), Relation.OTHER),
        ("title and nothing else", {"title": CITED["title"]}, HARBOUR, Relation.OTHER),
        ("a corrigendum", CITED, record(titles=(f"Corrigendum to “{CITED['title']}”",), pages="612"), Relation.NOTICE),
        ("a retraction notice", CITED, record(titles=(f"Retraction—{CITED['title']}",), pages="613"), Relation.NOTICE),
        ("an expression of concern", CITED, record(titles=(f"Expression of Concern: {CITED['title']}",)), Relation.NOTICE),
        ("a review by its title", CITED, record(titles=(f"Review of {CITED['title']}",), authors=names("Roth, Eli")), Relation.REVIEW),
        ("its preprint", CITED, record(kind=WorkKind.PREPRINT, volume="", pages="", containers=()), Relation.PREPRINT),
        ("part two for part one", {**CITED, "title": "Harbour Cities and Sanitary Law. Part I"}, record(titles=("Harbour Cities and Sanitary Law. Part II",), pages="1-9", volume="28"), Relation.OTHER),
    ],
)  # fmt: skip
def test_what_is_near_a_work_is_not_the_work(
    why: str, cited: dict[str, object], work: Work, relation: Relation
) -> None:
    assert compare(article(**cited), "", work).relation is relation, why


def test_a_retracted_paper_is_the_paper_though_its_index_title_says_so() -> None:
    work = record(titles=(f"RETRACTED: {HARBOUR.title}",))
    assert compare(article(**CITED), "", work).accepted


def test_a_notice_cited_as_a_notice_is_found() -> None:
    title = f"Retraction—{HARBOUR.title}"
    work = record(titles=(title,), pages="613", kind=WorkKind.NOTICE)
    assert compare(article(**{**CITED, "title": title, "pages": "613"}), "", work).accepted


def test_a_translated_title_is_the_work_where_all_else_agrees_and_the_title_is_said_to_differ() -> (
    None
):
    found = compare(
        article(**{**CITED, "title": "Hafenstädte und die Entstehung des Hygienerechts"}),
        "",
        HARBOUR,
    )
    assert found.accepted and found.votes.title is Vote.DIFFERS


def test_an_original_title_in_the_record_is_as_good_as_the_printed_one() -> None:
    work = record(titles=(HARBOUR.title, "Havnebyer og sundhedsrettens tilblivelse"))
    found = compare(
        article(**{**CITED, "title": "Havnebyer og sundhedsrettens tilblivelse"}), "", work
    )
    assert found.accepted and found.votes.title is Vote.AGREES


def test_a_mangled_name_in_an_index_is_the_name() -> None:
    work = record(authors=(Name("Ã\u0098stergÃ¥rd", "Inge"),))
    assert compare(article(**CITED), "", work).votes.author is Vote.AGREES


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        (Name(literal="World Health Organization"), Name(literal="World Health Organisation (WHO)")),
        (Name(literal="WHO"), Name(literal="World Health Organization")),
        (Name(literal="The Lancet Editors"), Name(family="Editors of The Lancet")),
        (Name("Berg", "A."), Name("van den Berg", "Anna")),
        (Name("Wei", "Zhang"), Name("Zhang", "Wei")),
    ],
)  # fmt: skip
def test_one_author_under_two_spellings(cited: Name, found: Name) -> None:
    entry = article(**{**CITED, "author": (cited,)})
    assert compare(entry, "", record(authors=(found,))).votes.author is Vote.AGREES


def test_namesakes_with_other_initials_do_not_count_as_agreement() -> None:
    entry = article(**{**CITED, "author": names("Smith, Adam")})
    assert compare(entry, "", record(authors=names("Smith, Zoe"))).votes.author is Vote.SILENT


def test_a_book_is_not_the_article_that_reviews_it_under_its_name() -> None:
    cited = Entry("book", {"title": BOOK.title, "author": BOOK.authors, "year": 1998})
    review = record(BOOK, kind=WorkKind.ARTICLE, authors=names("Ferro, Dina"), years=(1999,))
    assert compare(cited, "", review).relation is Relation.REVIEW
    assert compare(cited, "", BOOK).accepted


def test_a_book_of_another_year_is_another_edition() -> None:
    cited = Entry("book", {"title": BOOK.title, "author": BOOK.authors, "year": 2009})
    assert compare(cited, "", BOOK).relation is Relation.EDITION


def test_the_book_of_a_cited_chapter_is_its_container() -> None:
    chapter = Entry(
        "incollection",
        {"title": "Pilots", "booktitle": BOOK.title, "author": names("Ruiz, Pia"), "year": 1998},
    )
    assert compare(chapter, "", BOOK).relation is Relation.CONTAINER


def test_an_article_is_told_to_the_one_who_cites_its_preprint() -> None:
    cited = Entry("online", {**CITED, "eprint": "1203.00001", "volume": "", "journaltitle": ""})  # type: ignore[dict-item]
    assert compare(cited, "", HARBOUR).relation is Relation.VERSION_OF_RECORD


@pytest.mark.parametrize(
    "raw",
    [
        "I. M. Østergård and P. Keane, ‘Harbour Cities and the Making of Sanitary Law’ (2012) 27(3) Journal of Maritime Social History 411.",
        "Ostergard IM, Keane P. Harbour cities & the making of sanitary law: a view from the docks. J Marit Soc Hist. 2012;27:411–38.",
        "Østergård, I.M., Keane, P.: J. Marit. Soc. Hist. 27, 411 (2012)",
    ],
)
def test_a_string_is_known_without_being_read(raw: str) -> None:
    assert compare(None, raw, HARBOUR).accepted


@pytest.mark.parametrize(
    "raw",
    [
        "Østergård, I.M., Keane, P.: J. Marit. Soc. Hist. 27, 112 (2012)",
        "Baptiste, R. (2012) Harbour cities in song. Folk Music Quarterly 27:411–420",
        "Harbour Cities and the Making of Sanitary Law, 2012.",
    ],
)
def test_a_string_of_another_work_is_refused(raw: str) -> None:
    assert not compare(None, raw, HARBOUR).accepted


def test_the_version_of_record_is_chosen_and_its_preprint_told() -> None:
    preprint = record(identifier="10.5555/pre", kind=WorkKind.PREPRINT, volume="", pages="")
    choice = choose(article(**CITED), "", (preprint, HARBOUR))
    assert choice.found is not None and choice.found.work is HARBOUR
    assert [one.relation for one in choice.related] == [Relation.PREPRINT]


def test_among_records_that_are_all_near_none_is_chosen() -> None:
    choice = choose(article(**CITED), "", (record(authors=names("Zed, A"), volume="", pages=""),))
    assert choice.found is None
