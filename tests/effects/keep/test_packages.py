"""WACZ files and packages from elsewhere: nothing leads out, nothing is believed unchecked."""

import gzip
import hashlib
import json
import random
import stat
import zipfile

import pytest

from cite.effects.keep.package import MANIFEST, verify
from cite.model.errors import InputError

RECORD = (
    b"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/\r\n"
    b"WARC-Date: 2026-11-24T12:00:00Z\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"
)
WARC = gzip.compress(RECORD)


def wacz(path, extra=(), listed=(), damage=None):
    """A WACZ with a sound WARC, and whatever else."""
    contents = {"archive/data.warc.gz": WARC, **dict(listed)}
    resources = [
        {"name": name, "path": name, "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
        for name, content in contents.items()
    ]  # fmt: skip
    package = json.dumps({"wacz_version": "1.1.1", "resources": resources}).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
    if damage:
        contents[damage] = b"something else"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
        archive.writestr("datapackage.json", package)
        archive.writestr("datapackage-digest.json", json.dumps(digest))
        for entry, content in extra:
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return path


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_a_sound_wacz_passes(tmp_path):
    assert verify(wacz(tmp_path / "a.wacz")) == ()


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil", "C:/evil", "archive\\..\\evil", "a\nb"])  # fmt: skip
def test_a_path_that_leads_out_is_refused(tmp_path, name):
    (change,) = verify(wacz(tmp_path / "a.wacz", [(name, b"x")]))
    assert (change.what, "leads out" in change.detail) == ("refused", True)


def test_links_and_bombs_are_refused_and_strangers_named(tmp_path):
    (change,) = verify(wacz(tmp_path / "a.wacz", [(link("archive/l.warc.gz"), b"/etc/passwd")]))
    assert "symbolic link" in change.detail
    (change,) = verify(wacz(tmp_path / "b.wacz", [("pages/x", b"\0" * 20_000_000)]))
    assert "a thousand times" in change.detail
    (change,) = verify(wacz(tmp_path / "c.wacz", [("pages/x", b"x")]))
    assert (change.path, change.what) == ("pages/x", "added")


def test_a_change_is_named_by_its_file(tmp_path):
    changes = verify(wacz(tmp_path / "a.wacz", damage="archive/data.warc.gz"))
    assert changes[0].path == "archive/data.warc.gz"
    assert changes[0].what == "changed"


def test_hostile_records_within_are_named(tmp_path):
    bad = gzip.compress(RECORD.replace(b"Content-Length: 5", b"Content-Length: 99999999999"))
    (change,) = verify(wacz(tmp_path / "a.wacz", listed=[("archive/bad.warc.gz", bad)]))
    assert change.path == "archive/bad.warc.gz"
    assert "larger than" in change.detail


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_wacz_is_refused_and_does_not_crash(tmp_path, content):
    (tmp_path / "a.wacz").write_bytes(content)
    assert verify(tmp_path / "a.wacz")


def test_damage_anywhere_is_named_or_harmless_and_never_crashes(tmp_path):
    whole = wacz(tmp_path / "a.wacz").read_bytes()
    chance = random.Random(2026)
    for _ in range(300):
        damaged = bytearray(whole)
        at = chance.randrange(len(damaged))
        if chance.random() < 0.3:
            del damaged[at:]
        else:
            damaged[at : at + chance.randrange(1, 9)] = chance.randbytes(chance.randrange(9))
        (tmp_path / "a.wacz").write_bytes(damaged)
        assert all(change.detail for change in verify(tmp_path / "a.wacz"))


def package(folder, files):
    folder.mkdir()
    lines = []
    for name, content in files.items():
        (folder / name).write_bytes(content)
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    (folder / MANIFEST).write_text("".join(lines), "utf-8")
    return folder


def test_a_package_says_what_changed_is_missing_and_was_added(tmp_path):
    folder = package(tmp_path / "p", {"a": b"1", "b": b"2", "c": b"3"})
    assert verify(folder) == ()
    (folder / "a").write_bytes(b"other")
    (folder / "b").unlink()
    (folder / "d").write_bytes(b"new")
    assert [(c.path, c.what) for c in verify(folder)] == [
        ("a", "changed"),
        ("b", "missing"),
        ("d", "added"),
    ]


@pytest.mark.parametrize("name", ["../outside", "/etc/hostname", "a\\b"])
def test_a_manifest_cannot_lead_out(tmp_path, name):
    (tmp_path / "outside").write_bytes(b"secret")
    folder = package(tmp_path / "p", {})
    (folder / MANIFEST).write_text(f"{'0' * 64}  {name}\n", "utf-8")
    assert [change.what for change in verify(folder)] == ["refused"]


def test_a_link_in_a_package_is_refused(tmp_path):
    folder = package(tmp_path / "p", {"a": b"1"})
    (folder / "a").unlink()
    (folder / "a").symlink_to("/etc/hostname")
    assert [change.what for change in verify(folder)] == ["refused"]


def test_what_is_no_package_is_said_in_a_line(tmp_path):
    with pytest.raises(InputError, match="no package"):
        verify(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        verify(tmp_path / "nothing.wacz")
    (tmp_path / MANIFEST).write_text("nonsense\n", "utf-8")
    with pytest.raises(InputError, match="no list"):
        verify(tmp_path)
