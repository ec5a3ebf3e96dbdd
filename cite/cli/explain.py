"""`cite explain`: the rule behind a code."""

import click

from cite.cli.product import emit
from cite.model.errors import UsageError


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """What the finding or sign CODE asks, why it matters, and what to do; all codes without one."""
    from cite.cli.rules import rules

    known = rules()
    if code is None:
        emit("\n".join(sorted(known)))
    elif code in known:
        emit(f"{code}\n\n{known[code]}")
    else:
        raise UsageError(f"no rule has the code {code!r}; 'cite explain' lists them")
