"""Word files made by hand, part by part, so that a test says what stands in them."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = f'xmlns:w="{W}" xmlns:r="{R}"'
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    return made.getvalue()


def relationships(targets: Mapping[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{id}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'
        for id, target in targets.items()
    )
    return f'<Relationships xmlns="{_REL}">{links}</Relationships>'


def docx(
    body: str,
    footnotes: Mapping[str, str] | None = None,
    endnotes: Mapping[str, str] | None = None,
    styles: str = "",
    numbering: str = "",
    settings: str = "",
    links: Mapping[str, str] | None = None,
    note_links: Mapping[str, str] | None = None,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word file of a body and notes by their ids, all of it WordprocessingML."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{_REL}"><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_HEAD}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(links or {}),
    }
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes is not None:
            inside = "".join(
                f'<w:{kind} w:id="{id}">{text}</w:{kind}>' for id, text in notes.items()
            )
            separators = f'<w:{kind} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
            parts[f"word/{kind}s.xml"] = f"<w:{kind}s {_HEAD}>{separators}{inside}</w:{kind}s>"
            parts[f"word/_rels/{kind}s.xml.rels"] = relationships(note_links or {})
    for name, content in (("styles", styles), ("numbering", numbering), ("settings", settings)):
        if content:
            parts[f"word/{name}.xml"] = f"<w:{name} {_HEAD}>{content}</w:{name}>"
    return zipped({**parts, **(more or {})})


def p(*runs: str, style: str = "", properties: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def footnote(id: int, mark: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if mark else ""
    shown = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:footnoteReference{follows} w:id="{id}"/>{shown}</w:r>'


def endnote(id: int) -> str:
    return f'<w:r><w:endnoteReference w:id="{id}"/></w:r>'


def raised(text: str) -> str:
    return r(text, '<w:vertAlign w:val="superscript"/>')


def field(code: str, *result: str, data: str = "") -> str:
    kept = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{kept}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(result)}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
