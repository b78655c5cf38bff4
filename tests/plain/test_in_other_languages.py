# SPDX-License-Identifier: AGPL-3.0-or-later
"""What plain French, German, Spanish and Arabic say as their official texts do; and what they do not."""

from __future__ import annotations

import pytest

from pipeline.plain.guard import guard
from pipeline.plain.lexicon import of
from pipeline.plain.numbers import numbers
from pipeline.plain.words import bare


def flags(original: str, plain: str, lang: str) -> set[str]:
    return {one.kind for one in guard(original, plain, lang).differences if not one.weak}


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("ar", "خمسة وأربعون قارباً", [45]),
        ("ar", "ثمانياً وستين ساعة", [68]),
        ("ar", "خمسة عشر مجدافاً ومائتي متر", [15, 200]),
        ("ar", "مائة وخمسة وعشرون", [125]),
        ("ar", "ثلاثة أرباع الأعضاء", [0.75]),
        ("ar", "ثلثي الأعضاء", [2 / 3]),
        ("ar", "خلال شهرين", [2]),
        ("ar", "بثلاثة آلاف", [3000]),
        ("es", "setenta y dos horas y treinta y un días", [72, 31]),
        ("es", "ochenta por ciento y diez euros", [80, 10]),
        ("fr", "vingt et un jours et soixante et onze voix", [21, 71]),
        ("fr", "les trois quarts des voix", [0.75]),
        ("de", "drei Viertel der Stimmen", [0.75]),
        ("es", "dos tercios de los votos", [2 / 3]),
    ],
)
def test_numbers_in_words(lang: str, text: str, values: list[float]) -> None:
    lexicon = of(lang)
    assert lexicon is not None
    assert [one.value for one in numbers(bare(text), lexicon)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("ar", "يجب على العضو إعادة القارب قبل الغروب.", "أعد القارب قبل الغروب."),
        ("ar", "لا يزيد طول القارب على ستة أمتار.", "طول القارب 6 أمتار على الأكثر."),
        ("ar", "ينبغي للأعضاء غسل القارب.", "ننصح الأعضاء بغسل القارب."),
        ("ar", "يجوز للضيف استعمال القارب.", "يمكنك استعمال القارب إذا كنت ضيفاً."),
        ("ar", "يُمنع الصيد في البحيرة.", "لا تصطد في البحيرة."),
        ("es", "El socio deberá devolver la barca antes de la noche.", "Devuelva la barca antes de la noche."),
        ("es", "El socio deberá inscribirse en el club.", "Inscríbase en el club."),
        ("es", "No se debe pescar en el lago.", "No intente pescar en el lago."),
        ("es", "La eslora no será superior a seis metros.", "La barca mide 6 metros como máximo."),
        ("es", "El socio avisará sin demora.", "Avise enseguida."),
        ("es", "Votan dos de cada tres socios.", "Votan dos tercios de los socios."),
        ("es", "El socio avisará sin más dilación.", "Avise enseguida."),
        ("es", "La barca nunca será inferior a tres metros.", "La barca mide 3 metros como mínimo."),
        ("es", "Votan las tres cuartas partes de los socios.", "Votan tres de cada cuatro socios."),
        ("fr", "Le membre prévient le club sans délai.", "Prévenez vite le club."),
        ("fr", "Trois membres sur cinq votent.", "Les trois cinquièmes des membres votent."),
        ("fr", "Le lac est fermé de 11 heures à 19 heures.", "Le lac est fermé de 11 h à 19 h."),
        ("fr", "Le bureau se réunit tous les deux mois.", "Le bureau a une réunion bimestrielle."),
        ("fr", "Toute demande du membre est lue.", "On lit chaque demande du membre."),
        ("de", "Drei Viertel der Mitglieder stimmen ab.", "Drei von vier Mitgliedern stimmen ab."),
    ],
)
def test_said_in_plain_words_it_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == set()


@pytest.mark.parametrize(
    ("lang", "original", "plain", "kind"),
    [
        ("ar", "يجب على العضو إعادة القارب قبل الغروب.", "ننصحك بإعادة القارب قبل الغروب.", "modality"),
        ("ar", "يُسمح للضيف باستعمال القارب.", "استعمال القارب ممنوع على الضيف.", "modality"),
        ("ar", "خلال شهرين من اليوم", "خلال ثلاثة أشهر من اليوم", "numbers"),
        ("ar", "ثلثي الأعضاء", "ثلث الأعضاء", "numbers"),
        ("ar", "خمسة وأربعون قارباً", "54 قارباً", "numbers"),
        ("es", "El socio deberá devolver la barca.", "Puede devolver la barca.", "modality"),
        ("es", "El socio deberá avisar al club.", "Es mejor que avise al club.", "modality"),
        ("es", "setenta y dos horas", "sesenta y dos horas", "numbers"),
        ("es", "Dos de cada tres socios votan.", "Un tercio de los socios vota.", "numbers"),
        ("es", "Votan las tres cuartas partes de los socios.", "Votan dos de cada cuatro socios.", "numbers"),
        ("fr", "Les rameurs sont astreints au port du gilet.", "Vous pouvez porter le gilet.", "modality"),
        ("fr", "Trois membres sur cinq votent.", "Deux cinquièmes des membres votent.", "numbers"),
        ("fr", "Le lac est fermé de 11 heures à 19 heures.", "Le lac est fermé de 11 h à 18 h.", "numbers"),
        ("fr", "Le membre peut ramer.", "Le membre n’a pas le droit de ramer.", "modality"),
        ("de", "Drei Viertel der Mitglieder stimmen ab.", "Zwei Drittel der Mitglieder stimmen ab.", "numbers"),
        ("de", "Das Mitglied muss rudern.", "Am besten rudert das Mitglied.", "modality"),
    ],
)
def test_said_otherwise_it_is_one(lang: str, original: str, plain: str, kind: str) -> None:
    assert kind in flags(original, plain, lang)
