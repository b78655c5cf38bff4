# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that name the parts of a law. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

TEXT = "Whoever keeps a lamp keeps it lit from dusk, and writes down the hour at which it was lit."


def _law(lines: str) -> str:
    """A law: its lines parted by "; ", with text where a line is "…"."""
    return "# Law of lamps\n\n" + "\n\n".join(TEXT if line == "…" else line for line in lines.split("; ")) + "\n"


def _headings(text: str) -> str:
    return "; ".join(line for line in text.splitlines() if line.startswith("##"))


@pytest.mark.parametrize(
    ("lang", "law", "headings"),
    [
        (
            "fr",
            "TITRE I : Des phares; CHAPITRE I : Du feu.; Article 1er; …; Article 2; …; CHAPITRE II : De l'huile.; "
            "Article 3; …; TITRE II : Des gardiens; CHAPITRE I : Du sommeil.; Article 5; …; SECTION I : Du lit; "
            "Article 6; …",
            "## TITRE I : Des phares; ### CHAPITRE I : Du feu.; #### Article 1er; #### Article 2; "
            "### CHAPITRE II : De l'huile.; #### Article 3; ## TITRE II : Des gardiens; ### CHAPITRE I : Du sommeil.; "
            "#### Article 5; #### SECTION I : Du lit; ##### Article 6",
        ),
        (
            "es",
            "CAPÍTULO PRIMERO; Artículo 1º; …; Artículo 2º; …; CAPÍTULO II. Del aceite; Artículo 3º; …",
            "## CAPÍTULO PRIMERO; ### Artículo 1º; ### Artículo 2º; ## CAPÍTULO II. Del aceite; ### Artículo 3º",
        ),
        (
            "de",
            "Abschnitt 1 – Licht; § 1 Feuer; …; § 2 Öl; …; Abschnitt 2 – Schlaf; § 3; …; § 3a Bett; …",
            "## Abschnitt 1 – Licht; ### § 1 Feuer; ### § 2 Öl; ## Abschnitt 2 – Schlaf; ### § 3; ### § 3a Bett",
        ),
        (
            "en",
            "PART A: Light; Section 1; …; Section 2; …; PART B: Oil; Section 3; …; Section 4; …",
            "## PART A: Light; ### Section 1; ### Section 2; ## PART B: Oil; ### Section 3; ### Section 4",
        ),
    ],
)
def test_lines_that_name_the_parts_of_a_law_are_headings(lang: str, law: str, headings: str) -> None:
    cleaned = clean(_law(law), lang=lang)
    assert _headings(cleaned.text) == headings
    assert clean(cleaned.text, lang=lang).text == cleaned.text


@pytest.mark.parametrize(
    "law",
    [
        "Article 1; …; Article 7; …; Article 3; …; Article 4; …; Article 5; …",  # not in order: proposed
        "Article 1; Article 2; Article 3; Article 4; Article 5; …",  # contents
        "Article 1; …; Article 2; …",  # few
        "Article 5 says so.; …; Article 6 adds.; …; Article 7 says all.; …; Article 8 adds.; …; Article 9 ends.; …",
        "Section 1; ## Lamps; …; Section 2; ## Oil; …; Section 3; …; Section 4; …; Section 5; …",  # it has headings
    ],
)
def test_lines_that_only_look_so_stay(law: str) -> None:
    assert clean(_law(law), lang="en").text == _law(law)


def test_parts_that_do_not_run_in_order_are_proposed() -> None:
    law = _law("Article 1; …; Article 7; …; Article 3; …; Article 4; …; Article 5; …")
    assert {found.rule for found in clean(law, lang="en").proposals} == {"division-headings"}
