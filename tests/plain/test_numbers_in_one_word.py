# SPDX-License-Identifier: AGPL-3.0-or-later
"""German numbers in one word, alone and with their unit, and how often something comes back in German and Arabic."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard
from pipeline.plain.lexicon.numbers_de import multiple_of, number_of, ordinal_of, unit_of_word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zwo", 2), ("dreissig", 30), ("hundertfünfzig", 150), ("siebzehnhundert", 1700), ("hunderttausend", 100_000),
        ("zweihundertfünfzigtausend", 250_000), ("eintausendzweihundert", 1200), ("hundertundeins", 101),
        ("ein", None), ("hundert", None), ("achtung", None), ("neuntel", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_is_taken_apart(word: str, value: int | None) -> None:
    assert number_of(word) == value


@pytest.mark.parametrize(
    ("word", "value", "unit"),
    [
        ("dreitägige", 3, "day"), ("zweimonatsfrist", 2, "month"), ("achtzehnjährigen", 18, "year"),
        ("vierzehntäglich", 14, "day"), ("sechsmal", 6, None), ("dreifacher", 3, None), ("achteinhalb", 8.5, None),
        ("zweidrittelmehrheit", 2 / 3, None), ("einfach", None, None), ("zweifel", None, None),
        ("dreist", None, None), ("zehntägig", 10, "day"),
    ],
)  # fmt: skip
def test_so_is_what_goes_with_it(word: str, value: float | None, unit: str | None) -> None:
    assert (multiple_of(word), unit_of_word(word)) == (pytest.approx(value) if value else None, unit)


def test_ordinals_beyond_the_days_of_a_month() -> None:
    assert [ordinal_of(word) for word in ("fünfundsechzigsten", "hundertste", "wichtigste")] == [65, None, None]


SAME = [
    ("de", "Die Pumpe wird zweimal jährlich geprüft.", "Die Pumpe wird alle sechs Monate geprüft."),
    ("de", "Die Pumpe wird viermal im Jahr geprüft.", "Die Pumpe wird vierteljährlich geprüft."),
    ("de", "Lüften Sie dreimal täglich.", "Lüften Sie 3-mal am Tag."),
    ("de", "Der Kurs kostet siebenhundertfünfzig Euro.", "Der Kurs kostet 750 Euro."),
    ("de", "Es gilt eine dreitägige Frist.", "Sie haben drei Tage Zeit."),
    ("de", "Die 48-stündige Pause ist einzuhalten.", "Halten Sie die Pause von zwei Tagen ein."),
    ("de", "Der Steg ist 1,5 Kilometer lang.", "Der Steg ist 1500 Meter lang."),
    ("de", "Die Bürgschaft beträgt eineinhalb Millionen Euro.", "Die Bürgschaft beträgt 1,5 Millionen Euro."),
    ("de", "Nötig ist eine Zweidrittelmehrheit.", "Nötig sind zwei Drittel der Stimmen."),
    ("de", "Die Probe dauert eine Dreiviertelstunde.", "Die Probe dauert 45 Minuten."),
    ("de", "Der Steg wird zwei Jahrzehnte lang gepflegt.", "Der Steg wird 20 Jahre lang gepflegt."),
    ("de", "Der Zaun ist einen Meter fünfzig hoch.", "Der Zaun ist 1,50 Meter hoch."),
    ("de", "Der Zaun ist zwei Meter zwanzig hoch.", "Der Zaun ist 2,20 Meter hoch."),
    ("de", "Auf zwei Metern stehen zwanzig Bäume.", "Es stehen zwanzig Bäume auf zwei Metern."),
    ("ar", "يُفحص القارب مرتين في السنة.", "يُفحص القارب كل ستة أشهر."),
    ("ar", "يُفحص القارب أربع مرات سنوياً.", "يُفحص القارب كل ثلاثة أشهر."),
    ("ar", "يدفع العضو تسعة بالمائة من الثمن.", "يدفع العضو 9% من الثمن."),
]
OTHER = [
    ("de", "Die Pumpe wird zweimal jährlich geprüft.", "Die Pumpe wird alle zwei Jahre geprüft."),
    ("de", "Der Kurs kostet siebenhundertfünfzig Euro.", "Der Kurs kostet 570 Euro."),
    ("de", "Es gilt eine dreitägige Frist.", "Sie haben vier Tage Zeit."),
    ("de", "Nötig ist eine Zweidrittelmehrheit.", "Nötig sind drei Viertel der Stimmen."),
    ("de", "Es gilt eine Zweimonatsfrist.", "Sie haben zwei Wochen Zeit."),
    ("de", "Der Zaun ist zwei Meter zwanzig hoch.", "Der Zaun ist 2,30 Meter hoch."),
    ("ar", "يُفحص القارب مرتين في السنة.", "يُفحص القارب كل سنتين."),
    ("ar", "يدفع العضو تسعة بالمائة من الثمن.", "يدفع العضو 19% من الثمن."),
]


@pytest.mark.parametrize(("lang", "original", "plain"), SAME)
def test_the_same_number_is_no_flag(lang: str, original: str, plain: str) -> None:
    for one, other in ((original, plain), (plain, original)):
        found = guard(one, other, lang).differences
        assert [said for said in found if said.kind == "numbers" and not said.weak] == []


@pytest.mark.parametrize(("lang", "original", "plain"), OTHER)
def test_another_number_is_one(lang: str, original: str, plain: str) -> None:
    assert any(found.kind == "numbers" and not found.weak for found in guard(original, plain, lang).differences)


@pytest.mark.parametrize(
    ("original", "plain", "same"),
    [
        ("تدوم الدورة سنة ونصف.", "تدوم الدورة 18 شهراً.", True),
        ("تدوم الدورة ساعتين ونصف.", "تدوم الدورة 150 دقيقة.", True),
        ("تدوم الدورة سنة وستة أشهر.", "تدوم الدورة 18 شهراً.", True),
        ("ثمن القارب ألفاً ومائتين وخمسين درهماً.", "ثمن القارب 1250 درهماً.", True),
        ("ثمن القارب ألفان ومائتان وخمسون درهماً.", "ثمن القارب 2250 درهماً.", True),
        ("طول القارب بين خمسة أمتار وعشرين متراً.", "طول القارب بين 5 أمتار و20 متراً.", True),
        ("يدفع العضو خُمس الراتب.", "يدفع العضو 20% من الراتب.", True),
        ("طول الممر كيلومتران.", "طول الممر 2 كيلومتر.", True),
        ("يدفع العضو خُمس الراتب.", "يدفع العضو 25% من الراتب.", False),
        ("تدوم الدورة سنة ونصف.", "تدوم الدورة 15 شهراً.", False),
        ("طول القارب بين خمسة أمتار وعشرين متراً.", "طول القارب بين 5 أمتار و30 متراً.", False),
        ("ثمن القارب ألفاً ومائتين وخمسين درهماً.", "ثمن القارب 2250 درهماً.", False),
    ],
)
def test_arabic_numbers_with_and(original: str, plain: str, same: bool) -> None:
    found = [one for one in guard(original, plain, "ar").differences if one.kind == "numbers" and not one.weak]
    assert bool(found) is not same
