"""Names of people and organisations, in either order, alone or in a list."""

import re
from dataclasses import replace

from cite.model.entries import Name
from cite.recognisers.languages.known import any_of, words_of
from cite.recognisers.languages.language import Script, spelt
from cite.recognisers.text.vocabulary import either

_PARTICLES = frozenset(
    "van von der den de du del della di da das do dos la le los las ter ten te af av al el bin ibn ben abu vom zu zur zum "
    "y i b bt bint und d' dell' dalla degli der' vander vande".split()
)
_SMALL = frozenset(
    "of for the on and de des du la le in to at von für et y e against with without".split()
)
_CAPITAL_PARTICLES = frozenset("Van Von De Du Le La Di Del Della Ibn Abu Abū Bint".split())
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|jr|sr)\.?")
_DOTTED_DEGREE = r"Ph\.?\s?D|D\.?Phil|LL\.?[MBD]|MSc|MPH|Q\.C|Esq|OBE|CBE"
_DEGREES = re.compile(
    rf",?\s*\b(?:{_DOTTED_DEGREE})\b\.?(?=[\s,;)]|$)"
    r"|,\s*(?:MD|JD|MA|BA|QC)(?=\s*(?:[,;)]|$|\s(?:and|&)\s))"
)
_HANDLE = re.compile(r"\s?[(\[]@\w{1,40}[)\]]")
_TITLES = re.compile(
    r"^(?:(?:Prof|Professor|Dr|Mr|Mrs|Ms|Sir|Lord|Dame|Rev|Hon|Judge|Justice)\b\.?\s+)+(?=\S)"
)
_WRITTEN = (Script.LATIN, Script.CYRILLIC)
_LISTED_OTHERS = any_of("others", *_WRITTEN)
_AND_OTHERS = r"\bet\.?\s+al(?:ii|ia|\b)\.?|\b(?:and|&)\s+others\b|\bu\.\s?a\.|等"
_ET_AL = re.compile(
    rf",?\s*(?<!\w)(?-i:{_LISTED_OTHERS})|,?\s*(?:(?:and|&)\s+)?(?:{_AND_OTHERS})"
    r"|,?\s*(?:…|\.\.\.)\s*(?=$|,|&|and)",
    re.IGNORECASE,
)
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽḀ-ỸΑ-ΩА-ЯЁ"
_INITIALS = re.compile(rf"(?:[{_UPPER}][a-zh]?\.[-‐]?|[{_UPPER}][-‐]?){{1,5}}\.?")
_SPACED_INITIALS = rf"(?:[{_UPPER}](?:[a-z]|h)?\.(?:\s?[-‐]\s?)?){{1,5}}"
_INITIAL_WORDS = re.compile(rf"{_SPACED_INITIALS}|[{_UPPER}]{{1,4}}|[{_UPPER}]\.?-[{_UPPER}]\.?")
_ARTICLE = r"[dDlL]['’]|al-|el-|Al-|d’|ad-|an-|ar-|as-|ash-|at-|az-"
_CAPITAL = re.compile(rf"(?:{_ARTICLE})?[ʿʾ‘ʻ]?[{_UPPER}][\w'’‘ʿʾ.\-‐‑\u2063]*")
_ORGANISATION_WORDS = (
    "Watch | Project | Projects | Organisation | Organisations | Organization | Organizations | Foundation | "
    "Foundations | Institute | Institutes | Institut | Institution | University | Universities | Universität | "
    "Université | Università | Universidad | Council | Committee | Committees | Commission | Commissioner | "
    "Ministry | Ministère | Ministerium | Department | Departments | Dept | Dep't | Dep’t | Office | Bureau | "
    "Agency | Association | Ass'n | Ass’n | Society | Centre | Center | Group | Groups | Union | Unions | Nations | "
    "International | Network | Program | Programs | Programme | Programmes | Court | Courts | Bank | Fund | Funds | "
    "Government | Governments | Federation | League | Coalition | Alliance | Library | Libraries | Museum | "
    "Museums | Press | Company | Corporation | Corp | Inc | Ltd | LLC | LLP | GmbH | Media | News | Service | "
    "Services | Party | Board | Authority | Administration | Republic | Parliament | Congress | Senate | House | "
    "Amnesty | Force | Team | Teams | Editors | Staff | Church | School | Schools | College | Colleges | Academy | "
    "Académie | Akademie | Trust | Initiative | Forum | Secretariat | Assembly | Conference | Rapporteur | "
    "Consortium | Collaboration | Archive | Archives | Action | Campaign | Gallery | Studio | Studios | "
    "Observatory | Laboratory | Laboratories | Lab | Labs | Partnership | Collective | Reporters | Doctors | "
    "Lawyers | Médecins | Verein | Times | Post | Guardian | Magazine | Journal | Herald | Tribune | Wikipedia | "
    "Google | Microsoft | Facebook | Twitter | Amazon | Apple | OpenAI | Reuters | BBC | CNN | Interpol | Europol | "
    "Eurostat | Hospital | Clinic | Registry | Survey | Task | Taskforce | States | Kingdom | Branch | Division | "
    "Section | Unit | Systems | Technologies | Solutions | Org | Comm’n | Comm'n | Int’l | Int'l | Nat’l | Nat'l | "
    "Ctr | Inst | Found | Soc’y | Soc'y | Gov’t | Gov't | Econ | Auth | Rapporteurs"
)
_ORGANISATION = re.compile(rf"\b(?:{either(_ORGANISATION_WORDS)}|Bundes\w+)\b")
_ACRONYM = re.compile(r"[A-Z]{2,6}[0-9]?s?|UN\s?[A-Z]{2,}|[A-Z]{2,}/[A-Z]{2,}")
_NO_NAME = frozenset(
    "The A An In On For From To Of And But See Also This That These Those Its His Her Our My Their As At By With When While "
    "Why How What Who Where If Although Though However Moreover Thus Here There It He She We You They I Not No Note Some Many "
    "Most All Both Each Several According Such One Two Three Other Another Under Over Between Against After Before During "
    "Die Das Ein Eine Zur Zum Über Since Until Is Are Was Were Be Toward Towards About Introduction Preface Foreword Chapter Appendix Because So Yet Then Perhaps Indeed Ibid Id Op Cit Supra".split()
)
_JOINING = frozenset("of for the on".split())
_AND = rf"(?:&|with|{spelt(words_of('conjunctions', *_WRITTEN))})"
_ROLE_WORD = r"eds?|hrsg|hg|trans|transl|tr|comps?|dirs?|coords?|orgs?|red|szerk|[ÉéEe]ds|editors?|translators?|a cura di"
_ROLE = re.compile(rf",?\s*[(\[]?\b(?:{_ROLE_WORD})\b\.?[)\]]?\.?$", re.IGNORECASE)


_LEAD = re.compile(
    r"^(?:in|by|von|par|edited\s+by|translated\s+by|trans\.|eds?\.|hrsg\.(?:\s+von)?|with)\s*:?\s+",
    re.IGNORECASE,
)


def split_names(text: str) -> tuple[Name, ...]:
    """The names in a list such as `J Arnott and A-L Crago` or `Doe, Jane, and Roe, Richard`."""
    text = _LOUD.sub(_softened, _in_one_script(_DEGREES.sub("", _HANDLE.sub("", text))))
    text = re.sub(r"\s+", " ", text.replace("،", ",")).strip(" ,;:|\u2014\u2013-/")
    text = _WITH_BOTH_FAMILIES.sub(_joined, _NUMBER_OF_AN_ENTRY.sub("", text))
    text = _ROLE.sub("", _LEAD.sub("", text)).strip(" ,;:")
    others = bool(_ET_AL.search(text))
    text = _ET_AL.sub("", text).strip(" ,&;")
    text = _PART_IN_A_WORK.sub("", text)
    text = re.sub(rf"[\s,]+{_AND}$", "", text)
    read = _read_spanish_name if _SPANISH_AND.search(text) else read_name
    names = [_parted(read(part)) for part in _parts(text)] if text else []
    if others and names:
        names.append(Name(literal="others"))
    return tuple(_with_shared_family([name for name in names if name != Name()]))


_WHO_MADE_IT = either(
    "Host | Hosts | Director | Directors | Producer | Producers | Writer | Writers | Presenter | Presenters | Narrator | Narrators"
)
_PART_IN_A_WORK = re.compile(rf"\s?\((?:Executive )?(?:Co-)?{_WHO_MADE_IT}(?: & {_WHO_MADE_IT})?\)")
"""`Forman, M. (Director)`: what people are to a work that is no text."""
_NUMBER_OF_AN_ENTRY = re.compile(r"^\[\d{1,4}\]\s*")
_JOINER = "\u2063"
"""Stands for a blank within a family name while a list is cut."""
_FAMILY = rf"[{_UPPER}][\w’'-]+"
_WITH_BOTH_FAMILIES = re.compile(
    rf"(?:^|(?<=;\s)){_FAMILY}\s[yi]\s{_FAMILY}(?=,\s[^,;]+(?:$|;))"
    rf"|(?<=[\w.]\s){_FAMILY}\s[yi]\s{_FAMILY}(?=$|;)"
)
"""`Ortega y Gasset, José`, `José Ortega y Gasset`, `Antoni Rovira i Virgili`: both families of one person."""


def _joined(match: re.Match[str]) -> str:
    return match[0].replace(" ", _JOINER)


def _parted(name: Name) -> Name:
    return replace(name, family=name.family.replace(_JOINER, " "))


_EAST_ASIAN = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TWICE = re.compile(rf"(?<=[^\W\d_{_EAST_ASIAN}])\s*[(（]?[{_EAST_ASIAN}]{{1,12}}[)）]?")
_SPANISH_AND = re.compile(r"[^\W\d_],?\s+[ye]\s+[A-ZÀ-Ž]")


def _in_one_script(text: str) -> str:
    """A name in Latin letters without the same name in its own script behind it: `Zhang Li 张丽`."""
    return _TWICE.sub("", text)


def _read_spanish_name(text: str) -> Name:
    """`Ana Ruiz Peña`, among names joined by `y`: two family names behind one given name."""
    name = read_name(text)
    words = name.given.split()
    whole = len(words) == 2 and not name.particle and not _INITIAL_WORDS.fullmatch(words[1])
    if "," in text or not whole or is_given_name(words[1]) or words[1][0].islower():
        return name
    return replace(name, family=f"{words[1]} {name.family}", given=words[0])


_LOUD_WORDS = rf"[{_UPPER}]{{3,}}(?:[-\s](?:[{_UPPER}]{{2,}}|d[aeo]s?|[eyE])){{0,3}}"
_LOUD = re.compile(rf"(?<![\w.])(?P<family>{_LOUD_WORDS})(?=,\s[{_UPPER}][a-zß-ž])")


def _softened(loud: re.Match[str]) -> str:
    """`SOUZA, Marta` is Souza, as `WHO, Geneva` is no name that a list would have."""
    words = loud["family"].split(" ")
    return " ".join(
        w.lower() if w.lower() in _PARTICLES and len(words) > 1 else w.title() for w in words
    )


def _with_shared_family(names: list[Name]) -> list[Name]:
    """`John and Doreen Weightman` share one family name."""
    if len(names) == 2 and names[1].given and not names[0].given and is_given_name(names[0].family):
        first = replace(names[1], given=names[0].family)
        return [first, names[1]]
    return names


def _parts(text: str) -> list[str]:
    """The list cut at `and`, `&`, semicolons, and commas that do not invert a name."""
    if ";" in text:
        listed = re.split(rf"\s*;\s*(?:{_AND}\s+)?", text)
        return [name for part in listed if part.strip() for name in _parts(part.strip())]
    if re.search(rf"[^\W\d_]\s?/\s?[{_UPPER}]", text) and "//" not in text:
        return [name for part in text.split("/") if part.strip() for name in _parts(part.strip())]
    pieces = [p for p in re.split(rf"\s*,?\s+{_AND}\s+|\s*,?\s*&\s*", text) if p and p.strip()]
    initials = any(_all_initials(chunk) for piece in pieces for chunk in _chunks(piece)[1:])
    if len(pieces) > 1 and is_organisation(text) and not initials and _one_body(pieces):
        return [text]
    parts: list[str] = []
    lists = [_chunks(piece) for piece in pieces]
    for at, (piece, chunks) in enumerate(zip(pieces, lists, strict=True)):
        initialled = len(chunks) > 1 and all(map(_all_initials, chunks[1::2]))
        if is_organisation(piece) and not initialled and not any(map(_looks_personal, chunks)):
            parts += chunks if all(map(is_organisation, chunks)) else [piece]
        else:
            parts += _people(chunks, lists[at + 1 :], first=at == 0)
    return parts


def _chunks(piece: str) -> list[str]:
    """The comma-separated chunks of a piece, suffixes with the names they belong to."""
    joined: list[str] = []
    for chunk in re.split(r"\s*,\s*", piece.strip(" ,")):
        particle = chunk.lower() == chunk and all(word in _PARTICLES for word in chunk.split())
        if joined and (_SUFFIX.fullmatch(chunk) or (chunk and particle)):
            joined[-1] += f" {chunk}"
        elif chunk:
            joined.append(chunk)
    return joined


def _one_body(pieces: list[str]) -> bool:
    """`Shakespeare and Company Project`, `Department of Work and Pensions`: one body, not two."""
    first, last = pieces[0].strip(), pieces[-1].strip()
    if is_organisation(first) and re.search(r"\b(?:of|for)\b", first) and len(pieces) == 2:
        words = last.split()
        abbreviated = any(_INITIAL_WORDS.fullmatch(word) for word in words)
        return len(words) < 4 and not abbreviated and not any(map(is_given_name, words))
    if any(_all_initials(piece.rpartition(",")[2]) for piece in pieces if "," in piece):
        return False
    if len(last.split()) == 1 and is_organisation(last):
        return True
    if is_organisation(first) and is_organisation(last):
        return bool(re.search(r"\b(?:of|for)\b", first)) and not re.search(r"\b(?:of|for)\b", last)
    if is_organisation(first):
        return not _looks_personal(last) and len(last.split()) <= 4
    return not _looks_personal(first) and "," not in first


def _people(chunks: list[str], later: list[list[str]], first: bool) -> list[str]:
    """Chunks between two `and`s as names: inverted, direct, or the first inverted and the rest direct."""
    if len(chunks) < 2 or not _inverts(chunks[0], chunks[1]):
        return chunks
    if len(chunks) % 2 == 0 and (
        all(map(_all_initials, chunks[1::2]))
        or (not later and first)
        or (not first and len(chunks) == 2)
        or any(len(other) == 2 and _inverts(*other) for other in later)
    ):
        return _pair(chunks)
    direct = chunks[2:] + [chunk for other in later for chunk in other]
    if first and direct and all(len(chunk.split()) > 1 for chunk in direct):
        return [*_pair(chunks[:2]), *chunks[2:]]
    if first and len(chunks) == 2 and is_given_name(chunks[1]):
        return _pair(chunks)
    return chunks


def _inverts(family: str, given: str) -> bool:
    """Whether two chunks can be `family, given` of one person."""
    words = family.split()
    if _is_loud(family) and _given_like(given):
        return True
    if (
        _all_initials(given)
        and len(words) == 1
        and len(family) > 1
        and not _INITIALS.fullmatch(family)
    ):
        return True
    if not _family_like(family) or not _given_like(given) or _trailing_initials(words):
        return False
    compound = len(words) > 1 and not any(word.lower() in _PARTICLES for word in words)
    return not compound or len(given.split()) == 1 or _all_initials(given)


def _is_loud(family: str) -> bool:
    """A family name in capitals, as bibliographies in the manner of Brazil have it: `SOUZA, Marta Lemos de`."""
    letters = re.sub(r"[\W\d_]", "", family)
    return len(letters) > 3 and family.isupper() and not _ORGANISATION.search(family.title())


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name."""
    return word.strip(".").lower() in _GIVEN


_GIVEN = frozenset(
    "john mary james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald "
    "steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric "
    "jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry "
    "peter henry walter adam arthur albert carl karl hans fritz ernst otto max jean pierre jacques michel andre françois louis "
    "marie anne anna maria elizabeth jennifer linda patricia barbara susan jessica sarah karen nancy lisa betty margaret sandra "
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela "
    "shirley brenda emma pamela nicole helen samantha katherine christine debra rachel carolyn janet catherine heather diane ruth "
    "julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha "
    "gloria teresa ann sara madison frances kathryn janice jean alice abigail julia judy sophia grace denise amber doris marilyn "
    "danielle beverly isabella theresa diana natalie brittany charlotte kayla alexis lori jane stella luca marco giovanni paolo "
    "antonio francesco giuseppe carlos juan jose josé luis miguel pedro ana sofia elena ivan sergei vladimir nikolai boris mikhail "
    "ahmed mohamed mohammed muhammad ali hassan omar fatima ian alan neil simon martin philip roger keith graham colin nigel "
    "geoffrey jürgen wolfgang klaus stefan michael thomas andreas claudia petra sabine ursula jan piet willem kees lars erik sven "
    "olga tatiana natasha irina yuri wei ming li hiroshi kenji yuki haruki chandra arjun priya amartya vikram rahul nina eva leo "
    "felix hugo oscar simone giorgio umberto roland gilles félix bruno luc hannah walter theodor susan noam edward stuart raymond "
    "eric e.p. perry terry fredric judith donna".split()
)


def _family_like(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 4 or is_organisation(text):
        return False
    if len(words) == 1:
        return not _INITIALS.fullmatch(text) or len(text) == 2
    if any(word.lower().strip(".") in _PARTICLES for word in words[:-1]):
        return not any(map(is_given_name, words[:-1]))
    return (
        len(words) == 2 and not is_given_name(words[0]) and not _INITIAL_WORDS.fullmatch(words[0])
    )


def _given_like(text: str) -> bool:
    words = text.split()
    while len(words) > 1 and words[-1].lower() in _PARTICLES:
        words.pop()
    return (
        1 <= len(words) <= 3
        and not is_organisation(text)
        and all(_CAPITAL.fullmatch(word) or _INITIAL_WORDS.fullmatch(word) for word in words)
    )


def _all_initials(text: str) -> bool:
    return all(
        _INITIAL_WORDS.fullmatch(word) or word.lower() in _PARTICLES for word in text.split()
    )


def _pair(chunks: list[str]) -> list[str]:
    return [f"{family}, {given}" for family, given in zip(chunks[::2], chunks[1::2], strict=True)]


def read_name(text: str) -> Name:
    """One name: `Jane van der Berg`, `Berg, Jane van der`, `J Doe`, or an organisation."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    text = re.sub(r"(?<=\w{3})\.$|(?<=\s[A-Z]{2})\.$", "", _TITLES.sub("", text))
    if not text:
        return Name()
    family, comma, given = text.partition(",")
    if comma and _is_loud(family) and not given.strip().isupper():
        return inverted(family.title(), given)
    if comma and _all_initials(given) and len(family.split()) == 1:
        return inverted(family, given)
    if is_organisation(text):
        return Name(literal=text)
    if comma:
        return inverted(family, given)
    words = text.split()
    if len(words) == 1:
        plain = _CAPITAL.fullmatch(text) and not _ACRONYM.fullmatch(text)
        return Name(family=text) if plain else Name(literal=text)
    if not any(c.isalpha() for c in text):
        return Name(literal=text)
    if len(words) == 2 and words[0] in _CAPITAL_PARTICLES:
        return Name(family=text)
    loud = [word for word in words if len(word) > 3 and word.isupper() and "." not in word]
    softly = any(word.istitle() and len(word) > 2 for word in words)
    if words[0] in loud and softly and not _INITIALS.fullmatch(words[0]):
        return inverted(" ".join(loud), " ".join(word for word in words if word not in loud))
    trailing = _trailing_initials(words)
    if trailing:
        return inverted(" ".join(words[:-trailing]), " ".join(words[-trailing:]))
    return _western(words)


def _trailing_initials(words: list[str]) -> int:
    """How many initials stand behind a family name: `Jamieson AR`, `van der Berg J.P.`."""
    count = 0
    while count < len(words) - 1 and re.fullmatch(
        rf"[{_UPPER}]{{1,3}}|(?:[{_UPPER}]\.-?){{1,4}}", words[-1 - count]
    ):
        count += 1
    before = words[: len(words) - count]
    suffix = all(_SUFFIX.fullmatch(word) for word in words[len(before) :])
    whole = not any(_INITIAL_WORDS.fullmatch(word) for word in before)
    return count if whole and not suffix and (len(before) == 1 or before[0][0].islower()) else 0


_PORTUGUESE = ("de", "da", "do", "dos", "das", "e")
"""What stays behind the given names in `Souza, Marta Lemos de`."""


def inverted(family: str, given: str) -> Name:
    """A person whose family and given names the print keeps apart: `van der Berg`, `Jane`."""
    words, rest = family.split(), given.replace(",", " ").split()
    suffix = next((word for word in (*words[1:], *rest) if _SUFFIX.fullmatch(word)), "")
    words = [word for word in words if word != suffix] or words
    rest = [word for word in rest if word != suffix]
    particle: list[str] = []
    while len(words) > 1 and words[0][0].islower() and words[0].lower() in _PARTICLES:
        particle.append(words.pop(0))
    portuguese = len(rest) > 2 and rest[-1] in _PORTUGUESE and rest[-2][0].isupper()
    while rest and not portuguese and rest[-1][0].islower() and rest[-1].lower() in _PARTICLES:
        particle.insert(0, rest.pop())
    return Name(" ".join(words), " ".join(rest), " ".join(particle), suffix.rstrip("."))


_HYPHENED = re.compile(r"\w-(?:van|von|de|der)$")
"""`Dohrn-van Rossum`: two families joined."""


def _western(words: list[str]) -> Name:
    words = list(words)
    suffix = words.pop().rstrip(".,") if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    at = next(
        (
            at
            for at in range(1, len(words) - 1)
            if words[at][0].islower()
            and words[at] in _PARTICLES
            and all(map(_INITIAL_WORDS.fullmatch, words[:at]))
        ),
        len(words) - 1,
    )
    while (
        at > 1
        and words[at - 1].lower().strip(".") in _PARTICLES
        and (words[at - 1][0].islower() or words[at - 1] in _CAPITAL_PARTICLES)
    ):
        at -= 1
    if at > 1 and (words[at - 1] in ("St.", "St") or _HYPHENED.search(words[at - 1])):
        at -= 1
    if at > 0 and words[0][0].islower() and words[0].lower() in _PARTICLES:
        at = 0
    if at > 1 and words[at] in ("y", "zu", "i"):
        at -= 1
    family = words[at:]
    particle = []
    while len(family) > 1 and family[0][0].islower():
        particle.append(family.pop(0))
    return Name(" ".join(family).strip(" ,"), " ".join(words[:at]), " ".join(particle), suffix)


_INITIALLED = re.compile(rf"(?!U\.|E\.\s?[UC])(?:[{_UPPER}]\.[\s-]?){{1,3}}\s?[{_UPPER}][\w’-]+")


def is_organisation(text: str) -> bool:
    """Whether a name is that of a body rather than a person."""
    if _INITIALLED.fullmatch(text):
        return False
    if _ORGANISATION.search(text) or re.match(r"U\.?N\.?\s|UN[A-Z]{2,}\b", text):
        return True
    words = text.split()
    if len(words) == 1:
        return (
            bool(_ACRONYM.fullmatch(text)) and len(text) > 2 and not _INITIAL_WORDS.fullmatch(text)
        )
    joined = any(word in _JOINING for word in words[1:])
    return joined and all(word[0].isupper() or word in _SMALL for word in words)


def _looks_personal(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and not is_organisation(text) and all(map(_name_word, words))


def _name_word(word: str) -> bool:
    return bool(
        _CAPITAL.fullmatch(word)
        or _INITIALS.fullmatch(word)
        or word.lower().strip(".") in _PARTICLES
    )


def could_be_names(text: str) -> bool:
    """Whether a stretch of text can be nothing but names: what stands before a title must be."""
    text = _DEGREES.sub("", re.sub(r"\s?\[[^\[\]]{1,60}\]", "", _HANDLE.sub("", text)))
    text = _ET_AL.sub("", _in_one_script(text)).strip(" ,;:.")
    text = _ROLE.sub("", text)
    if not text or len(text) > 900 or re.search(r"\d", text):
        return False
    if not (text[0].isalpha() or text[0] in "’'ʿ"):
        return False
    parts = re.split(rf"\s*[,;/]\s*(?:{_AND}\s+|&\s*)?|\s+{_AND}\s+|\s*&\s*", text)
    return all(_could_be_name(part) for part in parts if part)


_ARABIC = re.compile(r"[\u0621-\u0652.]+")


def _could_be_name(part: str) -> bool:
    words = re.sub(r"\([^)]*\)", "", _TITLES.sub("", part)).split()
    if not words:
        return True
    if is_organisation(part) and len(words) <= 14 and words[0][0].isupper():
        small = [word for word in words if word[0].islower() and word.lower() not in _SMALL]
        return not small and (words[0] not in _NO_NAME or words[0] == "The")
    article = words[0] in _NO_NAME and not (len(words[0]) == 1 and len(words) < 3)
    cjk = len(words) <= 2 and all(
        "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for w in words for c in w
    )
    arabic = 1 < len(words) < 6 and all(map(_ARABIC.fullmatch, words))
    return (
        cjk
        or arabic
        or (
            len(words) <= 6
            and not article
            and all(map(_name_word, words))
            and any(w[0].isupper() or _CAPITAL.fullmatch(w) for w in words)
        )
    )
