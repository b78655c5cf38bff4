# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers that a plain text says by another number, sign or word, and the same with a number that is another one."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard

KINDS = ("numbers", "dates", "names", "quantities", "opposites")


def told(original: str, plain: str, lang: str) -> list[tuple[str, str, str]]:
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain, lang).differences
        if not one.weak and one.kind in KINDS
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "Notice is to be given one fortnight in advance.", "Tell us two weeks in advance."),
        ("en", "Membership lapses after a fortnight.", "Membership ends after two weeks."),
        ("en", "The oven is cleaned every fortnight.", "We clean the oven every two weeks."),
        ("en", "The trial lasts two fortnights.", "The trial lasts four weeks."),
        ("en", "The lease ran for one decade.", "The lease ran for ten years."),
        ("de", "Die Probe dauert 14 Tage.", "Die Probe dauert zwei Wochen."),
        ("fr", "Le délai est d'une quinzaine de jours.", "Vous avez une quinzaine de jours."),
        ("en", "The membership fee is reduced by one third for pensioners.", "Pensioners get a third off the membership fee."),
        ("en", "The fine is reduced by one quarter.", "We take a quarter off your fine."),
        ("en", "The fine is reduced by one quarter.", "A quarter comes off your fine."),
        ("en", "The fine is reduced by one quarter.", "A quarter is taken off your fine."),
        ("fr", "L'amende est réduite d'un tiers.", "L'amende baisse d'un tiers."),
        ("en", "The desk has two clerks, a porter and four guards.", "The desk has a porter and six other people in total."),
        ("en", "The course takes nine weeks in all, three of them in a workshop.", "The course takes three weeks in a workshop and six more weeks."),
        ("en", "The crossing takes 2½ hours.", "The crossing takes two hours and a half."),
        ("en", "Beat for 4 ¼ minutes.", "Beat for four and a quarter minutes."),
        ("en", "The levy is 4½%.", "The levy is 4.5 per cent."),
        ("en", "Fares are cut by one third.", "Fares are a third cheaper."),
        ("en", "Groups of more than eight persons must book.", "Groups of nine or more people must book."),
        ("en", "A licence is required for more than three dogs.", "You need a licence for four dogs or more."),
        ("en", "Classes with fewer than 12 pupils are merged.", "Classes with 11 pupils or fewer are joined."),
        ("en", "Classes with fewer than 12 pupils are merged.", "Classes with at most 11 pupils are joined."),
        ("en", "A stay of more than four days must be registered.", "Register if you stay five days or longer."),
        ("de", "Gruppen von mehr als acht Personen müssen buchen.", "Gruppen von mindestens neun Personen müssen buchen."),
        ("fr", "Les groupes de plus de huit personnes doivent réserver.", "Les groupes d'au moins neuf personnes doivent réserver."),
        ("es", "Los grupos de más de ocho personas deben reservar.", "Los grupos de al menos nueve personas deben reservar."),
        ("en", "Anyone absent on more than two occasions is struck off.", "If you miss three times or more, you are taken off the list."),
        ("en", "Holders of not more than four shares have no vote.", "If you hold fewer than five shares, you have no vote."),
        ("en", "Unemployment is 5 per cent, a third of the rate in the north.", "Unemployment is 5%. In the north it is 15%."),
        ("en", "Of the beds, 80 per cent are occupied, and half of that by long-term patients.", "80% of the beds are in use, and 40% are used by people who stay long."),
        ("en", "In the valley 36 per cent of the wells are dry, three times the national rate.", "In the valley 36% of the wells are dry. In the country it is 12%."),
        ("en", "In the valley 36 per cent of the wells are dry, against 12 per cent nationally.", "In the valley 36% of the wells are dry, three times as many as in the country."),
        ("en", "The choir has 80 members, twice as many as in 2015.", "The choir has 80 members. In 2015 it had 40."),
        ("en", "The pass costs 90 euros, and a third as much for pupils.", "The pass costs €90. For pupils it is €30."),
        ("fr", "Dans la vallée 36 % des puits sont à sec, trois fois la moyenne.", "Dans la vallée 36 % des puits sont à sec. La moyenne est de 12 %."),
        ("es", "En el valle el 36 % de los pozos está seco, tres veces más que en el país.", "En el valle el 36 % de los pozos está seco. En el país es el 12 %."),
        ("de", "Im Tal sind 36 % der Brunnen trocken, dreimal so viele wie im Land.", "Im Tal sind 36 % der Brunnen trocken. Im Land sind es 12 %."),
        ("en", "In 2021 people planted 300 trees.", "300 trees were planted in 2021."),
        ("en", "300 trees were planted in 2021.", "In 2021 people planted 300 trees."),
        ("en", "In 2021, persons over 60 received a voucher.", "In 2021 people over 60 got a voucher."),
        ("es", "En 2021 personas mayores recibieron un bono.", "Las personas mayores recibieron un bono en 2021."),
        ("es", "En 2021 personas mayores recibieron un bono.", "Las personas mayores recibieron un bono en 2021."),
        ("es", "En 2021 personas mayores recibieron un bono.", "Las personas mayores recibieron un bono en 2021."),
        ("en", "In the first year no rent is due.", "No rent is due in year one."),
        ("en", "Fees rise in the third year.", "Fees rise in year three."),
        ("en", "The first stage ends in June.", "Stage one ends in June."),
        ("en", "In year two the grant is halved.", "In the second year the grant is halved."),
        ("fr", "La première année est gratuite.", "L'année 1 est gratuite."),
        ("de", "Im ersten Jahr ist es gratis.", "Im Jahr 1 ist es gratis."),
        ("en", "The pool is open until 9 p.m.", "The pool is open until 9 in the evening. The doors close at 9."),
        ("en", "The pool is open until 9 in the evening.", "You can swim until 9 in the evening. We lock up at 9."),
        ("en", "The market opens at 7 a.m. and stallholders must be in place at that hour.", "The market opens at 7 in the morning. Be there at 7."),
        ("en", "The pool is open until 21:00.", "You can swim until 9 in the evening. Be out by 9."),
        ("en", "The pool is open until 9 p.m. and the doors are locked at that hour.", "Swim until nine in the evening. We lock the doors at nine."),
        ("de", "Das Bad ist bis 21 Uhr offen.", "Das Bad ist bis 9 Uhr abends offen. Die Türen schließen um 9."),
        ("fr", "La piscine est ouverte jusqu'à 21 heures.", "La piscine est ouverte jusqu'à 9 heures du soir. On ferme à 9."),
        ("en", "The loan runs for two weeks and may be extended by a further three weeks.", "You can keep it for two weeks, and for five weeks in all."),
        ("en", "The loan runs for two weeks and may be extended by a further three weeks.", "You can keep it for five weeks in total, two weeks at first."),
        ("en", "The loan runs for two weeks and may be extended by a further three weeks.", "You can keep it for up to five weeks altogether."),
        ("en", "There are 12 seats below and 30 above.", "There are 42 seats in all, 12 of them below."),
        ("de", "Die Frist beträgt zwei Wochen und kann um drei Wochen verlängert werden.", "Die Frist beträgt zwei Wochen, mit Verlängerung insgesamt fünf Wochen."),
        ("fr", "Le prêt dure deux semaines et peut être prolongé de trois semaines.", "Le prêt dure deux semaines, cinq semaines en tout."),
        ("es", "El préstamo dura dos semanas y puede prorrogarse tres semanas.", "El préstamo dura dos semanas, y cinco semanas en total."),
        ("en", "The term is three months and may be prolonged by a further month.", "It lasts three months, or four months in total if it is made longer."),
        ("en", "The crossing takes two and a half hours.", "The crossing takes 2½ hours."),
        ("en", "The crossing takes 2½ hours.", "The crossing takes two and a half hours."),
        ("en", "The crossing takes 2 ½ hours.", "The crossing takes 150 minutes."),
        ("en", "Use ¾ of the sheet.", "Use three quarters of the sheet."),
        ("en", "About ½ of the members came.", "About half of the members came."),
        ("en", "The crossing takes 2 1/2 hours.", "The crossing takes two and a half hours."),
        ("de", "Die Überfahrt dauert 2½ Stunden.", "Die Überfahrt dauert zweieinhalb Stunden."),
        ("fr", "La traversée dure 2½ heures.", "La traversée dure deux heures et demie."),
        ("es", "El viaje dura 2½ horas.", "El viaje dura dos horas y media."),
        ("en", "Four sheds burned down; a fifth, beside the canal, was saved.", "Four sheds burned down. A fifth one beside the canal was saved."),
        ("en", "Three clinics have opened and a fourth, in the north, is planned.", "Three clinics are open. A fourth one is planned in the north."),
        ("en", "Two pumps failed. A third was replaced.", "Two pumps failed. A third one was replaced."),
        ("en", "Four sheds burned down; a fifth of the hay was saved.", "Four sheds burned down. 20% of the hay was saved."),
        ("en", "Four lines run to the port. By a fifth, goods reach the mine.", "Four lines run to the port. A fifth one brings goods to the mine."),
        ("en", "Three buses run; a fourth as of May.", "Three buses run. A fourth one comes in May."),
        ("en", "Four guides are hired and a fifth of local origin.", "Four guides are hired. A fifth one is local."),
        ("en", "Four guides are hired. A fifth one is local.", "Four guides are hired and a fifth of local origin."),
        ("en", "Four mills stand, and work on almost a fifth of the weirs is done.", "Four mills stand. Work on nearly 20% of the weirs is done."),
        ("en", "The tenant must be heard before the notice is sent.", "We must hear the tenant first. The notice is sent only after that."),
        ("en", "Goods are inspected before release.", "We look at the goods. They are released after that."),
        ("en", "The permit is issued after the inspection.", "We do the inspection before you get the permit."),
        ("en", "Before the bill is written, the counter is read.", "The counter is read. The bill is written after the reading."),
        ("en", "Before the roof is laid, the walls are dried.", "We dry the walls. The roof comes after that."),
        ("en", "The pump sits above the tank.", "The tank is below the pump."),
        ("fr", "Le dossier est contrôlé avant le paiement.", "Le paiement vient après le contrôle du dossier."),
        ("es", "El expediente se controla antes del pago.", "El pago viene después del control del expediente."),
    ],
)  # fmt: skip
def test_the_same_number_said_by_another_one_is_no_flag(lang: str, original: str, plain: str) -> None:
    assert told(original, plain, lang) == []


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "Notice is to be given one fortnight in advance.", "Tell us three weeks in advance."),
        ("en", "The lease ran for one decade.", "The lease ran for 12 years."),
        ("en", "The fine is reduced by one quarter.", "We take a third off your fine."),
        ("en", "The membership fee is reduced by one fifth for pensioners.", "Pensioners get a third off the membership fee."),
        ("en", "The course takes nine weeks in all, three of them in a workshop.", "The course takes three weeks in a workshop and seven more weeks."),
        ("de", "Die Frist beträgt zwei Wochen und kann um drei Wochen verlängert werden.", "Die Frist beträgt zwei Wochen, mit Verlängerung insgesamt vier Wochen."),
        ("en", "Fares are cut by one third.", "Fares are a quarter cheaper."),
        ("en", "Groups of more than eight persons must book.", "Groups of ten or more people must book."),
        ("en", "Groups of more than eight persons must book.", "Groups of seven or more people must book."),
        ("en", "Groups of more than eight persons must book.", "Groups of more than nine people must book."),
        ("en", "Classes with fewer than 12 pupils are merged.", "Classes with at most 13 pupils are joined."),
        ("en", "Bags of more than 8 kilograms cost extra.", "Bags of at least 9 kilograms cost extra."),
        ("en", "Sums of more than 8 euros are refunded.", "Sums of at least 9 euros are refunded."),
        ("de", "Gruppen von mehr als acht Personen müssen buchen.", "Gruppen von mindestens zehn Personen müssen buchen."),
        ("en", "A stay of more than four days must be registered.", "Register if you stay six days or longer."),
        ("en", "Water of more than 30 degrees is cooled.", "Water of at least 31 degrees is cooled."),
        ("en", "Persons over 18 may stand for election.", "You can stand for election if you are 19 or older."),
        ("en", "It weighs more than two times the limit.", "It weighs at least three times the limit."),
        ("en", "Unemployment is 5 per cent, a third of the rate in the north.", "Unemployment is 5%. In the north it is 20%."),
        ("en", "Of the beds, 80 per cent are occupied, and half of that by long-term patients.", "80% of the beds are in use, and 45% are used by people who stay long."),
        ("en", "In the valley 36 per cent of the wells are dry, three times the national rate.", "In the valley 36% of the wells are dry. In the country it is 18%."),
        ("fr", "Dans la vallée 36 % des puits sont à sec, trois fois la moyenne.", "Dans la vallée 36 % des puits sont à sec. La moyenne est de 14 %."),
        ("de", "Im Tal sind 36 % der Brunnen trocken, dreimal so viele wie im Land.", "Im Tal sind 36 % der Brunnen trocken. Im Land sind es 18 %."),
        ("en", "The pass costs 90 euros, and a third as much for pupils.", "The pass costs €90. For pupils it is €35."),
        ("en", "Inspections take place three times a year in 36 schools.", "Inspections take place in 36 schools, 12 of them in June."),
        ("en", "In 2021 people planted 300 trees.", "300 trees were planted in 2020."),
        ("en", "300 trees were planted in 2021.", "In 2022 people planted 300 trees."),
        ("en", "The fair drew 2021 people.", "The fair drew 2012 people."),
        ("en", "Fees rise in the third year.", "Fees rise in year four."),
        ("en", "In the second year no rent is due.", "No rent is due in year one."),
        ("en", "In the first year no rent is due.", "No rent is due in year two."),
        ("en", "In the first year no rent is due.", "No rent is due in year three."),
        ("en", "The pool is open until 9 p.m.", "The pool is open until 9 in the evening. The doors close at 10."),
        ("en", "The pool is open until 9 p.m.", "The pool is open until 8 in the evening. The doors close at 9."),
        ("en", "The pool is open until 9 p.m.", "The pool is open until 9 in the evening and is used by 9 clubs."),
        ("de", "Das Bad ist bis 21 Uhr offen.", "Das Bad ist bis 9 Uhr abends offen. Die Türen schließen um 10."),
        ("en", "The term is three months and may be prolonged by a further month.", "It lasts three months, or five months in total if it is made longer."),
        ("en", "The loan runs for two weeks and may be extended by a further three weeks.", "You can keep it for two weeks, and for six weeks in all."),
        ("en", "There are 12 seats below and 30 above.", "There are 43 seats in all, 12 of them below."),
        ("fr", "Le prêt dure deux semaines et peut être prolongé de trois semaines.", "Le prêt dure deux semaines, six semaines en tout."),
        ("en", "The crossing takes two and a half hours.", "The crossing takes 3½ hours."),
        ("en", "The crossing takes two and a half hours.", "The crossing takes 2¼ hours."),
        ("en", "Four sheds burned down; a fifth, beside the canal, was saved.", "Three sheds burned down. A fourth one beside the canal was saved."),
        ("en", "Four sheds burned down; a fifth of the hay was saved.", "Four sheds burned down. A third of the hay was saved."),
        ("en", "Four lines run to the port. By a fifth, goods reach the mine.", "Four lines run to the port. A sixth one brings goods to the mine."),
        ("en", "Four mills raised prices by a fifth of the old ones.", "Four mills raised prices. A fifth one did not."),
        ("en", "The three mills raised prices by a fifth.", "The three mills raised prices. A fifth one did not."),
        ("en", "Send the form before the hearing.", "Send the form after the hearing."),
        ("en", "The fee is due after the course begins.", "The fee is due before the course begins."),
        ("en", "The permit is issued after the inspection.", "The permit is issued before the inspection."),
        ("en", "The pump sits above the tank.", "The pump sits below the tank."),
        ("en", "Before the hearing, send the form to the clerk.", "Send the form to the clerk after the hearing."),
        ("en", "Send the form before the hearing.", "There is a hearing. After that, send the form."),
        ("fr", "Le dossier est contrôlé avant le paiement.", "Le dossier est contrôlé après le paiement."),
        ("de", "Die Ware wird vor der Abgabe geprüft.", "Die Ware wird nach der Abgabe geprüft."),
        ("es", "El expediente se controla antes del pago.", "El expediente se controla después del pago."),
    ],
)  # fmt: skip
def test_another_number_in_its_place_is_a_flag(lang: str, original: str, plain: str) -> None:
    assert told(original, plain, lang)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("In the valley 36 per cent of the wells are dry, three times the national rate.", "In the valley 36% of the wells are dry. In the country it is 12%."),
        ("There are 12 seats below and 30 above.", "There are 42 seats in all, 12 of them below."),
        ("A stay of more than four days must be registered.", "A stay of five days or longer must be registered."),
    ],
)  # fmt: skip
def test_what_only_a_person_can_add_up_is_a_note(original: str, plain: str) -> None:
    assert [one.weak for one in guard(original, plain).differences if one.kind == "numbers"] == [True, True]
