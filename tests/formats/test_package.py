"""Archives of parts: what is well made opens, what is made to harm its reader is refused in one line."""

import io
import struct
import zipfile

import pytest

from cite.formats import package
from cite.formats.package import Package
from cite.model.errors import InputError


def archive(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as writer:
        for name, content in parts.items():
            writer.writestr(name, content)
    return made.getvalue()


def test_parts_are_read_by_name() -> None:
    parts = Package(archive({"mimetype": b"text/plain", "a/b.xml": b"<b/>", "a/c.xml": b"<c/>"}))
    assert parts.names == ("mimetype", "a/b.xml", "a/c.xml")
    assert parts.read("a/b.xml") == b"<b/>"
    assert list(parts.within("a/")) == ["a/b.xml", "a/c.xml"]
    assert "a/b.xml" in parts and "d" not in parts


def test_a_part_that_is_not_there_is_said_so() -> None:
    with pytest.raises(InputError, match=r"has no part word/document\.xml"):
        Package(archive({"a": b""})).read("word/document.xml")


@pytest.mark.parametrize("size", [0, 10, 60])
def test_an_archive_cut_short_is_refused(size: int) -> None:
    whole = archive({"a": b"text" * 100})
    with pytest.raises(InputError, match="cut short or damaged"):
        Package(whole[: len(whole) - 30 - size])


def test_a_part_with_a_broken_stream_is_refused() -> None:
    whole = bytearray(archive({"a": bytes(range(256)) * 40}))
    whole[40:60] = b"\xff" * 20
    with pytest.raises(InputError, match="damaged part"):
        Package(bytes(whole)).read("a")


def test_a_part_that_inflates_a_thousandfold_is_refused() -> None:
    bomb = archive({"word/document.xml": b" " * (40 << 20)})
    with pytest.raises(InputError, match="inflates beyond all measure"):
        Package(bomb).read("word/document.xml")


def test_a_part_that_understates_its_size_is_refused() -> None:
    whole = archive({"a": b"x" * 1000})
    lying = whole.replace(struct.pack("<L", 1000), struct.pack("<L", 10))
    with pytest.raises(InputError, match="damaged part"):
        Package(lying).read("a")


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_IN_ALL", 1500)
    parts = Package(archive({"a": b"x" * 1000, "b": b"y" * 1000}))
    parts.read("a")
    with pytest.raises(InputError, match="inflates beyond all measure"):
        parts.read("b")


def test_an_archive_of_too_many_files_is_refused_before_it_is_opened() -> None:
    with pytest.raises(InputError, match="more than 20,000 files"):
        Package(b"PK\x03\x04" + b"PK\x01\x02" * 20_001)


@pytest.mark.parametrize("name", ["../../outside", "/etc/passwd", "C:\\windows", "a\\..\\..\\b"])
def test_paths_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    with pytest.raises(InputError, match="leads out of the archive"):
        Package(archive({name: b"x"}))


def test_an_encrypted_part_is_said_to_be_encrypted() -> None:
    whole = bytearray(archive({"a": b"secret"}))
    local, directory = whole.index(b"PK\x03\x04"), whole.index(b"PK\x01\x02")
    whole[local + 6] |= 1
    whole[directory + 8] |= 1
    with pytest.raises(InputError, match="is encrypted"):
        Package(bytes(whole)).read("a")


def test_a_message_stays_on_one_line() -> None:
    with pytest.raises(InputError) as refused:
        Package(archive({"../a\nb\x1b[2J": b"x"}))
    assert "\n" not in str(refused.value) and "\x1b" not in str(refused.value)
