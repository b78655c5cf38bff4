# SPDX-License-Identifier: AGPL-3.0-or-later
"""The seed comes out as its page shows it: one list of eight items, each whole."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.clean import clean, restore

SEED = Path(__file__).parents[2] / "seeds" / "global-coalition-2019-11-14" / "source.md"


def _text() -> str:
    return SEED.read_bytes().decode("utf-8")


def test_one_list_of_eight_whole_items() -> None:
    text = clean(_text(), lang="en").text
    items = re.findall(r"(?m)^(\d+)\. .*$", text)
    assert items == [str(number) for number in range(1, 9)]
    after = text[text.index("\n1. ") :]
    assert all(not line or re.match(r"\d+\. ", line) for line in after.splitlines())
    assert "against Daesh/ISIS in Iraq and Syria and to best" in text
    assert "Government of Iraq and the Coalition have liberated" in text


def test_the_empty_last_heading_goes_and_can_stay() -> None:
    cleaned = clean(_text(), lang="en")
    assert "Further information" not in cleaned.text
    dropped = [repair for repair in cleaned.repairs if repair.rule == "empty-heading"]
    assert [(repair.line, repair.deleted) for repair in dropped] == [(28, "Further information")]
    assert clean(_text(), refuse=["empty-heading"]).text.rstrip().endswith("## Further information")
    assert clean(_text(), refuse=["empty-heading:28"]).text.rstrip().endswith("## Further information")


def test_the_log_gives_back_the_bytes() -> None:
    cleaned = clean(_text(), lang="en")
    assert restore(cleaned.text, cleaned.repairs) == _text()
    assert "## Further information" in restore(cleaned.text, cleaned.repairs, ["empty-heading"])
    for repair in cleaned.repairs:
        assert _text()[repair.start : repair.end] == repair.before


def test_nothing_else_changes() -> None:
    """Outside the repairs, every character is the one that came in."""
    text = _text()
    cleaned = clean(text, lang="en")
    assert {repair.rule for repair in cleaned.repairs} == {
        "join-paragraphs",
        "bold-in-heading",
        "empty-heading",
    }
    assert clean(cleaned.text, lang="en").text == cleaned.text
