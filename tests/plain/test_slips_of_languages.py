# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slips and changes made by program in four languages: one place, and of the kind that is asked for."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.plain.guard.compare import guard
from pipeline.tools import pair_reader
from tests.plain.changes_of_languages import CHANGES
from tests.plain.slips_of_languages import SLIPS, denied, otherwise_bound

TEXTS = {
    "fr": "Vous ne devez pas payer avant le 3 mai. La caisse peut vous aider sans rendez-vous. Envoyez la lettre.",
    "de": "Sie müssen den Antrag bis zum 3. Mai stellen. Das Amt gibt das Geld nicht zurück. Hier gilt kein Vertrag.",
    "es": "Usted no debe pagar antes del 3 de mayo. La caja puede ayudarle sin cita. Nadie pierde su plaza.",
    "ar": "يجب أن تدفع قبل 3 مايو. لا يحق لك العودة دون تصريح. الدخول غير مسموح. يبدأ العمل غدا.",
}
DENIED = {
    "fr": {"Vous devez payer": True, "avec rendez-vous": True, "La caisse ne peut pas": True, "N’envoyez pas": True},
    "de": {"nicht stellen": True, "das Geld zurück": True, "gilt ein Vertrag": True, "Geld weiterhin": False},
    "es": {"Usted debe": True, "con cita": True, "caja no puede": True, "no no": False},
    "ar": {"لا يجب": True, "ويحق": False, "مع تصريح": True, "الدخول مسموح": True, "لا يبدأ": True},
}


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("kind", sorted(SLIPS))
def test_a_slip_changes_a_word_and_leaves_the_rest(lang: str, kind: str) -> None:
    text = TEXTS[lang]
    made = {SLIPS[kind](text, lang, Random(number)) for number in range(60)}
    assert None not in made
    assert text not in made
    assert all(len(set(text.lower().split()) ^ set((one or "").lower().split())) <= 8 for one in made)


@pytest.mark.parametrize("lang", TEXTS)
def test_denials_go_and_come(lang: str) -> None:
    made = {denied(TEXTS[lang], lang, Random(number)) or "" for number in range(600)}
    for words, wanted in DENIED[lang].items():
        assert any(words in one for one in made) == wanted, words


def test_a_text_without_either_has_no_slip() -> None:
    assert otherwise_bound("Bonjour à tous.", "fr", Random(1)) is None
    assert denied("مرحبا.", "ar", Random(1)) is None


@pytest.mark.parametrize("lang", TEXTS)
def test_a_number_is_another(lang: str) -> None:
    made = {CHANGES[lang].changed(TEXTS[lang], "number", Random(number)) for number in range(60)}
    assert None not in made
    assert TEXTS[lang] not in made


def test_arabic_digits_stay_arabic() -> None:
    made = CHANGES["ar"].changed("تدفع ٣٠ دينارا.", "number", Random(3))
    assert made is not None
    assert not any(char.isascii() and char.isdigit() for char in made)


@pytest.mark.skipif(pair_reader.find("fr") is None, reason="the reader of pairs is not installed")
@pytest.mark.parametrize(
    ("lang", "original", "plain", "slip"),
    [
        (
            "fr",
            "Le voyageur dont le train accuse un retard d'au moins deux heures est remboursé à hauteur de la moitié du "
            "prix du billet.",
            "Votre train a deux heures de retard ou plus ? On vous rend 50 % du prix du billet.",
            ("vous rend 50 %", "vous ne rend pas 50 %"),
        ),
        (
            "de",
            "Die Kündigungsfrist beträgt vier Wochen und verlängert sich nach zehnjähriger Betriebszugehörigkeit auf "
            "vier Monate.",
            "Ihre Kündigungsfrist ist vier Wochen lang. Arbeiten Sie schon zehn Jahre im Betrieb, sind es vier Monate.",
            ("sind es vier", "sind es nicht vier"),
        ),
        (
            "es",
            "La persona detenida será puesta a disposición judicial en un plazo que no podrá exceder de 72 horas.",
            "Si la policía le detiene, tiene que llevarle ante el juez en 72 horas como máximo.",
            ("tiene que", "no tiene que"),
        ),
        (
            "ar",
            "لا يُقبل للعمل في المنجم إلا من أتم الحادية والعشرين من عمره.",
            "تريد العمل في المنجم؟ يجب أن يكون عمرك 21 سنة أو أكثر.",
            ("يجب أن", "لا يجب أن"),
        ),
    ],
)
def test_the_guard_tells_a_denial_that_slipped_into_a_freely_worded_text(
    lang: str, original: str, plain: str, slip: tuple[str, str]
) -> None:
    reader = pair_reader.find(lang)
    told = [
        any(not one.weak for one in guard(original, text, lang, reader=reader).differences)
        for text in (plain, plain.replace(*slip))
    ]
    assert told == [False, True]
