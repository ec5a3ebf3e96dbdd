"""Captures as WARC/1.1: written, and read again with every digest checked. The only module that knows warcio."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from io import BytesIO
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from cite.model.keeping import Exchange, Record
from cite.model.version import __version__

MOST_BODY = 32 * 1024 * 1024
"""Bytes of one answer that are captured; what is longer is cut, and the record says so."""
MOST_RECORD = 256 * 1024 * 1024
"""Bytes of one record that are read, packed or not: a record from elsewhere may claim to be anything."""
MOST_RECORD_HEAD = 64 * 1024
ONCE = frozenset(
    b"warc-type warc-record-id warc-date warc-target-uri content-length warc-block-digest "
    b"warc-payload-digest warc-filename".split()
)
"""Fields that mean nothing when they are there twice; others may be repeated."""
_FIELD = re.compile(rb"[A-Za-z0-9-]{1,64}:[\t\x20-\x7e\x80-\xff]*")


class _Sha256Writer(WARCWriter):  # type: ignore[misc]
    """With SHA-256, where warcio has SHA-1."""

    @staticmethod
    def _create_digester() -> Any:
        return Digester("sha256")


class _Head(StatusAndHeaders):  # type: ignore[misc]
    """A head of HTTP that goes into its record byte by byte as it is."""

    def __init__(self, head: bytes) -> None:
        first = head.split(b"\r\n", 1)[0].decode("latin-1")
        protocol, _, status = first.partition(" ")
        super().__init__(status, [], protocol=protocol)
        self._bytes = head

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """The bytes given."""
        self.headers_buff = self._bytes


class WarcWriter:
    """Appends to a file; each record is a gzip member of its own."""

    def __init__(self, file: IO[bytes], seen: dict[str, Record]) -> None:
        self._file = file
        self._writer = _Sha256Writer(file, gzip=True, warc_version="WARC/1.1")
        self._seen = seen
        """Records by payload digest: what was had before is written as a revisit."""

    def begin(self, name: str, of: str) -> None:
        """The warcinfo record that opens a file."""
        info = {
            "software": f"cite/{__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "description": f"The sources of {of}",
            "robots": "ignore",
        }
        self._writer.write_record(self._writer.create_warcinfo_record(name, info))

    def write(self, exchange: Exchange) -> Record:
        """Response (or revisit) and request."""
        date = exchange.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        headers = {"WARC-Date": date}
        if exchange.address:
            headers["WARC-IP-Address"] = exchange.address
        if not exchange.whole:
            headers["WARC-Truncated"] = "length"
        digest = payload_digest(exchange.body)
        earlier = self._seen.get(digest) if exchange.body and exchange.whole else None
        response = self._writer.create_warc_record(
            exchange.url, "response", payload=BytesIO(exchange.body), length=len(exchange.body),
            http_headers=_Head(exchange.head), warc_headers_dict=headers,
        )  # fmt: skip
        if earlier:
            _as_revisit(response, earlier)
        request = self._writer.create_warc_record(
            exchange.url,
            "request",
            payload=BytesIO(b""),
            length=0,
            http_headers=_Head(exchange.request),
        )
        self._writer.write_request_response_pair(request, response)
        identity = response.rec_headers.get_header("WARC-Record-ID")
        record = Record(exchange.url, date, exchange.status, digest, earlier is not None, identity)
        if exchange.body and exchange.whole:
            self._seen.setdefault(digest, replace(record, revisit=False))
        return record


def _as_revisit(response: Any, earlier: Record) -> None:
    """A revisit that keeps its payload, as WARC 1.1 section 6.7.2 allows.

    It costs some room. In return each record can be verified by itself: a payload digest beside no payload
    is a failure to `fastwarc check -p`.
    """
    head = response.rec_headers
    head.replace_header("WARC-Type", "revisit")
    head.add_header("WARC-Profile", WARCWriter.REVISIT_PROFILE_1_1)
    head.add_header("WARC-Refers-To-Target-URI", earlier.url)
    head.add_header("WARC-Refers-To-Date", earlier.at)


def payload_digest(body: bytes) -> str:
    """As WARC-Payload-Digest has it."""
    digester = Digester("sha256")
    digester.update(body)
    return str(digester)


def faults(file: IO[bytes]) -> Iterator[str]:
    """What is wrong with a WARC file from wherever, record by record; nothing where all is well.

    First the form is looked at, within bounds of memory, and only what passes is given to warcio.
    """
    found = list(_faults_of_form(file))
    yield from found
    if not found:
        file.seek(0)
        yield from _faults_of_digests(file)


def _faults_of_form(file: IO[bytes]) -> Iterator[str]:
    offset = 0
    for number, member in enumerate(_members(file)):
        if isinstance(member, str):
            yield f"record {number + 1} at byte {offset}: {member}"
            return
        head, length, offset_after = member
        if fault := _fault_of_head(head, length):
            yield f"record {number + 1} at byte {offset}: {fault}"
        offset = offset_after


def _members(file: IO[bytes]) -> Iterator[tuple[bytes, int, int] | str]:
    """Each gzip member's beginning, unpacked length, and where it ends; or why there is no going on."""
    pending, read = b"", 0
    while True:
        pending = pending or file.read(1 << 16)
        if not pending:
            return
        unpacker, head, length = zlib.decompressobj(wbits=31), bytearray(), 0
        try:
            while not unpacker.eof:
                data = unpacker.unconsumed_tail or pending
                if data is pending:
                    read += len(pending)
                    pending = b""
                part = unpacker.decompress(data, 1 << 20) if data else b""
                length += len(part)
                head += part[: MOST_RECORD_HEAD - len(head)]
                if length > MOST_RECORD:
                    yield f"it is larger than {MOST_RECORD >> 20} MB"
                    return
                if not unpacker.eof and not unpacker.unconsumed_tail:
                    pending = file.read(1 << 16)
                    if not pending:
                        yield "it breaks off"
                        return
        except zlib.error:
            yield "it is not packed with gzip, or damaged"
            return
        pending = unpacker.unused_data
        read -= len(pending)
        yield bytes(head), length, read


def _fault_of_head(data: bytes, length: int) -> str:
    """What is wrong with the beginning of a record."""
    end = data.find(b"\r\n\r\n")
    if not data.startswith(b"WARC/1.") or end < 0:
        return "its head is none of a WARC record, or is too long"
    lines = data[:end].split(b"\r\n")[1:]
    if not all(_FIELD.fullmatch(line) for line in lines):
        return "a line of its head is no field: a line break may have been smuggled in"
    fields = [
        (name.strip().lower(), value.strip())
        for name, _, value in (line.partition(b":") for line in lines)
    ]
    names = [name for name, _ in fields if name in ONCE]
    if len(set(names)) != len(names):
        return "a field of its head stands there twice"
    values = dict(fields)
    announced = values.get(b"content-length", b"")
    if not announced.isdigit() or len(announced) > 15:
        return "it does not say how long it is"
    if int(announced) > MOST_RECORD:
        return f"it claims to be larger than {MOST_RECORD >> 20} MB"
    if int(announced) + end + 8 != length:
        return f"it claims {int(announced)} bytes and has {max(length - end - 8, 0)}"
    name = values.get(b"warc-filename", b"")
    if b"/" in name or b"\\" in name or b".." in name:
        return "the file name it gives leads elsewhere"
    return ""


def _faults_of_digests(file: IO[bytes]) -> Iterator[str]:
    try:
        iterator = ArchiveIterator(file, check_digests=True)
        for record in iterator:
            stream = record.content_stream() if record.rec_type == "revisit" else record.raw_stream
            while stream.read(1 << 20):
                pass
            if record.digest_checker.passed is False:
                uri = record.rec_headers.get_header("WARC-Target-URI") or record.rec_type
                yield f"{uri}: the digest of the record does not fit what it holds"
    except (ArchiveLoadFailed, ValueError, OSError, EOFError, zlib.error) as error:
        yield f"it cannot be read: {type(error).__name__}"
