"""Family names out of the genitive, in which Russian and Polish put who edited and translated.

`под ред. К. К. Орлова` is Орлов, `пер. Н. Рыбиной` is Рыбина, `pod red. J. Wolskiego` is Wolski. Only endings that
leave no doubt are changed back; what the print has otherwise stays as it is.
"""

_ENDINGS = (
    ("цкого", "цкий"), ("ского", "ский"), ("цкой", "цкая"), ("ской", "ская"),
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"),
    ("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ына", "ын"),
    ("ського", "ський"), ("цького", "цький"), ("ської", "ська"), ("цької", "цька"),
    ("skiego", "ski"), ("ckiego", "cki"), ("dzkiego", "dzki"), ("skiej", "ska"), ("ckiej", "cka"), ("dzkiej", "dzka"),
)  # fmt: skip


def nominative(family: str) -> str:
    """The name as its bearer signs it."""
    for ending, nominal in _ENDINGS:
        if family.endswith(ending) and len(family) > len(ending) + 1:
            return family[: -len(ending)] + nominal
    return family
