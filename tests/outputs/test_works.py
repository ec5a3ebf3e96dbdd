"""What is said of a work beside its links, in every output that has a place for it."""

import json
from datetime import UTC, datetime

import pytest

from cite.model.conditions import Conditions
from cite.model.decisions import Action, Decision
from cite.model.entries import Entry
from cite.model.evidence import Fetch, FindMementos
from cite.model.findings import Finding, Level
from cite.model.keeping import Grounds, Sealed
from cite.model.options import Options
from cite.model.references import Reference
from cite.model.verdicts import (
    Difference,
    LinkState,
    LinkVerdict,
    PageChange,
    Sign,
    Verdict,
    WorkOutcome,
    WorkStatus,
    WorkVerdict,
)
from cite.outputs.terminal import terminal
from cite.pipeline import OUTPUTS, output_named
from cite.steps.compile_report import compile_report

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>\x1b[31m"
ASKED = Fetch("https://index.example/works?query=ledgers")
RETRACTED = WorkVerdict(
    WorkOutcome.DIFFERS,
    "index",
    "10.5555/ledgers",
    (Difference("title", "Ledgers and law", f"Ledgers {HOSTILE}"),),
    WorkStatus.RETRACTED,
    (ASKED,),
)


def report(work):
    reference = Reference("doe", Entry("article", {"title": "Ledgers and law"}, "doe"))
    asks = (ASKED, FindMementos("http://a.example/", "lab", NOON))
    finding = Finding("work-retracted", Level.ERROR, "It was retracted.", evidence=asks)
    return compile_report(
        [Verdict(reference, (), (finding,), work)], [], [],
        made_at=NOON, inputs=("article.md",), options=Options(),
    )  # fmt: skip


def written(name, work=RETRACTED):
    return output_named(name).write(report(work))


def test_json_has_it_under_its_name_and_leaves_it_out_where_nobody_was_asked():
    (reference,) = json.loads(written("json"))["references"]
    assert reference["verification"] == {
        "outcome": "differs",
        "service": "index",
        "record": "10.5555/ledgers",
        "differences": [
            {"field": "title", "cited": "Ledgers and law", "found": f"Ledgers {HOSTILE}"}
        ],
        "status": "retracted",
        "evidence": [f"GET {ASKED.url}"],
    }
    (reference,) = json.loads(written("json", None))["references"]
    assert "verification" not in reference


def test_an_answer_from_the_store_says_by_whom_it_was_had():
    conditions = Conditions("cite/0 (<b>)", 2.5, 1, demonstration=True)
    url = "http://a.example/"
    sign = Sign(url, LinkState.LIVE, "status-ok", "The server answered 200.")
    link = LinkVerdict(
        url,
        LinkState.LIVE,
        (sign.reason,),
        (sign,),
        asked_at=NOON,
        from_store=True,
        conditions=conditions,
    )
    reference = Reference("doe", Entry("online", {"title": "A page"}, "doe"))
    page = output_named("html").write(
        compile_report(
            [Verdict(reference, (link,))], [], [], made_at=NOON, inputs=("a.md",), options=Options()
        )
    )
    assert "had by cite/0 (&lt;b&gt;), which waited 2.5 s at most, of a demonstration web" in page


def test_a_finding_says_what_it_rests_on():
    (reference,) = json.loads(written("json"))["references"]
    (finding,) = reference["findings"]
    assert finding["evidence"] == [f"GET {ASKED.url}", "captures of http://a.example/ at lab"]


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_people_read_the_outcome_the_difference_and_the_status(name):
    text = written(name)
    for words in ("differs", "10.5555/ledgers", "retracted", "Ledgers and law", "title"):
        assert words in text
    unasked = written(name, None)
    for words in ("work-retracted", "It was retracted", "whether any was retracted"):
        unasked = unasked.replace(words, "")
    assert "retracted" not in unasked


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_an_index_says_is_hostile_like_any_page(name):
    text = written(name)
    assert "\x1b" not in text or name == "json"
    if name == "html":
        assert "<script>alert" not in text and text.count("<script") == 1


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_goes_by_the_name_in_the_list(name):
    assert output_named(name).name == name


def test_the_provenance_tells_who_was_asked_and_what_came_of_it():
    pytest.importorskip("prov")
    from cite.outputs.provenance import provenance

    def told(work):
        article, packed = Sealed("article.md", "0" * 64), Sealed("article.wacz", "1" * 64)
        return provenance(report(work), article, Grounds({}, {}, {}), (), packed, "me")

    story = json.loads(told(RETRACTED))
    entity = story["entity"]["cite:work-verdict-1"]
    assert (entity["cite:outcome"], entity["cite:status"]) == ("differs", "retracted")
    assert entity["cite:asked"] == f"GET {ASKED.url}"
    assert "cite:work-verdict-1" not in told(None)


def test_what_went_and_came_on_a_page_since_it_was_cited_is_shown():
    change = PageChange(
        "http://a.example/", "http://archive.example/1", NOON, 0.41,
        (f"The ledgers were open to all. {HOSTILE}",), ("The ledgers are closed.",),
    )  # fmt: skip
    reference = Reference("doe", Entry("article", {"title": "Ledgers and law"}, "doe"))
    made = compile_report(
        [Verdict(reference, (), changes=(change,))], [], [],
        made_at=NOON, inputs=("article.md",), options=Options(),
    )  # fmt: skip
    page = output_named("html").write(made)
    assert (
        "<del>The ledgers were open to all." in page
        and "<ins>The ledgers are closed.</ins>" in page
    )
    assert "<script>alert" not in page
    (told,) = json.loads(output_named("json").write(made))["references"]
    assert told["changes"][0]["kept"] == 0.41 and told["changes"][0]["added"]


@pytest.mark.parametrize("name", ["terminal", "html", "markdown", "csv", "json", "jsonl", "junit"])
def test_what_a_person_said_of_a_link_is_shown_in_every_report(name):
    url = "http://a.example/"
    said = Decision(
        url, Action.CHECKED, state="live", why="seen in a browser", who="A. Doe", made=NOON.date()
    )
    link = LinkVerdict(
        url, LinkState.LIVE, ("The site answered 403.",), (), asked_at=NOON, by_hand=said
    )
    reference = Reference("doe", Entry("online", {"title": "A page"}, "doe"))
    made = compile_report(
        [Verdict(reference, (link,))], [], [], made_at=NOON, inputs=("a.md",), options=Options()
    )
    text = terminal(made) if name == "terminal" else output_named(name).write(made)
    assert "seen in a browser" in text and "A. Doe" in text
