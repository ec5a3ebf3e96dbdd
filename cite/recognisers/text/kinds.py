"""Kinds of works that are told by name: `[Video]`, `(podcast)`, `computer software`."""

import re

from cite.recognisers.text.vocabulary import either

_KINDS = {
    "dataset": ("data set", "dataset", "data file", "data"),
    "software": (
        "computer software", "software", "computer program", "mobile app", "mobile application", "source code",
        "code", "r package", "python package", "web application",
    ),
    "video": ("video", "video file", "online video", "youtube video", "film", "motion picture", "documentary", "tv series", "tv series episode", "television broadcast", "dvd"),
    "podcast": ("podcast", "audio podcast", "audio podcast episode", "podcast episode", "podcast audio", "radio broadcast", "audio"),
    "post": ("tweet", "thread", "post", "facebook post", "status update", "social media post", "blog post", "online forum post", "instagram photograph"),
    "map": ("map",), "photograph": ("photograph",), "painting": ("painting",), "slides": ("powerpoint slides", "slides", "lecture notes"),
    "conference paper": ("conference presentation", "paper presentation", "poster presentation", "conference session", "keynote address"),
    "review": ("book review", "review"), "letter": ("letter to the editor",),
}  # fmt: skip
_OF = {name: kind for kind, names in _KINDS.items() for name in names}
_NAMED = re.compile(rf"(?P<name>{either(_OF)})(?:\s\([^()]*\)|,.*)?", re.IGNORECASE)


def kind_of_work(words: str) -> str:
    """The kind that the words in brackets name; nothing where they name none."""
    match = _NAMED.fullmatch(words.strip(" ."))
    return _OF[" ".join(match["name"].lower().split())] if match else ""
