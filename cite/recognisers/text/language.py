"""Which language a text is in, by its smallest words."""

from collections.abc import Sequence

SMALL_WORDS = {
    "en": frozenset(
        "the of and to in is that for on are was with by from at an it as be this its".split()
    ),
    "de": frozenset(
        "der die das und im von den des ein eine zu mit auf für dem ist nicht aus bei zur".split()
    ),
    "fr": frozenset(
        "le la les des et du un une dans pour qui sur au aux par est en que avec".split()
    ),
    "es": frozenset("el la los las y del un una en para que por se con es al su no".split()),
    "it": frozenset("il la le gli e di del della una un in per che con non da dei nel si".split()),
    "pt": frozenset("o os as e do da dos das um uma em para que com não por no na se".split()),
    "nl": frozenset("de het een en van in op voor met dat is niet te door aan bij werd".split()),
    "sv": frozenset("och i att det som en på är av för med till den inte om ett".split()),
    "pl": frozenset("w i na z do się nie jest że od po za przez o dla ich".split()),
    "cs": frozenset("v a na z do se je že od po za pro o jeho její byl který".split()),
    "hu": frozenset("a az és egy hogy nem is volt meg el ki minden".split()),
    "ro": frozenset("și în de la cu din pe nu care au fost un o lor".split()),
    "da": frozenset("og i at det som en på er af for med til den ikke om et".split()),
    "fi": frozenset("ja on ei se että oli tai kun mutta sen hän joka".split()),
    "tr": frozenset("ve bir bu da de için ile olan ne her gibi".split()),
    "hr": frozenset("i u na je se da su za od s koji nije po".split()),
}


def likely_languages(words: Sequence[str]) -> frozenset[str]:
    """The languages whose small words a text uses most; none where it has none."""
    counts = {name: sum(word in small for word in words) for name, small in SMALL_WORDS.items()}
    most = max(counts.values())
    return frozenset(name for name, count in counts.items() if most and count >= 0.8 * most)
