"""Words of the trade: what a word in a citation tends to be, from small lists of our own."""

from collections.abc import Iterator
from functools import lru_cache

from cite.recognisers.languages.known import words_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.vocabulary import MONTHS

_LISTS = {
    "in": "in dans en",
    "eds": "ed eds editor editors edited hrsg hg herausgegeben dir éd éds coord org comp",
    "trans": "trans translated translator tr trad übers übersetzt transl",
    "pp": "pp p pages page pg pgs s seiten pág págs стр с",
    "vol": "vol vols volume volumes bd band tome jg jahrgang т том",
    "no": "no nos nr number issue iss heft num núm n° nº № issues",
    "edn": "edition edn ed aufl auflage édition édn edición rev revised reprint repr",
    "etal": "et al alii others",
    "and": "and & und y e og",
    "of": "of the a an for on to from by with at de la du des le les et der die das von zur zum für im del los las el",
    "particle": "van von der den de du della di da dos ter ten al el bin ibn ben vom zu af",
    "journal": "journal j rev review reviews annals ann bulletin bull letters lett transactions trans quarterly q magazine "
    "gazette zeitschrift revue archiv archives arch acta studies annales chronicle newsletter tidsskrift rivista revista "
    "cahiers jahrbuch times post guardian nature science phys chem biol med math am soc sci res int eur",
    "meeting": "proceedings proc conference conf symposium symp workshop congress meeting colloquium advances "
    "annual international ieee acm lncs notes lecture handbook encyclopedia encyclopaedia companion essays",
    "publisher": "press publishers publisher publishing verlag books wiley springer elsevier routledge blackwell "
    "macmillan mcgraw-hill academic sage kluwer hall prentice addison-wesley kaufmann presses éditions editions "
    "verlagsgesellschaft editorial publications penguin palgrave birkhäuser dekker houghton mifflin norton harper "
    "oup cup ashgate brill mohr beck suhrkamp gallimard seuil puf nomos duncker vieweg teubner co inc ltd gmbh",
    "body": "university univ institute institut department dept college school council committee ministry association "
    "society foundation organization organisation agency bureau office center centre commission laboratory "
    "universität université universidad faculty academy library museum bank fund nations collaboration group "
    "consortium corporation",
    "place": "london york new cambridge oxford paris berlin boston chicago princeton philadelphia washington amsterdam "
    "rotterdam leiden basel zürich wien vienna münchen munich stuttgart heidelberg frankfurt hamburg köln leipzig "
    "tübingen göttingen toronto montreal vancouver ottawa sydney melbourne canberra tokyo kyoto beijing shanghai moscow "
    "moskva madrid barcelona roma rome milano milan lisbon lisboa stockholm copenhagen københavn oslo helsinki dublin "
    "edinburgh manchester geneva genève brussels bruxelles dordrecht singapore delhi mumbai ma ca ny nj pa il md mass "
    "calif conn tx fl dc uk usa us england germany france netherlands canada australia italy spain japan china "
    "switzerland berkeley stanford angeles francisco seattle austin baltimore bloomington durham minneapolis haven "
    "englewood cliffs hillsdale thousand oaks palo alto san los park hills upper saddle river mahwah menlo "
    "texas florida virginia carolina georgia ohio michigan illinois indiana wisconsin minnesota oregon "
    "arizona colorado utah nevada iowa kansas missouri tennessee kentucky alabama louisiana massachusetts "
    "connecticut pennsylvania maryland jersey hampshire vermont maine england wales scotland ireland austria "
    "belgium sweden norway denmark finland poland hungary greece portugal turkey russia india korea brazil "
    "mexico argentina chile colombia israel egypt africa zealand brunswick hamburg bonn mainz bern zurich "
    "lausanne geneva lyon marseille grenoble toulouse bordeaux strasbourg lille torino turin bologna firenze "
    "florence napoli naples padova sevilla valencia salamanca coimbra porto uppsala lund gothenburg aarhus "
    "utrecht hague delft groningen ghent leuven louvain antwerp prague praha warsaw kraków budapest bucharest "
    "sofia belgrade zagreb athens istanbul ankara kiev leningrad petersburg novosibirsk seoul taipei nanjing "
    "wuhan hong kong bangkok jakarta manila hanoi mumbai bombay calcutta bangalore cairo johannesburg nairobi "
    "lagos brisbane perth adelaide auckland wellington aires janeiro paulo santiago bogotá lima caracas "
    "havana quebec calgary edmonton winnipeg halifax ithaca evanston urbana champaign madison ann arbor "
    "providence hartford hoboken reading norwell norwood lexington burlington waltham amherst malden dover "
    "birmingham bristol leeds sheffield nottingham glasgow aberdeen cardiff belfast basingstoke harmondsworth "
    "cheltenham aldershot farnham abingdon ",
    "given": "ahmed aisha alain alan alexander alexei ali alice amartya amelia amy anders andrea andreas andrew angela "
    "anil ann anna anthony antonio arjun astrid ben benedict bernard bernd bjørn brian bruce bruno carl carla "
    "carlos caroline catherine chandra charles charlotte chiara chris christine christophe claire claude "
    "claudia craig daniel david deborah deepak didier dieter dipesh dmitri donna dorothy edward eleanor elena "
    "elizabeth emily emma eric erik eva fatima felix fernand florian francesco francis franz friedrich gary "
    "gayatri georg george gerald gerhard gilles giovanni giulia grace greg guido günter hannah hans harold "
    "hassan heinrich helen hendrik henri henry hermann hiroshi horst hugh ian ibrahim ingrid irene isabel "
    "isabelle ivan jack jacques james jan jane jared javier jean jean-paul jeffrey jennifer jens jeremy "
    "jessica jiri joan johann johannes john jonathan joseph joshua josé juan judith julia jörg jürgen karen "
    "karl kate katherine kenji kenneth kevin kim kirsten klaus kwame larry lars laura laurent leo leon leslie "
    "linda lisa louis louise luca lucia luis lukas lynn manfred manuel marc marco margaret maria marianne "
    "mark martha martin mary matteo max michael michel michelle miguel mikhail mohamed mohammed monica nancy "
    "natalie nathalie neil nicholas nicola nicolas niklas nikolai nina ole olga oliver olivier omar oscar "
    "otto pablo paolo patricia paul pavel pedro peter petr philip philippe pierre pieter priya quentin rachel "
    "rajesh ralph ravi raymond rebecca richard robert roger roland rolf ronald rosa ruth sally samuel sandra "
    "sanjay sara sarah scott sebastian sergei simon simone sofia stefan stefano stephen stuart suresh susan "
    "sven sylvia sylvie takashi teresa thomas thorsten tim tobias tony ulrich umberto ursula uwe vera victor "
    "virginia vladimir véronique walter wei wendy werner wilhelm willem william wolfgang xavier xiaoming yan "
    "yoshua yuki yusuf yves zadie ",
    "thesis": "thesis dissertation diss phd ph.d doctoral master master's masters msc habilitation thèse mémoire "
    "unpublished manuscript preprint",
    "report": "report technical tech working paper memo memorandum discussion rapport bericht rfc standard",
    "seen": "accessed retrieved available visited consulted cited online internet viewed abgerufen consulté disponible url",
    "signal": "see also cf compare contra accord but generally quoted citing siehe vgl dazu auch voir",
    "back": "ibid ibidem id idem op cit loc supra above infra n note nn hereafter oben anm fn a.a.o vorige",
    "undated": "forthcoming press n.d nd undated submitted accepted im erscheinen",
    "season": "spring summer autumn fall winter",
}  # fmt: skip
_IN_LANGUAGES = {
    "container": "in", "editors": "eds", "edited_by": "eds", "translated_by": "trans", "pages": "pp", "volumes": "vol",
    "numbers": "no", "editions": "edn", "conjunctions": "and", "accessed": "seen", "ibid": "back", "cited": "back",
    "same_author": "back", "doctoral": "thesis", "masters": "thesis", "signals": "signal", "places": "place",
    "houses": "publisher", "periodicals": "journal", "bodies": "body", "given": "given",
}  # fmt: skip
"""The lists of every language, by the kind that they add to."""
_OF_ONE_WORD = frozenset(("places", "houses", "periodicals", "bodies", "given", "container"))
"""Lists whose names of several words have words that mean nothing by themselves."""
_LEAST = 5
"""Letters of a word that speaks for the phrase it stands in."""


def _said_in(listed: str) -> Iterator[str]:
    """The words of one list, in lower case and without full stops; of a phrase its longest word."""
    for word in words_of(listed, Script.LATIN, Script.CYRILLIC, Script.ARABIC):
        parts = word.lower().replace(":", "").split()
        if len(parts) == 1:
            yield parts[0].rstrip(".")
        elif (
            listed not in _OF_ONE_WORD and len(longest := max(parts, key=len).strip(".,")) >= _LEAST
        ):
            yield longest


_KINDS: dict[str, list[str]] = {}
for _kind, _words in _LISTS.items():
    for _word in _words.split():
        _KINDS.setdefault(_word, []).append(_kind)
for _listed, _kind in _IN_LANGUAGES.items():
    for _word in _said_in(_listed):
        if _kind not in _KINDS.setdefault(_word, []):
            _KINDS[_word].append(_kind)
for _word in MONTHS:
    if "place" not in _KINDS.get(_word, ()):  # Rio de Janeiro is printed more often than its month.
        _KINDS.setdefault(_word, []).insert(0, "month")


@lru_cache(maxsize=20_000)
def kinds_of(folded: str) -> tuple[str, ...]:
    """What a word, in lower case, can be; most words are nothing."""
    return tuple(_KINDS.get(folded, ()))
