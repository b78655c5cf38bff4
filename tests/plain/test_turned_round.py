# SPDX-License-Identifier: AGPL-3.0-or-later
"""A statement that plain French, German, Spanish or Arabic turns round is no flag, and one that is changed is."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def flags(original: str, plain: str, lang: str) -> set[str]:
    return {one.kind for one in guard(original, plain, lang).differences if not one.weak}


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("fr", "Nul ne peut utiliser une barque sans l’autorisation du club.",
         "Pour utiliser une barque, il faut l’accord du club."),
        ("fr", "Les rameurs n’ayant pas payé leur cotisation ne sont pas admis à la course.",
         "Pour être admis à la course, un rameur doit avoir payé sa cotisation."),
        ("de", "Ohne Weste darf niemand auf den See.", "Wer auf den See will, braucht eine Weste."),
        ("de", "Das Boot wird nicht ausgegeben, solange das Pfand nicht bezahlt ist.",
         "Bezahlen Sie zuerst das Pfand. Erst danach bekommen Sie das Boot."),
        ("de", "Boote, die nicht abgeholt werden, verkauft der Verein.",
         "Holen Sie Ihr Boot rechtzeitig ab. Danach verkauft es der Verein."),
        ("es", "Nadie podrá navegar sin el permiso del club.", "Para navegar hace falta el permiso del club."),
        ("es", "Las barcas que no sean retiradas en diez días podrán ser vendidas.",
         "Retire su barca en diez días. Después, el club puede venderla."),
        ("ar", "لا يصح السباق إذا حضر أقل من ثلثي الفرق.", "يشترط لصحة السباق حضور ثلثي الفرق على الأقل."),
        ("fr", "La cotisation ne peut être augmentée plus d’une fois par an.",
         "Le club peut augmenter la cotisation une seule fois par an."),
        ("es", "La regata no podrá iniciarse hasta la llegada del juez.",
         "Espere al juez. Después puede empezar la regata."),
        ("ar", "لا يجوز بدء السباق قبل وصول الحكم.", "انتظر حتى يصل الحكم، ثم ابدأ السباق."),
    ],
)  # fmt: skip
def test_what_is_needed_may_be_said_with_two_denials_or_none(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == set()


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("fr", "Nul ne peut utiliser une barque sans l’autorisation du club.",
         "Vous pouvez utiliser une barque. L’accord du club n’est pas nécessaire."),
        ("de", "Ohne Weste darf niemand auf den See.", "Sie dürfen ohne Weste auf den See."),
        ("es", "Nadie podrá navegar sin el permiso del club.", "Puede navegar sin el permiso del club."),
        ("es", "Se aconseja no remar en el lago hasta nuevo aviso.",
         "Es mejor que reme en el lago hasta que le avisemos."),
        ("de", "Ein Ersatzboot gibt es nicht, wenn das Mitglied vor dem Kauf gewarnt wurde.",
         "Sie wussten es schon vor dem Kauf? Dann bekommen Sie ein Ersatzboot."),
        ("es", "El club no abrirá cuando llueva y no haya vigilante.", "¿Llueve y hay vigilante? Entonces no abre."),
    ],
)  # fmt: skip
def test_a_statement_that_is_changed_is_no_statement_turned_round(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Das Pfand darf um nicht mehr als 15 vom Hundert steigen.", "Das Pfand steigt um höchstens 15 Prozent."),
        ("de", "Ein Fünftel der Boote ist alt.", "Jedes fünfte Boot ist alt."),
        ("de", "Die Zahl der Unfälle ging um die Hälfte zurück.", "Es gibt nur noch halb so viele Unfälle."),
        ("de", "Der Verein ist berechtigt, den Ausweis am ersten Tag zu verlangen.",
         "Am ersten Tag darf der Verein den Ausweis verlangen."),
        ("fr", "La barque est contrôlée tous les deux ans.", "Nous contrôlons la barque une année sur deux."),
        ("fr", "Le port est fermé du lundi 6 au dimanche 19 janvier.", "Le port est fermé du 6 janvier au 19 janvier."),
        ("fr", "Les barques percées ne doivent en aucun cas être louées.", "Ne louez jamais de barques percées."),
        ("es", "El 15 por ciento de los socios rema.", "De cada 100 socios, quince reman."),
        ("es", "La cuota asciende al 20 por ciento del precio.", "La cuota es la quinta parte del precio."),
        ("es", "Podrá entrar quien iguale o supere los 16 años.", "Puede entrar quien tiene 16 años o más."),
        ("es", "Se remará entre la décima y la duodécima semana.", "Se rema entre las semanas 10 y 12."),
        ("es", "Serán nulas las listas con más de tres nombres.", "Ponga en la lista tres nombres como máximo."),
        ("ar", "لا تقل مدة الدورة عن واحد وعشرين يوماً.", "مدة الدورة 21 يوماً على الأقل."),
        ("ar", "يفتح المرسى من الأول من يونيو حتى الثلاثين منه.", "يفتح المرسى من 1 إلى 30 يونيو."),
        ("ar", "بين عامي 2022 و2028", "من عام 2022 إلى عام 2028"),
    ],
)  # fmt: skip
def test_shares_days_and_bounds_in_other_forms(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == set()


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Ein Fünftel der Boote ist alt.", "Jedes vierte Boot ist alt."),
        ("fr", "La barque est contrôlée tous les trois ans.", "Nous contrôlons la barque une année sur deux."),
        ("es", "El 15 por ciento de los socios rema.", "De cada 100 socios, cincuenta reman."),
        ("es", "La barca estará a no menos de 50 metros.", "La barca tiene que estar, como máximo, a 50 metros."),
        ("ar", "لا تقل مدة الدورة عن واحد وعشرين يوماً.", "مدة الدورة 20 يوماً على الأقل."),
        ("ar", "من الأول من يونيو حتى الثلاثين منه", "من 1 إلى 20 يونيو"),
    ],
)  # fmt: skip
def test_other_shares_days_and_bounds_are_flags(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Mitglieder, die das Ziel nicht erreicht haben, rudern noch einmal.",
         "Du hast das Ziel verfehlt? Dann ruderst du noch einmal."),
        ("de", "Der Wart schließt nicht aus, dass das Boot ein Leck hat.",
         "Der Wart hält es für möglich, dass das Boot ein Leck hat."),
        ("de", "Der Verein gibt dem Antrag nicht statt.", "Der Verein lehnt den Antrag ab."),
        ("es", "El juez vio que la barca no cumplía las normas.", "El juez vio que la barca incumplía las normas."),
        ("es", "El socio comprobó que el motor no funcionaba.", "El socio vio que el motor estaba estropeado."),
        ("es", "El retraso final no priva al socio del premio.", "Si llega tarde, conserva el premio."),
        ("ar", "لا يخلو التجديف من مخاطر.", "في التجديف مخاطر."),
        ("fr", "L’usage du gilet est facultatif.", "Vous pouvez mettre un gilet, mais ce n’est pas obligatoire."),
        ("es", "Podrá navegar sin necesidad de carné los lunes.", "Los lunes puede navegar sin carné."),
    ],
)  # fmt: skip
def test_an_opposite_answers_for_a_denial(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == set()


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Der Wart schließt nicht aus, dass das Boot ein Leck hat.",
         "Der Wart hält es für unmöglich, dass das Boot ein Leck hat."),
        ("es", "El retraso final no priva al socio del premio.", "Si llega tarde, pierde el premio."),
        ("ar", "لا يخلو التجديف من مخاطر.", "التجديف خالٍ من المخاطر."),
        ("es", "Ningún socio podrá ser sancionado por negarse a remar de noche.",
         "Si rema de noche, el club no puede castigarle."),
    ],
)  # fmt: skip
def test_an_opposite_that_stands_for_no_denial_is_a_flag(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang)


@pytest.mark.parametrize(
    ("lang", "original", "plain", "told"),
    [
        ("de", "Der Zuschuss wird weitergezahlt, sofern das Mitglied nicht verzieht.",
         "Der Verein zahlt weiter. Das hört auf, wenn das Mitglied verzieht.", False),
        ("de", "Der Zuschuss wird weitergezahlt, sofern das Mitglied nicht verzieht.",
         "Der Verein zahlt weiter. Das hört auf, wenn das Mitglied nicht verzieht.", True),
        ("de", "Nicht abgeholte Boote werden verkauft.", "Holen Sie Ihr Boot ab. Sonst wird es verkauft.", False),
        ("es", "Las barcas quedan sujetas a una tasa, con excepción de las que carezcan de motor.",
         "Pague la tasa. Se libra de ella si la barca tiene motor.", True),
        ("ar", "يُفتح المرسى ما لم يعلن القائد عن عاصفة.", "يُغلق المرسى إذا أعلن القائد أنه لا عاصفة.", True),
        ("ar", "لا تُمنح الجائزة لمن يملك قارباً آخر.", "لتحصل على الجائزة، يجب ألا يكون لك قارب آخر.", False),
        ("ar", "لا يزيد ما يُخصم من راتب الحارس على ربع راتبه.", "يُخصم من راتب الحارس ربعه على الأكثر.", False),
        ("ar", "لا يسقط حق العضو في الجائزة.", "ما زال من حق العضو أن يأخذ الجائزة.", False),
        ("ar", "في موعد أقصاه الخامس عشر من شهر مارس", "آخر يوم لذلك هو 15 مارس", False),
        ("fr", "Le chef peut, même en l’absence de plainte, faire retirer la barque.",
         "Le chef peut faire retirer la barque, que quelqu’un se soit plaint ou non.", False),
        ("fr", "Le bulletin sort deux fois par jour, à 7 heures et à 17 heures.",
         "Le bulletin sort à 7 heures et à 17 heures.", False),
        ("de", "Der Zutritt zum Steg ist nur in Begleitung gestattet.", "Allein dürfen Sie nicht auf den Steg.", False),
        ("de", "Der Preis entfällt nicht allein deshalb, weil das Boot zu spät kam.",
         "Das Boot kam zu spät? Damit verlieren Sie den Preis.", True),
        ("de", "Ein Ausweis ist ab dem vierten Rudertag vorzulegen.",
         "Rudern Sie länger als drei Tage? Dann brauchen Sie einen Ausweis.", False),
        ("de", "Der Austritt ist unwiderruflich.", "Wer austritt, kann das nicht mehr ändern.", False),
        ("es", "La baja del socio es irrevocable.", "Si se da de baja, ya no puede cambiarlo.", False),
        ("es", "La carrera dura hora y media.", "La carrera dura 90 minutos.", False),
        ("es", "La carrera dura hora y media.", "La carrera dura 80 minutos.", True),
        ("es", "La solicitud podrá presentarse por cualquier medio.", "Haga la solicitud como quiera.", False),
        ("fr", "La course n’est ouverte qu’aux membres du club.",
         "Les membres du club peuvent faire la course. Les autres aussi.", True),
        ("de", "Rudern dürfen hier nur Mitglieder.",
         "Mitglieder dürfen hier rudern. Alle anderen dürfen es auch.", True),
        ("fr", "Le club refuse les chiens, exception faite des chiens guides.",
         "Le club refuse les chiens, comme les chiens guides.", True),
        ("fr", "Avant de prendre la barque, le rameur doit avoir signé la liste.",
         "Prenez d’abord la barque. Ensuite, signez la liste.", True),
        ("fr", "Avant de prendre la barque, le rameur doit avoir signé la liste.",
         "Signez d’abord la liste. Ensuite, prenez la barque.", False),
        ("fr", "Le lac ouvre, à l’exception d’un jour par an.", "Le lac ouvre, même un jour par an.", True),
    ],
)  # fmt: skip
def test_cases_and_what_does_not_matter(lang: str, original: str, plain: str, told: bool) -> None:
    assert bool(flags(original, plain, lang)) == told
