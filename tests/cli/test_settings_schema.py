"""The published schema of cite.toml says what cite itself takes, and no more."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from cite.cli.settings import from_file
from cite.cli.settings_schema import settings_schema
from cite.model.errors import SettingsError

PUBLISHED = Path(__file__).parents[2] / "docs" / "cite-toml.schema.json"

TAKEN = """
    contact = "mailto:editor@example.org"
    max-age = "12h"
    max-age = 90
    timeout = 0.5
    slots = 10_000
    per-host = 1
    offline = true
    rule = "before-else-after"
    verify = ["drift"]
    verify = "drift,copy"
    select = "link-dead"
    allow-net = "127.0.0.0/8"
    allow-net = ["127.0.0.1", "::1"]
    connect-to = ["::127.0.0.1:8080", "a.example:443:[::1]:8443"]
    canaries = ["https://example.org/"]
    format = "json"
    report = ["report.html", "report.sarif"]
    notes-only = true
    archives = {only = ["lab"], lab = {kind = "pywb", base = "http://127.0.0.1/lab", per-minute = 6}}
    services = {crossref = {base = "http://127.0.0.1/", per-minute = 0.5}}
"""
REFUSED = """
    timeuot = 3
    slots = 0
    slots = "many"
    timeout = 4000
    offline = "yes"
    rule = "newest"
    format = "papyrus"
    max-age = "soon"
    connect-to = "127.0.0.1"
    archives = {only = "lab"}
    archives = {lab = {base = "ftp://a.example"}}
    archives = {lab = {base = "http://a.example", kind = "attic"}}
    archives = {lab = {base = "http://a.example", per-minute = 0}}
    archives = {lab = {base = "http://a.example", speed = 3}}
    services = {crossref = {mirror = "http://a.example"}}
    services = {library-of-babel = {base = "http://a.example"}}
"""


def lines(text):
    return [line.strip() for line in text.strip().splitlines()]


def settings(tmp_path, line):
    file = tmp_path / "cite.toml"
    file.write_text(line, "utf-8")
    return from_file(file)


def test_what_is_published_is_what_the_flags_say(accepted):
    accepted(PUBLISHED, json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n")


def test_it_is_a_schema_of_the_draft_that_toml_editors_read():
    jsonschema.Draft7Validator.check_schema(settings_schema())


@pytest.mark.parametrize("line", lines(TAKEN))
def test_what_cite_takes_the_schema_takes(tmp_path, line):
    settings(tmp_path, line)
    jsonschema.validate(tomllib.loads(line), settings_schema(), jsonschema.Draft7Validator)


@pytest.mark.parametrize("line", lines(REFUSED))
def test_what_cite_refuses_the_schema_refuses(tmp_path, line):
    with pytest.raises(SettingsError):
        settings(tmp_path, line)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(line), settings_schema(), jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("timeuot = 3", "timeout"),
        ("per_hosts = 3", "per-host"),
        ("[archive]", "archives"),
        ('[archives.lab]\nbsae = "http://a.example/"', "base"),
        ("[archives]\nonly = ['internet-archiv']", "internet-archive"),
        ('[services.crosref]\nbase = "http://a.example/"', "crossref"),
        ("[services.crossref]\nper-minutes = 3", "per-minute"),
    ],
)
def test_what_is_misspelt_is_met_with_what_was_meant(tmp_path, line, meant):
    with pytest.raises(SettingsError, match=rf"; did you mean {meant}\?$"):
        settings(tmp_path, line)


def test_what_is_like_nothing_is_met_without_a_guess(tmp_path):
    with pytest.raises(SettingsError, match=r"unknown setting 'xyzzy'$"):
        settings(tmp_path, "xyzzy = 3")
