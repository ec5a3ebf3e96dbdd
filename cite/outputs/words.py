"""Numbers in words, as every report for people says them."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 note`, `2 notes`, `2 addresses`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
