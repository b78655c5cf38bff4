# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sentence encoder that set-up installs: what it answers, and what is said where it is not there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ToolMissingError
from pipeline.tools import encoder, jars, probe_all

LOSE, KEEP, NOT_LOSE = "You will lose your seat.", "You keep your seat.", "You will not lose your seat."


@pytest.fixture(scope="module")
def asked() -> encoder.Encoder:
    found = encoder.find()
    assert found is not None, encoder.missing()
    return found


def test_what_says_the_same_in_other_words_is_nearer_than_its_opposite(asked: encoder.Encoder) -> None:
    keep, lose, not_lose = (asked.encode(text).whole for text in (KEEP, LOSE, NOT_LOSE))
    assert keep @ not_lose > keep @ lose


def test_each_piece_has_a_direction_and_a_place(asked: encoder.Encoder) -> None:
    found = asked.encode("Die Fähre unties.")
    assert np.linalg.norm(found.whole) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(found.words, axis=1) == pytest.approx(np.ones(len(found.spans)), abs=1e-5)
    words = ["Die Fähre unties."[start:end] for start, end in found.spans]
    assert "".join(words) == "DieFähreunties."


def test_the_answer_is_the_same_each_time_and_kept(asked: encoder.Encoder) -> None:
    first = asked.encode(KEEP)
    assert asked.encode(KEEP) is first
    again = encoder.Encoder().encode(KEEP)
    assert np.array_equal(again.words, first.words)
    for number in range(3):
        asked.encode(f"{number} {KEEP}")
    assert len(asked._known) <= encoder.KEPT


def test_a_text_without_end_is_read_to_a_length(asked: encoder.Encoder) -> None:
    found = asked.encode("ferry " * 1000)
    assert 0 < len(found.spans) <= encoder.MOST
    assert asked.encode("").spans == ()


def test_it_is_looked_for_and_said_to_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jars, "home", lambda: tmp_path)
    assert encoder.missing() == jars.ENCODER[0].name
    probe = encoder.probe()
    assert (probe.present, probe.remedy) == (False, encoder.REMEDY)
    with pytest.raises(ToolMissingError, match=r"is not there"):
        encoder.Encoder().encode(KEEP)


def test_doctor_names_it() -> None:
    assert next(one for one in probe_all() if one.tool == encoder.NAME).present
