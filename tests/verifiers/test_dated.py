"""The date of a note against the dates that its page declares."""

import pytest

from cite.model.entries import Entry
from cite.model.evidence import Evidence
from cite.verifiers.dated import DatedVerifier
from tests.verifiers.stage import page, reference


def told(meta: str, *, entry_type: str = "online", text: str = "It rained all day.", **date: int):
    body = f"<title>The Ledger of the Harbour</title>{meta}<p>{text}".encode()
    cited = reference(title="The Ledger of the Harbour", **date)
    fields = Entry(entry_type, cited.entry.fields, "key")
    answer = page(body=body)
    evidence = Evidence({answer.ask: answer})
    work = type(cited)(cited.key, fields, cited.links)
    return [one.message for one in DatedVerifier().weigh(work, evidence)]


PUBLISHED = '<meta property="article:published_time" content="2010-10-05T08:00:00Z">'
NOTE = {"year": 2009, "month": 10, "day": 5}


def test_another_date_is_told():
    (message,) = told(PUBLISHED, **NOTE)
    assert message == "The note gives 2009-10-05, and the page says 2010-10-05."


@pytest.mark.parametrize(
    ("meta", "more"),
    [
        ("", {}),
        (PUBLISHED.replace("2010-10", "2009-09"), {}),
        (PUBLISHED, {"text": "First printed on 5 October 2009."}),
        (PUBLISHED, {"entry_type": "techreport"}),
        (PUBLISHED.replace("2010-10-05T08:00:00Z", "autumn"), {}),
    ],
)
def test_no_date_a_near_one_one_in_the_text_and_reports_are_left_alone(meta, more):
    assert not told(meta, **more, **NOTE)


def test_a_year_alone_is_no_date_to_compare():
    assert not told(PUBLISHED, year=2009)
