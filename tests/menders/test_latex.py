"""LaTeX written back: signs stay escaped, braces closed."""

import pytest

from cite.model.inputs import Input
from tests.menders.verdicts import COPY, OLD, dead, mended, moved

ON = "on 11 July 2009"


def test_latex_comes_back_with_its_link_mended():
    source = "\\documentclass{article}\\begin{document}\nSo.\\footnote{Doe, \\url{%s}%s.}\n\\end{document}\n"
    given = Input("a.tex", (source % (OLD, "")).encode())
    new = "https://n.example/"
    assert mended(given, [moved(OLD, new)]).decode() == source % (new, "")
    assert mended(given, [dead()]).decode() == source % (OLD, f", archived at \\url{{{COPY}}} {ON}")


NEW = "https://n.example/a_b?c=1&d=5%25#e"


@pytest.mark.parametrize(
    ("note", "verdict", "back"),
    [
        ("\\url{http://old.example/a\\_b}", moved(OLD, NEW), "\\url{https://n.example/a_b?c=1\\&d=5\\%25\\#e}"),
        (f"\\url{{{OLD}}}", moved(OLD, NEW), "\\url{https://n.example/a_b?c=1&d=5\\%25\\#e}"),
        (f"\\href{{{OLD}}}{{T}}", moved(OLD, NEW), "\\href{https://n.example/a_b?c=1&d=5\\%25\\#e}{T}"),
        ("see " + OLD, moved(OLD, NEW), "see https://n.example/a\\_b?c=1\\&d=5\\%25\\#e"),
        ("\\url{http://old.example/a\\_b}", dead(), f"\\url{{http://old.example/a\\_b}}, archived at \\url{{{COPY}}} {ON}"),
        (f"\\href{{{OLD}}}{{\\nolinkurl{{http://old.example/a\\_b}}}}", dead(), f"\\href{{{OLD}}}{{\\nolinkurl{{http://old.example/a\\_b}}}}, archived at \\url{{{COPY}}} {ON}"),
        (f"\\url{{{OLD}}}", dead(), f"\\url{{{OLD}}}, archived at \\url{{{COPY}}} {ON}"),
        (f"\\href{{{OLD}}}{{\\url{{{OLD}}}}}", moved(OLD, "https://n.example/"), "\\href{https://n.example/}{\\url{https://n.example/}}"),
        (f"\\href{{http://old.example/a\\_b}}{{\\url{{{OLD}}}}}", moved(OLD, "https://n.example/"), "\\href{https://n.example/}{\\url{https://n.example/}}"),
        (f"\\href{{http://b.example/}}{{\\url{{{OLD}}}}}", moved(OLD, "https://n.example/"), "\\href{http://b.example/}{\\url{https://n.example/}}"),
        (f"\\url|{OLD}|", moved(OLD, "https://n.example/a_b"), "\\url|https://n.example/a_b|"),
        (f"\\url|{OLD}|", dead(), f"\\url|{OLD}|, archived at \\url{{{COPY}}} {ON}"),
    ],
)  # fmt: skip
def test_latex_keeps_its_signs_escaped_and_its_braces_closed(note, verdict, back):
    source = "\\documentclass{article}\\begin{document}\nSo.\\footnote{%s}\n\\end{document}\n"
    given = Input("a.tex", (source % note).encode())
    once = mended(given, [verdict])
    assert once.decode() == source % back
    assert mended(Input("a.tex", once), [verdict]) == once
