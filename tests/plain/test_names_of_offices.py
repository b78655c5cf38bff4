# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an office or a side is called in a law is no name that a plain text must keep; signs of units are none."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def strong(original: str, plain: str) -> list[str]:
    told = guard(original, plain).differences
    return [one.original or one.plain for one in told if one.kind == "names" and not one.weak]


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The Registrar keeps a list of boats.", "We keep a list of boats."),
        ("A Contracting Party may fish here.", "A country of the treaty may fish here."),
        ("The boats of the sending State wait.", "The boats of the other country wait."),
        ("Under this Agreement boats may land.", "Boats may land under what both signed."),
        ("It begins once thirty papers are there.", "It begins once 30 States have sent papers."),
        ("The mill needs 40 kilowatt-hours.", "The mill needs 40 kWh."),
        ("Bells ring at 50 decibels.", "Bells ring at 50 dB."),
        ("Every PDF document has tags.", "All PDFs have tags."),
    ],
)
def test_a_role_or_a_unit_is_no_name(original: str, plain: str) -> None:
    assert strong(original, plain) == []


@pytest.mark.parametrize(
    ("original", "plain", "name"),
    [
        ("The ships on the Danube wait.", "The ships on the river wait.", "Danube"),
        ("Boats of Harlow may land.", "Boats of the town may land.", "Harlow"),
        ("Send it to UNHCR.", "Send it to the agency.", "UNHCR"),
        ("The papers go to the harbour.", "The papers go to Selby.", "Selby"),
    ],
)
def test_a_name_is_one(original: str, plain: str, name: str) -> None:
    assert strong(original, plain) == [name]
