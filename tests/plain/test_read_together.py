# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of pairs says moves the line of the evidence, and is told alone where it is sure."""

from __future__ import annotations

from math import log

import pytest

from pipeline.errors import ToolMissingError
from pipeline.plain import beside
from pipeline.plain.check import say
from pipeline.plain.guard.compare import guard
from pipeline.plain.guard.read_together import MOST_WORDS, OTHERWISE, looks_at
from pipeline.tools import pair_reader
from pipeline.tools.pair_reader import PairReader, Reading
from tests.plain.samples import checked, lake, plain_markdown

TOLL, MAY_TOLL = "The toll is levied on the bridge.", "The toll may be levied on the bridge."


class Says(PairReader):
    """A reader that always answers the same: how likely a text is faithful, and the kind of the rest."""

    def __init__(self, faithful: float, kind: str = "negation") -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        rest = dict.fromkeys(("number", "negation", "modality"), 0.001) | {kind: 1 - faithful - 0.002}
        self.answer = Reading(log(faithful), *(log(rest[one]) for one in ("number", "negation", "modality")))

    def read(self, original: str, plain: str) -> Reading:
        self.asked.append((original, plain))
        return self.answer


SURE_SAME, SURE_OTHER = Says(0.997), Says(0.0005)


def flags(original: str, plain: str, reader: PairReader | None, lang: str = "en") -> list[str]:
    return [one.change for one in guard(original, plain, lang, reader=reader).differences if not one.weak]


def test_a_reader_that_reads_both_as_one_asks_for_more_evidence() -> None:
    assert flags("Lamps are lit at dusk.", "Lamps are not lit at dusk. They never are.", None)
    cautious = [one.weak for one in guard(TOLL, "The guards there must take money.", reader=SURE_SAME).differences]
    assert all(cautious)


def test_what_only_the_reader_sees_is_told_of_the_sentences_that_it_is_surest_of() -> None:
    original = "The pier opens at dawn. Anglers keep their catch."
    plain = "You can go on the pier from dawn. Anglers give their catch away."
    assert flags(original, plain, None) == []
    (found,) = [one for one in guard(original, plain, reader=SURE_OTHER).differences if not one.weak]
    assert (found.kind, found.change) == ("negation", OTHERWISE)
    assert found.original in original
    assert found.plain in plain
    assert "seems to say otherwise than" in say(found)


def test_a_second_difference_is_not_told_because_of_the_reader_alone() -> None:
    many = "Lamps are lit at dusk, boats come in and nets are dry."
    one, other = (flags(many, many.replace("are lit", "are not lit"), reader) for reader in (None, SURE_OTHER))
    assert one == other


def test_a_long_text_and_a_language_that_none_knows_are_not_read() -> None:
    long = "The ferry leaves at noon. " * (MOST_WORDS // 4)
    silent = Says(0.0005)
    assert flags(long, long, silent) == []
    assert flags("De veerpont vertrekt.", "De boot gaat weg.", silent, "nl") == []
    assert silent.asked == []


def test_a_reader_of_other_languages_has_a_line_of_its_own() -> None:
    original, plain = "Die Angler behalten ihren Fang.", "Die Angler geben ihren Fang den Wirten."
    found = [one for one in guard(original, plain, "de", reader=SURE_OTHER).differences if not one.weak]
    assert [(one.kind, one.change) for one in found] == [("negation", OTHERWISE)]
    assert flags("Das Boot darf hier nicht halten.", "Das Boot darf hier halten.", SURE_SAME, "de")
    assert looks_at("de-AT")
    assert not looks_at("nl")


def test_two_opposite_words_are_a_note_where_the_reader_reads_both_texts_as_one() -> None:
    original = "They refused the request of the guild for lamps on the bridge."
    plain = "The guild asked for lights. Its wish was granted by the board that met on the bridge."
    for reader, weak in ((None, False), (SURE_OTHER, False), (SURE_SAME, True)):
        (found,) = [one for one in guard(original, plain, reader=reader).differences if one.kind == "opposites"]
        assert found.weak == weak


def test_what_the_rules_are_sure_of_is_told_whatever_the_reader_says() -> None:
    assert flags("Children must not row on the lake.", "Children may row on the lake.", SURE_SAME)


def test_a_command_of_the_same_verb_is_a_duty_whatever_the_reader_says() -> None:
    for original, plain in (
        ("You must not row here.", "Do not row here."), ("Guests shall not row at night.", "Never row at night."),
    ):  # fmt: skip
        told = guard(original, plain, reader=Says(0.95, "modality")).differences
        assert all(one.weak for one in told)
    told = guard("You must not row here.", "Row here.", reader=Says(0.95, "modality")).differences
    assert any(not one.weak for one in told)


def test_a_number_that_changed_is_told_whatever_the_reader_says() -> None:
    assert flags("Pay 30 euros.", "Pay 50 euros.", SURE_SAME)


def test_without_the_reader_the_guard_says_what_was_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    original = lake()
    monkeypatch.setattr(beside, "_KEPT", [])
    assert beside.READING not in checked(plain_markdown(original), original).not_looked_at
    monkeypatch.setattr(beside, "_KEPT", [])
    monkeypatch.setattr(pair_reader, "find", lambda lang: None)
    assert beside.READING in checked(plain_markdown(original), original).not_looked_at


def test_a_reader_that_cannot_be_run_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(PairReader):
        def read(self, original: str, plain: str) -> Reading:
            raise ToolMissingError("It went.", "Get it.")

    original = lake()
    text = plain_markdown(original).replace("must not go into", "may stay away from")
    monkeypatch.setattr(beside, "_KEPT", [])
    monkeypatch.setattr(pair_reader, "find", lambda lang: None)
    without = checked(text, original)
    monkeypatch.setattr(beside, "_KEPT", [])
    monkeypatch.setattr(pair_reader, "find", lambda lang: Gone())
    found = checked(text, original)
    assert found.findings == without.findings
    assert beside.READING in found.not_looked_at
