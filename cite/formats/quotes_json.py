"""Quotations as JSON, schema `cite/quotes/1`."""

from collections.abc import Sequence
from typing import Any

from cite.model.findings import Place
from cite.model.quotations import JudgedQuotation, PassedOver, QuotedDocument


def quotes_json(documents: Sequence[QuotedDocument]) -> dict[str, Any]:
    """Per document its quotations with their verdicts, and what in marks is none."""
    return {
        "schema": "cite/quotes/1",
        "documents": [
            {
                "path": document.path,
                "quotations": [quotation_json(one) for one in document.quotations],
                "not_quotations": [_passed_over(one) for one in document.passed_over],
            }
            for document in documents
        ],
    }


def quotation_json(judged: JudgedQuotation) -> dict[str, Any]:
    """One quotation and what is said of it."""
    quotation, judgement = judged.quotation, judged.judgement
    return {
        "text": quotation.text,
        "place": place_json(quotation.place),
        "note": quotation.note.label
        if quotation.note
        else quotation.marker.label
        if quotation.marker
        else None,
        "shape": quotation.shape.value,
        "verdict": judgement.verdict.value,
        "differences": [
            {"kind": one.kind.value, "quoted": one.quoted, "source": one.source}
            for one in judgement.differences
        ],
        "passage": judgement.passage,
        "reasons": list(judgement.reasons),
        "source": judged.source or None,
        "edition": judged.edition or None,
        "pages": list(judgement.pages),
    }


def _passed_over(one: PassedOver) -> dict[str, Any]:
    return {"text": one.text, "place": place_json(one.place), "reason": one.reason}


def place_json(place: Place) -> dict[str, Any]:
    """Where something stands, in the terms that its format has."""
    if place.line:
        return {"line": place.line, "column": place.column or 1}
    if place.page is not None:
        return {"page": place.page, "box": place.box}
    return {"part": place.part, "paragraph": place.paragraph, "character": place.character}
