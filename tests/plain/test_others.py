# SPDX-License-Identifier: AGPL-3.0-or-later
"""Third parties are no number."""

from __future__ import annotations

import pytest

from pipeline.plain.lexicon import of
from pipeline.plain.numbers.read import numbers


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("de", "Die Karte darf nicht auf Dritte übertragen werden.", []),
        ("de", "Ansprüche Dritter bleiben. Ein Dritter haftet. Er gibt sie einem Dritten.", []),
        ("de", "Der dritte Absatz und das Dritte Gesetz gelten am Dritten des Monats.", [3, 3, 3]),
        ("fr", "Les droits des tiers. Un tiers peut payer. La cession à un tiers est interdite.", []),
        ("fr", "Un tiers des voix, les deux tiers, une baisse d’un tiers.", [1 / 3, 2 / 3, 1 / 3]),
        ("es", "No podrá ceder la vivienda a un tercero. Los terceros. Ningún tercero puede entrar.", []),
        ("es", "El tercero interesado responde. Se notifica al tercero. Los derechos del tercero.", []),
        ("es", "Una tercera persona entra. Viaja a un tercer país.", []),
        ("es", "El artículo tercero, la tercera planta y el tercer día. Tercero. Pagará.", [3, 3, 3, 3]),
        ("es", "El primero paga; el tercero no. Es el tercero de los plazos.", [1, 3, 3]),
        ("en", "A third party, third-party claims, third persons and third countries.", []),
        ("en", "Two third parties.", [2]),
        ("en", "On the third day.", [3]),
    ],
)
def test_any_others_count_nobody(lang: str, text: str, values: list[float]) -> None:
    lexicon = of(lang)
    assert lexicon is not None
    assert [number.value for number in numbers(text, lexicon)] == values
