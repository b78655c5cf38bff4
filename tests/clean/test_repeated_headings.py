# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that are called like headings of the text: which are headings too. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import LONG, _cleaned

PART = f"## Reasons\n\n{LONG}."


def test_lines_that_say_what_headings_say_are_headings() -> None:
    body = f"{PART}\n\n{PART}\n\nReasons\n\n{LONG}."
    assert _cleaned(body).count("## Reasons") == 3
    assert clean(f"# Harbour\n\n{body}\n", lang="en").text.count("## Reasons") == 2  # no page is known


@pytest.mark.parametrize(
    "body",
    [
        f"{PART}\n\nReasons\n\n{LONG}.",  # one heading only
        f"{PART}\n\n{PART}\n\nReasons\n\nCosts\n\nDues",  # a list of contents
        f"{PART}\n\n{PART}\n\nreasons\n\n{LONG}.",
        f"{PART}\n\n{PART}\n\n{LONG} and the\n\nReasons\n\n{LONG}.",  # inside a sentence
    ],
)
def test_others_stay_text(body: str) -> None:
    assert _cleaned(body).count("## Reasons") == body.count("## Reasons")


def test_a_heading_run_into_its_paragraph_is_told_by_those_that_say_it() -> None:
    body = f"{PART}\n\n{PART}\n\nReasons The pilots asked for it. {LONG}."
    assert _cleaned(body).endswith(f"## Reasons\n\nThe pilots asked for it. {LONG}.")
    body = f"## Article 2\n\n{LONG}.\n\n## Article 3\n\n{LONG}.\n\nArticle 9 Whoever moors there pays. {LONG}."
    assert "## Article 9\n\nWhoever" in _cleaned(body)


def test_two_paragraphs_that_begin_with_it_are_enough() -> None:
    body = f"Duties The clerk writes. {LONG}.\n\nDuties Pilots read. {LONG}."
    assert _cleaned(body) == f"## Duties\n\nThe clerk writes. {LONG}.\n\n## Duties\n\nPilots read. {LONG}."


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", f"Harbour Boards meet. {LONG}.\n\nHarbour Dues rise. {LONG}.\n\nHarbour Pilots rest. {LONG}."),  # names
        ("en", f"Duties The clerk writes. {LONG}.\n\nDues All read. {LONG}."),  # each of its own
        ("de", f"Hafen Der Lotse kommt. {LONG}.\n\nHafen Alle gehen. {LONG}.\n\nHafen Amt und Rat. {LONG}."),
    ],
)
def test_paragraphs_that_begin_alike_have_no_heading(lang: str, body: str) -> None:
    assert _cleaned(body, lang) == body
