"""The same finding on many notes, told once."""

from collections.abc import Iterable
from dataclasses import dataclass

from cite.formats.safe_text import safe
from cite.model.findings import Finding, Level

APART = 3
"""Up to so many findings of one kind are told one by one."""
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Folded:
    """One finding in words, and those of its kind that are only counted."""

    first: Finding
    others: tuple[Finding, ...] = ()

    @property
    def more(self) -> str:
        """`and 7 more of the kind: notes ii, v and so on`; nothing where it stands alone."""
        if not self.others:
            return ""
        labels = list(dict.fromkeys(safe(one.note) for one in self.others if one.note))
        named = ", ".join(labels[:_NAMED]) + (" …" if len(labels) > _NAMED else "")
        return f"and {len(self.others)} more of the kind{f': notes {named}' if named else ''}"


def folded(findings: Iterable[Finding]) -> tuple[Folded, ...]:
    """Findings in their order; of a kind that comes often, the first alone with the others behind it."""
    kinds: dict[tuple[str, Level], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.code, finding.level), []).append(finding)
    told = []
    for kind in kinds.values():
        if len(kind) > APART:
            told.append(Folded(kind[0], tuple(kind[1:])))
        else:
            told += [Folded(one) for one in kind]
    return tuple(sorted(told, key=lambda one: -one.first.level))
