"""Ten quotations looked for in a PDF of three hundred pages, from its bytes to the last verdict.

Run: .venv/bin/python benchmarks/quotations.py
CPU seconds of this process. Every other quotation has one word changed; none may be called sound that is not.
"""

import random
import time

from cite.formats.source_text import read_source
from cite.model.quotations import QuoteVerdict
from cite.steps.quotations.judge_quotation import judge_quotation
from cite.steps.quotations.source import prepare

PAGES, LINES, WORDS = 300, 38, 11
SMALL = "the of and to in that is was for it with as his on be at by from".split()


def pdf_of(pages: list[list[str]]) -> bytes:
    """A PDF of pages of lines in Helvetica: a catalogue, the pages, a stream for each (ISO 32000-1, 7.5)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 60 780 Td {shown} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        out.index(b"xref\n0"),
    )
    return bytes(out)


def main() -> None:
    chance = random.Random(15)
    vocabulary = [
        "".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randint(3, 9)))
        for _ in range(9000)
    ]
    pool = vocabulary + SMALL * 300
    pages = [
        [f"THE HISTORY OF THE COAST {page + 1}"]
        + [" ".join(chance.choice(pool) for _ in range(WORDS)) for _ in range(LINES)]
        for page in range(PAGES)
    ]
    body = pdf_of(pages)
    words = [word for page in pages for line in page[1:] for word in line.split()]
    quotations = []
    for number in range(10):
        first, length = (
            chance.randrange(len(words) - 200),
            (8, 12, 20, 30, 40, 50, 60, 80, 100, 120)[number],
        )
        quotation = words[first : first + length]
        if number % 2:
            quotation[length // 2] = "zebra"
        quotations.append(" ".join(quotation))
    start = time.process_time()
    read = read_source(body)
    extracted = time.process_time() - start
    source = prepare(read.text)
    verdicts = [judge_quotation(one, source).verdict for one in quotations]
    spent = time.process_time() - start
    print(
        f"{PAGES} pages, {len(source.tokens):,} words: text {extracted:.2f} s, all {spent:.2f} s (goal 2 s)"
    )
    print(" ".join(verdict.value for verdict in verdicts))
    assert all(v.sound for v in verdicts[::2]) and all(
        v is QuoteVerdict.ALTERED for v in verdicts[1::2]
    )


if __name__ == "__main__":
    main()
