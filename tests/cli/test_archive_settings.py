"""Which archives are asked: those that ship with cite, and what cite.toml makes of them."""

import pytest

from cite.archives.known import KNOWN_ARCHIVES
from cite.cli.settings import from_file
from cite.model.errors import SettingsError
from cite.pipeline import archives

SHIPPED = [one.name for one in KNOWN_ARCHIVES]


def names(tmp_path, text):
    (tmp_path / "cite.toml").write_text(text, "utf-8")
    return list(archives(from_file(tmp_path / "cite.toml")))


def test_the_shipped_archives_are_asked_by_default_and_archive_today_is_none_of_them(tmp_path):
    assert names(tmp_path, "") == SHIPPED
    assert not [
        one for one in KNOWN_ARCHIVES if "archive.today" in one.base or "archive.ph" in one.base
    ]
    assert SHIPPED[0] == "internet-archive"


def test_sections_add_and_only_and_without_take_away(tmp_path):
    lab = '[archives.lab]\nkind = "pywb"\nbase = "http://127.0.0.1:8090/lab"\n'
    assert names(tmp_path, lab) == ["lab", *SHIPPED]
    assert names(tmp_path, f'[archives]\nonly = ["lab"]\n{lab}') == ["lab"]
    assert names(tmp_path, f'[archives]\nonly = ["loc", "lab"]\n{lab}') == ["loc", "lab"]
    without = names(tmp_path, '[archives]\nwithout = ["perma.cc", "loc"]\n')
    assert without == [name for name in SHIPPED if name not in ("perma.cc", "loc")]
    assert names(tmp_path, "[archives]\nonly = []\n") == []


def test_a_shipped_archive_can_be_changed_in_part(tmp_path):
    (tmp_path / "cite.toml").write_text("[archives.internet-archive]\nper-minute = 6\n", "utf-8")
    found = archives(from_file(tmp_path / "cite.toml"))["internet-archive"]
    assert found.base == "https://web.archive.org"
    assert found.pool("https://web.archive.org/cdx/search/cdx?url=x").per_minute == 6
    assert found.pool("https://web.archive.org/web/2010id_/http://a.example/").per_minute == 480


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[archives]\nonly = ["nobody"]', "no archive 'nobody'"),
        ('[archives]\nonly = "lab"', "list of names"),
        ("[archives.lab]\nkind = 'pywb'", "base"),
        ("[archives.lab]\nbase = 'ftp://x'", "no address"),
        ("[archives.lab]\nbase = 'http://x'\nkind = 'attic'", "kind is one of"),
        ("[archives.lab]\nbase = 'http://x'\nper-minute = 0", "per-minute"),
        ("[archives.lab]\nbase = 'http://x'\nper-minute = true", "per-minute"),
        ("[archives.lab]\nbase = 'http://x'\nspeed = 3", "speed"),
        ("[archives]\nlab = 3", "table"),
    ],
)
def test_what_cannot_be_understood_is_said_in_one_line(tmp_path, text, words):
    with pytest.raises(SettingsError, match=words):
        names(tmp_path, text)
