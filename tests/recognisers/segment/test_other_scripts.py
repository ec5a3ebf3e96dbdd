"""Notes in other scripts than Latin: where they part and what points back."""

from hypothesis import given
from hypothesis import strategies as st

from cite.model.document import Run, Span
from cite.recognisers.languages.language import Script
from cite.recognisers.segment import east_asian, semicolons
from cite.recognisers.text.typography import typeset
from cite.steps.reading.pieces import PieceKind
from cite.steps.reading.split_at_semicolons import split_at_semicolons
from cite.steps.reading.split_east_asian import split_east_asian


def kinds(text: str) -> list[PieceKind]:
    return [piece.kind for piece in split_east_asian(typeset([Run(text)], ()))]


def test_an_argument_before_a_citation_is_commentary():
    assert kinds("磨坊税屡经变更。参见周强：《磨坊史》，成都：巴蜀书社，1988年，第3页。") == [
        PieceKind.COMMENTARY,
        PieceKind.CITATION,
    ]


def test_a_title_alone_in_an_argument_is_no_citation():
    assert kinds("《磨坊史》一书对此已有详细的讨论并且影响很大") == [PieceKind.COMMENTARY]


def test_a_pointer_back_says_whose_work_and_which_page():
    found = east_asian.read_reference("高木、前掲書、20頁", Span(0, 9), "")
    assert (found.form, found.names[0].literal, found.locator) == ("op-cit", "高木", "20")
    assert east_asian.read_reference("前掲注(3)12頁", Span(0, 9), "").label == "3"
    assert east_asian.read_reference("同上，第46页", Span(0, 7), "").form == "ibid"


def test_semicolons_between_places_part_no_works():
    assert (
        len(
            semicolons.parts_of("Белов О. С. Хлеб. М.; Л.: Наука, 1950; Титов И. Н. Соль. М., 1960")
        )
        == 2
    )


@given(st.text("同上，第页《》「」；。1年见參 (М.;Л:С)،؛ص", max_size=80))
def test_every_text_is_parted_within_its_bounds(text):
    for split in (split_east_asian, lambda one: split_at_semicolons(one, Script.CYRILLIC)):
        ends = 0
        for piece in split(typeset([Run(text)], ())):
            assert ends <= piece.span.start <= piece.span.end <= len(text)
            ends = piece.span.end
