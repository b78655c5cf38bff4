# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of sentences
"""A duty that the plain text says as a command to its reader is kept, in German and French too; a command that grew
out of nothing, and a duty that became a permission, are not."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard

KEPT = [
    ("de", "Die Anmeldung muss mindestens 7 Tage vorher bei der Verwaltung eingehen.", "Melden Sie sich mindestens 7 Tage vorher bei der Verwaltung an."),
    ("de", "Wer einen Parkausweis beantragt, hat den Fahrzeugschein vorzulegen.", "Sie beantragen einen Parkausweis? Bringen Sie den Fahrzeugschein mit."),
    ("de", "Jede Änderung der Anschrift muss dem Amt innerhalb einer Woche mitgeteilt werden.", "Sie ziehen um? Sagen Sie dem Amt innerhalb einer Woche, wo Sie wohnen."),
    ("de", "Die Mieter sind verpflichtet, den Gehweg bis 7 Uhr zu räumen.", "Räumen Sie den Gehweg bis 7 Uhr."),
    ("de", "Der Antrag muss unterschrieben sein.", "Unterschreiben Sie den Antrag."),
    ("de", "Der Rasen darf nicht betreten werden.", "Betreten Sie den Rasen nicht."),
    ("de", "Im Treppenhaus dürfen keine Fahrräder abgestellt werden.", "Stellen Sie keine Fahrräder in das Treppenhaus."),
    ("de", "Vor dem Verlassen des Raumes müssen die Fenster geschlossen werden.", "Sie gehen? Schließen Sie vorher die Fenster."),
    ("fr", "La demande doit être déposée au guichet avant le 1er mars.", "Déposez la demande au guichet avant le 1er mars."),
    ("fr", "Les visiteurs doivent présenter leur carte à l'entrée.", "Montrez votre carte à l'entrée."),
    ("fr", "Les locataires sont tenus de fermer les fenêtres.", "Fermez les fenêtres."),
    ("fr", "Il faut s'adresser à la mairie dans les 15 jours.", "Adressez-vous à la mairie dans les 15 jours."),
    ("fr", "Les chiens ne doivent pas entrer dans le parc.", "N'entrez pas dans le parc avec un chien."),
]  # fmt: skip
CHANGED = [
    ("de", "Die Anmeldung muss mindestens 7 Tage vorher bei der Verwaltung eingehen.", "Sie können sich mindestens 7 Tage vorher bei der Verwaltung anmelden."),
    ("de", "Die Anmeldung muss mindestens 7 Tage vorher bei der Verwaltung eingehen.", "Wollen Sie sich mindestens 7 Tage vorher bei der Verwaltung anmelden?"),
    ("de", "Die Anmeldung muss mindestens 7 Tage vorher bei der Verwaltung eingehen.", "Die Anmeldung geht mindestens 7 Tage vorher bei der Verwaltung ein."),
    ("de", "Der Rasen darf nicht betreten werden.", "Betreten Sie den Rasen."),
    ("de", "Der Antrag muss unterschrieben sein.", "Unterschreiben Sie den Antrag nicht."),
    ("fr", "La demande doit être déposée au guichet avant le 1er mars.", "La demande peut être déposée au guichet avant le 1er mars."),
    ("fr", "La demande doit être déposée au guichet avant le 1er mars.", "Avez-vous une demande au guichet avant le 1er mars ?"),
    ("fr", "Les locataires sont tenus de fermer les fenêtres.", "Ne fermez pas les fenêtres."),
    ("fr", "Les chiens ne doivent pas entrer dans le parc.", "Entrez dans le parc avec un chien."),
]  # fmt: skip


def flagged(lang: str, original: str, plain: str) -> bool:
    return any(not found.weak for found in guard(original, plain, lang).differences)


@pytest.mark.parametrize(("lang", "original", "plain"), KEPT)
def test_a_command_keeps_a_duty(lang: str, original: str, plain: str) -> None:
    assert not flagged(lang, original, plain)


@pytest.mark.parametrize(("lang", "original", "plain"), CHANGED)
def test_a_duty_that_is_none_any_more_is_told(lang: str, original: str, plain: str) -> None:
    assert flagged(lang, original, plain)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("de", "Arbeiten jeder Art, mit Ausnahme der Beseitigung von Gefahren.", "Arbeiten jeder Art. Es gibt eine Ausnahme: die Beseitigung von Gefahren."),
        ("fr", "Tous les travaux, à l'exception des réparations.", "Tous les travaux. Il y a une exception : les réparations."),
        ("es", "Todas las obras, con excepción de las reparaciones.", "Todas las obras. Hay una excepción: las reparaciones."),
    ],
)  # fmt: skip
def test_an_exception_may_be_called_so_in_a_sentence_of_its_own(lang: str, original: str, plain: str) -> None:
    kinds = [found.kind for found in guard(original, plain, lang).differences]
    assert "conditions" not in kinds
