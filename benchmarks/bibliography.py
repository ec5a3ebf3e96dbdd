"""Ten thousand entries read, one of them changed, all written; against bibtexparser as it comes, in one run.

Run: .venv/bin/python benchmarks/bibliography.py [ENTRIES]
Times are CPU seconds of this process, the best of three rounds in which both take turns.
"""

import logging
import random
import sys
import time
from dataclasses import replace

import bibtexparser

from cite.formats.bibtex.blocks import split
from cite.formats.bibtex.merging import merge
from cite.formats.bibtex.reading import entries, parse
from cite.steps.reading.key_entries import Works, near_duplicates

WORDS = "rights rescue law court traffic border report archive policy state women labour memory city water".split()


def bibliography(count: int) -> str:
    """Articles as a reference manager writes them; every fourth was written by cite."""
    chance = random.Random(1)

    def entry(number: int) -> str:
        title = " ".join(chance.choice(WORDS) for _ in range(7))
        note = f"  annotation = {{Note {number}: Doe, {title}}},\n  verba = {{0123456789abcdef}},\n"
        return (
            f"@article{{doe{number}{title.split()[0]},\n"
            f"  author = {{Doe, Jane{number} and van der Berg, Jan}},\n  title = {{{title.title()} {number}}},\n"
            f"  journal = {{Journal of {chance.choice(WORDS)} Studies}},\n  volume = {number % 90},\n"
            f"  number = {number % 4 + 1},\n  pages = {{{number}--{number + 12}}},\n  year = {1950 + number % 75},\n"
            f"  month = oct,\n  doi = {{10.1000/xyz{number}}},\n  url = {{https://example.org/{number}/a_b?c=d}},\n"
            f"{note if number % 4 == 0 else ''}}}\n"
        )

    return "\n".join(entry(number) for number in range(count))


def ours(text: str) -> float:
    """Read, one work added to, written; whatever was not touched is the same, byte for byte."""
    (changed,) = parse(text[: text.index("\n@", 2)], "refs.bib").references
    fields = {
        **changed.entry.fields,
        "archiveurl": "https://archive.example/x",
        "archivedate": "2010-07-05",
    }
    changed = replace(changed, entry=replace(changed.entry, fields=fields))
    start = time.process_time()
    there = split(text)
    known = entries(there)
    written, _ = merge(there, [changed])
    spent = time.process_time() - start
    assert len(known) == len(there.entries)
    first = text.index("\n@", 2)
    assert written.endswith(text[first:]) and written != text
    return spent


def peer(text: str) -> float:
    """The library's own reading and writing."""
    start = time.process_time()
    library = bibtexparser.parse_string(text)
    bibtexparser.write_string(library)
    return time.process_time() - start


def look_ups(text: str) -> float:
    """Works indexed by what identifies them, and near-duplicates looked for."""
    references = parse(text, "refs.bib").references
    start = time.process_time()
    Works({reference.key: reference.entry for reference in references})
    list(near_duplicates(references))
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    logging.disable(logging.CRITICAL)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    text = bibliography(count)
    rounds = [(ours(text), peer(text), look_ups(text)) for _ in range(3)]
    best, theirs, looked = (min(column) for column in zip(*rounds, strict=True))
    print(f"{count} entries, {len(text) >> 10} kB; best of three rounds, seconds of CPU")
    print(f"cite: read, one entry changed, written   {best:6.2f}")
    print(
        f"bibtexparser: parse_string, write_string {theirs:6.2f}   {theirs / best:.1f} times as long"
    )
    print(f"cite: index and near-duplicates          {looked:6.2f}")


if __name__ == "__main__":
    main()
