"""What a copy-editor raises about an article, rule by rule, and what is left alone."""

import pytest

from cite.model.findings import Finding, Level
from cite.model.inputs import Input
from cite.model.options import Options
from cite.pipeline import references, refs
from cite.steps.editing.registry import RULES

BOOK = "A. Lind, *The Harbour Report* (Stockholm: Heron Press, 1999)"
PLAIN = "<sup>i</sup> A. Lind, *The Harbour Report* (Stockholm: Heron Press, 1999), p. 12."


def raised(body: str, *notes: str, options: Options | None = None) -> list[Finding]:
    text = f"# Title\n\n{body}\n\n---\n\n" + "\n\n".join(notes or (PLAIN,)) + "\n"
    _, _, findings = references(Input("a.md", text.encode()), options=options, edited=True)
    return [one for one in findings if one.code in {rule.code for rule in RULES}]


def of(code: str, body: str, *notes: str) -> Finding | None:
    return next((one for one in raised(body, *notes) if one.code == code), None)


RAISED = [
    ("article-incomplete", "It rains.<sup>i</sup>",
     ["<sup>i</sup> J Moreau, ‘Rain and Rule’, *Tidal Law Review*, vol. 15: 165 at p. 171."], "without its year in note i"),
    ("report-without-publisher", "It rains.<sup>i</sup>",
     ["<sup>i</sup> A Moreau and B Lind, *An Evaluation of the Harbour Project: Final report*, 21 October 2010, <http://example.org/evaluation-report.pdf>."], "note i"),
    ("author-within-title", "It rains.<sup>i</sup>",
     ["<sup>i</sup> *A report by Harbour Watch on the flood and what was done against it*, June 2003."], "“Harbour Watch”"),
    ("address-without-access-date", "It rains.<sup>i</sup>",
     ["<sup>i</sup> Harbour Watch, ‘The boats of Ystad’, 2010, <http://example.org/annual.pdf>."], "note i"),
    ("quotation-without-page", "She says that “the tide came in long before noon on that day”.<sup>i</sup>",
     [f"<sup>i</sup> {BOOK}."], "note i"),
    ("figure-without-page", "There was a drop of 79 per cent.<sup>i</sup>", [f"<sup>i</sup> {BOOK}."], "note i"),
    ("long-work-without-page", "The police returned some of them.<sup>i</sup>", [f"<sup>i</sup> {BOOK}."], "note i"),
    ("short-form-too-old", "It rains.<sup>i</sup> In 2007 the harbour was closed.<sup>ii</sup>",
     [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> *Ibid.*, p. 9."], "tells of 2007"),
    ("short-form-too-old", "It rains.<sup>i</sup> When I consulted the board, it said no.<sup>ii</sup>",
     [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> *Ibid.*, p. 9."], "I consulted"),
    ("short-form-without-page", "It rains.<sup>i</sup> It pours.<sup>ii</sup>",
     [f"<sup>i</sup> {BOOK}.", "<sup>ii</sup> *Ibid.*"], "Ibid. names no page in note ii"),
    ("op-cit-without-note", "It rains.<sup>i</sup> It pours.<sup>ii</sup> It ends.<sup>iii</sup>",
     [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> B. Rowe, *Tides* (Leeds: Quay, 2001), p. 4.", "<sup>iii</sup> Lind, *op. cit.*, p. 7."], "iii to i"),
    ("short-form-disagrees", "It rains.<sup>i</sup> It pours.<sup>ii</sup>",
     [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> Rowe, supra note i, at 9."], "for Rowe"),
    ("name-spelt-two-ways", "As Mora Thunkarew writes, it rains.<sup>i</sup>",
     ["<sup>i</sup> M. Thunkraew, *Rain* (Leeds: Quay, 1999), p. 12."], "“Thunkarew” on line 3 is “Thunkraew” in note i"),
    ("name-spelt-two-ways", "The Harbours National Police came.<sup>i</sup> Later the Harbour National Police went.",
     [PLAIN], "is also spelt"),
    ("word-spelt-two-ways", "An anti-flood law, anti-flood walls, anti-flood gates and an antiflood board.<sup>i</sup>",
     [PLAIN], "“antiflood” (1) beside “anti-flood” (3)"),
    ("source-named-two-ways", "A critique in *The Tide Magazine* found fault.<sup>i</sup>",
     ["<sup>i</sup> N Moreau, ‘The Crusade against Rain’, *The Tide*, 5 October 2009."], "“The Tide” and “The Tide Magazine”"),
    ("sentence-cut", "The board blames those who sell fish for what will make the owners angry and\n\nimpede the work of others for a long time. It rains.<sup>i</sup>".replace("The board", "It rained. The board went on and on about the harbour and"),
     [PLAIN], "goes on with “impede the work"),
    ("paragraph-without-stop", "It rained all that day in the harbour. The boats were tied up in a long row and nobody went out until the next morning\n\nThen it ended.<sup>i</sup>",
     [PLAIN], "“… "),
    ("block-quotation-unmarked", "Lind describes such a case in the town of Ystad:\n\nThe owners of the boats reported very few losses that year to the board.<sup>i</sup>",
     [PLAIN], "a block quotation that lost its markup?"),
    ("note-without-source", "It rains.<sup>i</sup>",
     ["<sup>i</sup> Before that year the board in Ystad was not dependable; since General Morgan Heron took command in 2007 the Harbour Guard has been the best in the country."], "note i"),
    ("figure-without-note", "Over 100 dealers and fishermen have come.\n\nIn all 120 victims were rescued from the boats.\n\nIt rains.<sup>i</sup>",
     [PLAIN], "“120 victims”"),
    ("quotation-without-note", "She wrote that “the harbour had never been so quiet as in that one long spring”.\n\nIt rains.<sup>i</sup>",
     [PLAIN], "on line 3"),
    ("relative-date", "The owners were fined last year.<sup>i</sup>", [PLAIN], "“last year” on line 3"),
    ("abbreviation-unexplained", "The KHMU union runs boats.<sup>i</sup> The KHMU union has a clerk.", [PLAIN], "“KHMU” on line 3"),
    ("abbreviation-before-expansion", "The HMT sold it.<sup>i</sup>\n\nThe Harbour Meadow Trust (HMT) is rich.", [PLAIN], "“HMT” on line 3"),
    ("note-ends-two-ways", "It rains.<sup>i</sup> It pours.<sup>ii</sup> It ends.<sup>iii</sup> It dries.<sup>iv</sup> Good.<sup>v</sup> So.<sup>vi</sup> Yes.<sup>vii</sup>",
     [f"<sup>{label}</sup> {BOOK}, p. {page}{'' if label == 'iii' else '.'}" for page, label in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii"), 3)], "none in note iii"),
    ("citation-marks-differ", "It rains.<sup>i</sup> It pours.<sup>ii</sup> It ends.<sup>iii</sup> It dries.<sup>iv</sup>",
     [f"<sup>{label}</sup> J {name}, ‘{title} and Rule’{',' if label != 'iv' else ''} *Tidal Law Review*, vol. 15, 2001, pp. 1–4."
      for label, name, title in (("i", "Moreau", "Rain"), ("ii", "Lind", "Wind"), ("iii", "Rowe", "Snow"), ("iv", "Heron", "Hail"))], "nothing in note iv"),
    ("range-dashes-differ", "It rains.<sup>i</sup>",
     ["<sup>i</sup> J Moreau, ‘Rain and Rule’, *Tidal Law Review*, vol. 15, 2001, 573—574."], "em dash in note i"),
    ("quote-styles-mixed", "The board's 'long wet' and \"short dry\" were the owner's and the keeper's “words”.<sup>i</sup>", [PLAIN], "curly ones on line 3"),
    ("dash-styles-mixed", "One – two – three. Four – five - six.<sup>i</sup>", [PLAIN], "a spaced hyphen (1)"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "body", "notes", "told"), RAISED, ids=[one[0] for one in RAISED])
def test_each_rule_raises_what_it_asks_about(
    code: str, body: str, notes: list[str], told: str
) -> None:
    finding = of(code, body, *notes)
    assert finding is not None
    assert told in finding.message
    assert finding.place is not None and finding.place.line
    assert finding.level < Level.ERROR


SILENT = [
    ("article-incomplete", "It rains.<sup>i</sup>", ["<sup>i</sup> N Moreau, ‘Rain in Ystad’, *Tide Times*, 29 June 2007."]),
    ("quotation-without-page", "She says that “the tide came in long before noon on that day”.<sup>i</sup>", [PLAIN]),
    ("quotation-without-page", "Lind’s “The Harbour Report” is the best of them.<sup>i</sup>", [f"<sup>i</sup> {BOOK}."]),
    ("long-work-without-page", "It rains.<sup>i</sup>", [f"<sup>i</sup> See, for example, {BOOK}."]),
    ("long-work-without-page", "*The Harbour Report* was the first of many.<sup>i</sup>", [f"<sup>i</sup> {BOOK}."]),
    ("short-form-too-old", "It rains.<sup>i</sup> By 2050 it will be wet (Lind 2007).<sup>ii</sup>", [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> *Ibid.*, p. 9."]),
    ("short-form-without-page", "It rains.<sup>i</sup> It pours.<sup>ii</sup>", [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> *Ibid.*"]),
    ("op-cit-without-note", "It rains.<sup>i</sup> It pours.<sup>ii</sup>", [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> Lind, *op. cit.*, note i, p. 7."]),
    ("short-form-disagrees", "It rains.<sup>i</sup> It pours.<sup>ii</sup>", [f"<sup>i</sup> {BOOK}, p. 3.", "<sup>ii</sup> Lind, supra note i, at 9."]),
    ("name-spelt-two-ways", "Moreau’s view and the Moreaus’ house; Moreauist doctrine.<sup>i</sup>", ["<sup>i</sup> M. Moreau, *Rain* (Leeds: Quay, 1999), p. 12."]),
    ("name-spelt-two-ways", "The National Harbour Board met other National Harbour Boards.<sup>i</sup>", [PLAIN]),
    ("word-spelt-two-ways", "They re-form what reform left: re-form, re-form.<sup>i</sup> The co-owner and the coowner.", [PLAIN]),
    ("word-spelt-two-ways", "An anti-flood law, anti-flood walls, anti-flood gates and “an antiflood board”.<sup>i</sup>", [PLAIN]),
    ("source-named-two-ways", "It rains.<sup>i</sup> It pours.<sup>ii</sup>", ["<sup>i</sup> A. Lind, *Rain* (Oxford: Oxford University Press, 1999), p. 3.", "<sup>ii</sup> B. Rowe, *Wind* (Oxford: Oxford University, 2001), p. 4."]),
    ("paragraph-without-stop", "By Ada Lind\n\nFirst published in the *Tide Review*, Issue 1, June 2012. [http://example.org/a](http://example.org/a)\n\nIt rains.<sup>i</sup>", [PLAIN]),
    ("sentence-cut", "It rained.\n\n- one\n- two\n\nIt ended.<sup>i</sup>", [PLAIN]),
    ("note-without-source", "It rains.<sup>i</sup>", ["<sup>i</sup> I thank the Harbour Board of Ystad and General Morgan Heron for the talk that we had in May 2007 about all the boats."]),
    ("figure-without-note", "In all 120 victims were rescued. Half were from the boats.<sup>i</sup> She has 30 years in the field.", [PLAIN]),
    ("relative-date", "She wrote “the owners were fined last year”.<sup>i</sup> It was the last year of the war.", [PLAIN]),
    ("abbreviation-unexplained", "The Harbour Meadow Trust (HMT) sold it.<sup>i</sup> HMT and NATO agree: www.KHMU.org, KHMU.org.", [PLAIN]),
    ("note-ends-two-ways", "It rains.<sup>i</sup> It pours.<sup>ii</sup>", [f"<sup>i</sup> {BOOK}, p. 3.", f"<sup>ii</sup> {BOOK}, p. 4"]),
    ("citation-marks-differ", "It rains.<sup>i</sup> It pours.<sup>ii</sup>", ["<sup>i</sup> J Moreau, ‘Rain and Rule’ *Tidal Law Review*, vol. 15, 2001, pp. 1–4.", "<sup>ii</sup> J Lind, ‘Wind and Rule’, *Tidal Law Review*, vol. 16, 2002, pp. 1–4."]),
    ("dash-styles-mixed", "One – two – three. See pages 3-4 and the co-owner – always.<sup>i</sup>", [PLAIN]),
    ("quote-styles-mixed", "The board's 'long wet' and \"short 'dry' “one”\" were the owner's.<sup>i</sup>", [PLAIN]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "body", "notes"), SILENT)
def test_what_is_no_fault_is_left_alone(code: str, body: str, notes: list[str]) -> None:
    assert of(code, body, *notes) is None


def test_every_rule_is_tried():
    assert {rule.code for rule in RULES} - {one[0] for one in RAISED} == {
        "report-without-address",
        "citation-details-differ",
    }


def test_a_pattern_is_one_finding_with_all_its_places():
    body = "It rains.<sup>i</sup> It pours.<sup>ii</sup>"
    notes = [
        f"<sup>i</sup> {BOOK}.",
        "<sup>ii</sup> B. Rowe, *Tides and Walls* (Leeds: Quay Press, 2001).",
    ]
    (finding,) = [one for one in raised(body, *notes) if one.code == "long-work-without-page"]
    assert [place.line for place in finding.places] == [7, 9]
    assert "in notes i and ii" in finding.message


def test_rules_are_turned_off_and_chosen_by_their_codes():
    body = "The owners were fined last year.<sup>i</sup>"
    assert [one.code for one in raised(body)] == ["relative-date"]
    assert not raised(body, options=Options(ignore=("relative-date",)))
    assert not raised(body, options=Options(select=("dead",)))
    assert raised(body, options=Options(select=("relative-date",)))


def test_reading_references_asks_no_rule():
    given = Input("a.md", b"# T\n\nFined last year.<sup>i</sup>\n\n---\n\n" + PLAIN.encode())
    assert not [one for one in refs(given)[0].findings if one.code == "relative-date"]
    assert not [one for one in references(given)[2] if one.code == "relative-date"]


def test_codes_are_unique_and_rates_are_possible():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    for rule in RULES:
        assert 0 <= rule.measured.false <= rule.measured.raised
        assert not rule.on or rule.measured.false <= 0.12 * rule.measured.raised, rule.code


def test_reports_without_addresses_are_told_only_where_others_have_one():
    body = "It rains.<sup>i</sup> It pours.<sup>ii</sup> It ends.<sup>iii</sup>"
    bare = "<sup>iii</sup> Harbour Watch, *Off the Quays: Arbitrary fines in Ystad*, July 2010."
    others = [
        f"<sup>{label}</sup> Harbour Watch, *{title}: A report on the boats*, June 2008, <http://example.org/{label}.pdf>."
        for label, title in (("i", "Boats Matter"), ("ii", "Rights not Boats"))
    ]
    found = of("report-without-address", body, *others, bare)
    assert found is not None and "in note iii" in found.message
    assert of("report-without-address", "It ends.<sup>iii</sup>", bare) is None


def test_degrees_behind_a_few_names_are_told():
    body = (
        "It rains.<sup>i</sup> It pours.<sup>ii</sup> It ends.<sup>iii</sup> It dries.<sup>iv</sup>"
    )
    notes = [
        f"<sup>{label}</sup> J {name}, ‘{title} and Rule’, *Tidal Law Review*, vol. 15, 2001, pp. 1–4."
        for label, name, title in (
            ("i", "Moreau", "Rain"),
            ("ii", "Lind", "Wind"),
            ("iii", "Rowe", "Snow"),
            ("iv", "Heron, PhD", "Hail"),
        )
    ]
    found = of("citation-details-differ", body, *notes)
    assert found is not None and "with degrees in note iv" in found.message
