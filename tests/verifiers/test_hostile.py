"""Whatever a page holds and wherever it leads, a verdict comes out."""

from hypothesis import given
from hypothesis import strategies as st

from cite.steps.pages.neighbours import sibling
from tests.verifiers.stage import URL, page, verdict

PIECES = st.sampled_from(
    ["<h1>", "</h1>", "<p>", "<a href='x'>", "<meta http-equiv=refresh content='0;url=http://[::1'>", "<script>location='http://[bad'</script>",
     "<form>", "<input type=password>", "404", "not found", "\0", "é", "漢字", "<![CDATA[", "<!--", "-->", "{", '"error":', "}", "[", "<title>",
     "</title>", "casino bonus", "<link rel=canonical href='http://[x'>", "<template>", "<noscript>", "<svg>", "<body class=error404>", "\u202e",
     '<script type="application/ld+json">{"@type":[1,{}],"name":null}</script>', "© 2020 ", "domain is for sale "]
)  # fmt: skip
BODIES = st.one_of(
    st.binary(max_size=80), st.lists(PIECES, max_size=20).map("".join).map(str.encode)
)
PLACES = st.sampled_from([None, "http://[bad/", "http://other.org/login?x", "http://journal.org/#/x", "//odd", "http://journal.org:99999/"])  # fmt: skip


@given(
    BODIES, PLACES, st.sampled_from([200, 301, 304, 403, 404, 429, 503, 999]), st.booleans(),
    st.sampled_from(["text/html", "application/json", "text/plain", "", "image/png", "text/html; charset=utf-7"]),
    st.sampled_from(["", "X", "The Ledger of Complaints: Bribery in a River Town"]),
)  # fmt: skip
def test_every_answer_has_a_verdict_with_reasons(body, final, status, beside, kind, title):
    others = [page(200, body, url=sibling(URL))] if beside else []
    link = verdict(page(status, body, final=final, content_type=kind), others=others, title=title)
    assert link.reasons
