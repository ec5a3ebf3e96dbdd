"""Words that a quotation may not gain, lose or change: negations, modals, quantifiers, hedges, conditions, numbers.

Word lists in the languages that articles quote from most; folded as tokens are (lower case, accents gone).
"""

import re
from functools import lru_cache

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent wasnt "
    "werent wont wouldnt shouldnt couldnt mustnt hasnt havent hadnt aint hardly scarcely barely non lack lacks lacked "
    "fail fails failed refuse refuses refused deny denies denied "
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder ohne "
    "ne pas jamais rien aucun aucune personne sans nul nulle ni "
    "nunca jamas nada nadie ningun ninguna ninguno tampoco sin "
    "non mai niente nessun nessuno nessuna senza ne "
    "niet geen nooit niemand niets nergens zonder noch "
    "nao nem sem ninguem nenhum nenhuma".split()
)
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
    "alle jeder jede jedes einige manche viele wenige nur immer oft selten fast etwa mindestens hochstens mehr weniger "
    "tous toutes tout toute chaque quelques plusieurs seulement toujours souvent rarement presque environ plus moins "
    "todos todas todo toda cada algunos algunas muchos pocos solo siempre casi mas menos "
    "tutti tutte tutto ogni alcuni alcune molti pochi soltanto sempre quasi piu meno "
    "elke ieder iedere sommige veel weinig slechts altijd vaak zelden bijna ongeveer meer minder "
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
"""Conditions and exceptions; those of several words are in `LIMITS`."""

LIMITS = re.compile(
    r"\b(?:subject to|as long as|so long as|in so far as|insofar as|to the extent|on condition|in the event|only (?:if|when|where|after|to)"
    r"|other than|apart from|with the exception|save (?:in|for|where|that|as|when)|but for|but only|but not|except|unless|provided|providing"
    r"|without|if|until|es sei denn|unter der bedingung|mit ausnahme|es sei|sofern|soweit|falls|wenn|ausser|sauf|a moins|a condition|pourvu que"
    r"|si|salvo|excepto|a menos|siempre que|a condicion|a meno che|a condizione|purche|tranne|se non|tenzij|mits|behalve|op voorwaarde"
    r"|a menos que|exceto|desde que|indien)\b"
)
"""Words after which a statement holds no longer everywhere, in folded text."""

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


def names_a_place(word: str) -> bool:
    """Whether the number behind a word is that of an article, a paragraph, a page."""
    return word in _REFERENCE_WORDS


def is_negation(word: str) -> bool:
    """Whether a token denies by itself."""
    return word.replace("'", "") in NEGATIONS or word.endswith("n't")


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
