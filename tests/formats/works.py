"""One work of every kind that notes cite, and the awkward ones, for all notations alike."""

from cite.model.entries import Entry, Name
from cite.model.notes import NoteId, NoteRef
from cite.model.references import Reference


def work(key, entry_type, raw="", **fields):
    return Reference(
        key,
        Entry(entry_type, fields, key),
        (),
        (NoteRef(NoteId("article.md", 0, 0), "iv"),),
        "",
        raw or f"The note of {key}.",
    )


def person(family, given="", particle="", suffix=""):
    return Name(family, given, particle, suffix)


def body(name):
    return Name(literal=name)


OTHERS = body("others")

WORKS = (
    work("merry2006transnational", "article", author=(person("Merry", "Sally Engle"),), title="Transnational Human Rights and Local Activism: Mapping the Middle", journal="American Anthropologist", volume="108", number="1", pages="38–51", year=2006, doi="10.1525/aa.2006.108.1.38"),
    work("kristof2007sex", "article", author=(person("Kristof", "N D"),), title="Sex Trafficking in India", journal="New York Times", year=2007, month=6, day=29),
    work("economist2015sex", "article", title="A personal choice", journal="The Economist", year=2014, month=8, day=9, number="8899"),
    work("chuangrescuing", "article", author=(person("Chuang", "J"),), title="Rescuing Trafficking from Ideological Capture", journal="University of Pennsylvania Law Review", volume="158", pages="1655", url="http://a.example/158-6/Chuang_final.pdf?x=1&y=%20#p2"),
    work("roth1999prices", "article", author=(person("Berg", "Jan", "van der"), person("King", "Martin Luther", "", "Jr"), OTHERS), title="Prices in 100% & $5_{or} ~so", journal="Études & Débats", volume="XII", pages="e12-e15", year=1999),
    work("hart1961concept", "book", author=(person("Hart", "H L A"),), title="The Concept of Law", address="Oxford", publisher="Clarendon Press", year=1961, edition="2nd"),
    work("lamumba1997rise", "book", author=(person("Ortega y Gasset", "José"),), title="La rebelión de las masas", year=1930),
    work("gil2004women", "book", editor=(person("Gil", "Ana"), person("O’Neill", "Siân")), title="Women of the World", publisher="Polity", address="Cambridge", year=2004, series="Themes", number="7", isbn="9783161484100"),
    work("kant1998critique", "book", author=(person("Kant", "Immanuel"),), editor=(person("Wood", "Allen"),), translator=(person("Guyer", "Paul"),), title="Critique of Pure Reason", publisher="Cambridge University Press", year=1998, volume="3A"),
    work("doezema2005loose", "incollection", author=(person("Doezema", "Jo"),), editor=(person("Kempadoo", "Kamala"),), title="Now you see her, now you don't", booktitle="Trafficking and Prostitution Reconsidered", publisher="Paradigm", address="Boulder", pages="61–89", year=2005),
    work("doe1990chapter", "incollection", author=(person("Doe", "Jane"),), title="A chapter whose editors the note leaves out", booktitle="The Oxford Handbook of Notes", address="Oxford", pages="3–9", year=1990),
    work("vaswani2017attention", "inproceedings", author=(person("Vaswani", "Ashish"), OTHERS), title="Attention is all you need", booktitle="Proceedings of NeurIPS", pages="5998–6008", year=2017),
    work("hrw2010off", "techreport", author=(body("Human Rights Watch"),), title="Off the Streets: Arbitrary detention and other abuses against sex workers in Cambodia", institution="Human Rights Watch", year=2010, month=7, url="https://a.example/off"),
    work("asiawatch1994modern", "techreport", author=(body("Asia Watch (now Human Rights Watch)"), body("Women's Rights Project")), title="A Modern Form of Slavery", year=1994, month=2, day=1),
    work("jones2010evaluation", "techreport", author=(person("Jones", "A"),), title="An Evaluation of \"Project Lantern\"", year=2010, month=10, day=21, url="http://a.example/lantern.pdf"),
    work("empower2003", "techreport", title="A report by Empower Chiang Mai on the human rights violations women are subjected to", year=2003, month=6),
    work("agustin2004thesis", "phdthesis", author=(person("Agustín", "Laura María"),), title="Helping Women Who Sell Sex", school="Open University", year=2004),
    work("who2010thailands", "online", author=(body("World Health Organization"),), title="Thailand's new condom crusade", year=2010, url="http://www.who.example/10-010610/en/index.html", urldate="2011-05-02", archiveurl="https://archive.example/2010/http://www.who.example/", archivedate="2010-07-05"),
    work("untitled", "online", url="http://a.example/only_an_address"),
    work("amnesty2016press", "misc", author=(body("Amnesty International"),), title="Amnesty publishes policy on sex workers' rights", howpublished="press release", year=2016, month=5, day=26),
    work("smith1998interview", "misc", title="Interview with A. Smith", howpublished="interview by the author", address="Phnom Penh", year=1998, month=3, day=4),
    work("russell1917letter", "letter", author=(person("Russell", "Bertrand"),), title="Letter to Colette O’Niel", howpublished="Russell Archives, box 6.68, document 200", institution="McMaster University", year=1917, month=1, day=3),
    work("josephinebutler1871", "unpublished", author=(person("Butler", "Josephine"),), title="Minutes of the Ladies' National Association", howpublished="Women's Library, London, 3JBL/03/12", year=1871),
    work("brown1954board", "jurisdiction", title="Brown v. Board of Education", volume="347", journal="U.S.", pages="483", institution="Supreme Court of the United States", year=1954),
    work("donoghue1932stevenson", "jurisdiction", title="Donoghue v Stevenson", journal="AC", pages="562", institution="HL", year=1932),
    work("rantsev2010", "jurisdiction", title="Rantsev v Cyprus and Russia", number="25965/04", institution="European Court of Human Rights", year=2010, month=1, day=7),
    work("humanrights1998", "legislation", title="Human Rights Act 1998", number="c. 42", year=1998),
    work("traffickingvictims2000", "legislation", title="Trafficking Victims Protection Act", volume="22", journal="U.S.C.", pages="7101", year=2000),
    work("convention1989child", "legal", title="Convention on the Rights of the Child", volume="1577", journal="UNTS", pages="3", year=1989, month=11, day=20),
    work("unsc2000", "legal", title="Resolution 1325 on women, peace and security", institution="UN Security Council", number="S/RES/1325", year=2000, month=10, day=31),
    work("ivanov2000prava", "book", author=(person("Иванов", "И. И."), person("王", "小明")), title="Права человека в XX веке", address="Москва", publisher="Наука", year=2000),
    work("smith2009pubmed", "article", author=(person("Smith", "A"),), title="HIV/STI risk and McDonald's", journal="JAMA", volume="304", number="5", pages="573–4", year=2009, pmid="20682936", issn="0098-7484"),
    work("broken1", "misc", raw="A note with } and { and \\ in it, 50% off, #1.", author=(person("O'Hara, MD", "A and B"),), title="Braces } { and a \\ and a month without a year", month=5),
)  # fmt: skip
