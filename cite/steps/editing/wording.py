"""Words that a reader of another day, or from another field, will not understand."""

import re
from collections import defaultdict
from collections.abc import Iterator

from cite.model.findings import Finding, Level
from cite.steps.editing.article import BLANK, Article, Spot, is_latin, listed, pattern
from cite.steps.editing.rule import Measured, Rule

# Relative dates --------------------------------------------------------------------------------------------------

_RELATIVE = re.compile(
    r"\b(?:(?:this|last)\s(?:year|month|week|spring|summer|autumn|fall|winter)|earlier this (?:year|month|week)|"
    r"(?:two|three|four|five|six|\d{1,2}|a few|several)\s(?:years|months|weeks)\sago|yesterday|tomorrow)\b",
    re.I,
)
_THAT_DAY = re.compile(r"\b(?:the|of|that|each|every|his|her|their|its|until|only)\s$", re.I)


def _relative(article: Article) -> Iterator[Finding]:
    spots, words = [], []
    for passage in article.passages:
        for match in _RELATIVE.finditer(passage.own):
            if _THAT_DAY.search(passage.own[: match.start()]):
                continue
            spots.append(Spot(article.place(passage, match.start())))
            words.append(match[0])
    if spots:
        told = listed([f"“{word}”" for word in dict.fromkeys(words)])
        message = f"{told} {{where}}: which date is that for one who reads it later?"
        yield pattern("relative-date", Level.INFO, message, spots)


# Abbreviations ---------------------------------------------------------------------------------------------------

_ABBREVIATION = re.compile(rf"(?<![\w.@/{BLANK}&-])[A-Z]{{3,5}}(?![\w@/{BLANK}&-]|\.\w)")
_DEFINED = re.compile(
    rf"\((?:[^()]{{0,40}}?[\s,;“\"‘'])?(?P<short>[A-Z][A-Za-z]{{1,7}}?)s?(?:[”\"’'{BLANK}][^()]{{0,30}})?\)"
)
_KNOWN = frozenset(
    "AIDS HIV UNESCO UNICEF NATO USA USSR GDP NASA BBC CNN NGO NGOS DNA RNA PDF HTML URL URLS HTTP HTTPS XML JSON CSS DVD CEO FAQ ISBN "
    "ISSN DOI API APIS SQL USB GPS ASCII UTF COVID SARS FBI CIA IBM MIT UCLA LGBT LGBTQ PHD PMID ORCID IEEE ACM RSS CSV YAML UNIX GOTO URI TSV ZIP "
    "GIF PNG JPEG JPG TIFF CPU GPU CPUS GPUS RAM ISO AND NOT FOR THE BUT PART NOTE".split()
)
_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMBERED = re.compile(r"[\s-]?\d")


def _unexplained(article: Article) -> Iterator[Finding]:
    uses, defined, full = _abbreviations_used(article), _definitions(article), _initials(article)
    bare = [
        one
        for one, spots in uses.items()
        if one not in defined and one not in full and len(spots) >= 2
    ]
    if bare:
        message = f"{_quoted(bare)} {{where}}: the article never says what {_stands(bare)} for."
        yield pattern(
            "abbreviation-unexplained", Level.INFO, message, [uses[one][0][1] for one in bare]
        )


def _early(article: Article) -> Iterator[Finding]:
    uses, expanded, full = _abbreviations_used(article), _expansions(article), _initials(article)
    early = [
        one
        for one, spots in uses.items()
        if one in expanded
        and spots[0][0][0] < expanded[one][0]
        and not full.get(one, expanded[one]) < spots[0][0]
    ]
    if early:
        message = (
            f"{_quoted(early)} {{where}}: used before the article says what {_stands(early)} for."
        )
        spots = [uses[one][0][1] for one in early]
        yield pattern("abbreviation-before-expansion", Level.INFO, message, spots)


def _quoted(words: list[str]) -> str:
    return listed([f"“{one}”" for one in words])


def _stands(words: list[str]) -> str:
    return "it stands" if len(words) == 1 else "they stand"


Order = tuple[int, int]
"""Paragraph and offset: what comes first in the text."""


def _abbreviations_used(article: Article) -> dict[str, list[tuple[Order, Spot]]]:
    found: defaultdict[str, list[tuple[Order, Spot]]] = defaultdict(list)
    words = {
        word
        for passage in article.passages
        for word in re.findall(r"\w+", passage.text)
        if not word.isupper()
    }
    folded = {word.lower() for word in words}
    for passage in article.passages:
        letters = [char for char in passage.text if char.isalpha()]
        if sum(map(str.isupper, letters)) > 0.5 * len(letters):
            continue  # a line in capitals throughout
        if not is_latin(passage.text):
            continue  # among other letters, Latin capitals are often commands
        for match in _ABBREVIATION.finditer(passage.own):
            if match[0] in _KNOWN or match[0].lower() in folded:
                continue  # a word in capitals
            if _ROMAN.fullmatch(match[0]) or _NUMBERED.match(passage.own, match.end()):
                continue
            if passage.is_set_off(match.start()):
                continue
            order = (passage.index, match.start())
            found[match[0]].append((order, Spot(article.place(passage, match.start()))))
    return dict(found)


def _definitions(article: Article) -> dict[str, Order]:
    """Where each abbreviation stands in brackets behind its words, or has them in brackets behind it."""
    found: dict[str, Order] = {}
    for index, paragraph in enumerate(article.document.body):
        for form in (_DEFINED, _EXPANDED, _SAID_TO_BE):
            for match in form.finditer(paragraph.text):
                found.setdefault(match["short"].upper(), (index, match.start()))
    return found


_EXPANDED = re.compile(
    r"\b(?P<short>[A-Z]{3,6})s?\s?[(,–-]\s?(?:the\s|or\s|for\s)?[“\"'‘]?[A-Za-z][\w’'-]*[\s-]\w"
)
_SAID_TO_BE = re.compile(
    r"\b(?P<short>[A-Z]{3,6})s?\b[^.]{0,20}\b(?:stands for|is short for|is an?\b|abbreviat\w+|acronym)"
)


def _expansions(article: Article) -> dict[str, Order]:
    """Where a name stands with its initials in brackets behind it, for certain."""
    found: dict[str, Order] = {}
    for index, paragraph in enumerate(article.document.body):
        for match in _DEFINED.finditer(paragraph.text):
            short = match["short"].upper()
            before = paragraph.text[max(0, match.start() - 90) : match.start()]
            words = re.findall(r"[\w’']+", before)
            telling = [word for word in words if word.lower() not in _SMALL][-len(short) :]
            if "".join(word[0] for word in telling).upper() == short:
                found.setdefault(short, (index, match.start()))
    return found


_SMALL = frozenset(
    "of for on and the to in against de des du la le das dos da do der die für und y e van".split()
)


_CAPITAL_WORDS = re.compile(
    r"[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|to|in|against|de|des|du|la|le|das|dos|da|do|der|die|für|und|y|e|van)\s)*[A-Z][\w’'-]*)+"
)


def _initials(article: Article) -> dict[str, Order]:
    """Abbreviations that a name written out in the text or the notes resolves by its initials."""
    found: dict[str, Order] = {}
    texts = [(index, one.text) for index, one in enumerate(article.document.body)]
    for index, text in texts:
        for match in _CAPITAL_WORDS.finditer(text):
            for short in _shortened(match[0]):
                found.setdefault(short, (index, match.start()))
    for read in article.notes:
        for match in _CAPITAL_WORDS.finditer(read.note.text):
            for short in _shortened(match[0]):
                found.setdefault(short, (-1, 0))
    return found


def _shortened(name: str) -> set[str]:
    words = re.findall(r"[\w’']+", name)
    big = [word for word in words if word[0].isupper()]
    stretches = [
        big[start:end]
        for start in range(len(big))
        for end in range(start + 2, min(len(big), start + 8) + 1)
    ]
    return {"".join(word[0] for word in one).upper() for one in stretches[:200]} | {
        "".join(word[0] for word in words).upper()
    }


RULES = (
    Rule(
        "relative-date",
        "Asks for dates that count from the day of writing: last year, this month, three years ago.",
        "an article that is republished, or read in ten years, then says something else.",
        "put the year.",
        "“the abuses of last year”, in an article of 2012.",
        _relative,
        Measured(2, 0),
    ),
    Rule(
        "abbreviation-unexplained",
        "Asks what an abbreviation stands for that no name in text or notes explains.",
        "readers from another field are lost.",
        "write the name out at its first use, the abbreviation in brackets.",
        "“the KHU union” twice, and nowhere its name.",
        _unexplained,
        Measured(5, 0),
    ),
    Rule(
        "abbreviation-before-expansion",
        "Asks whether an abbreviation stands in the text before the place that explains it.",
        "a reader meets it unprepared.",
        "move the explanation to the first use.",
        "“HMT sold” on the first page, “Harbour and Meadow Trust (HMT)” on the third.",
        _early,
        Measured(0, 0),
    ),
)
