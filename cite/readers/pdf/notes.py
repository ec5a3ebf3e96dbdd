"""Which lines are notes: small type at the foot of a page or column, or a numbered block behind the text."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cite.model.notes import NoteForm, int_to_roman, roman_to_int
from cite.readers.markdown.labels import label_number
from cite.readers.pdf.lines import Letters, Line

_SMALL = 0.94
"""Of the size of the text: what is smaller may be a note."""
_NUMERAL = r"\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[a-z]"
_SYMBOL = r"[*∗†‡§¶‖#]{1,4}"
_RAISED = re.compile(rf"[\[(]?(?P<label>{_NUMERAL}|{_SYMBOL})[\])]?[.:]?")
_PRINTED = re.compile(
    rf"(?:\[(?P<bracketed>{_NUMERAL})\]|\((?P<round>{_NUMERAL})\)|(?P<dotted>{_NUMERAL})[.:)]"
    rf"|(?P<bare>\d{{1,4}}|[*∗†‡§¶]{{1,4}}))(?:\s+|(?=[^\W\d_])|(?=[“\"‘'«]))"
)
_NOTES = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:(?:end|foot)?notes?(?:\s+and\s+references)?|references(?:\s+and\s+notes)?|anmerkungen|endnoten|fu(?:ß|ss)noten|notes?\s+de\s+bas.*|notas(?:\s+finais)?|note|"
    r"примечания|注释?|註釋?)\s*[:.]?",
    re.IGNORECASE,
)
_MOST_SKIPPED = 3


@dataclass(slots=True)
class Block:
    """A note's lines."""

    label: str
    lines: list[Line]
    form: NoteForm
    run: int
    style: str
    """How its label is set."""


@dataclass(slots=True)
class Sorted:
    """Lines of the text, region by region, and notes."""

    body: list[list[Line]] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line."""

    text: str
    style: str
    """`raised`, `bracketed`, `round`, `dotted` or `bare`."""
    size: int
    """How many letters and marks of the line it takes."""

    @property
    def raised(self) -> bool:
        """Whether it is set as its markers are."""
        return self.style == "raised"


def label_of(line: Line) -> Label | None:
    """The label that a line begins with, if it does."""
    first = line.letters[0]
    bare = first.text.strip()
    if first.raised:
        match = _RAISED.fullmatch(bare)
        return Label(match["label"], "raised", 1) if match else None
    match = _PRINTED.match(line.text)
    if not match:
        return None
    style, label = next((style, label) for style, label in match.groupdict().items() if label)
    return Label(label, style, match.end())


def without_label(line: Line, label: Label) -> Line:
    """The line behind its label."""
    if label.raised:
        return _with_letters(line, line.letters[1:])
    left = label.size
    letters: list[Letters] = []
    for number, one in enumerate(line.letters):
        text = one.text if number or letters else one.text.lstrip()
        blank = 1 if number and one.gap > 0.12 and not letters and left > 0 else 0
        left -= blank
        if left >= len(text):
            left -= len(text)
            continue
        text = text[max(left, 0) :].lstrip() if left > 0 else text
        left = 0
        letters.append(Letters(text, one.italic, one.bold, one.raised, one.href, one.gap))
    return _with_letters(line, tuple(letters))


def _with_letters(line: Line, letters: tuple[Letters, ...]) -> Line:
    return Line(line.page, line.left, line.right, line.base, line.size, letters)


def sort_lines(regions: Sequence[list[Line]], body_size: float) -> Sorted:
    """Footnotes first, from the foot of each region up; then notes at the end, in what is left."""
    found = Sorted()
    run = 0
    last: Block | None = None
    called = _called_by_page(regions)
    for lines in regions:
        cut = _foot(lines, body_size, last, called)
        found.body.append(lines[:cut])
        for line in lines[cut:]:
            label = label_of(line)
            if label and _comes_next(label, last, line.page):
                if last and _falls_back(label.text, last.label):
                    run += 1
                last = Block(
                    label.text, [without_label(line, label)], NoteForm.FOOTNOTE, run, label.style
                )
                found.notes.append(last)
            elif last is not None:
                last.lines.append(line)
    return _with_endnotes(found)


def _foot(
    lines: Sequence[Line], body_size: float, last: Block | None, called: Mapping[int, set[str]]
) -> int:
    """Where the notes at the foot of a region begin; its end where there are none."""
    start = len(lines)
    while start and lines[start - 1].size <= _SMALL * body_size:
        start -= 1
    if start == len(lines):
        start = _raised_foot(lines, last, called)
    if start == 0 and len(lines) > 1 and not any(_label_next(line, last) for line in lines):
        return (
            len(lines)
            if last is None or last.lines[-1].page < lines[0].page - 1
            else _continued(lines, 0, last)
        )
    at = next((at for at in range(start, len(lines)) if _label_next(lines[at], last)), None)
    if at is None:
        return _continued(lines, start, last)
    return start if at > start and _continued(lines[:at], start, last) == start else at


def _label_next(line: Line, last: Block | None) -> bool:
    label = label_of(line)
    return label is not None and _comes_next(label, last, line.page)


def _raised_foot(lines: Sequence[Line], last: Block | None, called: Mapping[int, set[str]]) -> int:
    """Notes in the size of the text: the first line that begins with the raised figure due, which this page calls or the one before."""
    for at, line in enumerate(lines):
        label = label_of(line)
        if label and label.raised and _is_called(label, last, line.page, called):
            return _above(lines, at, last)
    return len(lines)


def _is_called(label: Label, last: Block | None, page: int, called: Mapping[int, set[str]]) -> bool:
    """Whether a note of that label is due on a page: the first of all, or one that goes on with those before."""
    if not _comes_next(label, last, page):
        return False
    if label.text in called[page] | called[page - 1]:
        return last is not None or label_number(label.text) in (1, None)
    goes_on = last is not None and label.text == _after(last.label)
    return goes_on and any(label.text in called[before] for before in range(1, page))


_LONGEST_REST = 15


def _above(lines: Sequence[Line], at: int, last: Block | None) -> int:
    """Where the rest of a note from the page before begins, above the first new note; there where there is none."""
    if last is None or last.lines[-1].page != lines[at].page - 1 or _ended(last.lines[-1]):
        return at
    for above in range(at - 1, max(0, at - _LONGEST_REST) - 1, -1):
        gap = _gap(lines, above)
        if gap > 1.5 * lines[above].size:
            return above if gap >= _gap(lines, at) else at
    return at


def _gap(lines: Sequence[Line], at: int) -> float:
    """From the line above, in points; without end above the first."""
    return lines[at - 1].base - lines[at].base if at else float("inf")


def _ended(line: Line) -> bool:
    return line.text[-1:] in '.!?”"’»)'


def _called_by_page(regions: Sequence[Sequence[Line]]) -> Mapping[int, set[str]]:
    """Raised figures within the lines of each page."""
    found: dict[int, set[str]] = defaultdict(set)
    for lines in regions:
        for line in lines:
            found[line.page] |= _calls_in(line)
    return found


def _calls_in(line: Line) -> set[str]:
    return {
        label
        for one in line.letters[1:]
        if one.raised
        for label in re.split(r"[\s,;]+", one.text.strip())
    }


def _continued(lines: Sequence[Line], start: int, last: Block | None) -> int:
    """Small lines without a label at the foot go on with the last note, if it stands on the page before."""
    if last is None or start >= len(lines):
        return len(lines)
    before = last.lines[-1]
    near = lines[start].page - before.page in (0, 1) and last.form is NoteForm.FOOTNOTE
    alike = abs(before.size - lines[start].size) < 0.6
    gap = start == 0 or lines[start - 1].base - lines[start].base > 1.05 * lines[start].size
    return start if near and alike and gap else len(lines)


def _comes_next(label: Label, last: Block | None, page: int) -> bool:
    """Whether a label is the next one, the first one again, or a little further on."""
    number = label_number(label.text)
    if number is None:
        return True
    if last is None:
        return number == 1 or label.raised or number < 4
    if label.style != last.style:
        return False
    before = label_number(last.label)
    if before is None:
        return number == 1 or label.raised
    if number == before + 1:
        return True
    if number == 1:
        return page > last.lines[0].page
    return label.raised and before < number <= before + _MOST_SKIPPED


def _falls_back(label: str, before: str) -> bool:
    one, other = label_number(label), label_number(before)
    if one is None or other is None:
        return label <= before
    return one <= other


# Notes at the end


def _with_endnotes(found: Sorted) -> Sorted:
    """A numbered block at the end of what is left, where markers call it or a heading names it."""
    lines = [(at, number) for at, region in enumerate(found.body) for number in range(len(region))]
    called = _called(found)
    start = _start_of_endnotes(found, lines, called)
    if start is None:
        return found
    notes: list[Block] = []
    run = max((note.run for note in found.notes), default=-1) + 1
    end = len(lines)
    for index in range(start, len(lines)):
        region, number = lines[index]
        line = found.body[region][number]
        label = label_of(line)
        if label and _is_due(label, notes):
            notes.append(
                Block(
                    label.text,
                    [without_label(line, label)],
                    NoteForm.ENDNOTE,
                    run,
                    label.style,
                )
            )
        elif notes and _ends_notes(line, notes):
            end = index
            break
        elif notes:
            notes[-1].lines.append(line)
    taken = set(lines[start:end])
    found.body = [
        [line for number, line in enumerate(region) if (at, number) not in taken]
        for at, region in enumerate(found.body)
    ]
    found.notes += notes
    return found


def _called(found: Sorted) -> set[str]:
    """Raised figures of the text that no footnote answers."""
    answered = {note.label for note in found.notes}
    return {
        label for region in found.body for line in region for label in _calls_in(line)
    } - answered


def _start_of_endnotes(
    found: Sorted, lines: Sequence[tuple[int, int]], called: set[str]
) -> int | None:
    """The line of the first note: behind a heading that says so, or of the longest chain of labels that is called."""
    best: tuple[int, int] | None = None
    for index, (region, number) in enumerate(lines):
        label = label_of(found.body[region][number])
        if label is None or not _is_first(label):
            continue
        chain = _chain(found, lines, index, label)
        before = found.body[lines[index - 1][0]][lines[index - 1][1]].text if index else ""
        headed = bool(_NOTES.fullmatch(before.strip()))
        wanted = sum(one in called for one in chain)
        if headed or (
            wanted >= max(1, 0.5 * len(chain)) and len(chain) >= 1 and label_is_plain(label, chain)
        ):
            if best is None or len(chain) >= best[0]:
                best = (len(chain), index)
    return best[1] if best else None


def label_is_plain(label: Label, chain: Sequence[str]) -> bool:
    """A single note takes a raised label to be believed; several speak for each other."""
    return label.raised or len(chain) > 1


def _chain(found: Sorted, lines: Sequence[tuple[int, int]], start: int, first: Label) -> list[str]:
    """The labels that follow one another from a line on, up to where they begin anew."""
    labels = [first.text]
    for region, number in lines[start + 1 :]:
        label = label_of(found.body[region][number])
        if label is None or label.style != first.style:
            continue
        if label.text == first.text:
            break
        if label.text == _after(labels[-1]):
            labels.append(label.text)
    return labels


def _is_first(label: Label) -> bool:
    return label.text in ("1", "i", "I", "a", "*", "∗")


def _is_due(label: Label, notes: Sequence[Block]) -> bool:
    if not notes:
        return True
    return label.style == notes[-1].style and label.text in (
        _after(notes[-1].label),
        _after(_after(notes[-1].label)) if label.raised else "",
    )


def _after(label: str) -> str:
    """The label that follows, in the same notation."""
    if label.isdigit():
        return str(int(label) + 1)
    if (number := roman_to_int(label)) and number < 3999:
        numeral = int_to_roman(number + 1)
        return numeral.upper() if label.isupper() else numeral
    if len(label) == 1 and label.isalpha() and label not in "zZ":
        return chr(ord(label) + 1)
    return label + label[-1:]


def _ends_notes(line: Line, notes: Sequence[Block]) -> bool:
    """A line in larger or bolder type, or after a wide gap, is no part of the note before it."""
    size = notes[0].lines[0].size
    last = notes[-1].lines[-1]
    if line.size > 1.1 * size:
        return True
    bold = all(one.bold for one in line.letters) and not all(one.bold for one in last.letters)
    apart = line.page == last.page and last.base - line.base > 2.6 * size
    return bold and apart
