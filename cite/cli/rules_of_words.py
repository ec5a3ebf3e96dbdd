"""Words that a report shows beside its codes, and what each means there."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from cite.cli.rules_of_links import STATES
from cite.model.evidence import MementosOutcome
from cite.model.quotations import QuoteVerdict
from cite.model.verdicts import LinkClass, LinkState, WorkOutcome, WorkStatus
from cite.steps.triage import Need

_CLASSES = {
    LinkClass.OK: "A reader who follows the link gets the cited work, be it at a new address.",
    LinkClass.BROKEN: "The reader does not get the work, and what was seen is enough to say so. Put the archived copy or another address in its place.",
    LinkClass.UNKNOWN: "One look by a program cannot tell. It is no fault of the article and never counts as broken; open the address yourself.",
}
_COPIES = {
    MementosOutcome.FOUND: "An archive has a copy of the page, and the one nearest to the date of the note was chosen.",
    MementosOutcome.ABSENT: "Every archive asked answered that it has no copy. Others may.",
    MementosOutcome.REFUSED: "The archive has been told not to show copies of the page. Nothing is said of whether it has any.",
    MementosOutcome.UNKNOWN: "An archive did not answer, or not in words that say yes or no. Ask again later: that is no proof of absence.",
    MementosOutcome.NOT_ASKED: "No archive was asked, because the link is well, or --no-archives was given.",
}
_WORKS = {
    WorkOutcome.FOUND: "An index of works holds it, described as it is cited.",
    WorkOutcome.DIFFERS: "An index holds it under another title, author, year or place. Compare the two; either may be wrong.",
    WorkOutcome.NOT_FOUND: "An index that would be expected to hold it has no trace of it. The citation may be spoiled, or the work may not exist.",
    WorkOutcome.NOT_INDEXED: "Press, law, archives and web pages stand in no index that was asked: nothing is said of it.",
    WorkOutcome.UNREACHABLE: "An index did not answer. That says nothing of the work; ask again.",
    WorkOutcome.NOT_ASKED: "No index was asked about it.",
}
_STATUSES = {
    WorkStatus.NONE: "Nothing is known to have become of it since it was published, by those who were asked.",
    WorkStatus.RETRACTED: "Its publisher took it back. Do not rest an argument on it; where it is cited as retracted, say so.",
    WorkStatus.CONCERN: "Its publisher has published doubts about it and has not decided.",
    WorkStatus.CORRECTED: "A correction was published. See whether it touches what is cited.",
    WorkStatus.WITHDRAWN: "It was withdrawn before or soon after it was published.",
}
_QUOTATIONS = {
    QuoteVerdict.EXACT: "Word for word as in its source.",
    QuoteVerdict.FAITHFUL: "The same words; what was changed is marked, or is no more than typography.",
    QuoteVerdict.ALTERED: "Words of the source were changed, left out or put in without a sign. Both readings are shown.",
    QuoteVerdict.TRUNCATED: "It was cut so that a condition, an exception, a denial or who said it is lost.",
    QuoteVerdict.JOINED: "It is put together from places that stand apart, without a sign.",
    QuoteVerdict.ELSEWHERE: "It is in the source, on another page than the note says.",
    QuoteVerdict.NOT_FOUND: "The source could be read, and the words are not in it.",
    QuoteVerdict.UNREADABLE: "The source could not be read, so nothing is said of the quotation.",
    QuoteVerdict.OTHER_LANGUAGE: "Source and quotation are in different languages; a person has to compare them.",
}
_NEEDS = {
    Need.REPLACE: "The address no longer serves, or the work moved. Put what is proposed in its place, or look for another source where nothing is.",
    Need.LOOK: "Open the address in a browser. `cite accept URL --as live --why …` keeps what you saw.",
    Need.QUERY: "Something for the author to answer: a page that changed, a work that was retracted or is not found, words quoted otherwise.",
    Need.CANNOT_BE_CHECKED: "Nothing was or can be asked: no address on the web, a private network, a checker that was offline.",
}
_OTHERS = {
    "suspected": "It has failed several times, over too short a time to call it dead. It never fails a build.",
    "error": "A finding that an editor has to mend: it makes exit code 1 unless --fail-on says otherwise.",
    "warning": "A finding that deserves a look.",
    "info": "A hint; nothing has to be done.",
    "memento": "A copy of a page as it was at one time, kept by an archive (RFC 7089).",
    "capture": "One visit of an archive to a page, and the copy that it made.",
    "hop": "One request on the way from the address cited to the page, with its answer.",
    "sign": "What a rule saw at an address, and the state for which it speaks. The first state in the order of decisions for which there is a sign is the link's.",
    "soft 404": STATES[LinkState.SOFT_404],
    "not judged": STATES[LinkState.NOT_JUDGED],
}


def words() -> Mapping[str, str]:
    """Every state and word that a report shows, each with what it means; a word of several uses has them all."""
    told: dict[str, list[str]] = {}
    groups: tuple[tuple[str, Iterable[tuple[StrEnum, str]]], ...] = (
        ("Of a link", ((one, f"({one.link_class}) {text}") for one, text in STATES.items())),
        ("Of a link", _CLASSES.items()),
        ("Of archived copies", _COPIES.items()),
        ("Of a work", (*_WORKS.items(), *_STATUSES.items())),
        ("Of a quotation", _QUOTATIONS.items()),
        ("Of what to do", _NEEDS.items()),
    )
    for group, meanings in groups:
        for word, text in meanings:
            told.setdefault(word.value, []).append(f"{group}: {text}")
    return {**_OTHERS, **{word: "\n".join(texts) for word, texts in told.items()}}
