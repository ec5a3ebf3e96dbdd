"""Where books are published and by whom: what tells a place from a publisher when one of them stands alone."""

import re

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
_PUBLISHER = re.compile(
    r"\b(?:Press|Presses|Books?|Publish(?:ers?|ing)|Publications?|Pub(?:l)?\b|Verlag|Verlagsgesellschaft|Editions?|Éditions|Ediciones|Edizioni|Editorial|Editore|"
    r"Editora|Edition|Uitgeverij|Förlag|Forlag|Sons|Co\b|Company|Inc|Ltd|"
    r"House|Brothers|Bros|& |UP\b|OUP|CUP|MUP|YUP|PUF|MIT|HMSO|Routledge|Penguin|Pelican|Knopf|Vintage|Verso|Macmillan|Palgrave|Springer|Elsevier|Wiley|"
    r"Blackwell|Sage|SAGE|Norton|Random|Doubleday|Viking|Harper|HarperCollins|Collins|Scribner'?s?|Simon|Putnam'?s?|Farrar|Pantheon|Basic|"
    r"Ashgate|Brill|Nijhoff|Kluwer|Hart|Sweet|Butterworths?|LexisNexis|West\b|Aspen|Longmans?|Methuen|Faber|Chatto|Cape|Secker|Heinemann|"
    r"Hodder|Bloomsbury|Continuum|Gallimard|Seuil|Minuit|Flammarion|Fayard|Grasset|Plon|Payot|Albin|Hachette|Armand|Vrin|Droz|Suhrkamp|Fischer|"
    r"Rowohlt|Beck|Mohr|Nomos|Duncker|Steiner|Niemeyer|Gruyter|Vandenhoeck|Reclam|Luchterhand|Campus|Einaudi|Feltrinelli|Laterza|Mondadori|"
    r"Mulino|Olschki|Taurus|Alianza|Siglo|Elgar|Pearson|Prentice|McGraw|Addison|Cengage|Thomson|Academic|Clarendon|Beacon|Polity|Zed|Pluto|"
    r"Berghahn|Greenwood|Praeger|Crown|Houghton|Little|Bantam|Dell|Anchor|Ballantine|Picador|Crowell|Dutton|Holt|Harcourt|Free Press|Hackett|"
    r"Intersentia|PublicAffairs|Graywolf|O['’]Reilly|Bobbs|Merrill|Transaction|Ivan R\. Dee|Melville|Haymarket|Semiotext|Zone|Hill and Wang|Schocken|Tor\b|Ace|Orbit|Gollancz|Allen|Weidenfeld|Duckworth|Batsford|Thames|Phaidon|Abrams|Rizzoli|Prestel|Taschen|Hatje|König|Mariner|Riverhead|Portfolio|Currency|Hyperion|Tantor|Apress|Manning|No Starch|Sinauer|Saunders|Mosby|Lippincott|Dunod|Masson|Karthala|Harmattan|Odile|Découverte|Nathan|Larousse|Klett|Hanser|Ullstein|Piper|dtv|Kohlhammer|Schöningh|Fink|Metzler|Winter|Böhlau|Oldenbourg|Klostermann|Francke|Peeters|Brepols)(?!\w)|"
    r"\w(?:verlag|Verlag)\b"
)
_BODY = re.compile(
    r"\b(?:Institutes?|Museums?|Council|Center|Centre|Foundations?|Association|Society|Office|Services?|Commission|Committee|Ministry|Department|Bank|"
    r"Nations|Organi[sz]ation|Library|College|Academy|School|Group|Media|Agency|Watch|International|Government|Laborator(?:y|ies)|Bureau)\b"
)


_PERIODICAL = re.compile(
    r"\b(?:Journal|J\.|Rev\.|L\.J\.|Bull\.|Mag\.|Trib\.|Wkly\.|Wash\. Post|N\.Y\.|Review|Times|Post|News|Magazine|Quarterly|Studies|Bulletin|Herald|Tribune|Guardian|Gazette|Zeitschrift|Revue|Annals|Letters|Nation|"
    r"Atlantic|Economist|Le Monde|Figaro|Telegraph|Independent|Observer|Daily|Weekly|Monthly|Wired|Globe|Star|Mail|Sun|Mirror|Chronicle|Record|Newsweek|New Yorker|Spectator|Statesman|Wall Street|Reuters|Zeitung|Spiegel|Zeit|Playboy|Esquire|Vogue|Forbes|Fortune|Life|Nature|Science|Lancet|Harper’s|Harper's|Salon|Slate|Vox|Politico|Bloomberg|Hill|Mother Jones|Rolling Stone|Variety|Billboard|Ms\. Magazine|Reader|Register|Inquirer|Examiner|Dispatch|Courier|Advocate|Scotsman|Standard|Express|Evening|Morning|Sunday|Nouvel|Temps|Libération|Humanité|País|Repubblica|Corriere|Stampa|Novoye|Pravda|Izvestia|Today)(?!\w)"
)


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
    return bool(_PUBLISHER.search(text))
