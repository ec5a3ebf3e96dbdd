"""Lists of references: tables, Zotero's exports, archives of them, addresses among words."""

import io
import json
import zipfile

import pytest

from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.pipeline import READERS, plug_in, read


def told(name, content):
    """Per reference its type, fields and addresses; and the codes of findings."""
    found = read(Input(name, content if isinstance(content, bytes) else content.encode()))
    return [
        (one.entry.entry_type, dict(one.entry.fields), [link.url for link in one.links])
        for one in found.references
    ], [one.code for one in found.findings]


def urls(name, content):
    return [url for _, _, links in told(name, content)[0] for url in links]


@pytest.mark.parametrize(
    "table",
    [
        "title,link\nPiers,http://a.example/1\nQuays,http://a.example/2\n",
        "title;link\nPiers;http://a.example/1\nQuays;http://a.example/2\n",
        "no\twhere\n1\thttp://a.example/1\n2\thttp://a.example/2\n",
        'x,y\n"Piers, and\nmore",http://a.example/1\n"Quays ""two""",http://a.example/2\n',
        "\ufeffhttp://a.example/1,Piers\r\nhttp://a.example/2,Quays\r\n",
        "title,doi,link\nPiers,,http://a.example/1\nQuays,,http://a.example/2\n",
    ],
)
@pytest.mark.parametrize("name", ["list.csv", "-"])
def test_a_column_of_addresses_is_found_whatever_it_is_called(table, name):
    assert urls(name, table) == ["http://a.example/1", "http://a.example/2"]


def test_a_table_of_works_keeps_what_its_columns_say():
    table = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Access Date","Pages"\n'
        '"AB12","journalArticle","2011","Moe, A. B.; Roe, Cal","Tides of Hoy","Sea Letters","10.5555/sea.1","","","201-219"\n'
        '"CD34","webpage","","","Rotas","","","https://crew.example/rotas","2020-06-14 10:00:00",""\n'
        '"EF56","book","1999","","Piers","","","","",""\n'
    )
    found, findings = told("zotero.csv", table)
    assert [(kind, links) for kind, _, links in found] == [
        ("article", ["https://doi.org/10.5555/sea.1"]),
        ("online", ["https://crew.example/rotas"]),
        ("book", []),
    ]
    first, second = found[0][1], found[1][1]
    assert [name.family for name in first["author"]] == ["Moe", "Roe"]
    assert (first["journal"], first["year"], first["pages"]) == ("Sea Letters", 2011, "201-219")
    assert second["urldate"] == "2020-06-14"
    assert not findings


def test_a_cell_that_is_no_address_is_a_finding():
    assert told("a.csv", "url,title\nnowhere,Piers\nhttp://a.example/,Quays\n")[1] == [
        "malformed-address"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There were nine, or ten, harbours.\nNobody, it seems, has ever counted them.\n",
        "# Title\n\nSee http://a.example/, and\nhttp://b.example/, or so.\n",
        "<p>a,b\n<p>http://a.example/,b\n",
        "a" * 200_000,
        "",
    ],
)
def test_prose_with_commas_is_no_table(text):
    assert not plug_in("readers", READERS["csv"])().recognises("a.md", text.encode())


def test_addresses_in_a_list_may_stand_among_words():
    listed = "http://a.example/1 the first\nSecond: <http://a.example/2>, http://a.example/3.\nhttp://a.example/4\n"
    found = read(Input("a.txt", listed.encode()), "urls")
    assert [one.links[0].url for one in found.references] == [f"http://a.example/{n}" for n in (1, 2, 3, 4)]  # fmt: skip


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/" xmlns:vcard="http://nwalsh.com/rdf/vCard#">
 <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1"/>
  <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Moe</foaf:surname><foaf:givenName>A. B.</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
  <dc:title>Tides of Hoy</dc:title><dc:date>March 2011</dc:date><bib:pages>201-219</bib:pages></bib:Article>
 <bib:Journal rdf:about="urn:issn:1"><dc:title>Sea Letters</dc:title><prism:volume>14</prism:volume><dc:identifier>DOI 10.5555/sea.1</dc:identifier></bib:Journal>
 <bib:Document rdf:about="https://crew.example/rotas"><z:itemType>webpage</z:itemType><dc:title>Rotas</dc:title>
  <dc:identifier><dcterms:URI><rdf:value>https://crew.example/rotas</rdf:value></dcterms:URI></dc:identifier><dcterms:dateSubmitted>2020-06-14 10:00:00</dcterms:dateSubmitted>
  <dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Leith</vcard:locality></vcard:Address></vcard:adr><foaf:name>Crew Union</foaf:name></foaf:Organization></dc:publisher></bib:Document>
 <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><dc:title>Snapshot</dc:title></z:Attachment>
 <z:Collection rdf:about="#collection_1"><dc:title>Ferries</dc:title></z:Collection>
</rdf:RDF>"""


def test_zoteros_own_export_is_read():
    found, _ = told("library.rdf", RDF)
    assert [(kind, fields["title"], links) for kind, fields, links in found] == [
        ("article", "Tides of Hoy", ["https://doi.org/10.5555/sea.1"]),
        ("online", "Rotas", ["https://crew.example/rotas"]),
    ]
    assert (found[0][1]["journal"], found[0][1]["volume"], found[0][1]["year"], found[0][1]["month"]) == ("Sea Letters", "14", 2011, 3)  # fmt: skip
    assert (found[1][1]["publisher"], found[1][1]["urldate"]) == ("Crew Union", "2020-06-14")


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "."), text)
    return out.getvalue()


def test_an_archive_of_lists_is_read_list_by_list():
    items = json.dumps(
        [{"id": "a", "type": "webpage", "title": "Rotas", "URL": "http://a.example/"}]
    )
    content = zipped(one__json=items, two__rdf=RDF, picture__png="x", three__json="[{}]")
    found = read(Input("library.zip", content))
    assert [one.place.part for one in found.references] == ["one.json", "two.rdf", "two.rdf"]
    assert len({one.key for one in found.references}) >= 2


def test_an_archive_without_lists_is_refused():
    with pytest.raises(InputError, match="holds no document and no list"):
        read(Input("a.zip", zipped(picture__png="x")))


def test_a_table_wider_than_any_is_refused():
    with pytest.raises(InputError, match="more than 2,000 columns"):
        read(Input("a.csv", b"," * 9000 + b"\nhttp://a.example/" + b"," * 9000))
