"""All rules of the copy-editor, in the order in which they are asked and told: most value first."""

from collections.abc import Collection, Iterator

from cite.model.findings import Finding
from cite.steps.editing import (
    citation_form,
    locators,
    names,
    paragraphs,
    required_fields,
    short_forms,
    typography,
    unsourced,
    wording,
)
from cite.steps.editing.article import Article
from cite.steps.editing.rule import Rule

RULES: tuple[Rule, ...] = (
    *required_fields.RULES,
    *locators.RULES,
    *short_forms.RULES,
    *names.RULES,
    *paragraphs.RULES,
    *unsourced.RULES,
    *wording.RULES,
    *citation_form.RULES,
    *typography.RULES,
)


def edit(
    article: Article, select: Collection[str] = (), ignore: Collection[str] = ()
) -> Iterator[Finding]:
    """What a copy-editor would raise; a rule that is off is asked only where it is selected."""
    for rule in RULES:
        wanted = rule.code in select if select else rule.on
        if wanted and rule.code not in ignore:
            yield from rule.find(article)
