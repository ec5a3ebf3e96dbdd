"""Every code with its rule, as `cite explain` prints it."""

import inspect
from collections.abc import Iterable, Mapping

from cite.model.report import Rule

READING = {
    "marker-without-note": "The text calls a note that is not there: a reader looks for a source in vain. Add the note or take the marker out.",
    "note-without-marker": "A note that nothing in the text calls: it may have lost its place when the article was edited.",
    "duplicate-label": "Two notes have one label, so a marker may mean either. Number them again.",
    "gap-in-notes": "A number is missing between two notes: a note may have been lost.",
    "notes-out-of-order": "Notes do not stand in the order of their numbers.",
    "markers-out-of-order": "The text calls notes in another order than they are numbered.",
    "unbalanced-quotes": "A quotation mark opens and never closes, or closes what was never opened: a title may be cut off.",
    "escaped-address": "Underscores in an address were escaped twice, as converters do; read literally it would lead nowhere. The address was mended before it was asked.",
    "address-repaired": "Something that never belonged to the address was taken out before it was asked: a backslash, a quotation mark, an entity.",
    "shown-address-differs": "The address a reader sees is not the one the link leads to. Both are checked.",
    "template-address": "A pattern such as https://[agency].gov stands for many addresses and is not asked.",
    "malformed-address": "Nothing can be asked of it: no host, a port that cannot be, a character that no host has. The reason is given.",
    "encoding-guessed": "The file is not UTF-8 and carries no mark of its encoding; names and titles may hold wrong letters. Save it as UTF-8.",
    "unreadable-input": "A file that cannot be read: it is not there, damaged, encrypted, too large or in no notation that cite knows. The others were read, and the run ends with exit code 3.",
    "part-not-read": "A chapter that an article in LaTeX takes in does not stand beside it, so that what it holds was not seen. Put it into the same folder, or give it as an input of its own.",
    "read-through-pandoc": "A notation that cite leaves to pandoc. Notes, links and typography come through; lines, notes that nothing calls, repeated labels and how labels were printed do not.",
    "pages-without-text": "Pages of a PDF that are pictures, or blank: notes and addresses on them were not seen. A program for OCR can put the text there.",
    "nothing-to-check": "No notes, references or addresses were found. That is not a clean pass: nobody has looked at anything.",
    "low-confidence": "The reading of the note is right with a probability that is given, and that is not high. It is weighed from signs that wrong readings have in common: text left over, fields that do not look like themselves, two ways of reading that differ. Compare the entry with the note.",
    "script-not-read": "The note is in a script (Hebrew, Thai, Georgian …) whose references cite has no forms for. Whatever was read of it is a guess: enter by hand what it cites.",
    "author-assumed": "`Ders.` (the same man) follows a work by several people and was read as the last of them; see which one wrote the work, and name him.",
    "unresolved-cross-reference": "Ibid., op. cit. or a short title that matches no earlier work.",
    "ambiguous-cross-reference": "A cross reference that fits two earlier works; it is left open rather than guessed.",
    "ibid-after-several-works": "Ibid. after a note with several works means the last of them only by custom; name the work.",
    "stale-correction": "readings.toml corrects a note whose words are no longer in the article, or a work that it no longer has. Correct the note again, or take the table out.",
    "near-duplicate": "Two notes cite almost the same work in two ways; it is probably one.",
    "description-differs": "A work came described with the file, by a reference manager or in tags, and the printed text says otherwise: another year, volume, page or DOI. The description is used; see which of the two is right.",
    "broken-entry": "An entry of the .bib file that cannot be parsed; the others were read.",
    "undated": "An entry was written without a date, because its note gives none. Styles print *n.d.* or leave a gap; put the year into the note if the source has one.",
    "duplicate-key": "Two entries have one citation key.",
    "duplicate-field": "An entry has one field twice. The first one counts, as for BibTeX; take the other out.",
    "link-checked-by-hand": "Somebody looked at this address and says that it is well; a program would have raised it. It stands until the day that decisions.toml names, and SARIF shows it as suppressed, with the reason given.",
    "decision-expired": "Somebody looked at this address and said what it is, until a day that is over. Look again: `cite accept` says it anew, and with `--forget` takes it back.",
    "date-not-understood": "The date of an entry is none that can be told. It is kept as it is written; nothing is looked up or compared by it.",
    "edited-by-hand": "The entry was changed by hand since it was written and is left as it is; the difference is told.",
    "entry-not-cited": "The entry was written from a note that no longer cites it; it is kept.",
}
"""Codes of readers and steps, which have no class of their own to carry the rule."""


def rule_uri(code: str) -> str:
    """Where a rule is told: in the documentation that the distribution names, else its name alone."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        homes = metadata("cite-sources").get_all("Project-URL") or []
    except PackageNotFoundError:
        homes = []
    home = next((one.partition(", ")[2] for one in homes if one.startswith("Documentation")), "")
    return f"{home.rstrip('/')}/reference/rules/#{code}" if home else f"urn:x-cite:rule:{code}"


def rules_of(codes: Iterable[str]) -> Mapping[str, Rule]:
    """The rules behind some codes, for a report that is read where there is no `cite explain`."""
    known = rules()
    return {code: Rule(known[code], rule_uri(code)) for code in codes if code in known}


def rules() -> Mapping[str, str]:
    """Every code and what it asks, why it matters, what to do."""
    from cite.cli.rules_of_links import SIGNS, STATES
    from cite.model.verdicts import LinkState
    from cite.pipeline import VERIFIERS, plug_in
    from cite.steps.editing.registry import RULES

    found = {**READING, **{rule.code: rule.page for rule in RULES}}
    for name in VERIFIERS.values():
        verifier = plug_in("verifiers", name)
        page = inspect.cleandoc(verifier.__doc__)
        for code in verifier.codes:
            own = SIGNS.get(code)
            found.setdefault(code, f"{own}\n\n{verifier.name}: {page}" if own else page)
    for state in LinkState:
        found[f"link-{state.value}"] = f"{state.value} ({state.link_class}): {STATES[state]}"
    return found
