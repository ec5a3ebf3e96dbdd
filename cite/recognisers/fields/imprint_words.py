"""Where books are published and by whom: what tells a place from a publisher when one of them stands alone."""

import re

from cite.recognisers.text.vocabulary import either

_PLACES = frozenset(
    "london|new york|new york, ny|oxford|cambridge|cambridge, ma|cambridge, mass|boston|chicago|philadelphia|princeton|"
    "princeton, nj|new haven|new haven, ct|new haven, conn|berkeley|los angeles|san francisco|stanford|stanford, ca|washington|"
    "washington, dc|washington, d.c|washington d.c|baltimore|durham|durham, nc|chapel hill|ithaca|ithaca, ny|ann arbor|minneapolis|"
    "madison|bloomington|urbana|austin|athens|atlanta|seattle|pittsburgh|lincoln|lawrence|lexington|charlottesville|notre dame|"
    "edinburgh|glasgow|manchester|liverpool|leeds|bristol|birmingham|brighton|dublin|belfast|cardiff|aldershot|farnham|"
    "cheltenham|basingstoke|houndmills|harmondsworth|abingdon|leicester|portland|portland, or|englewood cliffs|upper saddle river|hoboken|"
    "reading|reading, ma|reading, mass|thousand oaks|thousand oaks, ca|newbury park|beverly hills|beverly hills, ca|westport|westport, ct|"
    "greenwich|lanham|lanham, md|boulder|boulder, co|malden|malden, ma|mahwah|mahwah, nj|hillsdale|totowa|armonk|indianapolis|toronto|"
    "montreal|montréal|vancouver|ottawa|kingston|sydney|melbourne|canberra|brisbane|wellington|auckland|cape town|johannesburg|"
    "nairobi|delhi|new delhi|mumbai|bombay|calcutta|kolkata|hong kong|singapore|tokyo|kyoto|beijing|shanghai|seoul|taipei|bangkok|"
    "paris|lyon|bordeaux|strasbourg|genève|geneva|geneve|lausanne|zürich|zurich|bern|basel|berlin|münchen|munich|frankfurt|"
    "frankfurt am main|frankfurt a.m|frankfurt/main|hamburg|köln|cologne|stuttgart|leipzig|göttingen|heidelberg|tübingen|bonn|mainz|"
    "freiburg|wiesbaden|darmstadt|bielefeld|münster|würzburg|weimar|jena|halle|dresden|opladen|neuwied|baden-baden|wien|vienna|graz|"
    "innsbruck|amsterdam|rotterdam|leiden|the hague|den haag|la haye|utrecht|antwerp|antwerpen|brussels|bruxelles|leuven|louvain|"
    "louvain-la-neuve|gent|ghent|copenhagen|københavn|stockholm|göteborg|uppsala|lund|oslo|bergen|helsinki|roma|rome|milano|milan|"
    "torino|turin|firenze|florence|venezia|venice|bologna|padova|napoli|naples|madrid|barcelona|sevilla|valencia|lisboa|lisbon|"
    "porto|coimbra|moscow|moskva|москва|st. petersburg|saint petersburg|petersburg|leningrad|warszawa|warsaw|kraków|praha|prague|"
    "budapest|bucharest|sofia|belgrade|beograd|zagreb|ljubljana|istanbul|ankara|cairo|beirut|jerusalem|tel aviv|tehran|buenos aires|"
    "méxico|mexico city|mexico|são paulo|sao paulo|rio de janeiro|santiago|bogotá|lima|caracas|havana|la habana|dordrecht|boston, ma|"
    "palo alto|menlo park|santa barbara|santa monica|san diego|cambridge, uk|cambridge, england|oxford, uk|oxford, england|"
    "bellevue|redmond|new brunswick|new brunswick, nj|philadelphia, pa|chicago, il|chicago, ill|garden city|garden city, ny|"
    "woodbridge|rochester|rochester, ny|albany|albany, ny|syracuse|bronx|brooklyn|brooklyn, ny|cleveland|columbus|detroit|"
    "st. paul|saint paul|st louis|st. louis|houndmills, basingstoke|utrecht|dover|n.p|s.l|arlington|arlington, va|alexandria|charlotte".split(
        "|"
    )
)
_HOUSES = (
    "Press | Presses | Book | Books | Publisher | Publishers | Publishing | Publication | Publications | Pub | "
    "Publ | Verlag | Verlagsgesellschaft | Edition | Editions | Éditions | Ediciones | Edizioni | Editorial | "
    "Editore | Editora | Uitgeverij | Förlag | Forlag | Sons | Co | Company | Inc | Ltd | House | Brothers | Bros | "
    "UP | OUP | CUP | MUP | YUP | PUF | MIT | HMSO | Routledge | Penguin | Pelican | Knopf | Vintage | Verso | "
    "Macmillan | Palgrave | Springer | Elsevier | Wiley | Blackwell | Sage | SAGE | Norton | Random | Doubleday | "
    "Viking | Harper | HarperCollins | Collins | Scribner | Scribners | Scribner' | Scribner's | Simon | Putnam | "
    "Putnams | Putnam' | Putnam's | Farrar | Pantheon | Basic | Ashgate | Brill | Nijhoff | Kluwer | Hart | Sweet | "
    "Butterworth | Butterworths | LexisNexis | West | Aspen | Longman | Longmans | Methuen | Faber | Chatto | Cape | "
    "Secker | Heinemann | Hodder | Bloomsbury | Continuum | Gallimard | Seuil | Minuit | Flammarion | Fayard | "
    "Grasset | Plon | Payot | Albin | Hachette | Armand | Vrin | Droz | Suhrkamp | Fischer | Rowohlt | Beck | Mohr | "
    "Nomos | Duncker | Steiner | Niemeyer | Gruyter | Vandenhoeck | Reclam | Luchterhand | Campus | Einaudi | "
    "Feltrinelli | Laterza | Mondadori | Mulino | Olschki | Taurus | Alianza | Siglo | Elgar | Pearson | Prentice | "
    "McGraw | Addison | Cengage | Thomson | Academic | Clarendon | Beacon | Polity | Zed | Pluto | Berghahn | "
    "Greenwood | Praeger | Crown | Houghton | Little | Bantam | Dell | Anchor | Ballantine | Picador | Crowell | "
    "Dutton | Holt | Harcourt | Free Press | Hackett | Intersentia | PublicAffairs | Graywolf | O'Reilly | "
    "O’Reilly | Bobbs | Merrill | Transaction | Ivan R. Dee | Melville | Haymarket | Semiotext | Zone | "
    "Hill and Wang | Schocken | Tor | Ace | Orbit | Gollancz | Allen | Weidenfeld | Duckworth | Batsford | Thames | "
    "Phaidon | Abrams | Rizzoli | Prestel | Taschen | Hatje | König | Mariner | Riverhead | Portfolio | Currency | "
    "Hyperion | Tantor | Apress | Manning | No Starch | Sinauer | Saunders | Mosby | Lippincott | Dunod | Masson | "
    "Karthala | Harmattan | Odile | Découverte | Nathan | Larousse | Klett | Hanser | Ullstein | Piper | dtv | "
    "Kohlhammer | Schöningh | Fink | Metzler | Winter | Böhlau | Oldenbourg | Klostermann | Francke | Peeters | "
    "Brepols"
)
_BODIES = (
    "Institute | Institutes | Museum | Museums | Council | Center | Centre | Foundation | Foundations | "
    "Association | Society | Office | Service | Services | Commission | Committee | Ministry | Department | Bank | "
    "Nations | Organisation | Organization | Library | College | Academy | School | Group | Media | Agency | Watch | "
    "International | Government | Laboratory | Laboratories | Bureau"
)
_PERIODICALS = (
    "Journal | J. | Rev. | L.J. | Bull. | Mag. | Trib. | Wkly. | Wash. Post | N.Y. | Review | Times | Post | News | "
    "Magazine | Quarterly | Studies | Bulletin | Herald | Tribune | Guardian | Gazette | Zeitschrift | Revue | "
    "Annals | Letters | Nation | Atlantic | Economist | Le Monde | Figaro | Telegraph | Independent | Observer | "
    "Daily | Weekly | Monthly | Wired | Globe | Star | Mail | Sun | Mirror | Chronicle | Record | Newsweek | "
    "New Yorker | Spectator | Statesman | Wall Street | Reuters | Zeitung | Spiegel | Zeit | Playboy | Esquire | "
    "Vogue | Forbes | Fortune | Life | Nature | Science | Lancet | Harper’s | Harper's | Salon | Slate | Vox | "
    "Politico | Bloomberg | Hill | Mother Jones | Rolling Stone | Variety | Billboard | Ms. Magazine | Reader | "
    "Register | Inquirer | Examiner | Dispatch | Courier | Advocate | Scotsman | Standard | Express | Evening | "
    "Morning | Sunday | Nouvel | Temps | Libération | Humanité | País | Repubblica | Corriere | Stampa | Novoye | "
    "Pravda | Izvestia | Today"
)
_HOUSE = re.compile(rf"\b{either(_HOUSES)}(?!\w)|\w[Vv]erlag\b")
_BODY = re.compile(rf"\b{either(_BODIES)}\b")
_PERIODICAL = re.compile(rf"\b{either(_PERIODICALS)}(?!\w)")


def is_periodical(text: str) -> bool:
    """Whether this has a word that newspapers and journals have in their names."""
    return bool(_PERIODICAL.search(text))


def is_place(text: str) -> bool:
    """Whether this is a city that publishes, with or without its state; or several."""
    parts = re.split(r"\s*(?:/|;|\band\b|&|\bund\b|\bet\b|-)\s*", text.strip(" .,:"))
    return all(part.lower().strip(" .,") in _PLACES for part in parts if part) and bool(
        text.strip()
    )


def is_place_with_region(text: str) -> bool:
    """`Ithaca, NY`, `Reading, Mass.`, `Oxford, England`, `Berlin, Heidelberg`: not `Paris, Gallimard`."""
    city, _, region = text.strip(" .,:").rpartition(",")
    if not city:
        return False
    return is_region(region) or (is_place(region) and is_place(city))


def is_known_place(text: str) -> bool:
    """Whether this is a city that publishes, alone or with its region."""
    return is_place(text) or is_place_with_region(text)


def is_region(text: str) -> bool:
    """Whether this is a state, a county or a country, as it stands behind a city."""
    return text.strip(" .") in _REGIONS


_REGIONS = frozenset(
    "AK|AL|AR|AZ|CA|CO|CT|DC|D.C|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|"
    "SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|Mass|Conn|Calif|Ill|Ind|Mich|Minn|Wis|Wisc|Penn|Pa|N.J|N.Y|N.C|S.C|Md|Va|Vt|Tex|Tenn|Colo|Oreg|Ore|Neb|"
    "Mo|Ga|Fla|Ohio|Ariz|Ala|Ark|Kans|Ky|La|Me|Miss|N.H|N.M|Nev|Okla|R.I|Wash|W. Va|Wyo|Del|Ca|Ma|"
    "Massachusetts|Connecticut|California|Illinois|Indiana|Michigan|Minnesota|Wisconsin|Pennsylvania|New Jersey|New York|Virginia|Vermont|"
    "Maryland|Maine|Texas|Florida|Georgia|Iowa|Kansas|Kentucky|Louisiana|Missouri|Nebraska|New Hampshire|New Mexico|North Carolina|"
    "South Carolina|Oklahoma|Oregon|Rhode Island|Tennessee|Utah|Washington|Wyoming|Arizona|Colorado|Alabama|Arkansas|Idaho|Hawaii|Nevada|"
    "England|Scotland|Wales|Ireland|Northern Ireland|UK|U.K|United Kingdom|Great Britain|USA|U.S|U.S.A|US|United States|Canada|Australia|"
    "New Zealand|Ontario|ON|BC|QC|Quebec|NSW|Vic|Victoria|Queensland|Qld|Surrey|Sussex|Kent|Essex|Hampshire|Hants|Devon|Oxfordshire|"
    "France|Germany|Deutschland|Austria|Switzerland|Italy|Italia|Spain|España|Portugal|Belgium|Netherlands|The Netherlands|Holland|Denmark|"
    "Sweden|Norway|Finland|Poland|Hungary|Greece|Turkey|Russia|USSR|Ukraine|Romania|Bulgaria|Serbia|Croatia|Slovenia|Czech Republic|"
    "India|Pakistan|Bangladesh|Sri Lanka|China|Japan|Korea|South Korea|Taiwan|Thailand|Vietnam|Malaysia|Indonesia|Philippines|"
    "Israel|Egypt|Lebanon|Iran|Iraq|Kenya|Nigeria|Ghana|Uganda|Tanzania|Ethiopia|Senegal|South Africa|Morocco|Tunisia|Algeria|"
    "Mexico|México|Brazil|Brasil|Argentina|Chile|Colombia|Peru|Cuba|Jamaica|Barbados|Trinidad".split(
        "|"
    )
)


def is_publisher(text: str) -> bool:
    """Whether this has a word that publishers have in their names, or bodies that publish."""
    return is_press(text) or bool(_BODY.search(text))


def is_press(text: str) -> bool:
    """Whether this is a house whose trade is publishing."""
    return bool(_HOUSE.search(text))
