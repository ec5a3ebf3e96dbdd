"""What pages of 2026 are made of: documents in many tongues, consent and challenge scripts, shells, site frames."""

from tests.web.pages import PROSE
from tests.web.server import answer, give

TEXTS = {
    **PROSE,
    "pt": (
        "Entre 1996 e 2003 o conselho do distrito manteve um livro com todas as queixas que lhe foram apresentadas.",
        "O escrivão anotava quem vinha, o que lhe tinha sido tirado e qual funcionário era acusado.",
        "De 412 registos, menos de trinta tiveram resposta, quase sempre um formulário impresso.",
    ),
    "pl": (
        "W latach 1996–2003 rada powiatu prowadziła księgę wszystkich skarg, które do niej wniesiono.",
        "Pisarz notował, kto przychodził, co mu zabrano i którego urzędnika wskazał.",
        "Z 412 wpisów odpowiedzi doczekało się mniej niż trzydzieści, zwykle na druku.",
    ),
    "cs": (
        "V letech 1996 až 2003 vedla okresní rada knihu všech stížností, které jí byly předneseny.",
        "Písař zaznamenával, kdo přišel, co mu bylo odebráno a kterého úředníka jmenoval.",
        "Ze 412 zápisů se odpovědi dočkalo méně než třicet.",
    ),
    "sv": (
        "Mellan 1996 och 2003 förde distriktsrådet en liggare över varje klagomål som framfördes.",
        "Skrivaren antecknade vem som kom, vad som hade tagits och vilken tjänsteman som namngavs.",
        "Av 412 poster besvarades färre än trettio, de flesta med en blankett.",
    ),
    "da": (
        "Mellem 1996 og 2003 førte distriktsrådet en protokol over hver klage, der blev indgivet.",
        "Skriveren noterede, hvem der kom, hvad der var taget, og hvilken embedsmand der blev nævnt.",
        "Af 412 indførsler blev færre end tredive nogensinde besvaret.",
    ),
    "fi": (
        "Vuosina 1996–2003 piirineuvosto piti kirjaa jokaisesta sille esitetystä valituksesta.",
        "Kirjuri merkitsi muistiin, kuka tuli, mitä häneltä oli otettu ja kuka virkamies nimettiin.",
        "412 merkinnästä alle kolmeenkymmeneen vastattiin koskaan.",
    ),
    "hu": (
        "1996 és 2003 között a járási tanács könyvet vezetett minden elé terjesztett panaszról.",
        "Az írnok feljegyezte, ki jött, mit vettek el tőle, és melyik tisztviselőt nevezte meg.",
        "A 412 bejegyzésből harmincnál kevesebbre érkezett válasz.",
    ),
    "ro": (
        "Între 1996 și 2003 consiliul districtual a ținut un registru al tuturor plângerilor depuse.",
        "Grefierul nota cine venea, ce i se luase și ce funcționar era numit.",
        "Din 412 înregistrări, mai puțin de treizeci au primit vreodată un răspuns.",
    ),
    "tr": (
        "1996 ile 2003 yılları arasında ilçe meclisi kendisine iletilen her şikâyeti bir deftere yazdı.",
        "Kâtip kimin geldiğini, ondan ne alındığını ve hangi memurun adının geçtiğini kaydetti.",
        "412 kayıttan otuzdan azı yanıtlandı.",
    ),
    "el": (
        "Από το 1996 έως το 2003 το συμβούλιο της επαρχίας τηρούσε βιβλίο για κάθε παράπονο που υποβαλλόταν.",
        "Ο γραμματέας σημείωνε ποιος ερχόταν, τι του είχαν πάρει και ποιον υπάλληλο κατονόμαζε.",
    ),
    "ko": (
        "1996년부터 2003년까지 군의회는 접수된 모든 민원을 장부에 기록하였다.",
        "서기는 누가 왔는지, 무엇을 빼앗겼는지, 어느 관리의 이름이 나왔는지를 적었다.",
        "412건 가운데 답변을 받은 것은 서른 건이 채 되지 않는다.",
    ),
    "uk": (
        "З 1996 до 2003 року районна рада вела книгу всіх поданих скарг.",
        "Писар занотовував, хто приходив, що в нього забрали і якого службовця він назвав.",
        "Із 412 записів відповідь отримали менше тридцяти.",
    ),
}


def text(language="en", paragraphs=6):
    """Paragraphs of a work in a language."""
    stock = TEXTS[language]
    lines = (stock * 4)[: 3 * len(stock)]
    return "".join(
        f"<p>{lines[i % len(lines)]} {lines[(i + 1) % len(lines)]} {lines[(i + 2) % len(lines)]}</p>"
        for i in range(paragraphs)
    )


def doc(title, body, lang="en", head="", attributes=""):
    """A document with nothing around its body but what is given."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>{head}</head>'
        f"<body{' ' + attributes if attributes else ''}>{body}</body></html>"
    )


def framed(title, main, name, menu, lang="en", head="", foot=""):
    """A site's page: header, menu, content, footer, in the words of the site."""
    items = "".join(f'<li><a href="/{i}/{w.lower()[:6]}">{w}</a></li>' for i, w in enumerate(menu))
    return doc(
        title,
        f'<header><a href="/" class="brand">{name}</a><nav><ul>{items}</ul></nav></header>'
        f'<div class="page"><div class="col">{main}</div></div>'
        f"<footer><ul>{items}</ul><p>{foot or '© 2026 ' + name}</p></footer>",
        lang,
        '<link rel="stylesheet" href="/build/app.7f3c.css"><script defer src="/build/app.91ab.js"></script>'
        + head,
    )


def anywhere(page, status="200 OK", **headers):
    """One answer for every address of the host."""
    return {"/*": answer(page, status, **headers)}


def returning(page, status="200 OK", **headers):
    """One page for every address, which carries the address asked for (PATH) in its form or links."""

    async def serve(reader, writer):
        path = reader.request[b"path"].decode("latin-1")
        await give(answer(page.replace("PATH", path), status, **headers), reader, writer)

    return serve
