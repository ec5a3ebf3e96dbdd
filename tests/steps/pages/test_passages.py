"""Which sentences of a page went, and which came."""

from cite.steps.pages.compare_pages import MOST_PASSAGES, passages

OPEN = "The ledgers of the court were open to every reader who asked."
KEPT = "Two clerks kept them in a room behind the northern gate of the town."
CLOSED = "Since the flood nobody but the archivist has seen a single volume."


def test_sentences_that_went_and_came_are_told_in_their_order():
    assert passages(f"{OPEN} {KEPT}", f"{KEPT} {CLOSED}") == ((OPEN,), (CLOSED,))


def test_a_page_that_stayed_tells_nothing():
    assert passages(f"{OPEN} {KEPT}", f"{KEPT}\n{OPEN}") == ((), ())


def test_a_word_mended_in_a_sentence_is_no_other_sentence():
    assert passages(KEPT, KEPT.replace("clerks", "scribes")) == ((), ())


def test_of_many_only_the_first_are_told():
    many = " ".join(
        f"Of the ledger called {name} nothing but its binding is left today."
        for name in "abcdefghijk"
    )
    removed, _ = passages(many, CLOSED)
    assert len(removed) == MOST_PASSAGES
