"""Real articles of every format that is written back, one style after another."""

import random
import re
import zipfile
from io import BytesIO
from itertools import cycle

import pytest

from cite import pipeline
from cite.model.inputs import Input
from cite.model.mending import Style
from cite.model.notes import Document
from cite.model.verdicts import LinkState
from cite.recognisers.addresses.archive_address import archive_address
from tests.menders.verdicts import dead, mended, mending, moved, written

STYLES = (None, *Style)
_ADDRESS = r"(?:https?:|//|www\.|(?<![\w@/.])[\w-]+(?:\.[\w-]+)+/)(?:[^\s<>\"'\]()}\\]|\([^\s()]*\)|\\[_*%#&])*"
_COPY = rf"(?:\[[^\]]*\]\(<?{_ADDRESS}>?\)|<{_ADDRESS}>|<a href[^>]*>[^<]*</a>|\\url\{{[^}}]*\}}|{_ADDRESS})"
_PHRASE = re.compile(
    r", (?:archived at|archiviert unter|archivé à l’adresse|archivado en|archiviato in|arquivado em|gearchiveerd op) "
    + _COPY
    + r" (?:on|am|le|el|il|em|op) (?:\d{4}-\d\d-\d\d|[\w.]+ (?:de )?\w+,? (?:de )?\d{4})"
)


@pytest.fixture(scope="module")
def articles(shared):
    """Every document that can be written back."""
    found = []
    for path in sorted((shared / "data/documents/files").iterdir()):
        given = Input(path.name, path.read_bytes())
        document = pipeline.read(given)
        if isinstance(document, Document) and document.format in pipeline.MENDERS:
            found.append(given)
    assert {given.name.rpartition(".")[2] for given in found} == {
        "docx",
        "html",
        "md",
        "odt",
        "tex",
    }
    return found


def verdicts(given):
    """Some addresses gone, some moved, some well; copies stay as they are."""
    _, listed, _ = pipeline.references(given)
    urls = sorted({link.url for one in listed for link in one.links})
    chance = random.Random(given.name)
    for number, url in enumerate(url for url in urls if not archive_address(url)):
        kind = chance.randrange(3)
        if kind == 0:
            yield dead(url, f"https://web.archive.org/web/20090711120000/{url}")
        elif kind == 1:
            yield moved(url, f"https://new.example/{number}/a_b?c=1&d=2")


def addresses(given):
    """How often each address is linked in an article."""
    (document,), _, _ = pipeline.references(given)
    notes = [link.url for one in document.notes for link in one.note.links]
    return [*notes, *(one.link.url for one in document.links)]


def test_every_change_is_found_again_and_a_second_run_changes_nothing(articles):
    for given, style in zip(articles, cycle(STYLES), strict=False):
        found = tuple(verdicts(given))
        planned = mending(given, found, style=style)
        back = Input(given.name, written(given, planned))
        before, after = addresses(given), addresses(back)
        for change in planned.changes:
            wanted = sum(one.new == change.new for one in planned.changes)
            assert after.count(change.new) - before.count(change.new) == wanted, (given.name, style)
        assert mended(back, found, style=style) == back.content, (given.name, style)


def test_text_comes_back_byte_for_byte_outside_its_addresses_and_what_is_said_of_copies(articles):
    for given in articles:
        if given.name.endswith((".docx", ".odt")):
            continue
        found = tuple(verdicts(given))
        text = given.content.decode()
        replaced = mended(given, found, style=Style.REPLACE).decode()
        assert re.sub(_ADDRESS, "", replaced) == re.sub(_ADDRESS, "", text), given.name
        gone = [one for one in found if one.state is LinkState.DEAD]
        appended = mended(given, gone, style=Style.APPEND).decode()
        assert _PHRASE.sub("", appended) == _PHRASE.sub("", text), given.name


def test_of_packages_every_other_part_stays_as_it_was(articles):
    for given in articles:
        if given.name.endswith((".docx", ".odt")):
            back = mended(given, tuple(verdicts(given)))
            before, after = (zipfile.ZipFile(BytesIO(one)) for one in (given.content, back))
            for name in before.namelist():
                if not re.search(r"(?:notes|document|comments|content|\])\.xml$|\.rels$", name):
                    assert after.read(name) == before.read(name), (given.name, name)
