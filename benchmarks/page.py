"""A page of 48 kB as the web serves them: navigation, scripts, metadata, and an article of 3,000 words."""

import random

WORDS = (
    "police officers survey towns winter report court rights evidence bribes market border women children law "
    "witness record archive village labour debt migrant permit river station complaint officer inquiry ministry"
).split()


def page(number=0, size=48_000):
    """The same page for the same number; its text differs from page to page."""
    dice = random.Random(number)
    title = " ".join(dice.choices(WORDS, k=7)).capitalize()
    head = (
        f"<title>{title} | Journal of Field Reports</title><meta charset=utf-8>"
        f'<meta name="citation_title" content="{title}"><meta property="og:title" content="{title}">'
        f'<script type="application/ld+json">{{"@type": "Article", "headline": "{title}"}}</script>'
        f"<script>{'var a=function(b){return b+1};' * 150}</script><style>{'.c{margin:0 auto}' * 150}</style>"
    )
    links = "".join(f'<li><a href="/section/{n}">{dice.choice(WORDS)}</a></li>' for n in range(60))
    text = ""
    while len(text) < size - len(head) - len(links) - 500:
        sentence = " ".join(dice.choices(WORDS, k=14)).capitalize()
        text += f'<p id="p{len(text)}">{sentence}, <em>{dice.choice(WORDS)}</em> <a href="#n">1</a>. {sentence}.</p>'
    return f"<!doctype html><html lang=en><head>{head}</head><body><nav><ul>{links}</ul></nav><article><h1>{title}</h1>{text}</article></body></html>".encode()
