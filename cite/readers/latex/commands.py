"""What the commands of LaTeX mean to a reader: which arguments they take, and what becomes of them."""

from cite.formats.latex import READ_ACCENTS

NOTES = {
    "footnote": "[{", "endnote": "[{", "sidenote": "[{", "marginnote": "[{", "tablefootnote": "[{", "footnotetext": "[{",
    "endnotetext": "[{", "marginpar": "[{", "pagenote": "[{", "parnote": "[{", "sidenotetext": "[{", "mpfootnote": "[{",
}  # fmt: skip
TEXTS = frozenset({"footnotetext", "endnotetext", "sidenotetext"})
"""Notes whose markers stand elsewhere."""
ENDNOTES = frozenset({"endnote", "endnotetext", "endnotemark", "pagenote"})
MARGINS = frozenset({"marginnote", "marginpar", "sidenote", "sidenotetext"})
MARKS = {"footnotemark": "[", "endnotemark": "[", "sidenotemark": "["}
CITED_IN_NOTES = {
    "footcite": "*[[{", "footcitetext": "*[[{", "footfullcite": "*[[{", "smartcite": "*[[{",
}  # fmt: skip
"""Citations that are notes of their own."""
CITATIONS = dict.fromkeys(
    "cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite autocite fullcite citetitle "
    "Cite Parencite Textcite Autocite Citet Citep Citeauthor citenum onlinecite shortcite citeA citeNP supercite "
    "footcitep footcitet pnotecite cites parencites textcites autocites".split(),
    "*[[{",
)
SECTIONS = {
    "part": 1, "chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4, "subparagraph": 5, "title": 1,
}  # fmt: skip
ITALIC = frozenset("emph textit textsl mkbibemph em it itshape sl slshape".split())
BOLD = frozenset("textbf bf bfseries".split())
SMALL_CAPS = frozenset("textsc sc scshape".split())
CODE = frozenset("texttt tt ttfamily code".split())
RAISED = frozenset("textsuperscript sups".split())
DECLARATIONS = frozenset("em it itshape sl slshape bf bfseries sc scshape tt ttfamily".split())
"""Typography that holds to the end of its group."""
QUOTED = {"enquote": ("“", "”"), "mkbibquote": ("“", "”"), "textquote": ("“", "”")}
DROPPED = {
    "label": "{", "ref": "{", "pageref": "{", "eqref": "{", "autoref": "{", "cref": "{", "Cref": "{", "index": "{", "glossary": "{",
    "vspace": "*{", "hspace": "*{", "includegraphics": "*[{", "usepackage": "[{", "bibliographystyle": "{", "pagestyle": "{",
    "thispagestyle": "{", "setlength": "{{", "addtolength": "{{", "setcounter": "{{", "addtocounter": "{{", "stepcounter": "{",
    "nocite": "{", "bibliography": "{", "addbibresource": "[{", "graphicspath": "{", "hypersetup": "{", "definecolor": "{{{",
    "color": "[{", "textcolor": "[{", "fontsize": "{{", "rule": "[{{", "phantom": "{", "vphantom": "{", "hphantom": "{",
    "newcommand": "*{[[{", "renewcommand": "*{[[{", "providecommand": "*{[[{", "newenvironment": "*{[[{{", "theoremstyle": "{",
    "newtheorem": "*{[{[", "DeclareMathOperator": "*{{", "printbibliography": "[", "printendnotes": "[", "selectlanguage": "{",
    "input": "{", "include": "{", "subfile": "{", "addcontentsline": "{{{", "markboth": "{{", "markright": "{", "cline": "{",
    "multicolumn": "{{", "multirow": "{{", "raisebox": "{[[", "hypertarget": "{", "hyperref": "[", "foreignlanguage": "{",
    "documentclass": "[{", "lstset": "{", "captionsetup": "[{", "date": "{", "author": "[{", "thanks": "{", "lstinputlisting": "[{",
    "enlargethispage": "*{", "resizebox": "*{{", "scalebox": "{", "tikzset": "{", "institute": "[{", "email": "{", "affil": "[{",
    "fontfamily": "{", "linespread": "{", "hyphenation": "{", "pdfbookmark": "[{{", "ensuremath": "{", "colorbox": "{", "newpage": "",
}  # fmt: skip
"""What is left out, and with which arguments; an argument not named here is read as words."""
OTHERS = {
    **dict.fromkeys(SECTIONS, "*[{"),
    **dict.fromkeys(("caption", "subcaption", "captionof"), "*[{"),
    **dict.fromkeys(
        (*(ITALIC | BOLD | SMALL_CAPS | CODE | RAISED) - DECLARATIONS, *QUOTED, "textrm", "textsf", "text", "mbox"), "{"
    ),
    "url": "{", "nolinkurl": "{", "path": "{", "href": "[{{", "doi": "{", "item": "[", "bibitem": "[{", "begin": "{", "end": "{",
    "\\": "*[", "textsubscript": "{", "footnoteref": "{", "email": "{", "texorpdfstring": "{{",
}  # fmt: skip
ACCENTS = dict.fromkeys(READ_ACCENTS, "{")

TAKES = {**ACCENTS, **NOTES, **MARKS, **CITED_IN_NOTES, **CITATIONS, **DROPPED, **OTHERS}
"""The arguments of every command that is known."""

QUOTATIONS = frozenset("quote quotation displayquote verse quoting blockquote".split())
LISTS = frozenset("itemize enumerate description compactitem compactenum".split())
TABLES = frozenset("tabular tabular* tabularx longtable tabulary".split())
UNREAD = (
    "verbatim verbatim* Verbatim lstlisting minted comment equation equation* align align* gather gather* multline "
    "multline* eqnarray eqnarray* displaymath math tikzpicture algorithm algorithmic filecontents filecontents* pspicture"
).split()
"""Environments whose inside is no prose."""
