"""XML from strangers: read as it stands, refused in one line where it would expand, fetch or never end."""

import pytest

from cite.formats import xml
from cite.formats.xml import children, parse_xml
from cite.model.errors import InputError

LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY l0 "ha">'
    + b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
    + b']><a b="&l11;">&l11;</a>'
)
HOSTILE = {
    "entities within entities": (LAUGHS, "entities"),
    "a file as an entity": (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        "entities of its own",
    ),
    "a file as a parameter entity": (
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]><a/>',
        "entities of its own",
    ),
    "one long entity many times": (
        b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 99_999 + b'">]><a b="' + b"&x;" * 9_999 + b'"/>',
        "entities",
    ),
    "a thousand levels": (b"<a>" * 1000 + b"</a>" * 1000, "nested too deeply"),
    "an end that is missing": (b"<a><b>", "no well-formed XML"),
    "nothing": (b"", "no well-formed XML"),
    "no XML at all": (b"\x00\x01\x02", "no well-formed XML"),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_refused_in_one_line(content: bytes, reason: str) -> None:
    for read in (parse_xml, lambda content, part: list(children(content, "b", part))):
        with pytest.raises(InputError, match=reason) as refused:
            read(content, "word/document.xml")
        assert str(refused.value).startswith("its part word/document.xml ")
        assert "\n" not in str(refused.value)


def test_tags_are_counted_before_a_tree_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MOST_TAGS", 100)
    with pytest.raises(InputError, match="more than 100 tags"):
        parse_xml(b"<a>" + b"<b/>" * 200 + b"</a>")


def test_a_dtd_may_be_named_and_is_not_looked_for() -> None:
    root = parse_xml(
        b'<!DOCTYPE article PUBLIC "-//X//DTD" "http://0.0.0.0:9/x.dtd"><article>k</article>'
    )
    assert root.text == "k"


def test_children_come_one_by_one_with_all_that_stands_in_them() -> None:
    content = b"<d><h><p/></h><b><p>1<p>2</p></p><t>3</t></b><b><p>4</p></b></d>"
    assert ["".join(one.itertext()) for one in children(content, "b")] == ["12", "3"]


def test_children_before_a_fault_are_given() -> None:
    read = children(b"<d><b><p>1</p><p>2</b></d>", "b")
    assert next(read).text == "1"
    with pytest.raises(InputError):
        next(read)
