"""WARC files: what is written is read by others without complaint, what is hostile is refused."""

import gzip
import io
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.effects.keep.warc import WarcWriter, faults
from cite.formats.wire import NotStrict, request_head, response_head, target_uri
from cite.model.keeping import Exchange

AT = datetime(2026, 11, 24, 12, 0, 0, 123456, tzinfo=UTC)


def exchange(body=b"<p>Hello", url="http://paper.example/", headers=((b"Content-Type", b"text/html"),), **more):  # fmt: skip
    request = request_head(b"GET", b"/", [(b"Host", b"paper.example")])
    return Exchange(url, AT, "192.0.2.1", request, 200, response_head(200, headers), body, **more)


def written(*exchanges):
    file = io.BytesIO()
    writer = WarcWriter(file, {})
    writer.begin("captures.warc.gz", "article.md")
    records = [writer.write(one) for one in exchanges]
    return file, records


def members(file):
    return gzip.decompress(file.getvalue()).decode("latin-1")


def test_other_tools_find_every_digest_right(tmp_path):
    file, records = written(
        exchange(),
        exchange(url="http://paper.example/again"),
        exchange(
            gzip.compress(b"packed"), "http://paper.example/gz", [(b"Content-Encoding", b"gzip")]
        ),
        exchange(b"", "http://paper.example/empty"),
        exchange(b"cut", "http://paper.example/cut", whole=False),
    )
    path = tmp_path / "c.warc.gz"
    path.write_bytes(file.getvalue())
    tool = [
        sys.executable,
        "-c",
        "import sys; from warcio.cli import main; sys.exit(main())",
        "check",
        "-v",
    ]
    warcio = subprocess.run([*tool, str(path)], capture_output=True, text=True)
    assert warcio.returncode == 0, warcio.stdout
    assert warcio.stdout.count("digest pass") == 10
    assert "not checked (revisit)" in warcio.stdout
    other = "import sys; from fastwarc.cli import main; sys.exit(main())"
    fastwarc = subprocess.run(
        [sys.executable, "-c", other, "check", "-q", "-p", str(path)],
        capture_output=True,
        text=True,
    )
    assert fastwarc.returncode == 0, fastwarc.stdout + fastwarc.stderr
    assert list(faults(io.BytesIO(file.getvalue()))) == []
    assert [record.revisit for record in records] == [False, True, False, False, False]


def test_a_record_says_all_that_warc_asks_of_it():
    text = members(written(exchange(whole=False), exchange(b"x"), exchange(b"x"))[0])
    for word in (
        "WARC/1.1", "WARC-Type: warcinfo", "WARC-Type: response", "WARC-Type: request", "WARC-Type: revisit",
        "WARC-Truncated: length", "WARC-IP-Address: 192.0.2.1", "WARC-Date: 2026-11-24T12:00:00.123456Z",
        "WARC-Payload-Digest: sha256:", "WARC-Block-Digest: sha256:", "WARC-Concurrent-To: <urn:uuid:",
        "WARC-Refers-To-Target-URI: http://paper.example/",
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
    ):  # fmt: skip
        assert word in text


def test_bytes_are_kept_as_they_came():
    body = gzip.compress(bytes(range(256)))
    assert body.decode("latin-1") in members(
        written(exchange(body, headers=[(b"Content-Encoding", b"gzip"), (b"X-Odd", b"caf\xe9")]))[0]
    )


@pytest.mark.parametrize(
    "headers",
    [
        [(b"X", b"a\r\nSet-Cookie: b=c")], [(b"X", b"a\nb")], [(b"X", b"a\rb")], [(b"X", b"a\0b")],
        [(b"X\r\nY", b"a")], [(b"X Y", b"a")], [(b"", b"a")], [(b"X:", b"a")], [(b"X", b"a" * 300_000)],
    ],
)  # fmt: skip
def test_a_header_that_breaks_its_line_is_not_written(headers):
    with pytest.raises(NotStrict):
        response_head(200, headers)


@pytest.mark.parametrize("url", ["http://a/\r\nWARC-Type: x", "http://a/ b", "ftp://a/", "http://a/ü", "http://a/" + "x" * 20_000])  # fmt: skip
def test_an_address_that_breaks_its_line_is_not_written(url):
    with pytest.raises(NotStrict):
        target_uri(url)


@given(st.lists(st.tuples(st.binary(max_size=20), st.binary(max_size=20)), max_size=5))
def test_a_head_has_as_many_lines_as_headers_or_is_refused(headers):
    try:
        head = response_head(200, headers)
    except NotStrict:
        return
    assert head.count(b"\r\n") == len(headers) + 2
    assert head.count(b"\n") == head.count(b"\r")


RECORD = (
    "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/\r\n"
    "WARC-Date: 2026-11-24T12:00:00Z\r\n{more}Content-Length: {length}\r\n\r\n{body}\r\n\r\n"
)


def packed(more="", length=5, body="hello"):
    return gzip.compress(RECORD.format(more=more, length=length, body=body).encode())


HOSTILE = {
    "a line break smuggled into a field": (packed("X-Note: a\nWARC-Type: warcinfo\r\n"), "no field"),
    "a folded field": (packed("X-Note: a\r\n b\r\n"), "no field"),
    "a field twice": (packed("WARC-Type: warcinfo\r\n"), "twice"),
    "a claim of terabytes": (packed(length=10**13), "larger than"),
    "a length that is no number": (packed(length="1e9"), "how long"),
    "a length too short": (packed(length=3), "claims 3 bytes"),
    "a file name that leads out": (packed("WARC-Filename: ../../etc/passwd\r\n"), "leads elsewhere"),
    "a digest of something else": (packed("WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"), "digest"),
    "a head without end": (gzip.compress(b"WARC/1.1\r\n" + b"X-A: b\r\n" * 20_000), "head"),
    "no gzip": (b"WARC/1.1\r\n\r\n", "not packed"),
    "a member that breaks off": (packed()[:-12], "breaks off"),
    "a damaged member": (packed()[:30] + b"\0\0\0\0" + packed()[34:], "damaged"),
    "no WARC at all": (gzip.compress(b"hello"), "none of a WARC"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_records_are_named(name):
    content, word = HOSTILE[name]
    found = list(faults(io.BytesIO(packed() + content)))
    assert found
    assert word in found[0]
    assert name == "a digest of something else" or "record 2" in found[0]


def test_a_bomb_is_not_unpacked_to_its_end(monkeypatch):
    monkeypatch.setattr("cite.effects.keep.warc.MOST_RECORD", 1 << 20)
    bomb = gzip.compress(b"WARC/1.1\r\nContent-Length: 1\r\n\r\n" + b"\0" * (1 << 24))
    assert "larger than" in next(iter(faults(io.BytesIO(bomb))))


def test_a_sound_record_passes():
    assert list(faults(io.BytesIO(packed()))) == []
    assert list(faults(io.BytesIO(b""))) == []
