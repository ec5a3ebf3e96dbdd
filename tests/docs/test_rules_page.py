"""The page of a copy-editor's rules is made from the rules themselves."""

import os
from pathlib import Path

from cite.steps.editing.registry import RULES
from cite.steps.editing.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
HEAD = """\
# What a copy-editor would raise

`cite check` and `cite report` put these questions to the whole of an article, its notes and its text; nothing is
asked on the web for them. They are queries: most are at level info, those that are plain at level warning, and
none fails a run unless `--fail-on` says so. A pattern is one finding, with all its places. The article is compared
with itself, and a form counts as its own only where a clear majority keeps it. Nothing within quotations,
addresses or titles is touched.

`--ignore CODE` leaves a rule out, `--select CODE` asks it alone; `cite explain CODE` prints its page. The rates are
of places (a pattern has several) on 29 articles, theses and web pages of other hands, judged by reading them. The
rules were mended on the same documents, so that others will show more false alarms than these.
"""


def page() -> str:
    return HEAD + "".join(map(_section, RULES))


def _section(rule: Rule) -> str:
    return f"\n## {rule.code}\n\n{rule.page}\n"


def test_the_page_of_rules_is_what_the_rules_say():
    if os.environ.get("CITE_ACCEPT"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()
