"""Quotations made by the thousand from real documents: sound ones that may not alarm, altered ones that may not pass.

Run: .venv/bin/python benchmarks/real_quotations.py [FOLDER] [TRIALS]
From each document: whole sentences, fragments, two pieces with an ellipsis over words that may go; and fragments with a
denial dropped, a figure raised by one, a modal verb exchanged.
"""

import random
import re
import sys
from collections import Counter
from pathlib import Path

from cite.formats.source_text import read_source
from cite.steps.quotations.judge_quotation import judge_quotation
from cite.steps.quotations.lexicon import kind_of
from cite.steps.quotations.source import Source, prepare

FOLDER = Path("../shared/data/documents/files")
DENIALS = ("not", "no", "never", "não", "non")
MODALS = {"may": "must", "must": "may", "can": "must", "should": "shall"}
_MARKUP = re.compile(r"[\ue0f2\ue0f3|{}\[\]<>*_#`…]|\n\s*\n|\.\s?\.")
SOUND = ("sentence", "fragment", "ellipsis")


def sentence(source: Source, chance: random.Random) -> str:
    stops = source.sentence_stops
    at = chance.randrange(len(stops) - 1)
    words = source.text[stops[at] : stops[at + 1]].strip()
    whole = words[:1].isupper() and words[-1:] in tuple(".!?")
    return words if whole and 5 <= len(words.split()) <= 60 and not _MARKUP.search(words) else ""


def fragment(source: Source, chance: random.Random) -> str:
    at, length = chance.randrange(len(source.tokens) - 40), chance.randrange(6, 30)
    words = source.tokens.raw(at, at + length)
    return "" if _MARKUP.search(words) else words


def ellipsis(source: Source, chance: random.Random) -> str:
    tokens = source.tokens
    at, left, gap, right = (
        chance.randrange(len(tokens) - 40),
        chance.randrange(5, 10),
        chance.randrange(2, 9),
        chance.randrange(5, 10),
    )
    left_out = tokens.words[at + left : at + left + gap]
    if any(map(kind_of, left_out)) or _MARKUP.search(tokens.raw(at, at + left + gap + right)):
        return ""
    return f"{tokens.raw(at, at + left)} … {tokens.raw(at + left + gap, at + left + gap + right)}"


def altered(source: Source, chance: random.Random, kind: str) -> str:
    tokens = source.tokens
    places = [at for at in range(8, len(tokens) - 8) if _fits(tokens.words[at], kind)]
    if not places:
        return ""
    at = chance.choice(places)
    if _MARKUP.search(tokens.raw(at - 6, at + 7)):
        return ""
    word = tokens.words[at]
    put = {
        "denial": "",
        "figure": str(int(word) + 1) if word.isdigit() else "",
        "modal": MODALS.get(word, ""),
    }[kind]
    return " ".join(f"{tokens.raw(at - 6, at)} {put} {tokens.raw(at + 1, at + 7)}".split())


def _fits(word: str, kind: str) -> bool:
    if kind == "denial":
        return word in DENIALS
    return word in MODALS if kind == "modal" else word.isdigit() and len(word) > 1


def main(folder: Path, trials: int) -> None:
    chance = random.Random(15)
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".md", ".html", ".xml", ".tex", ".txt"):
            continue
        source = prepare(read_source(path.read_bytes()).text, path.name)
        if len(source.tokens) < 500 or len(source.sentence_stops) < 3:
            continue
        for kind in (*SOUND, "denial", "figure", "modal"):
            for _ in range(trials):
                makers = {"sentence": sentence, "fragment": fragment, "ellipsis": ellipsis}
                words = (
                    makers[kind](source, chance)
                    if kind in makers
                    else altered(source, chance, kind)
                )
                if not words:
                    continue
                judged = judge_quotation(words, source)
                good = judged.verdict.sound == (kind in SOUND)
                (right if good else wrong)[kind] += 1
                if not good:
                    print(
                        f"{kind} in {path.name}: {judged.verdict.value} {words!r} {judged.differences}"
                    )
    for kind in (*SOUND, "denial", "figure", "modal"):
        what = "called sound" if kind in SOUND else "told"
        print(f"{kind:9} {right[kind]:5} of {right[kind] + wrong[kind]} {what}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER,
        int(sys.argv[2]) if len(sys.argv) > 2 else 100,
    )
