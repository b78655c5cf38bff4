# SPDX-License-Identifier: AGPL-3.0-or-later
"""What plain French, German, Spanish and Arabic say as their official texts do; and what they do not."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard
from pipeline.plain.lexicon import of
from pipeline.plain.numbers.read import numbers
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
        ("ar", "بلغ الخامسة عشرة، أو الخامسة والستين", [15, 65]),
        ("ar", "خمسون ألفاً، وألفا دينار", [50000, 2000]),
        ("ar", "لست ملزماً", []),
        ("ar", "خلال اسبوعين واربعة ايام", [2, 4]),
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
        ("de", "Das Boot darf die Länge von 6 Metern nicht überschreiten.", "Das Boot ist höchstens 6 Meter lang."),
        ("de", "Der Bootsführer hat das Ruder dem Wart zurückzugeben.", "Geben Sie das Ruder dem Wart zurück."),
        ("de", "Das Boot ist vor Einbruch der Nacht zurückzugeben.", "Sie müssen das Boot vor der Nacht zurückgeben."),
        ("de", "Eine Anmeldung ist nicht vorgeschrieben.", "Sie müssen sich nicht anmelden."),
        ("de", "Der Kurs dauert anderthalb Jahre.", "Der Kurs dauert ein Jahr und sechs Monate."),
        ("de", "Die Gebühr ermäßigt sich um ein Viertel.", "Sie zahlen nur drei Viertel der Gebühr."),
        ("de", "Der Beitrag ist zu je einem Drittel im Mai, im Juli und im Oktober fällig.",
         "Zahlen Sie den Beitrag in drei gleichen Teilen: im Mai, im Juli und im Oktober."),
        ("de", "Das Bootshaus schließt um 21 Uhr.", "Das Bootshaus schließt um 9 Uhr abends."),
        ("fr", "La sortie dure quatre heures et demie.", "La sortie dure 4 heures 30."),
        ("fr", "Le stage dure dix-huit mois.", "Le stage dure un an et demi."),
        ("fr", "Le ponton ferme à 17 heures.", "Le ponton ferme à 5 heures du soir."),
        ("fr", "30 % des membres rament.", "30 membres du club sur 100 rament."),
        ("fr", "Le membre n’est pas tenu de porter un gilet.", "Vous n’avez pas besoin de porter un gilet."),
        ("es", "El socio vendrá obligado a devolver la barca.", "El socio tiene que devolver la barca."),
        ("es", "El socio no podrá usar una barca de peso superior a 90 kilos.", "Su barca pesa 90 kilos como máximo."),
        ("es", "No será preceptivo el chaleco.", "No hace falta llevar chaleco."),
        ("ar", "لا يجوز أن يتجاوز طول القارب ستة أمتار.", "طول القارب ستة أمتار على الأكثر."),
        ("ar", "يُمنع التجديف قبل الساعة السادسة صباحاً.", "لا تجدّف قبل الساعة 6 صباحاً."),
        ("ar", "العضو الذي لم يبلغ الخامسة عشرة", "العضو الذي عمره أقل من 15 سنة"),
        ("ar", "لست ملزماً بارتداء السترة.", "لا يلزمك ارتداء السترة."),
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
        ("de", "Der Wart hat den Schaden anzuzeigen.", "Der Wart kann den Schaden melden.", "modality"),
        ("de", "Das Angeln vom Steg ist nicht gestattet.", "Angeln Sie möglichst nicht vom Steg.", "modality"),
        ("de", "Hunde bleiben hier, ausgenommen Welpen.", "Hunde bleiben hier, auch die Welpen.", "conditions"),
        ("de", "Die Gebühr ermäßigt sich um ein Viertel.", "Sie zahlen nur ein Viertel der Gebühr.", "numbers"),
        ("de", "Der Kurs dauert anderthalb Jahre.", "Der Kurs dauert ein Jahr und vier Monate.", "numbers"),
        ("fr", "La sortie dure quatre heures et demie.", "La sortie dure 4 heures 45.", "numbers"),
        ("fr", "Le lac ouvre, sauf les jours de pluie.", "Le lac ouvre, même les jours de pluie.", "conditions"),
        ("fr", "Le membre est tenu de porter un gilet.", "Portez un gilet, si vous le souhaitez.", "modality"),
        ("fr", "Le port est évacué en cas d’orage.", "Le chef décide librement d’évacuer le port.", "modality"),
        ("es", "El club reparará la barca.", "El club puede reparar la barca, si lo ve conveniente.", "modality"),
        ("de", "Das Mitglied sollte eine Weste tragen.", "Das Mitglied muss eine Weste tragen.", "modality"),
        ("fr", "Il est interdit de pêcher dans le port.", "Essayez de ne pas pêcher dans le port.", "modality"),
        ("es", "El lago abre, excepto los lunes.", "El lago abre, incluso los lunes.", "conditions"),
        ("es", "Queda prohibido pescar en el muelle.", "Es mejor que no pesque en el muelle.", "modality"),
        ("es", "La cuota se reducirá en un 20 por ciento.", "La cuota nueva es el 20 % de la anterior.", "numbers"),
        ("ar", "يُفتح المرسى كل يوم عدا أيام الجمعة.", "يُفتح المرسى كل يوم، حتى أيام الجمعة.", "conditions"),
        ("ar", "للقائد أن يلغي السباق.", "على القائد أن يلغي السباق.", "modality"),
        ("ar", "العضو الذي لم يبلغ الخامسة عشرة", "العضو الذي عمره أقل من 16 سنة", "numbers"),
    ],
)
def test_said_otherwise_it_is_one(lang: str, original: str, plain: str, kind: str) -> None:
    assert kind in flags(original, plain, lang)
