"""TimeMaps: read in order, sifted at any length, and nothing made of what is none."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from hypothesis import given
from hypothesis import strategies as st

from cite.formats.link_format import NearestLinks, http_date, parse_links

NEAR = datetime(2010, 7, 16, 12, tzinfo=UTC)
PAGE = "http://a.example/page,with,commas"


def line(when, url=PAGE):
    digits = f"{when:%Y%m%d%H%M%S}"
    return f'<http://lab.example/{digits}/{url}>; rel="memento"; datetime="{format_datetime(when, usegmt=True)}"'


def timemap(*moments, separator=",\n"):
    head = [
        f'<{PAGE}>; rel="original"',
        '<http://lab.example/timemap/link/x>; rel="self"; type="application/link-format"',
    ]
    return separator.join([*head, *map(line, moments)])


def sifted(text, most, cuts=()):
    sifting = NearestLinks(NEAR, most).open()
    data, start = text.encode(), 0
    for cut in [*sorted(cuts), len(data)]:
        sifting.feed(data[start:cut])
        start = max(start, cut)
    return parse_links(sifting.kept().decode(), "lab"), sifting.left_out()


def test_captures_are_read_with_their_original_and_time():
    links = parse_links(timemap(NEAR), "lab")
    assert links.original == PAGE
    (memento,) = links.mementos
    assert (memento.datetime, memento.uri_r, memento.archive) == (NEAR, PAGE, "lab")


def test_first_and_last_are_mementos_too():
    text = timemap(NEAR).replace('rel="memento"', 'rel="first last memento"')
    assert len(parse_links(text, "lab").mementos) == 1


def test_what_makes_no_sense_is_passed_over():
    assert parse_links("<html><body>No such thing</body></html>", "lab").mementos == ()
    assert parse_links('<http://x>; rel="memento"; datetime="yesterday"', "lab").mementos == ()
    assert parse_links("<" * 10_000 + ";" * 10_000, "lab").mementos == ()


def test_dates_that_cannot_be_are_none():
    assert http_date("Thu, 99 Jul 2010 12:00:00 GMT") is None
    assert http_date("") is None


moments = st.lists(
    st.integers(-400_000, 400_000).map(lambda hours: NEAR - timedelta(hours=hours)),
    max_size=40,
    unique=True,
).map(lambda times: [t for t in times if t.year > 1950])


@given(moments, st.integers(1, 6), st.lists(st.integers(0, 4000), max_size=8))
def test_sifting_keeps_the_nearest_on_either_side_however_the_body_is_cut(times, most, cuts):
    links, left_out = sifted(timemap(*times), most, cuts)
    before = sorted(t for t in times if t <= NEAR)[-most:]
    after = sorted(t for t in times if t > NEAR)[:most]
    assert [memento.datetime for memento in links.mementos] == before + after
    assert links.original == PAGE
    assert bool(left_out) == (len(times) > len(before) + len(after))


@given(st.binary(max_size=400), st.integers(1, 60))
def test_no_body_breaks_the_sieve(data, size):
    sifting = NearestLinks(NEAR, 3).open()
    for start in range(0, len(data), size):
        sifting.feed(data[start : start + size])
    parse_links(sifting.kept().decode("utf-8", "replace"), "lab")


def test_one_endless_line_is_not_held():
    sifting = NearestLinks(NEAR).open()
    for _ in range(200):
        sifting.feed(b"<http://x.example/" + b"a" * 60_000)
    assert len(sifting.kept()) < 20_000
