# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines behind a "#" that was printed, in plain text whose pages are known. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year."
)


def _cleaned(shown: str) -> str:
    pages = (f"The Lamps of the Harbour\n\n{PART}\n\n{PART}", f"How lamps are set\n\n{PART}\n\n{shown}\n\n{PART}", PART)
    result = clean("\n\n\f".join(pages) + "\n", lang="en")
    assert not clean(result.text, lang="en").repairs
    return result.text


@pytest.mark.parametrize(
    "shown",
    [
        "# Only the lamps of the north mole\nLamps North\nLamps Mole",
        "# lampctl start\nlamp 1: burning",
        "# lampctl start\n# lampctl set --colour=red --burning-from=dusk --until=sunrise north\nlamp 1: burning",
        "  # Of all lamps:\n  set lamp.colour red",
    ],
)
def test_a_printed_sign_begins_a_listing(shown: str) -> None:
    text = _cleaned(shown)
    assert "```\n" + "\n".join(line.strip() for line in shown.splitlines()) + "\n```\n\nThe council" in "\n".join(
        line.strip() for line in text.splitlines()
    )


def test_a_text_with_printed_signs_has_its_headings() -> None:
    text = _cleaned("# Only the lamps of the north mole\nLamps North")
    assert text.startswith("# The Lamps of the Harbour\n\n")
    assert "\n## How lamps are set\n\n" in text


def test_what_is_said_below_is_no_line_of_it() -> None:
    text = _cleaned("# lampctl start\nlamp 1: burning\nOnce it has started, all lamps of the harbour burn all night.")
    assert "```\n# lampctl start\nlamp 1: burning\n```\n\nOnce it has started, all" in text


def test_what_names_a_column_is_no_comment() -> None:
    assert "```" not in _cleaned("#   Lamp   Mole")


@pytest.mark.parametrize(
    "text", [f"# Lamps\n\n{PART}\n\f\n# Roads\n\n{PART}\n", f"Lamps\n\n{PART}\n\f\n# Roads\n{PART}\n"]
)
def test_headings_of_an_author_who_types_form_feeds_stay(text: str) -> None:
    assert "\n# Roads\n" in clean(text, lang="en").text.replace("## Roads", "# Roads")


def test_headings_of_a_text_that_came_without_form_feeds_stay() -> None:
    text = f"# Lamps\n\n{PART}\n\n# Roads\nThe north road\n\n{PART}\n"
    assert "```" not in clean(text, lang="en").text
