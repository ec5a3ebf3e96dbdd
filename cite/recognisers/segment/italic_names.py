"""Names in italics: `*Canaris*, Die Vertrauenshaftung im deutschen Privatrecht, 1971, S. 411 ff.`

German law reviews set off who wrote a work, not what it is called. Taken for titles those italics would
mislead every reader of typography; so they are taken away, and the notes are read as plain type.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cite.model.document import Span
from cite.recognisers.languages.known import language_of
from cite.recognisers.text.typography import Typeset

_NAME = r"(?:(?:van|von|de|der|di|zu)\s){0,2}[A-ZÄÖÜÀ-Ž][\w’'-]*[a-zäöüßà-ž](?:-[A-ZÄÖÜ]\w+)?"
_NAMES = re.compile(rf"\s*(?:[A-ZÄÖÜ]\.\s?){{0,2}}{_NAME}(?:(?:\s?/\s?|\s){_NAME}){{0,5}}[\s,:]*")
_EDITOR_BEHIND = r"\((?:Hrsg|Hg)\.?\)[\s,:]*"
_POINTER_BEHIND = r"\((?:o\.\s|oben\s)?(?:Fn|Fußn|N|Anm)\.|a\.\s?a\.\s?O\."
_WORD_OF_TITLE = r"[„“A-ZÄÖÜ][\w-]*[a-zäöüß][\w-]*[,.]?\s(?!\d)"
_JOURNAL_BEHIND = r"[A-Z][A-Za-z]*[A-Z]\w*,?\s|[A-ZÄÖÜ]\w+,?\s\d{1,3}\s\("
_TITLE_BEHIND = re.compile(
    rf"[\s,:]*(?:{_EDITOR_BEHIND})?(?:(?:in|In):\s|{_POINTER_BEHIND}|{_WORD_OF_TITLE}|{_JOURNAL_BEHIND})"
)
"""A title in plain type, a journal known by its capitals, or a pointer back."""
_JOINED_BEHIND = re.compile(r"\s?/|,?\s(?:und|in:?)\s")
_BEFORE = re.compile(
    r"(?:^|[;.(/–—-]\s?|(?:^|[\s(])(?:[a-zäöüß][\w.]*|[VSD](?:gl\.|iehe|azu|o)(?:\s[a-z]+)?)[,:]?\s)$"
)
_MOSTLY = 0.6
_GLANCE = 6000
"""Characters by which the language of the notes is told."""


def without_italic_names(notes: Sequence[Typeset]) -> list[Typeset]:
    """German notes, as plain type where their italics are names; all others as they are."""
    marks = [(note, span) for note in notes for span in note.italics]
    names = [_is_name(note.text, span) for note, span in marks]
    if not any(names) or sum(names) < _MOSTLY * len(names) or not _are_german(notes):
        return list(notes)
    return [_without(note) for note in notes]


def _is_name(text: str, span: Span) -> bool:
    named = _NAMES.fullmatch(text, span.start, span.end)
    behind = _TITLE_BEHIND.match(text, span.end) or _JOINED_BEHIND.match(text, span.end)
    return bool(named and behind and _BEFORE.search(text[: span.start]))


def _are_german(notes: Sequence[Typeset]) -> bool:
    language = language_of(" ".join(note.text for note in notes)[:_GLANCE])
    return language is not None and language.code == "de"


def _without(note: Typeset) -> Typeset:
    left = tuple(
        span for span in note.italics if not _NAMES.fullmatch(note.text, span.start, span.end)
    )
    return replace(note, italics=left)
