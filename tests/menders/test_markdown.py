"""Articles of text written back: the addresses as each notation writes them, every other byte as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.exact import Edit, exact
from cite.model.decisions import Action, Decision, Decisions
from cite.model.inputs import Input
from cite.model.mending import Cause, Style
from tests.menders.verdicts import COPY, OLD, dead, mended, mending, moved, secured, unknown

ON = "on 11 July 2009"


def markdown(note, verdicts, **wanted):
    """A note of an article as it comes back."""
    head = "So it was said.[^1]\n\n[^1]: "
    back = mended(Input("a.md", f"{head}{note}\n".encode()), verdicts, **wanted).decode()
    assert back.startswith(head)
    return back[len(head) :].rstrip("\n")


@pytest.mark.parametrize(
    ("note", "back"),
    [
        (f"Doe, *T*, {OLD}.", f"Doe, *T*, {OLD}, archived at {COPY} {ON}."),
        (f"Doe, <{OLD}>, 2008.", f"Doe, <{OLD}>, archived at <{COPY}> {ON}, 2008."),
        (f"Doe, [{OLD}]({OLD}).", f"Doe, [{OLD}]({OLD}), archived at [{COPY}]({COPY}) {ON}."),
        (f"Doe, `{OLD}`.", f"Doe, `{OLD}`, archived at {COPY} {ON}."),
        (f"Doe, [{OLD}][r].\n\n[r]: {OLD}", f"Doe, [{OLD}][r], archived at {COPY} {ON}.\n\n[r]: {OLD}"),
        (f"Doe, [*T*]({OLD}).", f"Doe, [*T*]({COPY})."),
        (f'Doe, [*T*]({OLD} "a title").', f'Doe, [*T*]({COPY} "a title").'),
        (f'Doe, <a class="x" href="{OLD}">T</a>.', f'Doe, <a class="x" href="{COPY}">T</a>.'),
        (f"Doe, {OLD} (accessed July 4, 2009).", f"Doe, {OLD}, archived at {COPY} on July 11, 2009 (accessed July 4, 2009)."),
        (f"Doe, {OLD} (zuletzt abgerufen am 4. Juli 2009).", f"Doe, {OLD}, archiviert unter {COPY} am 11. Juli 2009 (zuletzt abgerufen am 4. Juli 2009)."),
        ("Doe, http://old.example/a\\_b.", f"Doe, http://old.example/a\\_b, archived at {COPY.replace('_', chr(92) + '_')} {ON}."),
    ],
)  # fmt: skip
def test_a_dead_link_gets_its_copy_in_the_notes_own_manner(note, back):
    assert markdown(note, [dead()]) == back


@pytest.mark.parametrize(
    ("style", "note", "back"),
    [
        (Style.REPLACE, f"Doe, {OLD}.", f"Doe, {COPY}."),
        (Style.REPLACE, f"Doe, [{OLD}]({OLD}).", f"Doe, [{COPY}]({COPY})."),
        (Style.APPEND, f"Doe, [*T*]({OLD}).", f"Doe, [*T*]({OLD}), archived at [{COPY}]({COPY}) {ON}."),
        (Style.ROBUST_LINKS, f"Doe, [*T*]({OLD}).", f'Doe, <a href="{COPY}" data-originalurl="{OLD}" data-versiondate="2009-07-11">*T*</a>.'),
        (Style.ROBUST_LINKS, f'<a href="{OLD}">T</a>.', f'<a href="{COPY}" data-originalurl="{OLD}" data-versiondate="2009-07-11">T</a>.'),
    ],
)  # fmt: skip
def test_the_style_may_be_chosen(style, note, back):
    assert markdown(note, [dead()], style=style) == back


def test_an_address_in_parentheses_stays_one():
    new = "https://new.example/a_(b"
    assert markdown(f"Doe, [T]({OLD}).", [moved(OLD, new)]) == f"Doe, [T](<{new}>)."


@pytest.mark.parametrize(
    ("verdict", "causes", "back"),
    [
        (moved(OLD, "https://new.example/"), tuple(Cause), "Doe, https://new.example/."),
        (secured(OLD), tuple(Cause), f"Doe, https{OLD[4:]}."),
        (secured(OLD), (Cause.DEAD,), f"Doe, {OLD}."),
        (unknown(OLD), tuple(Cause), f"Doe, {OLD}."),
        (dead(copy=""), tuple(Cause), f"Doe, {OLD}."),
    ],
)
def test_only_what_is_certain_and_asked_for_is_changed(verdict, causes, back):
    assert markdown(f"Doe, {OLD}.", [verdict], causes=causes) == back


def test_what_was_left_is_told_with_its_reason():
    given = Input("a.md", f"So.[^1]\n\n[^1]: {OLD} and http://b.example/.\n".encode())
    left = mending(given, [unknown(OLD), dead("http://b.example/", "")]).left
    assert [(one.url, one.note, one.why) for one in left] == [
        (OLD, "1", "it could not be told what it is; a person should look"),
        ("http://b.example/", "1", "no archived copy of it is known"),
    ]


def test_an_address_escaped_twice_is_escaped_as_it_should_be():
    assert markdown("Doe, <http://a.example/b\\\\_c>.", []) == "Doe, <http://a.example/b_c>."


def test_mending_what_was_mended_changes_nothing():
    verdicts = [dead(), moved("http://m.example/", "https://n.example/")]
    text = f"So http://m.example/ said.[^1]\n\n[^1]: {OLD}; [T]({OLD}).\n"
    once = mended(Input("a.md", text.encode()), verdicts)
    assert once != text.encode()
    assert mended(Input("a.md", once), verdicts) == once


def test_a_copy_in_the_text_itself_is_put_beside_its_page_once():
    once = mended(Input("a.md", f"So it was said ({OLD}), and done.\n".encode()), [dead()])
    assert once.decode().count(COPY) == 1
    assert mended(Input("a.md", once), [dead()]) == once


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (f"Hobsbawm, E. J., *Nations*, {OLD}.", "archived at"),
        (f"L. van Beethoven, *Letters*, {OLD}.", "archived at"),
        (f"Müller, *Die Geschichte der Stadt und das Land*, {OLD}.", "archiviert unter"),
        (f"García, *La vida de los otros y el mar*, {OLD}.", "archivado en"),
        (f"Dupont, *Histoire*, {OLD}, consultée le 4 juillet 2009.", "archivé à l’adresse"),
    ],
)
def test_a_name_or_an_initial_is_no_sign_of_a_language(note, says):
    assert f", {says} {COPY}" in markdown(note, [dead()])


def test_decisions_come_before_verdicts():
    keep = Decisions((Decision(OLD, Action.KEEP),))
    assert markdown(f"Doe, {OLD}.", [dead()], decisions=keep) == f"Doe, {OLD}."
    other = Decisions((Decision(OLD, Action.REPLACE, note="1", by="https://x.example/"),))
    assert markdown(f"Doe, {OLD}.", [unknown(OLD)], decisions=other) == "Doe, https://x.example/."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_are_kept(encoding, newline):
    text = f"Émile said so.<sup>i</sup>{newline}{newline}<sup>i</sup> Müller,{newline}[*T*]({OLD}).{newline}"
    back = mended(Input("a.md", text.encode(encoding)), [dead()])
    assert back == text.replace(OLD, COPY).encode(encoding)


EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("xy", max_size=3)), max_size=5
)


@given(st.text("ab\r\né", min_size=1, max_size=40), EDITS)
def test_every_byte_outside_the_edits_stays(raw, edits):
    content = raw.encode()
    text = exact(content)
    made = [Edit(min(s, len(text.source)), min(s + n, len(text.source)), t) for s, n, t in edits]
    assert text.edited([]) == content
    back = text.edited(made).decode()
    assert [char for char in back if char not in "xy\r\n"].__len__() <= len(raw)


ROBUST = f'<a href="{COPY}" data-originalurl="{OLD}" data-versiondate="2009-07-11">'


@pytest.mark.parametrize(
    ("note", "wanted", "back"),
    [
        (f"Doe, [*T*][r].\n\n[r]: {OLD}", None, f"Doe, [*T*][r].\n\n[r]: {COPY}"),
        (f"Doe, [*T*][].\n\n[*T*]: <{OLD}> 'x'", None, f"Doe, [*T*][].\n\n[*T*]: <{COPY}> 'x'"),
        (f"Doe, [T].\n\n[T]:\n   {OLD}", None, f"Doe, [T].\n\n[T]:\n   {COPY}"),
        (f"Doe, [T][R].\n\n> [r]: {OLD}", None, f"Doe, [T][R].\n\n> [r]: {COPY}"),
        (f"[*T*][r], [U][r].\n\n[r]: {OLD}", None, f"[*T*][r], [U][r].\n\n[r]: {COPY}"),
        (f"Doe, [*T*][r].\n\n[r]: {OLD}", Style.APPEND, f"Doe, [*T*][r], archived at {COPY} {ON}.\n\n[r]: {OLD}"),
        (f"Doe, [*T*][r].\n\n[r]: {OLD}", Style.ROBUST_LINKS, f"Doe, {ROBUST}*T*</a>.\n\n[r]: {OLD}"),
        (f"Doe, [![A picture](p.png)]({OLD}).", None, f"Doe, [![A picture](p.png)]({COPY})."),
        (f"Doe, [![A picture](p.png)]({OLD}).", Style.ROBUST_LINKS, f"Doe, {ROBUST}![A picture](p.png)</a>."),
        (f"Doe, [T]({OLD} (a title)).", Style.ROBUST_LINKS, f"Doe, {ROBUST}T</a>."),
        (f"Doe, [a [b] c]({OLD}).", Style.ROBUST_LINKS, f"Doe, {ROBUST}a [b] c</a>."),
        (f"Doe, `{OLD}`.", Style.ROBUST_LINKS, f"Doe, {ROBUST}`{OLD}`</a>."),
        (f"Doe, <{OLD}>.", Style.ROBUST_LINKS, f"Doe, {ROBUST}{OLD}</a>."),
        (f"Doe, [T]({OLD}){{.x}}.", Style.ROBUST_LINKS, f'Doe, [T]({COPY}){{.x data-originalurl="{OLD}" data-versiondate="2009-07-11"}}.'),
        (f"Doe, [T]({OLD}){{.x}}.", Style.APPEND, f"Doe, [T]({OLD}){{.x}}, archived at [{COPY}]({COPY}) {ON}."),
    ],
)  # fmt: skip
def test_a_link_keeps_the_form_in_which_it_is_written(note, wanted, back):
    assert markdown(note, [dead()], style=wanted) == back


@pytest.mark.parametrize(
    "note",
    [
        f"See ![the page {OLD} as it was](p.png).",
        f"Run `curl {OLD} -o x`.",
        f"So `[T]({OLD})` is written.",
        f"Doe, [{OLD}](https://perma.cc/AB12-CD34).",
    ],
)
def test_descriptions_of_pictures_program_text_and_what_leads_to_its_copy_stay_as_they_are(note):
    for style in (None, *Style):
        assert markdown(note, [dead()], style=style) == note
    assert markdown(note, [moved(OLD, "https://new.example/")]) == note


@pytest.mark.parametrize("style", [None, Style.APPEND, Style.ROBUST_LINKS])
def test_nothing_is_put_into_a_link_to_elsewhere(style):
    note = f"Doe, [{OLD}](http://other.example/)"
    copied = f"{note}, archived at [{COPY}]({COPY}) {ON}."
    assert markdown(f"{note}.", [dead()], style=style) == copied
    both = [dead(), moved("http://other.example/", "https://o.example/")]
    assert markdown(f"{note}.", both, style=style) == copied.replace("http://other", "https://o")


def test_an_address_defined_once_for_several_places_changes_for_all_or_for_none():
    text = f"So.[^1] Then.[^2]\n\n[^1]: Doe, [T][r].\n\n[^2]: Roe, [U][r].\n\n[r]: {OLD}\n"
    keep = Decisions((Decision(OLD, Action.KEEP, note="2"),))
    given = Input("a.md", text.encode())
    assert mended(given, [dead()]).decode() == text.replace(OLD, COPY)
    assert mended(given, [dead()], decisions=keep).decode() == text
    (left,) = mending(given, [dead()], decisions=keep).left
    assert left.note == "1" and "for several places" in left.why


def test_a_name_of_a_work_stays_its_name():
    verdict = moved("https://doi.org/10.1000/182", "https://new.example/")
    note = "Doe, [doi:10.1000/182](https://doi.org/10.1000/182)."
    once = markdown(note, [verdict])
    assert once == "Doe, [doi:10.1000/182](https://new.example/)."
    assert markdown(once, [verdict]) == once


def test_what_a_person_found_dead_is_mended_and_what_one_found_well_is_not():
    said = Decision(OLD, Action.CHECKED, state="dead")
    gone = replace(dead(), by_hand=said)
    assert (
        markdown(f"Doe, [T]({OLD}).", [gone], decisions=Decisions((said,))) == f"Doe, [T]({COPY})."
    )
    well = replace(secured(OLD), by_hand=replace(said, state="live"))
    assert markdown(f"Doe, {OLD}.", [well]) == f"Doe, {OLD}."
