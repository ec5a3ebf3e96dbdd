"""From a regular expression to its needles: of those strings, every text that it matches holds at least one.

Worked out on the tree that `re` itself makes of an expression. A run of letters that must stand together is a
needle; of several that must all be there, the ones least likely to stand in any page are taken.
"""

import re._constants as c
import re._parser as parser
from functools import reduce

from cite.steps.pages.wording import folded

MOST_SPELLINGS = 64
"""Ways in which one run of letters may be spelt before it is cut in two."""
EVERYWHERE = frozenset(
    "the and for are was that this with from have has had you your not all can her his one our out who will more "
    "when there their what about which them then were been into than some could time very here work page pages read "
    "site web content article articles information service services account access public member members free full "
    "home offer offers contact search order view open".split()
)
"""Words that stand on half of all pages, and so tell little."""


def needles_of(pattern, flags):
    """The needles, shortest first; none where a match need not hold any."""
    best = _of_sequence(parser.parse(pattern, flags))
    return sorted(best, key=lambda needle: (len(needle), needle)) if best else []


def _of_sequence(nodes):
    """The best of the sets of which a match of a sequence holds one each."""
    candidates, run = [], {""}
    for node in nodes:
        spellings = _spellings(node)
        if spellings and len(run) * len(spellings) <= MOST_SPELLINGS:
            run = {before + after for before in run for after in spellings}
            continue
        candidates.append(run)
        run = spellings or {""}
        if not spellings:
            candidates.append(_of_node(node))
    candidates.append(run)
    told = [_folded(candidate) for candidate in candidates if candidate and "" not in candidate]
    return max(told, key=_worth, default=None)


def _of_node(node):
    kind, value = node
    if kind is c.SUBPATTERN:
        return _of_sequence(value[3])
    if kind is c.ATOMIC_GROUP:
        return _of_sequence(value)
    if kind is c.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        return set().union(*branches) if all(branches) else None
    if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT) and value[0] > 0:
        return _of_sequence(value[2])
    return None


def _spellings(node):
    """All that a node can match, where that is a handful of strings; None where it is more, or cannot be told."""
    kind, value = node
    if kind is c.LITERAL:
        return {chr(value)}
    if kind is c.IN and all(part[0] is c.LITERAL for part in value):
        return {chr(letter) for _, letter in value}
    if kind is c.AT:
        return {""}
    if kind is c.SUBPATTERN:
        return _all_spellings(value[3])
    if kind is c.BRANCH:
        branches = [_all_spellings(branch) for branch in value[1]]
        found = set().union(*branches) if all(branches) else None
        return found if found and len(found) <= MOST_SPELLINGS else None
    if kind in (c.MAX_REPEAT, c.MIN_REPEAT) and value[:2] == (0, 1):
        found = _all_spellings(value[2])
        return found and found | {""}
    return None


def _all_spellings(nodes):
    found = [_spellings(node) for node in nodes]
    if not all(found):
        return None
    size = reduce(lambda so_far, spellings: so_far * len(spellings), found, 1)
    if size > MOST_SPELLINGS:
        return None
    return reduce(lambda heads, tails: {h + t for h in heads for t in tails}, found, {""})


def _folded(strings):
    """Folded, and without those that hold another: whoever finds that has found enough."""
    every = {folded(string) for string in strings}
    return {one for one in every if not any(other != one and other in one for other in every)}


def _worth(needles):
    """How little a set is likely to be found in any page: by its commonest, then by how many there are."""
    return min(map(_rarity, needles)), -len(needles)


def _rarity(needle):
    word = needle.strip()
    if word in EVERYWHERE:
        return 2.5
    return min(6.0, sum(map(_telling, word)))


def _telling(letter):
    """How much one character tells: those of Chinese, Japanese and Korean as much as three letters, a figure as two."""
    return 3 if letter >= "\u3040" else 2 if letter.isdigit() else 1
