"""Words that a quotation may not gain, lose or change: negations, modals, quantifiers, hedges, conditions, numbers.

Word lists in the languages that articles quote from most; folded as tokens are (lower case, accents gone).
"""

import re
from functools import lru_cache

NEGATIONS = {
    "en": frozenset(
        "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent wasnt "
        "werent wont wouldnt shouldnt couldnt mustnt hasnt havent hadnt aint hardly scarcely barely non".split()
    ),
    "de": frozenset(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder ohne".split()
    ),
    "fr": frozenset(
        "ne pas jamais rien aucun aucune sans nul nulle ni non n'est n'a n'ont n'etait".split()
    ),
    "es": frozenset("no nunca jamas nada nadie ningun ninguna ninguno tampoco sin ni".split()),
    "it": frozenset("non mai niente nulla nessun nessuno nessuna senza ne neppure".split()),
    "nl": frozenset("niet geen nooit niemand niets nergens zonder noch".split()),
    "pt": frozenset("nao nunca nem sem ninguem nenhum nenhuma nada jamais".split()),
    "sv": frozenset("inte ej aldrig ingen inget inga utan icke".split()),
    "pl": frozenset("nie nigdy nikt nic bez zaden zadna zadne ani".split()),
}
"""Words that deny, by language: what denies in one is a noun in another."""
REFUSALS = frozenset(
    "lack lacks lacked fail fails failed refuse refuses refused deny denies denied".split()
)
"""Verbs that turn a sense as a negation does."""
_ANY_NEGATION = frozenset().union(*NEGATIONS.values()) | REFUSALS
MODALS = frozenset(
    "may might must shall should will would can could ought need needs "
    "muss mussen musste mussten darf durfen durfte durften soll sollen sollte sollten kann konnen konnte konnten mag "
    "doit doivent devait devrait devraient peut peuvent pouvait pourrait pourraient "
    "debe deben deberia deberian puede pueden podria podrian "
    "deve devono dovrebbe dovrebbero puo possono potrebbe potrebbero "
    "moet moeten moest moesten mag mogen mocht kan kunnen kon konden zou zouden "
    "devem deveria deveriam pode podem poderia poderiam".split()
)
QUANTIFIERS = frozenset(
    "all any every each some most many few fewer several both either only always often sometimes rarely seldom usually "
    "mostly mainly partly entirely wholly completely nearly almost about approximately roughly exactly at least "
    "more less least fewest majority minority half "
    "allein lediglich bloss alle jeder jede jedes einige manche viele wenige nur immer oft selten fast etwa mindestens hochstens mehr weniger "
    "uniquement seul seule tous toutes tout toute chaque quelques plusieurs seulement toujours souvent rarement presque environ plus moins "
    "unicamente solamente todos todas todo toda cada algunos algunas muchos pocos solo siempre casi mas menos "
    "tutti tutte tutto ogni alcuni alcune molti pochi soltanto sempre quasi piu meno "
    "alleen elke ieder iedere sommige veel weinig slechts altijd vaak zelden bijna ongeveer meer minder "
    "alguns algumas muitos poucos apenas sempre quase mais".split()
) - {"at"}
HEDGES = frozenset(
    "perhaps possibly probably likely unlikely allegedly reportedly apparently seemingly arguably presumably "
    "purportedly supposedly suggests suggest suggested appears appear appeared seems seem seemed alleged claimed "
    "vielleicht moglicherweise wahrscheinlich angeblich offenbar anscheinend vermutlich "
    "peut-etre probablement apparemment pretendument quiza quizas probablemente presuntamente forse probabilmente "
    "misschien waarschijnlijk vermoedelijk naar verluidt talvez provavelmente alegadamente".split()
)
CONDITIONS = frozenset(
    "if unless provided providing except excepting save until till whenever only conditional conditioned assuming "
    "wenn falls sofern soweit ausser solange bis vorausgesetzt "
    "si sauf excepte hormis pourvu moyennant tant "
    "salvo excepto mientras siempre hasta "
    "se tranne eccetto salvo purche finche qualora "
    "indien mits tenzij behalve zolang totdat "
    "caso exceto desde enquanto".split()
)

_LIMITS = {
    "en": r"subject to|as long as|so long as|in so far as|insofar as|to the extent|on condition|in the event|only (?:if|when|where|after|to)"
    r"|other than|apart from|with the exception|save (?:in|for|where|that|as|when)|but for|but only|but not|except|excepting|unless"
    r"|provided (?:that|always|it|they|he|she|there|no)|providing that|without|if|until|pending",
    "de": r"es sei denn|unter der bedingung|mit ausnahme|sofern|soweit|falls|wenn|ausser|vorbehaltlich|nur (?:wenn|sofern)|solange|ohne|bis",
    "fr": r"sauf|a moins|a condition|pourvu que|si|excepte|hormis|sous reserve|tant que|jusqu'a|sans",
    "es": r"salvo|excepto|a menos|siempre que|a condicion|si|hasta que|sin|mientras",
    "it": r"a meno che|a condizione|purche|tranne|salvo|eccetto|se|finche|qualora|senza",
    "nl": r"tenzij|mits|behalve|op voorwaarde|indien|zolang|totdat|zonder|als",
    "pt": r"a menos que|exceto|salvo|desde que|se|ate que|sem|enquanto",
    "sv": r"om inte|savida|utom|forutsatt|forutom|med undantag",
    "pl": r"chyba ze|o ile|pod warunkiem|z wyjatkiem|jesli|jezeli|oprocz",
}
"""Words after which a statement holds no longer everywhere, in folded text."""


@lru_cache(maxsize=64)
def limits(languages: frozenset[str]) -> re.Pattern[str]:
    """Conditions and exceptions of some languages; of all where none is known."""
    chosen = [_LIMITS[one] for one in sorted(languages or _LIMITS) if one in _LIMITS]
    return re.compile(rf"\b(?:{'|'.join(chosen) or _LIMITS['en']})\b")


CONTRASTS = frozenset(
    "but however although though albeit yet whereas nevertheless notwithstanding despite "
    "aber jedoch doch obwohl obgleich sondern mais cependant toutefois bien quoique pero sino aunque "
    "ma pero tuttavia sebbene benche maar echter hoewel mas porem embora".split()
)
ATTRIBUTIONS = frozenset(
    "said says say told tells claimed claims claim alleged alleges argued argues argue believed believes believe "
    "stated states reported reports maintained maintains insisted insists asserted asserts contended contends "
    "suggested suggests denied denies thought thinks wrote writes added replied declared announced according "
    "sagte sagt behauptet behauptete meinte meint erklarte erklart zufolge laut "
    "dit declare affirme affirmait pretend pretendait selon estime ajoute ajoutait "
    "dijo dice afirmo afirma segun sostiene declaro disse afferma secondo sostiene dichiarato "
    "zei zegt beweerde beweert volgens verklaarde disse afirma segundo declarou".split()
) - {"states", "reports"}
CONNECTIVES = frozenset(
    "and or but if because although before after since while when and/or than "
    "und oder aber et ou mais y o pero e ma en of maar mas".split()
)
FALSEHOODS = frozenset(
    "false untrue wrong myth mistaken doubt doubtful incorrect falsch unwahr irrtum faux fausse falso falsa onwaar".split()
)

_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million "
    "millions billion billions trillion trillions dozen dozens score percent half third quarter quarters double twice "
    "once thrice first second fourth fifth sixth seventh eighth ninth tenth "
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig hundert tausend millionen milliarden prozent "
    "deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent cents mille millions milliards pourcent "
    "dos tres cuatro cinco seis siete ocho nueve diez cien ciento mil millon millones "
    "due tre quattro cinque sei sette otto nove dieci cento mila milione milioni miliardi "
    "twee drie vier vijf zes zeven negen tien honderd duizend miljoen miljard procent "
    "dois quatro sete oito nove dez cem milhao milhoes".split()
) - {"one", "sei", "elf", "ein", "second"}
_REFERENCE_WORDS = frozenset(
    "article articles art section sections sec paragraph paragraphs para paras page pages p pp chapter chapters ch note "
    "notes no nos number clause rule rules regulation volume vol part figure fig table annex appendix footnote recital "
    "artikel absatz abs seite kapitel paragraphe articulo articolo".split()
)
"""Words whose number names a place in a text, and counts nothing."""

NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "anti", "a")
_SAME_TENSE = (
    frozenset(("will", "would")), frozenset(("can", "could")), frozenset(("may", "might")),
    frozenset(("muss", "musste")), frozenset(("kann", "konnte")), frozenset(("darf", "durfte")),
    frozenset(("doit", "devait")), frozenset(("peut", "pouvait")), frozenset(("need", "needs")),
)  # fmt: skip


def is_number(word: str) -> bool:
    """Whether a token counts: figures, and words for numbers and scales."""
    return (
        word[:1].isdigit()
        or word[-1:].isdigit()
        or word in _NUMBER_WORDS
        or (word[:1] == "-" and word[1:2].isdigit())
    )


_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth once half quarter quarters".split()
)


def counts(word: str) -> bool:
    """Whether a token says how many: no ordinal, no *half*."""
    return is_number(word) and word not in _ORDINALS


def names_a_place(word: str) -> bool:
    """Whether the number behind a word is that of an article, a paragraph, a page."""
    return word in _REFERENCE_WORDS


def is_negation(word: str) -> bool:
    """Whether a token denies by itself, in any language."""
    return word.replace("'", "") in _ANY_NEGATION or word.endswith("n't")


def denies(word: str, languages: frozenset[str]) -> bool:
    """Whether a token denies in one of some languages; of all where none is known."""
    plain = word.replace("'", "")
    known = [NEGATIONS[one] for one in languages or NEGATIONS if one in NEGATIONS]
    return word.endswith("n't") or any(plain in one or word in one for one in known)


def is_operator(word: str) -> bool:
    """Whether a token bounds how far a statement goes: quantifier, hedge, condition, connective."""
    return (
        word in QUANTIFIERS
        or word in HEDGES
        or word in CONDITIONS
        or word in CONTRASTS
        or word in CONNECTIVES
    )


def negates(one: str, other: str) -> bool:
    """Whether one word is the other denied: lawful and unlawful, fear and fearless, harmful and harmless."""
    for word, base in ((one, other), (other, one)):
        if len(base) > 2 and any(word == prefix + base for prefix in NEGATING_PREFIXES):
            return True
        if word.endswith("less") and (
            word[:-4] == base or (base.endswith("ful") and word[:-4] == base[:-3])
        ):
            return True
        if word == base + "n't" or (word == "cannot" and base == "can"):
            return True
    return False


def same_but_for_tense(one: str, other: str) -> bool:
    """Whether two modals are one in two tenses, as brackets adapt them."""
    return any(one in pair and other in pair for pair in _SAME_TENSE)


@lru_cache(maxsize=4096)
def kind_of(word: str) -> str:
    """What a token is where it may not change: `negation`, `modal`, `number`, `operator`, or nothing."""
    if is_negation(word):
        return "negation"
    if word in MODALS:
        return "modal"
    if is_number(word):
        return "number"
    return "operator" if is_operator(word) else ""
