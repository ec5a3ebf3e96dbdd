"""Works asked of indexes, over a loopback web: what is found, what is not, what did not answer, what was retracted."""

import json
from collections import Counter

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.server import answer, reset, silence

TIDES = {
    "DOI": "10.5555/TIDES", "type": "journal-article", "title": ["A Study of Tides"], "container-title": ["Journal of Slow Water"],
    "author": [{"family": "Moreau", "given": "Anne"}, {"family": "Okafor", "given": "Chi"}], "volume": "12", "issue": "3",
    "page": "101-119", "issued": {"date-parts": [[2004, 5]]},
}  # fmt: skip
PLAIN = {
    "author": "Moreau, Anne",
    "title": "A Study of Tides",
    "journal": "Journal of Slow Water",
    "year": "2004",
    "volume": "12",
    "pages": "101--119",
}


def crossref(*records, status="ok"):
    message = records[0] if len(records) == 1 else {"items": list(records)}
    return answer(json.dumps({"status": status, "message": message}), kind="application/json")


def listed(*records):
    return answer(
        json.dumps({"status": "ok", "message": {"items": list(records)}}), kind="application/json"
    )


def as_json(value, **headers):
    return answer(json.dumps(value), kind="application/json", **headers)


@pytest.fixture
def ask(tmp_path, monkeypatch, loopback):
    """Runs `cite check --works` on one entry against a web of indexes: paths below each base, and their answers."""
    monkeypatch.chdir(tmp_path)
    loopback.behaviours.clear()
    loopback.asked.clear()
    bases = "".join(
        f'[services."{name}"]\nbase = "{loopback.url(f"/{name}")}"\n'
        for name in ("crossref", "datacite", "openlibrary", "doi.org")
    )
    (tmp_path / "cite.toml").write_text(bases, "utf-8")

    def run(fields, web, *flags, kind="article", offline=False):
        loopback.behaviours.update(web)
        text = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        (tmp_path / "refs.bib").write_text(f"@{kind}{{one,\n{text}\n}}\n", "utf-8")
        asked = [
            "--allow-net",
            "127.0.0.0/8",
            "--no-archives",
            "--interval",
            "0",
            "--retries",
            "0",
            "--timeout",
            "2",
        ]
        asked += ["--offline"] if offline else ["--works"]
        result = CliRunner().invoke(cli, ["check", "refs.bib", "--format", "json", *asked, *flags])
        assert result.exit_code in (0, 1, 3), result.output
        (reference,) = json.loads(result.stdout)["references"]
        codes = [
            one["code"] for one in reference["findings"] if not one["code"].startswith("link-")
        ]
        return reference.get("verification"), codes

    return run


def test_nothing_is_sent_unless_it_is_asked_for(ask, loopback):
    ask(PLAIN, {}, "--no-archives", offline=True)
    assert not loopback.asked


def test_a_work_is_found_by_its_doi(ask):
    told, codes = ask(PLAIN | {"doi": "10.5555/tides"}, {"/crossref/works/*": crossref(TIDES)})
    assert (told["outcome"], told["service"], told["record"], told["status"]) == (
        "found",
        "crossref",
        "10.5555/tides",
        "none",
    )
    assert "none found in crossref, asked on" in told["detail"]
    assert not [code for code in codes if code.startswith(("work", "doi"))]


def test_a_doi_of_another_work_is_a_high_finding_though_it_resolves(ask):
    other = TIDES | {
        "title": ["Feeding Habits of the Grey Heron"],
        "author": [{"family": "Lund", "given": "Per"}],
        "issued": {"date-parts": [[1998]]},
    }
    told, codes = ask(
        PLAIN | {"doi": "10.5555/tides"},
        {"/crossref/works/*": crossref(other), "/crossref/works?*": listed()},
    )
    assert told["outcome"] == "differs"
    assert "doi-of-another-work" in codes


def test_the_work_that_was_meant_is_named_beside_it(ask):
    other = TIDES | {
        "title": ["Feeding Habits of the Grey Heron"],
        "author": [{"family": "Lund"}],
        "issued": {"date-parts": [[1998]]},
    }
    right = TIDES | {"DOI": "10.5555/right"}
    web = {
        "/crossref/works/10.5555%2Ftides": crossref(other),
        "/crossref/works?*": listed(right),
        "/crossref/works/10.5555%2Fright": crossref(right),
    }
    told, codes = ask(PLAIN | {"doi": "10.5555/tides"}, web)
    assert "10.5555/right" in told["detail"] and "doi-of-another-work" in codes


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("an ampersand and lower case", {"title": ["A study of tides"]}),
        ("a subtitle more", {"title": ["A Study of Tides"], "subtitle": ["With Tables"]}),
        ("accents", {"author": [{"family": "Moréau", "given": "Anne"}]}),
        ("retracted in its title alone", {"title": ["RETRACTED: A Study of Tides"]}),
    ],
)
def test_what_is_no_difference_is_none(ask, why, changes):
    told, _codes = ask(
        PLAIN | {"doi": "10.5555/tides"}, {"/crossref/works/*": crossref(TIDES | changes)}
    )
    assert (told["outcome"], told["differences"]) == ("found", []), why


def test_a_wrong_volume_is_told_both_ways(ask):
    told, codes = ask(
        PLAIN | {"doi": "10.5555/tides", "volume": "21"}, {"/crossref/works/*": crossref(TIDES)}
    )
    assert told["outcome"] == "differs"
    assert told["differences"] == [{"field": "volume", "cited": "21", "found": "12"}]
    assert "work-described-otherwise" in codes


def test_a_year_off_by_one_is_a_remark(ask):
    told, _codes = ask(
        PLAIN | {"doi": "10.5555/tides", "year": "2005"}, {"/crossref/works/*": crossref(TIDES)}
    )
    assert told["outcome"] == "found" and told["differences"][0]["field"] == "year"


def test_a_work_without_doi_is_searched_for_and_its_record_read_whole(ask, loopback):
    web = {"/crossref/works?*": listed(TIDES), "/crossref/works/*": crossref(TIDES)}
    told, _ = ask(PLAIN, web)
    assert (told["outcome"], told["record"]) == ("found", "10.5555/tides")
    assert [path.partition("?")[0] for path in loopback.asked if "crossref" in path] == [
        "/crossref/works",
        "/crossref/works/10.5555%2Ftides",
    ]


def test_no_trace_is_said_with_the_names_of_those_that_would_have_it(ask):
    told, codes = ask(PLAIN, {"/crossref/works?*": listed()})
    assert told["outcome"] == "not-found"
    assert "No trace in crossref" in told["detail"] and "work-not-found" in codes
    assert "invented" not in json.dumps(told)


def test_a_doi_that_does_not_exist_is_only_said_by_doi_org(ask):
    web = {
        "/crossref/works/*": answer("Resource not found.", "404 Not Found"), "/datacite/dois/*": answer("{}", "404 Not Found"),
        "/doi.org/ra/*": as_json([{"DOI": "10.5555/nowhere", "status": "DOI does not exist"}]), "/crossref/works?*": listed(),
    }  # fmt: skip
    told, codes = ask(PLAIN | {"doi": "10.5555/nowhere"}, web)
    assert told["outcome"] == "not-found"
    assert "doi-unknown" in codes


def test_a_doi_of_another_agency_is_not_unknown(ask):
    web = {
        "/crossref/works/*": answer("Resource not found.", "404 Not Found"), "/datacite/dois/*": answer("{}", "404 Not Found"),
        "/doi.org/ra/*": as_json([{"DOI": "10.5555/ja", "RA": "JaLC"}]), "/crossref/works?*": listed(),
    }  # fmt: skip
    told, codes = ask(PLAIN | {"doi": "10.5555/ja"}, web)
    assert told["outcome"] == "not-indexed" and "JaLC" in told["detail"]
    assert "doi-unknown" not in codes and "work-not-found" not in codes


FAILURES = {
    "429": answer("slow down", "429 Too Many Requests", Retry_After="3600"),
    "500": answer("oops", "500 Internal Server Error"),
    "503": answer("later", "503 Service Unavailable"),
    "400": answer('{"status":"failed"}', "400 Bad Request", kind="application/json"),
    "no JSON": answer("<html>maintenance</html>"),
    "half of JSON": answer('{"status":"ok","message":{"items":[', kind="application/json"),
    "JSON of another kind": answer("[1, 2]", kind="application/json"),
    "a reset": reset,
    "silence": silence,
}


@pytest.mark.parametrize("name", FAILURES)
@pytest.mark.parametrize("fields", [PLAIN, PLAIN | {"doi": "10.5555/tides"}], ids=["search", "doi"])
def test_what_does_not_answer_is_unreachable_and_never_not_found(ask, name, fields):
    web = {f"/{index}/*": FAILURES[name] for index in ("crossref", "datacite", "doi.org")}
    told, codes = ask(fields, web)
    assert told["outcome"] == "unreachable"
    assert not {"work-not-found", "doi-unknown"} & set(codes)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("report", {"author": "Harbour Board", "title": "Annual Tables", "year": "2004"}),
        ("online", {"title": "Tide times", "url": "http://127.0.0.1:9/x", "year": "2004"}),
        ("jurisdiction", {"title": "Moreau v Harbour Board", "year": "2004"}),
        ("article", {"author": "Lee, Sam", "title": "Harbour floods again", "journaltitle": "The Evening Herald", "date": "2004-05-03"}),
    ],
)  # fmt: skip
def test_grey_literature_is_looked_for_nowhere(ask, loopback, kind, fields):
    told, codes = ask(fields, {}, kind=kind)
    assert told["outcome"] == "not-indexed"
    assert not [path for path in loopback.asked if path.startswith("/crossref")]
    assert "work-not-found" not in codes


def test_a_book_is_asked_of_open_library(ask):
    doc = {
        "key": "/works/OL1W",
        "title": "Tide Tables of Empire",
        "author_name": ["Saskia van der Meulen"],
        "publish_year": [1998, 2003],
        "publisher": ["Heron Press"],
    }
    fields = {
        "author": "van der Meulen, Saskia",
        "title": "Tide Tables of Empire",
        "year": "2003",
        "publisher": "Heron Press",
    }
    told, _ = ask(fields, {"/openlibrary/search.json?*": as_json({"docs": [doc]})}, kind="book")
    assert (told["outcome"], told["service"], told["record"]) == (
        "found",
        "openlibrary",
        "/works/OL1W",
    )
    assert "not asked" in told["detail"], "without a DOI nobody was asked about retractions"


def event(kind, doi, source="publisher", year=2010):
    return {
        "DOI": doi,
        "type": kind,
        "source": source,
        "label": kind,
        "updated": {"date-parts": [[year, 2, 6]]},
    }


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("retraction", "retracted", "work-retracted"), ("withdrawal", "withdrawn", "work-withdrawn"),
        ("expression_of_concern", "concern", "work-concern"), ("erratum", "corrected", "work-corrected"),
    ],
)  # fmt: skip
def test_what_became_of_a_work_is_told_by_kind(ask, kind, status, code):
    record = TIDES | {"updated-by": [event(kind, "10.5555/notice")]}
    told, codes = ask(PLAIN | {"doi": "10.5555/tides"}, {"/crossref/works/*": crossref(record)})
    assert told["status"] == status and code in codes
    assert "2010-02-06 by 10.5555/notice (publisher)" in told["detail"]


def test_a_correction_that_a_paper_makes_of_another_is_not_its_own(ask):
    record = TIDES | {"update-to": [event("retraction", "10.5555/other")]}
    told, codes = ask(PLAIN | {"doi": "10.5555/tides"}, {"/crossref/works/*": crossref(record)})
    assert told["status"] == "none" and "work-retracted" not in codes


def test_a_notice_cited_as_a_notice_is_sound(ask):
    title = "Retraction—A Study of Tides"
    record = TIDES | {
        "title": [title],
        "update-to": [event("retraction", "10.5555/x")],
        "updated-by": [event("retraction", "10.5555/x")],
    }
    told, codes = ask(
        PLAIN | {"doi": "10.5555/tides", "title": title}, {"/crossref/works/*": crossref(record)}
    )
    assert (told["outcome"], told["status"]) == ("found", "none") and "work-retracted" not in codes


TABLE = """Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,RetractionNature
1,A Study of Tides,2/6/2010 0:00,10.5555/notice,5/1/2004 0:00,10.5555/TIDES,{nature}
2,No DOI,1/1/2020 0:00,10.5555/n2,,Unavailable,Retraction
"""


@pytest.mark.parametrize(
    ("nature", "codes"),
    [("Retraction", ["work-retracted"]), ("Expression of concern", ["work-concern"]), ("Correction", ["work-corrected"]), ("", []), ("Republication", [])],
)  # fmt: skip
def test_a_list_at_hand_is_looked_up_without_asking_anybody(ask, tmp_path, loopback, nature, codes):
    (tmp_path / "rw.csv").write_text(TABLE.format(nature=nature), "utf-8")
    _, told = ask(PLAIN | {"doi": "10.5555/tides"}, {}, "--retractions", "rw.csv", offline=True)
    assert [one for one in told if one.startswith("work")] == codes
    _, again = ask(PLAIN | {"doi": "10.5555/tides"}, {}, offline=True)
    assert [one for one in again if one.startswith("work")] == codes, "it is kept in the store"
    assert not loopback.asked


def test_what_is_no_list_is_one_line_of_error(ask, tmp_path):
    (tmp_path / "rw.csv").write_text("a,b\n1,2\n", "utf-8")
    result = CliRunner().invoke(cli, ["check", "refs.bib", "--offline", "--retractions", "rw.csv"])
    assert result.exit_code == 2


def test_an_isbn_that_cannot_be_is_said_without_a_network(ask):
    _, codes = ask(
        {"author": "Doe, J.", "title": "Boats", "isbn": "978-0-306-40615-8"},
        {},
        kind="book",
        offline=True,
    )
    assert "number-mistyped" in codes


def test_answers_serve_again(ask, loopback):
    web = {"/crossref/works/*": crossref(TIDES)}
    ask(PLAIN | {"doi": "10.5555/tides"}, web)
    before = Counter(loopback.asked)
    told, _ = ask(PLAIN | {"doi": "10.5555/tides"}, web)
    assert told["outcome"] == "found"
    assert [p for p in (Counter(loopback.asked) - before) if "crossref" in p] == []


def test_what_is_missing_is_offered_with_its_record(ask):
    fields = {name: value for name, value in PLAIN.items() if name not in ("pages",)}
    told, _ = ask(fields | {"doi": "10.5555/tides"}, {"/crossref/works/*": crossref(TIDES)})
    assert told["offered"] == {"number": "3", "pages": "101--119"}


def test_completing_shows_a_diff_and_writes_only_where_told(ask, tmp_path):
    ask(PLAIN, {"/crossref/works?*": listed(TIDES), "/crossref/works/*": crossref(TIDES)})
    before = (tmp_path / "refs.bib").read_text("utf-8")
    asked = ["--allow-net", "127.0.0.0/8", "--interval", "0", "--retries", "0"]
    shown = CliRunner().invoke(cli, ["refs", "refs.bib", "--complete", *asked])
    assert "+  doi = {10.5555/tides}," in shown.stdout and "-  title" not in shown.stdout
    assert (tmp_path / "refs.bib").read_text("utf-8") == before
    written = CliRunner().invoke(cli, ["refs", "refs.bib", "--complete", "--write", *asked])
    after = (tmp_path / "refs.bib").read_text("utf-8")
    assert written.exit_code == 0 and "doi = {10.5555/tides}," in after
    assert all(line.rstrip(",") in after for line in before.splitlines())


def test_a_dry_run_says_what_would_go_to_whom_and_sends_nothing(ask, tmp_path, loopback):
    ask(PLAIN, {}, offline=True)
    told = CliRunner().invoke(cli, ["check", "refs.bib", "--works", "--dry-run"])
    assert (
        told.stdout.startswith("Crossref: GET http://127.0.0.1")
        and "Moreau%20A%20Study%20of%20Tides" in told.stdout
    )
    assert not loopback.asked


def test_offline_nobody_was_asked(ask):
    told, codes = ask(PLAIN | {"doi": "10.5555/tides"}, {}, "--works", offline=True)
    assert told["outcome"] == "not-asked" and not [
        code for code in codes if code.startswith(("work", "doi"))
    ]


def test_a_preprint_is_asked_of_who_registers_it(ask):
    record = {
        "doi": "10.48550/arxiv.2101.00001",
        "titles": [{"title": "A Study of Tides"}],
        "publisher": "arXiv",
        "publicationYear": 2021,
        "creators": [{"familyName": "Moreau", "givenName": "Anne"}],
        "types": {"resourceTypeGeneral": "Preprint"},
    }
    fields = {
        "author": "Moreau, Anne",
        "title": "A Study of Tides",
        "year": "2021",
        "eprint": "2101.00001v2",
        "eprinttype": "arxiv",
    }
    told, _ = ask(
        fields,
        {"/datacite/dois/10.48550%2Farxiv.2101.00001*": as_json({"data": {"attributes": record}})},
        kind="online",
    )
    assert (told["outcome"], told["record"]) == ("found", "10.48550/arxiv.2101.00001")


def test_a_doi_given_as_an_address_is_a_doi(ask):
    told, _ = ask(
        PLAIN | {"url": "https://doi.org/10.5555/TIDES"}, {"/crossref/works/*": crossref(TIDES)}
    )
    assert (told["outcome"], told["record"]) == ("found", "10.5555/tides")


def test_an_address_alone_is_no_work_to_ask_for(ask, loopback):
    told, _ = ask({"url": "http://127.0.0.1:9/x"}, {}, kind="online")
    assert told["outcome"] == "not-asked"
    assert not [path for path in loopback.asked if path.startswith("/crossref")]
