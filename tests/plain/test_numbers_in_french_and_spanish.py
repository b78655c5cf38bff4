# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that French and Spanish say in forms of their own, and what stays another number."""

from __future__ import annotations

import pytest

from tests.plain.test_in_other_languages import flags

ALIKE = [
    ("fr", "Le guichet ferme à dix-neuf heures quarante-cinq.", "Le guichet ferme à 19 h 45."),
    ("fr", "Le bruit est interdit de vingt-deux heures à sept heures.", "Entre 22 h et 7 h, le bruit est interdit."),
    ("fr", "La salle ouvre à midi et demi.", "La salle ouvre à 12 h 30."),
    ("fr", "Les visites sont autorisées de treize à vingt heures.", "Venez en visite entre 13 h et 20 h."),
    ("fr", "La durée est limitée à vingt heures par semaine.", "Vous travaillez 20 heures par semaine au plus."),
    ("es", "La oficina abre a las nueve y cuarto.", "La oficina abre a las 9:15."),
    ("es", "La oficina abre de nueve a catorce horas.", "Venga entre las 9:00 y las 14:00."),
    ("es", "A las dos horas del ingreso se avisará a la familia.",
     "Dos horas después del ingreso avisamos a la familia."),
    ("fr", "Le déchet est collecté un mardi sur deux.", "On ramasse le déchet un mardi, et pas le suivant."),
    ("es", "La recogida será un martes de cada dos.", "La recogida es un martes sí y otro no."),
    ("fr", "Le délai est de quinze jours.", "Vous avez deux semaines."),
    ("es", "El plazo es de una quincena.", "Tiene quince días."),
    ("fr", "L'amende s'élève au cinquième du loyer.", "L'amende, c'est 20 % du loyer."),
    ("es", "La reducción será de un quinto del precio.", "Le quitan el 20 % del precio."),
    ("fr", "La taxe est de cinq pour mille.", "La taxe est de 0,5 %."),
    ("es", "La pausa es de un cuarto de hora.", "La pausa dura 15 minutos."),
    ("fr", "La déclaration est faite trimestriellement.", "Faites la déclaration tous les trois mois."),
    ("es", "El plan será quinquenal.", "El plan dura cinco años."),
    ("es", "El pago será bimensual.", "Pague dos veces al mes."),
    ("fr", "Le permis délivré par un État tiers est valable.", "Le permis d'un autre pays est valable."),
    ("fr", "Vous pouvez vous faire représenter par un tiers.", "Quelqu'un d'autre peut venir à votre place."),
    ("es", "La multa se duplicará en caso de reincidencia.", "Si repite, paga el doble."),
    ("es", "El límite es de un millón y medio de euros.", "El límite es de 1.500.000 euros."),
    ("fr", "Au vingt et unième jour, le dossier est clos.", "Le 21e jour, le dossier est clos."),
    ("es", "El vigésimo primer día se cierra el expediente.", "El día 21 se cierra el expediente."),
    ("fr", "Le délai court jusqu'au quinze mars.", "Vous avez jusqu'au 15 mars."),
    ("es", "El plazo acaba el treinta y uno de marzo.", "El plazo acaba el 31 de marzo."),
    ("fr", "Le prix est réduit des deux tiers.", "Vous payez seulement un tiers du prix."),
    ("es", "El vaso no se llenará por encima de tres cuartos.", "Deje libre un cuarto del vaso."),
    ("fr", "Le dossier comprend un plan, une photo et un devis.",
     "Votre dossier contient trois papiers : un plan, une photo et un devis."),
    ("es", "Se aplicará un recargo del diez por ciento.",
     "Paga un 10 % más. Por ejemplo, si debe 100 euros, paga 110 euros."),
]  # fmt: skip
OTHERS = [
    ("fr", "Le guichet ferme à dix-neuf heures quarante-cinq.", "Le guichet ferme à 19 h 15."),
    ("fr", "Le bureau ferme à midi et demi.", "Le bureau ferme à midi."),
    ("es", "La oficina abre de nueve a catorce horas.", "Venga entre las 9:00 y las 15:00."),
    ("fr", "L'enfant est hébergé un week-end sur deux.", "L'enfant vient chez vous chaque week-end."),
    ("fr", "Le délai est de quinze jours.", "Vous avez 14 jours."),
    ("es", "El plazo es de quince días.", "Tiene tres semanas."),
    ("fr", "La retenue est limitée au vingtième du salaire.", "On vous retire au plus 20 % du salaire."),
    ("es", "El pago será bimestral.", "Pague dos veces al mes."),
    ("fr", "La caisse rembourse un tiers des frais.", "La caisse rembourse les frais."),
    ("es", "La multa se duplicará en caso de reincidencia.", "Si repite, paga el triple."),
    ("es", "El plazo acaba el quince de junio.", "El plazo acaba el 5 de junio."),
    ("fr", "Le dossier comprend un plan, une photo et un devis.",
     "Votre dossier contient quatre papiers : un plan, une photo et un devis."),
    ("es", "Se aportarán tres documentos: contrato, recibo y foto.", "Traiga dos documentos: contrato y recibo."),
    ("es", "Se aplicará un recargo del diez por ciento.",
     "Paga un 10 % más. Por ejemplo, si debe 100 euros, paga 120 euros."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "original", "plain"), ALIKE)
def test_one_number_in_other_words(lang: str, original: str, plain: str) -> None:
    assert not flags(original, plain, lang) & {"numbers", "quantities", "dates"}


@pytest.mark.parametrize(("lang", "original", "plain"), OTHERS)
def test_another_number_is_told(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) & {"numbers", "quantities", "dates"}


def test_a_registered_letter_is_no_advice() -> None:
    original = "Le propriétaire notifie le congé par lettre recommandée avec demande d'avis de réception."
    plain = "Le propriétaire vous annonce le congé en recommandé avec avis de réception."
    assert "modality" not in flags(original, plain, "fr")
    assert "modality" in flags("Vous devez porter un casque.", "Un casque est recommandé.", "fr")
