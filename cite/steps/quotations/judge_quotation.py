"""A quotation against a source: its verdict. Unmarked change is never sound; a marked one is, unless it turns the sense."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cite.model.quotations import Difference, DifferenceKind, Judgement, QuoteVerdict
from cite.recognisers.text.language import SMALL_WORDS, likely_languages
from cite.steps.quotations.align import Alignment, Op, Step, align
from cite.steps.quotations.brackets import changed_in_bracket
from cite.steps.quotations.differences import Seen, differences, leaves_out_a_speaker
from cite.steps.quotations.ends import lost_before, lost_behind, lost_between
from cite.steps.quotations.lexicon import denies, kind_of
from cite.steps.quotations.quoted import Kind, Quoted, take_apart
from cite.steps.quotations.source import Source
from cite.steps.quotations.tokens import folded

FAR = 80
"""Words under an ellipsis beyond which two pieces are no longer one passage."""
LEAST_FOUND = 0.55
"""Share of a quotation's own words that has to be in a passage before it is called that passage, altered."""
LEAST_OUTSIDE = 3
"""Own words that a quotation with brackets needs, to be found at all."""
_PASSAGE = 160
_TRANSLATED = re.compile(
    r"\b(?:(?:my|our|author['’]?s?['’]?|own|unofficial|free)\s+translation|translat(?:ed|ion)\s+(?:by|is|mine|from)|translation:|trans\.|tr\. (?:by )?(?:the )?author|"
    r"übersetz(?:t|ung)|eigene Übersetzung|traduction|traduit|trad\.|traducción|traducido|traduzione|vertaling|vertaald|tradução)\b",
    re.I,
)


def judge_quotation(
    text: str, source: Source, pinpoints: frozenset[str] = frozenset(), declared: str = ""
) -> Judgement:
    """The verdict on one quotation. `pinpoints` are the pages that its note names; `declared` is what stands
    beside it (the note, the words after it), where a translation would be owned up to.
    """
    quoted = take_apart(text)
    judged = [_judge_at(quoted, source, one) for one in align(quoted, source)]
    if not judged:
        return _not_found(quoted, source, declared)
    best = min(
        judged, key=lambda one: _gravity(one, pinpoints)
    )  # of equals, the likest stands first
    if best.verdict is QuoteVerdict.NOT_FOUND:
        return _not_found(quoted, source, declared)
    return _at_its_page(best, pinpoints)


def _gravity(judgement: Judgement, pinpoints: frozenset[str]) -> int:
    """Sound where the note says, sound, cut; what is worse at any place is judged where it is likest."""
    if judgement.verdict.sound:
        return int(_is_elsewhere(judgement, pinpoints))
    return 2 if judgement.verdict is QuoteVerdict.TRUNCATED else 3


def _is_elsewhere(judgement: Judgement, pinpoints: frozenset[str]) -> bool:
    """Whether the source numbers what the note names, pages or paragraphs, and it is another one."""
    for of_paragraphs in (False, True):
        wanted = {one for one in pinpoints if one.startswith("¶") is of_paragraphs}
        found = {one for one in judgement.pages if one.startswith("¶") is of_paragraphs}
        if wanted and found:
            return not wanted & found
    return False


def _judge_at(quoted: Quoted, source: Source, alignment: Alignment) -> Judgement:
    """The verdict if the quotation is from this place."""
    steps = alignment.steps
    passage = _passage(source, alignment)
    if not _is_there(quoted, steps):
        return Judgement(QuoteVerdict.NOT_FOUND, passage=passage)
    seen = differences(quoted, source, steps)
    altered = (*seen.differences, *_bracket_changes(quoted, source, steps))
    apart = _apart(quoted, source, steps, seen)
    cut = _cuts(quoted, source, alignment)
    altered = (*altered, *(one for one in cut if _is_one_denial(one, source)))
    pages = _pages(source, alignment)
    if altered:
        return Judgement(QuoteVerdict.ALTERED, altered, passage, (*apart, *seen.excused), pages)
    if apart:
        return Judgement(QuoteVerdict.JOINED, _spliced(seen, source), passage, apart, pages)
    if cut:
        return Judgement(
            QuoteVerdict.TRUNCATED, cut, passage, ("what bounds it was cut away",), pages
        )
    reasons = (*seen.excused, *_print(quoted, source, alignment))
    verdict = QuoteVerdict.FAITHFUL if reasons else QuoteVerdict.EXACT
    return Judgement(verdict, (), passage, tuple(dict.fromkeys(reasons)), pages)


def _is_there(quoted: Quoted, steps: Sequence[Step]) -> bool:
    """Whether enough of the quotation's own words are in this place to speak of it."""
    own = len(quoted.literal)
    found = [
        step
        for step in steps
        if step.op in (Op.SAME, Op.JOINED)
        or (step.op is Op.BRACKET and quoted.items[step.first].kind is Kind.PART)
    ]
    words = [item.word for step in found for item in quoted.items[step.first : step.last]]
    same = len(words)
    brackets = [item for item in quoted.items if item.kind is Kind.BRACKET]
    in_brackets = sum(len(item.words) for item in brackets)
    if brackets and (own < LEAST_OUTSIDE or own < in_brackets):
        return False
    if same == own:
        return True
    telling = [word for word in words if len(word) > 3 and not kind_of(word)]
    return same >= LEAST_FOUND * own and same >= 2 and (bool(telling) or same >= 0.75 * own)


def _bracket_changes(
    quoted: Quoted, source: Source, steps: Sequence[Step]
) -> tuple[Difference, ...]:
    found = []
    for step in steps:
        if step.op is not Op.BRACKET:
            continue
        item = quoted.items[step.first]
        words = source.tokens.words[step.start : step.end]
        mine, theirs = quoted.text[item.start : item.end], source.tokens.raw(step.start, step.end)
        if change := changed_in_bracket(item, step, words, theirs, mine):
            found.append(change)
    return tuple(found)


def _apart(quoted: Quoted, source: Source, steps: Sequence[Step], seen: Seen) -> tuple[str, ...]:
    """Why the pieces of a quotation are not one passage."""
    reasons = []
    if seen.splices:
        reasons.append("goes on elsewhere without a sign that anything was left out")
    for at, step in enumerate(steps):
        if step.op is not Op.ELLIPSIS:
            continue
        if step.end < step.start or _goes_back(steps, at):
            reasons.append("pieces stand in another order in the source")
        elif step.end - step.start > FAR:
            reasons.append(f"{step.end - step.start} words lie between two pieces")
        elif _other_speaker(source, step):
            reasons.append("another speaks behind the ellipsis")
    return tuple(reasons)


def _goes_back(steps: Sequence[Step], at: int) -> bool:
    before = [step.end for step in steps[:at] if step.op is Op.SAME]
    after = [step.start for step in steps[at + 1 :] if step.op is Op.SAME]
    return bool(before and after and after[0] < before[-1])


def _other_speaker(source: Source, step: Step) -> bool:
    """Whether an ellipsis passes from what one says to what another says: a sentence ends, marks close and open."""
    start, end = _offsets(source, step)
    between = source.text[start:end]
    return (
        leaves_out_a_speaker(source, start, end)
        and bool(source.stops_between(start, end))
        and len(set(re.findall(r"(?<![.!?]\s)\b[A-Z][a-z]+", between))) > 1
    )


def _offsets(source: Source, step: Step) -> tuple[int, int]:
    tokens = source.tokens
    start = tokens.ends[step.start - 1] if step.start else 0
    end = tokens.starts[step.end] if step.end < len(tokens) else len(source.text)
    return start, max(start, end)


def _spliced(seen: Seen, source: Source) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            DifferenceKind.OMISSION,
            "",
            " ".join(source.tokens.raw(one.start, one.end).split())[:300],
        )
        for one in seen.splices
    )


def _cuts(quoted: Quoted, source: Source, alignment: Alignment) -> tuple[Difference, ...]:
    """What was lost at the ends and under the ellipses."""
    tokens = source.tokens
    start, end = tokens.starts[alignment.start], tokens.ends[alignment.end - 1]
    found = [
        lost_behind(quoted, source, end),
        lost_before(quoted, source, start, quoted.stops),
        *(
            lost_between(source, *_offsets(source, step))
            for step in alignment.steps
            if step.op is Op.ELLIPSIS and step.end > step.start
        ),
    ]
    return tuple(one for one in found if one)


def _is_one_denial(cut: Difference, source: Source) -> bool:
    """Whether all that was cut away is a *not* at the end, as languages have it that put theirs there."""
    words = re.findall(r"[^\W\d_]+", cut.source.lower())
    return len(words) == 1 and denies(folded(words[0]), source.languages)


def _print(quoted: Quoted, source: Source, alignment: Alignment) -> tuple[str, ...]:
    """What differs in print alone, and what is marked."""
    reasons = []
    if (
        any(item.kind is Kind.ELLIPSIS for item in quoted.items)
        or quoted.cut_before
        or quoted.cut_after
    ):
        reasons.append("ellipsis marked")
    if any(item.kind in (Kind.BRACKET, Kind.PART) for item in quoted.items) or "[" in quoted.text:
        reasons.append("brackets marked")
    if quoted.remarks:
        reasons.append("an editor's remark within")
    if reasons:
        return tuple(reasons)
    tokens = source.tokens
    inside = range(alignment.start, alignment.end)
    if tokens.healed & set(inside):
        reasons.append("a hyphen at a line's end")
    if tokens.before_marker & set(inside[:-1]):
        reasons.append("note markers within")
    start, end = tokens.starts[alignment.start], tokens.ends[alignment.end - 1]
    if any(start < hidden < end for hidden, _ in source.hidden):
        reasons.append("page numbers and running heads")
    first, last = quoted.items[0].start, quoted.items[-1].end
    mine, theirs = _plain(quoted.text[first:last]), _plain(source.text[start:end])
    if not reasons and mine != theirs:
        same_letters = mine.lower() == theirs.lower()
        reasons.append("capitals only" if same_letters else "punctuation only")
    return tuple(reasons)


def _plain(text: str) -> str:
    """A text in which white space and the ends of lines tell nothing."""
    return " ".join(text.split())


def _pages(source: Source, alignment: Alignment) -> tuple[str, ...]:
    """The pages that the place is on, and its numbered paragraphs behind a pilcrow, from the first to the last."""
    tokens = source.tokens
    offsets = (tokens.starts[alignment.start], tokens.ends[alignment.end - 1])
    labels = [(source.page_of(one), source.paragraph_of(one)) for one in offsets]
    return tuple(dict.fromkeys(label for pair in labels for label in pair if label))


def _passage(source: Source, alignment: Alignment) -> str:
    """The place in the source with some words around it."""
    tokens = source.tokens
    if not alignment.end:
        return ""
    start, end = tokens.starts[alignment.start], tokens.ends[alignment.end - 1]
    if end < start:
        start, end = end, start
    low, high = max(0, start - _PASSAGE), min(len(source.text), min(end, start + 1500) + _PASSAGE)
    text = " ".join(re.sub(r"[\ue0f2\ue0f3\u0002]", "", source.text[low:high]).split())
    return f"{'… ' if low else ''}{text}{' …' if high < len(source.text) else ''}"


def _not_found(quoted: Quoted, source: Source, declared: str) -> Judgement:
    """Not in the source; in another language, where the two cannot be compared."""
    if _TRANSLATED.search(declared) or _TRANSLATED.search(quoted.text):
        return Judgement(
            QuoteVerdict.OTHER_LANGUAGE,
            reasons=("it is said to be a translation, so words cannot be compared",),
        )
    if _other_language(quoted, source):
        return Judgement(
            QuoteVerdict.OTHER_LANGUAGE,
            reasons=("quotation and source are in different languages",),
        )
    return Judgement(
        QuoteVerdict.NOT_FOUND, reasons=("its words are not in the source that was compared",)
    )


def _other_language(quoted: Quoted, source: Source) -> bool:
    """Whether quotation and source share no language or script, and none of the quotation's longer words."""
    mine, theirs = _script_of(quoted.text), _script_of(source.text[:20_000])
    if mine and theirs and mine != theirs:
        return True
    words = [item.word for item in quoted.literal]
    languages = likely_languages(re.findall(r"[^\W\d_]+", quoted.text.lower()))
    if not languages or not source.languages or languages & source.languages:
        return False
    small = sum(any(word in SMALL_WORDS[name] for name in languages) for word in words)
    shared = [word for word in words if len(word) > 4 and word in source.positions]
    return small >= 2 or (small == 1 and not shared)


def _script_of(text: str) -> str:
    """`LATIN`, or the script that most of a text's letters are in."""
    letters = re.findall(r"[^\W\d_]", text[:4000])
    latin = sum("a" <= letter.lower() <= "z" or "À" <= letter <= "ɏ" for letter in letters)
    if not letters:
        return ""
    return "LATIN" if latin >= len(letters) / 2 else _script(letters[len(letters) // 2])


def _script(letter: str) -> str:
    import unicodedata

    return unicodedata.name(letter, "?").split()[0]


def _at_its_page(judgement: Judgement, pinpoints: frozenset[str]) -> Judgement:
    """A sound quotation on another page than its note says is elsewhere."""
    if judgement.verdict.sound and _is_elsewhere(judgement, pinpoints):
        reason = f"found at {', '.join(_in_words(one) for one in judgement.pages)}"
        return replace(
            judgement, verdict=QuoteVerdict.ELSEWHERE, reasons=(reason, *judgement.reasons)
        )
    return judgement


def _in_words(label: str) -> str:
    return f"paragraph {label[1:]}" if label.startswith("¶") else f"page {label}"
