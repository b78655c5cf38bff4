# SPDX-License-Identifier: AGPL-3.0-or-later
"""Of how many, of whom alone and in which form something holds: what goes or comes there is a note, never silent."""

from __future__ import annotations

import pytest

from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import guard
from tests.plain.samples import judged


def told(original: str, plain: str, lang: str = "en") -> set[tuple[str, str, str]]:
    found = guard(original, plain, lang).differences
    return {(one.kind, one.original.lower(), one.plain.lower()) for one in found}


def notes(original: str, plain: str, lang: str = "en") -> list[Difference]:
    return [one for one in guard(original, plain, lang).differences if one.weak]


@pytest.mark.parametrize(
    ("lang", "original", "plain", "note"),
    [
        ("en", "The keeper alone may open the sluice.", "The keeper may open the sluice.", ("conditions", "alone", "")),
        ("en", "Anglers give notice in writing.", "Anglers give notice.", ("conditions", "in writing", "")),
        ("en", "Show at least one of the permits.", "Show the permits.", ("quantities", "at least one", "")),
        ("en", "The log is read by you or the warden.", "The warden reads the log.", ("conditions", "you or the warden", "")),  # noqa: E501
        ("en", "Both keepers sign the log.", "The keepers sign the log.", ("quantities", "both", "")),
        ("en", "Both keepers sign the log.", "One of the keepers signs the log.", ("quantities", "both", "one of")),
        ("en", "Either keeper may sign.", "Both keepers may sign.", ("quantities", "either", "both")),
        ("en", "Any of the anglers may ring.", "Every angler may ring.", ("quantities", "any", "every")),
        ("en", "Some of the boats leak.", "The boats leak.", ("quantities", "some", "")),
        ("en", "Pay the toll immediately.", "Pay the toll.", ("conditions", "immediately", "")),
        ("en", "The lake is closed, except for rowers and divers.", "The lake is closed, except for rowers.", ("conditions", "divers", "")),  # noqa: E501
        ("en", "Write to the harbour board.", "Write to the lake board.", ("names", "harbour board", "lake board")),
        ("fr", "Seul le garde ouvre la porte.", "Le garde ouvre la porte.", ("conditions", "seul", "")),
        ("de", "Die Angler kündigen schriftlich.", "Die Angler kündigen.", ("conditions", "schriftlich", "")),
        ("es", "Ambos guardas firman el libro.", "Los guardas firman el libro.", ("quantities", "ambos", "")),
    ],
)
def test_what_goes_is_told(lang: str, original: str, plain: str, note: tuple[str, str, str]) -> None:
    assert note in told(original, plain, lang)
    assert told(original, original, lang) == set()


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The keeper alone may open the sluice.", "Nobody else but the keeper may open the sluice."),
        ("Anglers give notice in writing.", "Anglers write a letter."),
        ("Wait at least one week.", "Wait for seven days or more."),
        ("The log is read by you or the warden.", "You can read the log. Or the warden does."),
        ("Any angler may ring the bell.", "Anglers may ring the bell."),
        ("Both keepers sign the log.", "The two keepers sign the log."),
        ("Pay the toll immediately.", "Pay the toll at once."),
        ("Dogs, except guide dogs, stay outside.", "Dogs stay outside. Guide dogs may come in."),
        ("Write to the harbour board.", "Write to the board of the harbour."),
    ],
)
def test_what_is_said_in_other_words_is_not_told(original: str, plain: str) -> None:
    assert [one for one in notes(original, plain) if one.kind in ("quantities", "names")] == []
    assert not told(original, plain) & {("conditions", word, "") for word in ("alone", "in writing", "immediately")}


@pytest.mark.parametrize("name", ["blind_ninth", "blind_twelfth", "blind_eighteenth", "blind_twentieth"])
def test_few_faithful_texts_have_such_a_note(name: str) -> None:
    from pipeline.plain import lexicon
    from pipeline.plain.statements.pair import Pair
    from pipeline.plain.statements.scope import scope

    pairs = [one for one in judged(name) if one.kind == "faithful"]
    noted = [one for one in pairs if list(scope(Pair.of(one.original, one.plain, one.lang, lexicon.of(one.lang)), ()))]  # type: ignore[arg-type]
    assert len(noted) <= 0.12 * len(pairs), noted
