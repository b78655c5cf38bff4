# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles with a number and no name that were run into their text. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

SAID = "mestre paga o que a mesa do porto escreveu, antes que a maré mude."
KNOWN = f"## Artigo 1º\n\nCada {SAID}\n\n## Artigo 2º\n\nO {SAID}"


@pytest.mark.parametrize("given", ["Artigo 3º O ", "- Artigo 3º O ", "Artigo 3. O "])
def test_an_article_that_counts_on_is_parted_from_its_text(given: str) -> None:
    text = cleaned(f"{KNOWN}\n\n{given}{SAID}", "pt")
    assert f"\n## {given.removeprefix('- ').removesuffix(' O ')}\n\nO {SAID}" in text


def test_what_stood_in_an_item_that_is_an_article_comes_out_of_it() -> None:
    text = cleaned(f"{KNOWN}\n\n- Artigo 3º São do porto:\n\n    - muros;\n    - docas.", "pt")
    assert text.endswith("\n## Artigo 3º\n\nSão do porto:\n\n- muros;\n- docas.")


@pytest.mark.parametrize(
    "body",
    [
        f"{KNOWN}\n\nArtigo 9º O {SAID}",  # another law's
        f"{KNOWN}\n\nArtigo 3º da lei do porto diz o que o {SAID}",
        f"## Artigo 1º\n\nCada {SAID}\n\nArtigo 2º O {SAID}",  # one is none
        f"## Artigo 1º Dos botes\n\nCada {SAID}\n\n## Artigo 2º Do cais\n\nO {SAID}\n\nArtigo 3º Caro {SAID}",
    ],
)
def test_an_article_that_is_cited_or_has_a_name_stays(body: str) -> None:
    assert cleaned(body, "pt") == body


def test_an_author_s_article_stays() -> None:
    text = f"# Porto\n\n{KNOWN}\n\nArtigo 3º O {SAID}\n"
    assert clean(text, lang="pt").text == text
