"""Numbers in words, as every report for people says them."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 note`, `2 notes`, `2 addresses`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def distance(days: float | None) -> str:
    """How far a copy lies from its date, in words."""
    if days is None:
        return "chosen for"
    size = abs(days)
    if size < 1:
        return "within"
    amount = f"{size / 365.25:.1f} years" if size >= 730 else f"{size:.0f} days"
    return f"{amount} {'after' if days > 0 else 'before'}"
