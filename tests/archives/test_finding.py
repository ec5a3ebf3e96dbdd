"""The right copy: chosen by a real pywb's index, by its TimeMaps, and by the Internet Archive's formats."""

import pytest

from tests.archives.captures import SITE

CASES = [
    # page, date, capture chosen (None for no copy)
    ("/plain", "2010-07", "20100720120000"),
    ("/plain", "2010-07-14", "20100720120000"),
    ("/plain", "2010-06-10", "20100601120000"),
    ("/plain", "2010", "20100720120000"),
    ("/plain", "1985", "20100601120000"),
    ("/plain", "2090-01-02", "20160101000000"),
    ("/revisit", "2010-07", "20100716000000"),
    ("/soft", "2010-07", "20120101000000"),
    ("/wall", "2010-07", "20120101000000"),
    ("/parked", "2010-07", "20090101000000"),
    ("/empty", "2010-07", "20120101000000"),
    ("/report.pdf", "2010-07", "20120101000000"),
    ("/tie", "2010-07", "20100711000000"),
    ("/moved", "2010-07", "20100716001000"),
    ("/late", "2010-07", "20130101000000"),
    ("/round", "2010-07", None),
    ("/nowhere", "2010-07", None),
    ("/deep/page", "2010-07", "20120101000000"),
    ("/members/report", "2010-07", "20120101000000"),
    ("/mailed", "2010-07", None),
    ("/only-errors", "2010-07", None),
    ("/nothing-here", "2010-07", None),
    ("/changed-by-proxy", "2010-07", "20100716000000"),
    ("/in-part", "2010-07", "20100716000000"),
    ("/hop/0", "2010-07", "20100717000000"),
    ("/far/0", "2010-07", "20190101000000"),
    ("/refreshed", "2010-07", "20100716001000"),
    ("/both", "2010-07", "20100901000000"),
]


@pytest.fixture(params=["pywb", "memento", "wayback"])
def archive(request, lab):
    if request.param == "wayback":
        lab.archives(lab=("wayback", request.getfixturevalue("wire").base))
    else:
        lab.archives(lab=(request.param, request.getfixturevalue("pywb")))
    return lab


def test_the_copy_is_the_usable_capture_nearest_to_the_date(archive):
    chosen = {}
    for path, date, _ in CASES:
        found = archive.mementos(f"{SITE}{path}", "--as-of", date)
        digits = found["memento"] and found["memento"]["datetime"].translate(
            {ord(c): None for c in "-:TZ"}
        )
        chosen[path, date] = digits, found["outcome"]
    assert chosen == {
        (path, date): (digits, "found" if digits else "absent") for path, date, digits in CASES
    }


def test_every_other_capture_is_named_with_its_reason(archive):
    reasons = {}
    for path in (
        "/plain",
        "/soft",
        "/wall",
        "/parked",
        "/empty",
        "/report.pdf",
        "/late",
        "/deep/page",
    ):
        found = archive.mementos(f"{SITE}{path}", "--as-of", "2010-07-15")
        reasons[path] = found["rejected"][0]["reason"]
    assert "404" in reasons["/plain"] or "further away" in reasons["/plain"]
    assert "error page" in reasons["/soft"]
    assert "log-in page" in reasons["/wall"]
    assert "parked page" in reasons["/parked"]
    assert "empty" in reasons["/empty"]
    assert "PDF" in reasons["/report.pdf"]
    assert "further away" in reasons["/late"]
    assert "front page" in reasons["/deep/page"]


def test_a_redirect_is_followed_inside_the_archive_and_the_chain_is_shown(archive):
    found = archive.mementos(f"{SITE}/moved", "--as-of", "2010-07")
    assert [link.rpartition("/a.example/")[2] for link in found["chain"]] == ["new-place"]
    assert "new-place" in found["detail"]
    assert found["distance_days"] == pytest.approx(-0.49, abs=0.02)


def test_the_copy_is_the_page_at_the_end_of_ten_redirects_and_the_way_in_is_told(archive):
    found = archive.mementos(f"{SITE}/hop/0", "--as-of", "2010-07")
    assert found["memento"]["uri_r"] == f"{SITE}/hop/10"
    assert "/hop/10" in found["memento"]["uri_m"]
    assert found["memento"]["datetime"] == "2010-07-17T00:00:00Z"
    for hop in range(10):
        assert any(
            f"{SITE}/hop/{hop} → leads to {SITE}/hop/{hop + 1}" in line for line in found["via"]
        )


def test_a_page_of_its_own_goes_before_a_redirect_and_both_are_shown(archive):
    found = archive.mementos(f"{SITE}/both", "--as-of", "2010-07")
    assert found["memento"]["uri_r"] == f"{SITE}/both"
    (other,) = found["rejected"]
    assert "/both" in other["uri_m"]
    assert "only a redirect" in other["reason"]


def test_the_address_of_a_copy_is_that_very_copy(archive):
    copy = archive.mementos(f"{SITE}/plain", "--as-of", "2016")["memento"]
    found = archive.mementos(copy["uri_m"])
    assert found["memento"] == {**copy, "status": None, "mime": None}
    assert found["outcome"] == "found"


def test_a_copy_that_is_none_gives_way_to_the_nearest_that_serves(archive):
    copy = archive.mementos(f"{SITE}/plain", "--as-of", "2016")["memento"]["uri_m"]
    found = archive.mementos(copy.replace("20160101000000", "20100714120000"))
    assert found["memento"]["datetime"] == "2010-07-20T12:00:00Z"
    assert found["rejected"][0]["reason"]


def test_redirects_that_lead_round_are_bounded_and_said(archive):
    found = archive.mementos(f"{SITE}/round", "--as-of", "2010-07")
    assert "do not come to an end" in found["rejected"][0]["reason"]


ONE_CHANGE = [
    ("https://a.example/plain", f"{SITE}/plain"),
    ("http://www.a.example/plain", f"{SITE}/plain"),
    (f"{SITE}/plain/", f"{SITE}/plain"),
    (f"{SITE}:80/plain", f"{SITE}/plain"),
    (f"{SITE}/query?b=2&a=1", f"{SITE}/query?a=1&b=2"),
    (f"{SITE}/plain?utm_source=mail", f"{SITE}/plain"),
    ("http://bücher.example/", "http://xn--bcher-kva.example/"),
    ("https://www.a.example/plain/", f"{SITE}/plain"),
]


@pytest.mark.parametrize(("cited", "filed"), ONE_CHANGE)
def test_other_spellings_of_an_address_are_the_same_page_and_said(archive, cited, filed):
    found = archive.mementos(cited, "--as-of", "2010-07")
    assert found["memento"]["uri_r"] == filed
    assert "under the address" in found["detail"]
    assert filed in found["detail"]


def test_an_address_in_other_letters_is_found_and_looked_at(lab, pywb):
    lab.archives(lab=("pywb", pywb))
    found = lab.mementos(f"{SITE}/café?x=%2Fa%20b", "--as-of", "2010-07")
    assert found["outcome"] == "found"


@pytest.mark.parametrize(
    ("cited", "filed"),
    [
        ("https://www.a.example:443/query?b=2&a=1", f"{SITE}/query?a=1&b=2"),
        (f"{SITE}/~person", f"{SITE}/%7Eperson/"),
    ],
)
def test_an_index_that_folds_spellings_is_believed(lab, pywb, cited, filed):
    lab.archives(lab=("pywb", pywb))
    found = lab.mementos(cited, "--as-of", "2010-07")
    assert found["memento"]["uri_r"] == filed
    assert len([line for line in found["via"] if "/cdx?" in line]) == 1


def test_the_rule_before_else_after(archive):
    rule = ("--rule", "before-else-after")
    before = archive.mementos(f"{SITE}/tie", "--as-of", "2010-07-20", *rule)
    inside = archive.mementos(f"{SITE}/tie", "--as-of", "2010-07", *rule)
    after = archive.mementos(f"{SITE}/tie", "--as-of", "2009", *rule)
    assert before["memento"]["datetime"] == "2010-07-11T00:00:00Z"
    assert inside["memento"]["datetime"] == "2010-07-22T00:00:00Z"
    assert after["memento"]["datetime"] == "2010-07-11T00:00:00Z"
    assert after["rule"].startswith("last usable capture before")


def test_without_a_date_the_newest_copy_that_serves_is_taken(archive):
    found = archive.mementos(f"{SITE}/plain")
    assert found["memento"]["datetime"] == "2016-01-01T00:00:00Z"
    assert found["as_of"] is None


def test_several_archives_are_asked_and_one_that_fails_is_said(lab, pywb, wire):
    wire.instead = dict.fromkeys(["cdx", "timemap", "availability"], (503, {}, b""))
    lab.archives(broken=("wayback", wire.base), lab=("pywb", pywb))
    found = lab.mementos(f"{SITE}/plain", "--as-of", "2010-07")
    none = lab.mementos(f"{SITE}/nothing-here", "--as-of", "2010-07")
    assert found["outcome"] == "found"
    assert "broken: the archive answered 503" in found["detail"]
    assert none["outcome"] == "unknown"


def test_a_collection_that_does_not_exist_is_not_one_without_the_page(lab, pywb):
    lab.archives(lab=("pywb", pywb.replace("/demo", "/misspelt")))
    found = lab.mementos(f"{SITE}/plain")
    assert found["outcome"] == "unknown"
    assert "no collection" in found["detail"]


def test_copies_are_kept_and_absence_briefly_and_unknown_never(lab, wire):
    lab.archives(lab=("wayback", wire.base))
    lab.mementos(f"{SITE}/plain", "--as-of", "2010-07")
    lab.mementos(f"{SITE}/nothing-here", "--as-of", "2010-07")
    before = len(wire.asked)
    lab.mementos(f"{SITE}/plain", "--as-of", "2010-07", "--max-age", "0")
    assert len(wire.asked) == before
    lab.mementos(f"{SITE}/nothing-here", "--as-of", "2010-07")
    assert len(wire.asked) == before
    lab.mementos(f"{SITE}/nothing-here", "--as-of", "2010-07", "--max-age", "0")
    assert len(wire.asked) > before
    wire.instead = dict.fromkeys(["cdx", "timemap", "availability"], (503, {}, b""))
    assert lab.mementos(f"{SITE}/tie", "--as-of", "2010-07")["outcome"] == "unknown"
    wire.instead = {}
    assert lab.mementos(f"{SITE}/tie", "--as-of", "2010-07")["outcome"] == "found"


def test_a_429_is_refused_and_the_archive_left_alone_in_the_next_run(lab, wire):
    wire.instead = {"cdx": (429, {}, b"")}
    lab.archives(lab=("wayback", wire.base))
    first = lab.mementos(f"{SITE}/plain")
    again = lab.mementos(f"{SITE}/tie")
    assert first["outcome"] == again["outcome"] == "refused"
    assert len(wire.asked) == 1
    assert "not asked before" in again["detail"]


def test_the_terminal_says_the_choice_its_distance_and_why_not_the_others(lab, pywb, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lab.archives(lab=("pywb", pywb, 'title = "The Lab"'))
    out = lab.run("mementos", f"{SITE}/plain", "--as-of", "2010-07").stdout.replace(pywb, "B")
    assert out.startswith(
        "http://a.example/plain: found\n"
        "  B/20100720120000/http://a.example/plain\n"
        "  captured 20 July 2010, 12:00 UTC (The Lab)\n"
        "  within July 2010\n"
    )
    assert "2010-07-14 12:00  it captured an error (404)" in out
    assert "2010-06-01 12:00  further away: 30 days before July 2010" in out
    assert all(len(line) <= 80 for line in out.partition("Asked:")[0].splitlines())
