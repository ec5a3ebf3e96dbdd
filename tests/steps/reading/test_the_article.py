"""The article that the project was made for: sixteen notes, all of them, field by field."""

import pytest

from cite import pipeline
from cite.model.entries import Name
from cite.model.references import Citation, CrossReference
from cite.steps.reading.list_references import list_references

ARNOTT = (Name("Arnott", "J"), Name("Crago", "A-L"))
EXPECTED = {
    "i": ("techreport", {"author": (Name(literal="Human Rights Watch"),), "title": "Off the Streets: Arbitrary detention and other abuse against sex workers in Cambodia", "institution": "Human Rights Watch", "year": 2010, "month": 7}),
    "ii": ("techreport", {"author": (Name(literal="Human Rights Watch"),), "title": "Cambodia: Young trafficking victims treated as criminals", "institution": "Human Rights Watch", "year": 2002, "month": 6, "day": 23}),
    "iv": ("article", {"author": (Name("Chuang", "J"),), "title": "Rescuing Trafficking from Ideological Capture: Prostitution reform and anti-trafficking law and policy", "journal": "University of Pennsylvania Law Review", "volume": "158", "pages": "1655"}),
    "v": ("article", {"author": (Name("Thrupkaew", "N"),), "title": "The Crusade against Sex Trafficking", "journal": "The Nation", "year": 2009, "month": 10, "day": 5}),
    "vi": ("techreport", {"author": (Name(literal="Asia Watch"), Name(literal="Women's Rights Project")), "nameaddon": "now Human Rights Watch", "title": "A Modern Form of Slavery: The trafficking of Burmese women and girls into brothels in Thailand", "year": 1994, "month": 2, "day": 1}),
    "viii": ("techreport", {"author": ARNOTT, "title": "Rights not Rescue: Female, male, and trans sex workers' human rights in Botswana, Namibia, and South Africa", "institution": "Open Society Foundations", "year": 2009, "month": 6, "url": "http://www.soros.org/initiatives/health/focus/sharp/articles_publications/publications/rights_20090626/rightsnotrescue_20090706.pdf"}),
    "ix": ("techreport", {"author": (Name("Jones", "A"), Name("Schlangen", "R"), Name("Bucoy", "R")), "title": "An Evaluation of the International Justice Mission's \"Project Lantern\": Assessment of five-year impact and change in the public justice system", "year": 2010, "month": 10, "day": 21, "url": "http://www.ijm.org/sites/default/files/resources/120610-Project-Lantern-Impact-Assessment-AJ.pdf"}),
    "xi": ("online", {"author": (Name(literal="World Health Organization"),), "title": "Thailand's new condom crusade", "year": 2010, "url": "http://www.who.int/bulletin/volumes/88/6/10-010610/en/index.html"}),
    "xii": ("techreport", {"title": "A report by Empower Chiang Mai on the human rights violations women are subjected to when \"rescued\" by anti-trafficking groups who employ methods using deception, force and coercion", "institution": "Empower Chiang Mai", "year": 2003, "month": 6}),
    "xiii": ("techreport", {"author": (Name("Crago", "A-L"),), "title": "Our Lives Matter", "institution": "Open Society Institute", "year": 2008, "url": "http://www.soros.org/initiatives/health/focus/sharp/articles_publications/publications/ourlivesmatter_20080724"}),
    "xiv": ("article", {"author": (Name("Kristof", "N D"),), "title": "Sex Trafficking in India", "journal": "New York Times", "year": 2007, "month": 6, "day": 29}),
    "xv": ("article", {"author": (Name("Shannon", "K"), Name("Csete", "J")), "title": "Violence, Condom Negotiation, HIV/STI Risk Among Sex Workers", "journal": "Journal of the American Medical Association", "volume": "304", "number": "5", "year": 2010, "pages": "573–574"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def read(article):
    return pipeline.refs([article])[0]


@pytest.mark.parametrize("label", EXPECTED)
def test_a_note_is_read_field_by_field(read, label):
    note = next(note for note in read.notes if note.note.label == label)
    (item,) = note.items
    assert isinstance(item, Citation)
    entry_type, fields = EXPECTED[label]
    assert (item.entry.entry_type, dict(item.entry.fields)) == (entry_type, fields)


def test_there_are_sixteen_notes_and_each_is_called_once(read):
    assert len(read.notes) == 16
    assert all(len(note.note.markers) == 1 for note in read.notes)


def test_the_commentary_cites_nothing(read):
    kinds = {note.note.label: note.kind for note in read.notes}
    assert [label for label, kind in kinds.items() if kind == "commentary"] == ["iii", "x"]


def test_ibid_means_the_note_before_and_op_cit_the_authors_work(read):
    references = {n.note.label: n.items[0] for n in read.notes if n.kind == "cross-reference"}
    assert {
        label: (item.form, item.target.label if item.target else None)
        for label, item in references.items()
        if isinstance(item, CrossReference)
    } == {
        "vii": ("ibid", "vi"),
        "xvi": ("op-cit", "viii"),
    }


def test_signals_pinpoints_and_remarks_are_kept_apart(read):
    items = {note.note.label: note.items[0] for note in read.notes if note.items}
    assert items["vi"].signal == "See, for example,"
    assert items["iv"].locator == "1716"
    assert items["xi"].trailing == "among many others"


def test_no_address_keeps_a_backslash(read):
    listed = list_references([read])
    urls = [link.url for reference in listed for link in reference.links]
    assert len(urls) == 4 + sum(reference.in_text for reference in listed)
    assert not any("\\" in url for url in urls)
    assert sum(finding.code == "escaped-address" for finding in read.findings) == 2
