"""What is sent and what is kept, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from cite.formats.safe_text import safe
from cite.model.keeping import Captured, Change, Fate, Keeper, Keys, Package, Planned, Sending


def plan_text(planned: Sequence[Planned], asked: Mapping[str, Keeper], keys: Keys) -> str:
    """What would be sent where, and why; what would not, and why not."""
    if not asked:
        return "No archive that takes pages is configured; see cite.toml."
    parts = []
    for keeper in asked.values():
        mine = [one for one in planned if one.keeper == keeper.name]
        go = [one for one in mine if one.send]
        lines = [f"{keeper.title} ({keeper.base}): {len(go)} of {len(mine)} addresses to send"]
        lines.append(f"  {_keys_line(keeper, keys)}")
        lines += [f"  + {safe(one.url)}\n      {safe(one.why)}" for one in go]
        lines += [f"  - {safe(one.url)}\n      {safe(one.why)}" for one in mine if not one.send]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _keys_line(keeper: Keeper, keys: Keys) -> str:
    names = " and ".join(keeper.keys)
    if keys.has(keeper.keys):
        return f"its keys are set ({names})"
    return f"nothing is sent there until {names} {'are' if len(keeper.keys) > 1 else 'is'} set"


def sent_text(
    sendings: Sequence[Sending],
    halted: Mapping[str, str],
    again_at: Mapping[str, datetime],
    titles: Mapping[str, str],
    keyless: Sequence[str] = (),
) -> str:
    """What became of each address, and what remains in the queue."""
    order = (Fate.KEPT, Fate.FAILED, Fate.SENT, Fate.SENDING, Fate.WAITING)
    lines = [line for fate in order for one in sendings if one.fate is fate for line in _lines(one)]
    counts = Counter(one.fate for one in sendings)
    waiting = counts[Fate.WAITING] + counts[Fate.SENDING] + counts[Fate.SENT]
    lines.append(
        f"{counts[Fate.KEPT]} kept, {counts[Fate.FAILED]} refused, {waiting} in the queue."
    )
    lines += [f"{titles[name]}: {safe(why)}." for name, why in halted.items()]
    lines += [
        f"{titles[name]}: the rest can go from {when:%H:%M} UTC; run it again then."
        for name, when in again_at.items()
    ]
    lines += [f"{name}: nothing sent, for want of its key." for name in keyless]
    return "\n".join(lines)


def _lines(one: Sending) -> list[str]:
    words = {
        Fate.KEPT: "kept", Fate.FAILED: "refused", Fate.SENT: "under way",
        Fate.SENDING: "in the queue", Fate.WAITING: "in the queue",
    }[one.fate]  # fmt: skip
    lines = [f"{words:<14}{safe(one.url)}"]
    lines += [f"{'':<14}{safe(text)}" for text in (one.copy, one.detail) if text]
    return lines


def package_text(package: Package) -> str:
    """What is in a package and what is not."""
    cited, copies = package.cited, package.copies
    own = sum(entry.kept for entry in cited)
    stood_in = sum(not entry.kept and entry.url in copies for entry in cited)
    lines = [
        f"{safe(package.name)}: {own + stood_in} of {len(cited)} sources kept in {safe(package.folder)}"
    ]
    if stood_in:
        lines[0] += f", {stood_in} as an archive has {'it' if stood_in == 1 else 'them'}"
    if package.new != len(package.captures):
        lines[0] += f"; {package.new} asked now"
    for entry in cited:
        lines += _capture_lines(entry, copies.get(entry.url))
    if not package.complete:
        lines.append("  Stopped before the end; run it again to go on from here.")
        return "\n".join(lines)
    lines += [f"  {name:<28}{_size(size):>10}" for name, size in package.files.items()]
    lines.append(f"  The SHA-256 of its manifest, to be noted elsewhere:\n  {package.fixity}")
    return "\n".join(lines)


def _capture_lines(entry: Captured, copy: Captured | None) -> list[str]:
    """What there is to say of one source; nothing where it is simply kept."""
    if entry.kept:
        words = "not whole" if entry.fault else ""
    else:
        words = "an archive's copy" if copy else "not kept"
    if not words:
        return []
    lines = [f"  {words}: {safe(entry.url)}", f"    {safe(entry.fault)}"]
    return [*lines, f"    {safe(copy.url)}"] if copy and not entry.kept else lines


def _size(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:,.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"


def verified_text(path: str, changes: Sequence[Change], seal: str, held: bool) -> str:
    """What changed, by name; and by what that is known. `held` says whether a seal noted elsewhere was held against it."""
    if not changes and held:
        return f"{safe(path)}: all as it was when {seal} was noted of it"
    if not changes:
        return (
            f"{safe(path)}: each file is as its manifest says\n"
            f"  SHA-256 of the manifest: {seal}\n"
            "  Whether file and manifest were rewritten together it cannot tell: give the digest that was noted\n"
            "  when the package was made (--digest)."
        )
    lines = [f"{safe(path)}: {len(changes)} not as it was"]
    lines += [
        f"  {one.what:<9}{safe(one.path or '(the file itself)')}: {safe(one.detail)}"
        for one in changes
    ]
    return "\n".join(lines)
