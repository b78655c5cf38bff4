# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501, SIM905  tables of sentences
"""Measures: each algorithm against numbers that were worked out by hand, and what is not measured."""

from __future__ import annotations

import socket

import pytest

from pipeline.plain.measures.formulas import FORMULAS, Counts
from pipeline.plain.measures.measure import Passage, count_words, counts, measure
from pipeline.plain.measures.passages import passages
from pipeline.plain.measures.sentences import sentences
from pipeline.plain.numbers.names import is_abbreviation, names, without_names
from pipeline.plain.words import syllables, zipf
from tests.make import document

SYLLABLES = """beautiful 3 table 2 tables 2 used 1 wanted 2 boxes 2 changes 2 nation 2 national 3 security 4 humanitarian 6
stabilisation 5 million 2 coalition 4 terrorist 3 radio 3 period 3 social 2 precious 2 courageous 3 international 5
demographic 4 civilian 3 region 2 religion 3 voluntary 4 create 2 area 3 violated 4 situation 4 language 2 guard 1
freedom 2 police 2 leader 2 tried 1 families 3 promised 2 helped 1 attacks 2 times 1 settled 2 year 1 safety 2
movement 2 agreement 3 completely 3 museum 3 video 3 variety 4 science 2 quiet 2 fuel 2 question 2 queen 1 chaos 2
country 2 countries 2 enduring 3 threatened 2 controlled 2 association 5 media 3 experience 4 terrorism 4 rhythm 2
don't 1 isn't 2 co-operate 4 UN 2 UNHCR 5""".split()


@pytest.mark.parametrize(("word", "beats"), list(zip(SYLLABLES[::2], map(int, SYLLABLES[1::2]), strict=True)))
def test_syllables(word: str, beats: int) -> None:
    assert syllables(word, "en") == beats


@pytest.mark.parametrize(
    ("word", "lang", "beats"),
    [
        ("maison", "fr", 2),
        ("gouvernement", "fr", 3),
        ("Regierung", "de", 3),
        ("bearbeiten", "de", 4),
        ("gobierno", "es", 3),
        ("guerra", "es", 2),
    ],
)
def test_syllables_elsewhere(word: str, lang: str, beats: int) -> None:
    assert syllables(word, lang) == beats


def test_formulas_by_hand() -> None:
    # 100 words in 5 sentences, 480 letters, 150 syllables, 20 long words, 12 of three and 60 of one syllable.
    held = Counts(5, 100, 480, 150, 12, 60, 20)
    values = {(lang, f.key): round(f.compute(held), 3) for lang, all_of in FORMULAS.items() for f in all_of}
    assert values["en", "fkgl"] == 9.91  # 0.39 × 20 + 11.8 × 1.5 − 15.59
    assert values["en", "ari"] == 11.178  # 4.71 × 4.8 + 0.5 × 20 − 21.43
    assert values["en", "coleman-liau"] == 10.944  # 5.88 × 4.8 − 29.6 × 0.05 − 15.8
    assert values["de", "lix"] == 40
    assert values["fr", "kandel-moles"] == 76.3  # 207 − 20.3 − 110.4
    assert values["de", "amstad"] == 72.25  # 180 − 20 − 87.75
    assert values["de", "wiener-1"] == 5.423  # 2.322 + 3.344 + 2.594 − 1.962 − 0.875
    assert values["es", "fernandez-huerta"] == 96.44  # 206.84 − 90 − 20.4
    assert values["es", "szigriszt-pazos"] == 93.385  # 206.835 − 93.45 − 20


def test_names_and_titles_are_left_out_for_the_second_grade() -> None:
    text = "The Ministers of Foreign Affairs met Abu Bakr al-Hassan in Ouagadougou."
    assert [name.text for name in names(text)] == [
        "Ministers of Foreign Affairs",
        "Abu Bakr al-Hassan",
        "Ouagadougou",
    ]
    assert without_names(text) == "The met in ."
    made = measure([Passage("a", text)])
    score = made.scores[0]
    assert score.value is not None and score.without_names is not None and score.without_names < score.value
    assert made.grade == score.without_names


def test_headings_do_not_make_a_text_look_easy() -> None:
    long = "This sentence has a good many words in it so that it is longer than the heading above it is."
    alone = measure([Passage("p", long)])
    headed = measure([Passage("h", "Go", running=False), Passage("p", long)])
    assert alone.grade == headed.grade and alone.mean_words == headed.mean_words == 20
    assert headed.words == alone.words + 1


def test_what_is_not_of_the_language_is_no_rare_word() -> None:
    made = document(
        "The fee [délibération municipale]{lang=fr} is $a \\cdot b$ or `gauge_level`, see <https://example.org/zzyx>.\n\n"
        "::: {lang=fr}\n\nUne délibération du syndicat intercommunal.\n\n:::\n", lang="en"
    )  # fmt: skip
    found = list(passages(made.blocks, "en"))
    assert len(found) == 1
    assert measure(found, "en").rare == ()
    assert len(list(passages(made.blocks))) == 2


def test_rare_words_are_content_words_that_are_seldom_used() -> None:
    made = measure([Passage("p", "The cat ignominiously sat on the chair.")])
    assert made.rare == ("ignominiously",)
    assert made.rare_percent == 25.0  # of cat, ignominiously, sat, chair
    assert (
        measure([Passage("p", "The cat ignominiously sat on the chair.")], explained=["ignominiously"]).rare == ()
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The UN met.", ("UN",)),
        ("The United Nations (UN) met. The UN left.", ()),
        ("UNHCR (United Nations High Commissioner for Refugees) helps.", ()),
        ("Chapter XIV of Part II.", ()),
        ("READ THIS NOW", ()),
        ("A US plan and a U.S. law.", ("US",)),
    ],
)
def test_undefined_abbreviations(text: str, missing: tuple[str, ...]) -> None:
    assert measure([Passage("p", text)]).undefined == missing


def test_defined_elsewhere_is_defined() -> None:
    assert measure([Passage("p", "The UN met.")], defined=["UN"]).undefined == ()
    assert is_abbreviation("UNHCR") and not is_abbreviation("XIV") and not is_abbreviation("Un")


def test_passives_and_nominalisations() -> None:
    made = measure(
        [Passage("p", "The house was quickly sold. The implementation of the regulation is needed. They sold it.")]
    )
    assert made.passives == ("was quickly sold", "is needed")
    assert made.nominalisations == ("implementation", "regulation")


@pytest.mark.parametrize(
    ("lang", "text", "keys"),
    [
        ("fr", "Le conseil a voté. La loi est entrée en vigueur.", ["kandel-moles", "lix"]),
        ("de", "Der Rat hat abgestimmt. Das Gesetz gilt.", ["wiener-1", "amstad", "lix"]),
        ("es", "El consejo ha votado. La ley está en vigor.", ["fernandez-huerta", "szigriszt-pazos", "lix"]),
        ("ar", "صوت المجلس. القانون ساري المفعول.", []),
        ("zh", "理事会已投票。", []),
    ],
)
def test_what_is_not_sound_is_not_measured(lang: str, text: str, keys: list[str]) -> None:
    made = measure([Passage("p", text)], lang)
    assert [score.formula.key for score in made.scores] == keys
    assert made.passives is None
    if lang in ("ar", "zh"):
        assert made.rare_percent is None and made.nominalisations is None and made.grade is None


def test_sentences_are_not_cut_at_titles_initials_and_numbers() -> None:
    text = "Dr. Smith met J. K. Rowling at 5.30 p.m. in St. Ives. They paid $3.50. “Why?” he asked."
    assert sentences(text) == [
        "Dr. Smith met J. K. Rowling at 5.30 p.m. in St. Ives.",
        "They paid $3.50.",
        "“Why?” he asked.",
    ]


def test_nothing_of_a_long_text_is_lost_or_slow() -> None:
    text = " ".join(f"Sentence number {at} stands here." for at in range(3000))
    assert " ".join(sentences(text)) == text
    blob = "word " * 40_000
    assert count_words(" ".join(sentences(blob))) == 40_000


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a measure asked for the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    for lang in ("en", "fr", "de", "es", "ar"):
        assert measure([Passage("p", "One two three. Four five six.")], lang).words == 6


def test_an_empty_text_has_no_measures() -> None:
    made = measure([])
    assert made.words == 0 and made.grade is None and made.mean_words is None and made.minutes == 0


# Ten sentences of different kinds, counted by hand: words, syllables, passives, nominalisations.
BY_HAND = [
    # The(1) boat(1) left(1) the(1) har-bour(2) at(1) dawn(1).
    ("The boat left the harbour at dawn.", 7, 8, 0, 0),
    # The(1) bridge(1) was(1) built(1) by(1) vol-un-teers(3): "was built".
    ("The bridge was built by volunteers.", 6, 8, 1, 0),
    # Do(1) you(1) need(1) a(1) new(1) li-cence(2)?
    ("Do you need a new licence?", 6, 7, 0, 0),
    # Please(1) wash(1) your(1) hands(1) be-fore(2) you(1) eat(1).
    ("Please wash your hands before you eat.", 7, 8, 0, 0),
    # The(1) im-ple-men-ta-tion(5) of(1) the(1) reg-u-la-tion(4) re-quires(2) co-op-er-a-tion(5): three in -tion.
    ("The implementation of the regulation requires cooperation.", 7, 19, 0, 3),
    # All(1) let-ters(2) have(1) been(1) opened(2), and(1) none(1) was(1) an-swered(2): "have been opened" and "was answered".
    ("All letters have been opened, and none was answered.", 9, 12, 2, 0),
    # If(1) it(1) rains(1), the(1) chil-dren(2) will(1) play(1) in-side(2) the(1) gym(1).
    ("If it rains, the children will play inside the gym.", 10, 12, 0, 0),
    # A(1) mean-ing-ful(3) set-tle-ment(3) needs(1) pa-tience(2): "settlement"; "patience" ends in -ence.
    ("A meaningful settlement needs patience.", 5, 10, 0, 2),
    # She(1) nev-er(2) sold(1) the(1) lit-tle(2) house(1) on(1) the(1) riv-er(2).
    ("She never sold the little house on the river.", 9, 12, 0, 0),
    # Tick-ets(2) are(1) not(1) sold(1) on(1) the(1) train(1): "are not sold".
    ("Tickets are not sold on the train.", 7, 8, 1, 0),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "number", "beats", "passive", "nominal"), BY_HAND)
def test_ten_sentences_counted_by_hand(sentence: str, number: int, beats: int, passive: int, nominal: int) -> None:
    found, total = measure([Passage("a", sentence)], "en"), counts(sentence, "en")
    assert (total.sentences, total.words, total.syllables) == (1, number, beats)
    assert found.passives is not None and found.nominalisations is not None
    assert (len(found.passives), len(found.nominalisations)) == (passive, nominal), (
        found.passives, found.nominalisations
    )  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "count"), [
    ("Moor where Annex B. From May on, the berth is free.", "en", 2), ("It is in Part C. The Board decides.", "en", 2),
    ("The gate shuts at 6 p.m. The guard leaves then.", "en", 2), ("Siehe Anlage B. Die Frist beginnt im Mai.", "de", 2),
    ("Voir l’annexe B. Le délai court dès mai.", "fr", 2), ("Nous avons vu M. Le Guen hier.", "fr", 1),
    ("Ask Anna W. Hale and Mr. A. Will Smith.", "en", 1), ("Ask W. H. Hale, J. R. R. Moor or Tom B. May.", "en", 1),
    ("The gate shuts at 6 p.m. Monday.", "en", 1),
    ("Keep soup below 7 °C. Rice is warm at 60 °C. Both are safe.", "en", 3),
    ("Houd soep onder 7 °C. Rijst is warm bij 60° C. Dat is goed.", "nl", 3),
    ("At 7 °C water is cold.", "en", 1),
])  # fmt: skip
def test_a_letter_or_an_hour_ends_a_sentence_where_another_begins(text: str, lang: str, count: int) -> None:
    assert len(sentences(text, lang)) == count
    assert " ".join(sentences(text, lang)) == text


def test_hours_are_no_rare_words() -> None:
    made = measure([Passage("p", "The door is open from 6 a.m. to 10 p.m. every day.")], "en")
    assert made.rare == ()


def test_german_words_are_found_in_the_lists_as_they_spell_them() -> None:
    assert zipf("großer", "de") == zipf("grosser", "de") > 4 and zipf("Straße", "de") > 4


def test_what_is_put_together_again_stands_as_it_stood() -> None:
    for lang, text in (("es", "Vive en el n.º 4."), ("pl", "To mówi Mr. Nowak.")):
        assert sentences(text, lang) == [text]
