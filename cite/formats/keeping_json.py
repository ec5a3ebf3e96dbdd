"""What is sent and what is kept as values that JSON has: schema `cite/archive/1`."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cite.formats.safe_text import json_text
from cite.model.evidence import Answer, Fetched, TimeMap, Unreachable
from cite.model.indexes import Records
from cite.model.keeping import Captured, Change, Grounds, Had, Package, Planned, Sending

SCHEMA = "cite/archive/1"


def plan_json(planned: Sequence[Planned]) -> list[dict[str, Any]]:
    """What would be sent where."""
    return [
        {"archive": one.keeper, "url": one.url, "send": one.send, "why": one.why} for one in planned
    ]


def sendings_json(sendings: Sequence[Sending]) -> list[dict[str, Any]]:
    """What became of it."""
    return [
        {
            "archive": one.keeper, "url": one.url, "fate": one.fate.value, "since": one.since.isoformat(timespec="seconds"),
            "copy": one.copy or None, "detail": one.detail or None, "tries": one.tries,
        }
        for one in sendings
    ]  # fmt: skip


def package_json(package: Package) -> dict[str, Any]:
    """A package and what is in it."""
    return {
        "article": package.name,
        "folder": package.folder,
        "complete": package.complete,
        "asked_now": package.new,
        "captures": [_captured(entry) for entry in package.captures],
        "files": dict(package.files),
        "manifest_sha256": package.fixity or None,
    }


def _captured(entry: Captured) -> dict[str, Any]:
    return {
        "url": entry.url, "at": entry.at.isoformat(timespec="seconds"), "kept": entry.kept, "status": entry.status,
        "fault": entry.fault or None, "truncated": entry.truncated, "size": entry.size, "records": len(entry.records), "copy_of": entry.copy_of or None,
    }  # fmt: skip


def verified_json(
    changes: Mapping[str, Sequence[Change]], seals: Mapping[str, str], held: bool
) -> list[dict[str, Any]]:
    """What changed, by package; `digest_held` says whether a digest noted elsewhere was held against it."""
    return [
        {
            "path": path,
            "sound": not found,
            "digest": seals[path],
            "digest_held": held,
            "changes": [{"path": c.path, "what": c.what, "detail": c.detail} for c in found],
        }
        for path, found in changes.items()
    ]


def answers_json(grounds: Grounds) -> str:
    """What verdicts stand on, each answer under the conditions under which it was had: schema `cite/answers/2`.

    `answers` came to what verifiers asked, failures among them, pages without their bodies; `exchanges` are what
    archives and indexes sent, whole, from which their answers were read.
    """
    names = grounds.names()
    product = {
        "schema": "cite/answers/2",
        "answers": [
            {"name": names[ask], "asked": str(ask), **_had(one)}
            for ask, one in grounds.answers.items()
        ],
        "exchanges": [
            {**_had(one), **_body(one.answer.body)} for one in grounds.exchanges.values()
        ],
    }
    return json_text(product, indent=1) + "\n"


def _had(one: Had[Answer]) -> dict[str, Any]:
    answer = one.answer
    return {
        "url": answer.ask.url,
        "at": answer.at.isoformat(),
        **_answer(answer),
        "conditions": asdict(one.conditions) if one.conditions else None,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    match answer:
        case Fetched():
            return {
                "status": answer.status, "headers": list(answer.headers), "sha256": answer.digest, "ended_at": answer.url,
                "hops": [asdict(hop) for hop in answer.hops], "tls": answer.tls, "flaws": list(answer.flaws), "attempts": answer.attempts,
            }  # fmt: skip
        case Unreachable():
            return {
                "fault": answer.fault.value, "detail": answer.detail, "ended_at": answer.url,
                "hops": [asdict(hop) for hop in answer.hops], "attempts": answer.attempts,
            }  # fmt: skip
        case TimeMap():
            return {
                "outcome": answer.outcome.value, "detail": answer.detail, "exchanges": list(answer.asked),
                "captures": len(answer.mementos), "complete": answer.complete,
            }  # fmt: skip
        case Records():
            return {
                "outcome": answer.outcome.value, "detail": answer.detail, "exchanges": list(answer.asked),
                "works": [work.identifier for work in answer.works],
            }  # fmt: skip
    raise TypeError(f"{answer!r}: an answer of a kind that is not written down")


def _body(content: bytes) -> dict[str, str]:
    try:
        return {"body": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"body_base64": base64.b64encode(content).decode("ascii")}
