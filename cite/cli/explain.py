"""`cite explain`: the rule behind a code, and what a word of a report means."""

from difflib import get_close_matches

import click

from cite.cli.product import emit
from cite.model.errors import UsageError


def _begun(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Codes and words that begin so, for the shell."""
    from cite.cli.rules import rules
    from cite.cli.rules_of_words import words

    return sorted(name for name in {*rules(), *words()} if name.startswith(incomplete.lower()))


@click.command("explain")
@click.argument("code", required=False, shell_complete=_begun)
def command(code: str | None) -> None:
    """What the finding, sign or state CODE asks, why it matters, and what to do; all codes without one.

    Any word that a report shows will do: `dead`, `unknown`, `retracted`, `absent`.
    """  # fmt: skip
    from cite.cli.rules import rules

    if code is None:
        emit("\n".join(sorted(rules())))
    else:
        emit(f"{code}\n\n{_explained(code)}")


def _explained(code: str) -> str:
    """What a code or word stands for. Raises UsageError, with what may have been meant, where it is unknown."""
    from cite.cli.rules import rules
    from cite.cli.rules_of_words import words

    known, meanings = rules(), words()
    asked = code.strip().lower().replace("_", "-")
    for name in (code, asked, asked.replace(" ", "-")):
        if told := known.get(name) or meanings.get(name):
            return told
    close = get_close_matches(asked, [*known, *meanings], 1)
    hint = f"; did you mean {close[0]}?" if close else "; 'cite explain' lists them"
    raise UsageError(f"no rule or word is {code!r}{hint}")
