"""How many references a second one core reads, how long the model takes to load, and how large it is.

    python -m benchmarks.labelling [--notes 600]

The references are printed in the styles of journals from made works, so that the figures need no data from
elsewhere. AnyStyle and GROBID, the peers, run on Ruby and Java; where neither is at hand the baseline is the
reading by typography and punctuation alone, over the same references in the same run.
"""

import argparse
import subprocess
import sys
import time
from importlib.resources import files

from cite.steps.reading.extract_references import read_notes
from training.notes import HELD_LIST_STYLES, Author
from training.score import note_of

LOAD = (
    "import time; from cite.recognisers.labels.labels import label_citation; before = time.process_time(); label_citation('Doe'); "
    "print(time.process_time() - before)"
)


def rate(work, notes):
    before = time.process_time()
    for note in notes:
        work(note)
    return len(notes) / (time.process_time() - before)


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.labelling", description=__doc__)
    parser.add_argument("--notes", type=int, default=600)
    count = parser.parse_args().notes
    author = Author(99)
    size = -(-count // len(HELD_LIST_STYLES))
    made = [note for style in HELD_LIST_STYLES for note in author.bibliography(style, size).notes]
    notes = [note_of(note, 0) for note in made][:count]
    from cite.recognisers.labels.labels import label_citation

    label_citation("Doe")
    print(
        f"references          {len(notes)}, {sum(len(n.text) for n in notes) / len(notes):.0f} characters each"
    )
    print(f"labelled            {rate(lambda note: label_citation(note.text), notes):.0f} a second")
    print(f"read, whole         {rate(lambda note: read_notes([note]), notes):.0f} a second")
    seconds = float(subprocess.check_output([sys.executable, "-c", LOAD], text=True))
    model = files("cite.recognisers.labels").joinpath("model/citations.crfsuite")
    print(
        f"model               {len(model.read_bytes()):,} bytes, first label after {seconds * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
