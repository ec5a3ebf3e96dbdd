"""What the tables of gates' words hold."""

import pytest

from cite.steps.pages.gate_words import SUBJECTS, WORDS, Subject

EXAMPLES = {
    Subject.ROBOTS: ["Are you a robot?", "Verifying your browser", "Nejste robot?", "Bist du ein Mensch?", "请完成验证", "Vahvista, että et ole robotti"],
    Subject.CONSENT: ["We use cookies", "Unsere Datenschutzerklärung", "Souhlas s cookies", "نستخدم ملفات تعريف الارتباط", "Používáme súhlas"],
    Subject.LOGIN: ["Please log in", "Ihr Benutzerkonto", "Mot de passe", "Zaloguj się", "パスワードを忘れた", "Prijavite se"],
    Subject.PAY: ["Subscribe now", "Nur für Abonnenten", "Fáðu þér áskrift", "Csak előfizetőknek", "订阅后阅读"],
    Subject.AGE: ["Are you over 18?", "Bestätigen Sie Ihr Alter", "Máte více než 18 let?", "満18歳以上ですか"],
    Subject.TERMS: ["Terms of use", "J’accepte le règlement", "Regulamin serwisu", "利用規約に同意する"],
    Subject.REGION: ["Not available in your country", "Indisponible dans votre pays", "только на территории"],
    Subject.BROWSER: ["Your browser is too old", "Dit is geen moderne browser", "Váš prohlížeč", "お使いのブラウザ"],
    Subject.QUEUE: ["You are now in line", "Sie sind in der Warteschlange", "Вы в очереди"],
    Subject.LANGUAGE: ["Choose your language", "Sprache wählen"],
    Subject.ADVERTS: ["Turn off your ad blocker", "Bitte den Werbeblocker ausschalten"],
}  # fmt: skip
OTHERS = {
    Subject.ROBOTS: ["On 4 December the members met", "The scrapbook", "An insane idea"],
    Subject.PAY: ["Abbot and abbey"],
    Subject.AGE: ["Sewage and drainage"],
    Subject.QUEUE: ["Escola de música", "Pepsi-Cola"],
    Subject.BROWSER: ["The browsing of deer"],
}


@pytest.mark.parametrize(
    ("subject", "words"), [(s, w) for s, many in EXAMPLES.items() for w in many]
)
def test_words_on_a_gate_are_told(subject, words):
    assert SUBJECTS[subject].search(words)


@pytest.mark.parametrize(("subject", "words"), [(s, w) for s, many in OTHERS.items() for w in many])
def test_what_only_holds_the_letters_of_a_word_is_not(subject, words):
    assert not SUBJECTS[subject].search(words)


def test_every_line_of_a_table_begins_with_its_language():
    lines = [line.split() for table in WORDS.values() for line in table.strip().splitlines()]
    assert all(len(line) > 1 and 2 <= len(line[0]) <= 3 for line in lines)
