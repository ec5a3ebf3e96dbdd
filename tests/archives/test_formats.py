"""What archives answer, believed where it makes sense and reported where it does not."""

import json
import time

import pytest

from tests.archives.captures import SITE

PLAIN = f"{SITE}/plain"


@pytest.fixture
def ia(lab, wire):
    lab.archives(lab=("wayback", wire.base))
    return lab


FAILURES = {
    "a page of the archive's own": (200, {"Content-Type": "text/html"}, b"<h1>We are down</h1>"),
    "an error": (500, {}, b""),
    "rows without a header": (200, {}, b'[["20100101000000", "http://a.example/plain"]]'),
    "no list": (200, {}, b'{"error": "x"}'),
    "half an answer": (200, {}, b'[["timestamp","original"],["2010'),
    "nested beyond reason": (200, {}, b"[" * 100_000),
    "nothing": (200, {}, b""),
}


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES)
def test_where_cdx_fails_the_timemap_is_asked(ia, wire, answer):
    wire.instead = {"cdx": answer}
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert found["memento"]["datetime"] == "2010-07-20T12:00:00Z"
    assert ia.mementos(f"{SITE}/nothing-here")["outcome"] == "absent"


def test_an_empty_word_on_availability_is_not_absence(ia, wire):
    wire.instead = dict.fromkeys(["cdx", "timemap"], (503, {}, b""))
    found = ia.mementos(PLAIN)
    assert found["outcome"] == "unknown"
    assert "availability" in {kind for kind, _ in wire.asked}


def test_a_capture_named_by_availability_is_looked_at_and_taken(ia, wire):
    hint = {
        "closest": {"status": "200", "available": True, "timestamp": "20100720120000",
                    "url": f"{wire.base}/web/20100720120000/{PLAIN}"}
    }  # fmt: skip
    wire.instead = dict.fromkeys(["cdx", "timemap"], (503, {}, b""))
    wire.instead["availability"] = (200, {}, json.dumps({"archived_snapshots": hint}).encode())
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert found["memento"]["datetime"] == "2010-07-20T12:00:00Z"
    assert "hint" in found["detail"]


@pytest.mark.parametrize(
    ("timestamp", "words"),
    [
        ("19800101000000", "time cannot be right"),
        ("20990101000000", "time cannot be right"),
        ("20100231000000", None),
        ("garbage", None),
        ("2010", "does not show it"),
    ],
)
def test_captures_of_odd_times_never_stand_in_the_way(ia, wire, timestamp, words):
    wire.odd_rows = [
        [timestamp if timestamp.isdigit() else "0", PLAIN, "text/html", "200", "X", "9"]
    ]
    found = ia.mementos(PLAIN, "--as-of", "2010-02")
    assert found["memento"]["datetime"] == "2010-06-01T12:00:00Z"
    if words:
        assert any(words in one["reason"] for one in found["rejected"])
    else:
        assert "that can be read" in found["detail"]


@pytest.mark.parametrize(
    ("names", "row"),
    [
        (["timestamp", "length", "original"], ["20100701000000", "9"]),
        (["timestamp", "original", "statuscode"], ["20100701000000", PLAIN, "²"]),
        (["timestamp", "original", "length"], ["20100701000000", PLAIN, "9" * 5000]),
        (["timestamp", "original", "mimetype"], [None, {}, []]),
        (["timestamp", "original", "original"], ["²⁰¹⁰", PLAIN, PLAIN]),
    ],
)
def test_rows_of_any_kind_end_no_run(ia, wire, names, row):
    wire.instead = {"cdx": (200, {}, json.dumps([names, row]).encode())}
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert found["memento"] is None or found["memento"]["uri_r"] == PLAIN


@pytest.mark.parametrize("status", ["²", "9" * 5000, None, {}])
def test_a_hint_of_any_kind_ends_no_run(ia, wire, status):
    closest = {"timestamp": "20100720120000", "url": f"{wire.base}/web/20100720120000/{PLAIN}"}
    hint = {"archived_snapshots": {"closest": {**closest, "status": status}}}
    wire.instead = {
        "cdx": (500, {}, b""), "timemap": (500, {}, b""),
        "availability": (200, {}, json.dumps(hint).encode()),
    }  # fmt: skip
    assert ia.mementos(PLAIN, "--as-of", "2010-07")["memento"]["uri_r"] == PLAIN


def test_an_index_of_nonsense_alone_is_unknown(ia, wire):
    table = [["timestamp", "original"], ["99999999999999", PLAIN]]
    wire.instead = {"cdx": (200, {}, json.dumps(table).encode())}
    assert ia.mementos(PLAIN)["outcome"] == "unknown"


def test_good_captures_behind_a_hundred_errors_are_asked_for(ia, wire):
    wire.odd_rows = [
        [f"201007{day:02}{hour:02}0000", f"{SITE}/tie", "text/html", "404", "X", "9"]
        for day in range(14, 19)
        for hour in range(24)
    ]
    found = ia.mementos(f"{SITE}/tie", "--as-of", "2010-07-16")
    assert found["memento"]["datetime"] == "2010-07-11T00:00:00Z"


def test_a_copy_that_is_an_error_page_is_none_whatever_the_index_says(ia, wire):
    date = {"Memento-Datetime": "Tue, 20 Jul 2010 12:00:00 GMT"}
    wire.instead = {"replay": (404, date, b"gone")}
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert found["outcome"] != "found"
    assert "404" in found["rejected"][0]["reason"]


def test_an_archive_that_cannot_show_its_copies_has_not_said_that_there_are_none(ia, wire):
    wire.instead = {"replay": (503, {}, b"")}
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert found["outcome"] == "unknown"
    assert any("does not show it" in one["reason"] for one in found["rejected"])
    wire.instead = {}
    assert ia.mementos(PLAIN, "--as-of", "2010-07")["outcome"] == "found"


def test_another_capture_given_in_place_of_the_one_asked_for_is_seen(ia, wire):
    date = {"Memento-Datetime": "Thu, 01 Jan 2004 00:00:00 GMT", "Content-Type": "text/html"}
    wire.instead = {"replay": (200, date, b"<title>x</title>Some words.")}
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert any("gives its capture of 2004-01-01" in one["reason"] for one in found["rejected"])


def test_an_archive_that_redirects_for_ever_is_unknown(ia, wire):
    def round_and_round(handler):
        handler.send_response(302)
        handler.send_header("Location", handler.path + "x")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    wire.instead = dict.fromkeys(["cdx", "timemap", "availability"], round_and_round)
    found = ia.mementos(PLAIN)
    assert found["outcome"] == "unknown"
    assert "redirects" in found["detail"]


def test_an_archive_that_drips_is_bounded_and_unknown(ia, wire):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b" ")
                time.sleep(0.05)
        except OSError:
            pass

    wire.instead = dict.fromkeys(["cdx", "timemap", "availability"], drip)
    found = ia.mementos(PLAIN, timeout=0.3)
    assert found["outcome"] == "unknown"


def test_a_timemap_that_breaks_off_gives_what_it_gave_and_says_so(lab, wire):
    def half(handler):
        body = wire.timemap(handler.path)[2]
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) + 5000))
        handler.end_headers()
        handler.wfile.write(body)

    wire.instead = {"timemap": half}
    lab.archives(lab=("memento", f"{wire.base}/web"))
    found = lab.mementos(PLAIN, "--as-of", "2010-07")
    assert found["memento"]["datetime"] == "2010-07-20T12:00:00Z"
    assert "body" in found["detail"]


def test_a_timegate_serves_where_there_is_no_timemap(lab, loopback):
    from tests.web.server import answer

    copy = f"/gate/20100720120000/{PLAIN}"
    loopback.behaviours["/gate/timemap/*"] = answer("", "501 Not Implemented")
    loopback.behaviours[f"/gate/{PLAIN}"] = answer(
        "", "302 Found", Location=loopback.url(copy), Vary="accept-datetime",
        Link=f'<{PLAIN}>; rel="original", <{loopback.url(copy)}>; rel="memento"; datetime="Tue, 20 Jul 2010 12:00:00 GMT"',
    )  # fmt: skip
    loopback.behaviours[copy] = answer(
        "<title>Plain</title><p>As it was.", Memento_Datetime="Tue, 20 Jul 2010 12:00:00 GMT"
    )
    lab.archives(lab=("memento", loopback.url("/gate")))
    found = lab.mementos(PLAIN, "--as-of", "2010-07")
    assert found["memento"]["uri_m"] == loopback.url(copy)
    assert found["memento"]["uri_r"] == PLAIN


def test_a_timemap_in_pages_is_read_around_the_date(lab, loopback):
    from tests.web.server import answer

    def timemap(*links):
        return answer(
            ",\n".join([f'<{PLAIN}>; rel="original"', *links]), kind="application/link-format"
        )

    first, second = loopback.url("/paged/1"), loopback.url("/paged/2")
    copy = loopback.url(f"/paged/20100720120000/{PLAIN}")
    loopback.behaviours[f"/paged/timemap/link/{PLAIN}"] = timemap(
        f'<{first}>; rel="timemap"; from="Sat, 01 Jan 2000 00:00:00 GMT"; until="Thu, 31 Dec 2009 00:00:00 GMT"',
        f'<{second}>; rel="timemap"; from="Fri, 01 Jan 2010 00:00:00 GMT"; until="Sat, 31 Dec 2011 00:00:00 GMT"',
    )
    loopback.behaviours["/paged/1"] = timemap()
    loopback.behaviours["/paged/2"] = timemap(
        f'<{copy}>; rel="memento"; datetime="Tue, 20 Jul 2010 12:00:00 GMT"'
    )
    loopback.behaviours[f"/paged/20100720120000id_/{PLAIN}"] = answer(
        "<title>Plain</title><p>As it was.", Memento_Datetime="Tue, 20 Jul 2010 12:00:00 GMT"
    )
    lab.archives(lab=("memento", loopback.url("/paged")))
    assert lab.mementos(PLAIN, "--as-of", "2010-07")["memento"]["uri_m"] == copy


def test_copies_withheld_by_429_are_refused_and_no_further_one_is_asked_for(ia, wire):
    wire.instead = {"replay": (429, {}, b"")}
    found = ia.mementos(PLAIN, "--as-of", "2010-07")
    assert found["outcome"] == "refused"
    assert [kind for kind, _ in wire.asked].count("replay") == 1


def test_a_copy_that_does_not_come_whole_is_not_called_empty_and_is_asked_for_again(ia, wire):
    def cut(handler):
        handler.send_response(200)
        handler.send_header("Memento-Datetime", "Fri, 16 Jul 2010 00:00:00 GMT")
        handler.send_header("Content-Length", "5000")
        handler.end_headers()

    wire.instead = {"replay": cut}
    first = ia.mementos(f"{SITE}/revisit", "--as-of", "2010-07")
    assert first["outcome"] == "unknown"
    assert any("did not come whole" in one["reason"] for one in first["rejected"])
    wire.instead = {}
    again = ia.mementos(f"{SITE}/revisit", "--as-of", "2010-07")
    assert again["memento"]["datetime"] == "2010-07-16T00:00:00Z"


NO_ADDRESSES = ["http://[", "//[", "mailto:x@example.org", "javascript:1", "http://xn--a/", "http:///", "http://a:99999999/"]  # fmt: skip
THEN = "Wed, 14 Jul 2010 12:00:00 GMT"


@pytest.mark.parametrize("where", NO_ADDRESSES)
def test_a_timegate_that_leads_to_no_address_names_no_copy(lab, loopback, where):
    from tests.web.server import answer

    link = f'<{where}>; rel="original", <{where}>; rel="memento"; datetime="{THEN}"'
    loopback.behaviours["/odd-gate/timemap*"] = answer("", "500 Internal Server Error")
    loopback.behaviours["/odd-gate/http*"] = answer("", "302 Found", Location=where, Link=link)
    lab.archives(lab=("memento", loopback.url("/odd-gate")))
    assert lab.mementos(PLAIN, "--as-of", "2010-07")["memento"] is None


@pytest.mark.parametrize("where", NO_ADDRESSES)
def test_a_copy_that_leads_to_no_address_is_passed_over(lab, loopback, where):
    from tests.web.server import answer

    copy = loopback.url(f"/odd-copy/20100714120000/{PLAIN}")
    timemap = f'<{PLAIN}>; rel="original",\n<{copy}>; rel="memento"; datetime="{THEN}"'
    loopback.behaviours["/odd-copy/timemap*"] = answer(timemap, kind="application/link-format")
    loopback.behaviours["/odd-copy/2*"] = answer(
        "", "302 Found", Location=where, Memento_Datetime=THEN
    )
    lab.archives(lab=("memento", loopback.url("/odd-copy")))
    found = lab.mementos(PLAIN, "--as-of", "2010-07")
    assert found["memento"] is None
    assert [one["uri_m"] for one in found["rejected"]] == [copy]
