# SPDX-License-Identifier: AGPL-3.0-or-later
"""The guard on sentences that were written without knowledge of it, in four languages, with changes by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.commands.loading import one_document
from pipeline.editions import read_plain
from pipeline.plain.check import check
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import guard
from pipeline.tools import e5, pair_reader
from tests.plain import mutators
from tests.plain.samples import judged, rewritten

SETS = ("blind_first", "blind_second", "blind_third", "blind_fourth", "blind_fifth")
LATE = ("blind_fifth", "blind_seventh", "blind_eighth")


@pytest.mark.parametrize(
    ("name", "most", "with_notes"),
    [*((name, 0.05, 0.25) for name in SETS[:-1]), *((name, 0.16, 0.35) for name in LATE), ("blind_sixth", 0.3, 0.55)],
)
def test_few_false_flags(name: str, most: float, with_notes: float) -> None:
    """Five in a hundred on the sets that the guard has learnt from. The others were hardly used to mend it."""
    rows = rewritten(name)
    flagged = [row for row in rows if flags(row.original, row.plain, row.lang)]
    assert len(flagged) <= most * len(rows), flagged
    noted = [row for row in rows if guard(row.original, row.plain, row.lang).differences]
    assert len(noted) <= with_notes * len(rows), noted


def flags(original: str, plain: str, lang: str) -> list[Difference]:
    """What a publisher must answer: weak evidence asks for a second look only."""
    return [found for found in guard(original, plain, lang).differences if not found.weak]


@pytest.mark.parametrize(
    ("kind", "least", "with_notes"), [("number", 0.98, 0.98), ("negation", 0.91, 0.95), ("modality", 0.88, 0.96)]
)
def test_changes_by_hand_are_caught(kind: str, least: float, with_notes: float) -> None:
    caught, noted, missed = 0, 0, []
    for row in (row for name in SETS for row in rewritten(name)):
        before = guard(row.original, row.plain, row.lang).differences
        for changed in (text for what, text in row.changes if what == kind):
            new = [found for found in guard(row.original, changed, row.lang).differences if found not in before]
            caught += any(not found.weak for found in new)
            noted += bool(new)
            if not new or all(found.weak for found in new):
                missed.append((row.original, changed))
    assert caught >= least * (caught + len(missed)), missed
    assert noted >= with_notes * (caught + len(missed)), missed


@pytest.mark.parametrize(
    ("name", "most", "least"),
    [
        ("blind_ninth", 0.1, 0.93), ("blind_tenth", 0.15, 0.81), ("blind_eleventh", 0.19, 0.78),
        ("blind_twelfth", 0.14, 0.91), ("blind_thirteenth", 0.07, 0.86), ("blind_fourteenth", 0.14, 0.86),
        ("blind_fifteenth", 0.05, 0.88), ("blind_sixteenth", 0.12, 0.83), ("blind_seventeenth", 0.05, 0.83),
        ("blind_eighteenth", 0.15, 0.9), ("blind_nineteenth", 0.12, 0.75), ("blind_twentieth", 0.07, 0.93),
        ("blind_twentyfirst", 0.1, 0.95), ("blind_twentysecond", 0.22, 0.7), ("blind_twentythird", 0.19, 0.85),
        ("blind_twentyfourth", 0.15, 0.95), ("blind_twentyfifth", 0.09, 0.83), ("blind_twentysixth", 0.17, 0.88),
        ("blind_twentyseventh", 0.15, 0.6), ("blind_twentyeighth", 0.25, 0.7), ("blind_twentyninth", 0.2, 0.7),
    ],
)  # fmt: skip
def test_long_sentences_of_official_texts(name: str, most: float, least: float) -> None:
    """Often two or three statements to a sentence, each said in quite other words: the hardest sets. The figures are
    what is reached; docs/decisions/plain.md has those of the first runs."""
    pairs = judged(name)
    told = [(pair, bool(flags(pair.original, pair.plain, pair.lang))) for pair in pairs]
    faithful = [flagged for pair, flagged in told if pair.kind == "faithful"]
    changed = [flagged for pair, flagged in told if pair.kind != "faithful"]
    assert len(faithful) == len(changed) == 60
    assert sum(faithful) <= most * len(faithful)
    assert sum(changed) >= least * len(changed)


@pytest.mark.parametrize(
    ("name", "most", "least"), [("first", 0.18, 0.65), ("second", 0.25, 0.58), ("third", 0.27, 0.52)]
)
def test_texts_in_french_german_spanish_and_arabic(name: str, most: float, least: float) -> None:
    """192 faithful pairs and 96 changed ones; no native reader reviewed them."""
    pairs = [pair for part in ("", "_before") for pair in judged(f"blind_languages_{name}{part}")]
    told = [(pair.kind == "faithful", bool(flags(pair.original, pair.plain, pair.lang))) for pair in pairs]
    faithful, changed = ([flagged for is_faithful, flagged in told if is_faithful is kind] for kind in (True, False))
    assert (len(faithful), len(changed)) == (192, 96)
    assert sum(faithful) <= most * len(faithful)
    assert sum(changed) >= least * len(changed)


@pytest.mark.slow
def test_the_reader_helps_on_sets_that_it_has_not_learnt_from() -> None:
    """Fewer faithful pairs flagged, and more changes caught."""
    asked = pair_reader.find()
    assert asked is not None, e5.missing()
    flagged, caught = [0, 0], [0, 0]
    after = "twentyseventh twentyeighth twentyninth thirtieth thirtyfirst thirtysecond thirtythird"
    for name in after.split():
        for part in ("", "_before"):
            for pair in judged(f"blind_{name}{part}"):
                for number, help_of in enumerate((None, asked)):
                    found = guard(pair.original, pair.plain, pair.lang, reader=help_of).differences
                    count = flagged if pair.kind == "faithful" else caught
                    count[number] += any(not one.weak for one in found)
    assert flagged[1] <= 0.8 * flagged[0], (flagged, caught)
    assert caught[1] >= 1.02 * caught[0], (flagged, caught)


@pytest.mark.parametrize(
    ("lang", "original", "plain"),
    [
        ("en", "Keep the gate shut unless told otherwise.", "If nobody tells you otherwise, keep the gate shut."),
        ("en", "Boats under sail have right of way.", "If a boat sails, the others can wait for it."),
        ("en", "Refrain from swimming or rowing here.", "Do not swim here. Do not row."),
        ("en", "The toll is levied on the bridge.", "The guards there may take money from you."),
    ],
)  # fmt: skip
def test_what_other_words_bring_along_asks_for_a_second_look_only(lang: str, original: str, plain: str) -> None:
    assert flags(original, plain, lang) == []


@pytest.mark.parametrize(
    ("original", "plain", "weak"),
    [
        ("The toll is levied on the bridge.", "The toll may be levied on the bridge.", False),
        ("The toll is levied on the bridge.", "The guards there may take money from you.", True),
        ("The court dismissed the request.", "The court granted the request.", False),
        ("Lamps are dimmed at dusk.", "If it gets dark, the lamps are dimmed.", True),
        ("Report at least 3 days before.", "Report no later than 3 days before.", None),
        ("Dogs aged 2 or over cost 9 euros.", "Dogs of 2 or older cost 9 euros.", None),
    ],
)
def test_evidence_is_strong_where_the_words_are_the_same(original: str, plain: str, weak: bool | None) -> None:
    found = guard(original, plain).differences
    assert {one.weak for one in found} == (set() if weak is None else {weak}), found


@pytest.mark.parametrize(
    ("lang", "original", "changed"),
    [
        ("en", "The second notice arrived.", "The notice arrived."),
        ("en", "Pay within six weeks.", "Pay within six months."),
        ("en", "Fill in Form 27B.", "Fill in Form 72B."),
        ("en", "Rations were halved.", "Rations were cut."),
        ("en", "Open from 3 to 17 May.", "Open from 4 to 17 May."),
        ("en", "He declared his earnings.", "Earnings that were undeclared by him."),
        ("en", "Hardly any clinic had light.", "Any clinic had light."),
        ("en", "Help has yet to reach the town.", "Help has reached the town."),
        ("fr", "Le conseil n'accorde pas cette aide.", "Le conseil accorde cette aide."),
        ("fr", "Un tiers des villes.", "Un quart des villes."),
        ("fr", "Quatre-vingts euros.", "24 euros."),
        ("de", "Sie müssen nicht zahlen.", "Sie dürfen nicht zahlen."),
        ("de", "Ein Drittel der Wohnungen.", "Ein Viertel der Wohnungen."),
        ("es", "No debe entrar.", "Debe entrar."),
        ("es", "Una docena de casas.", "Una decena de casas."),
    ],
)
def test_changes_of_one_word(lang: str, original: str, changed: str) -> None:
    assert guard(original, original, lang).differences == ()
    assert guard(original, changed, lang).differences


def test_one_modal_too_many_is_found_among_words_that_could_answer_for_it() -> None:
    original = (
        "We will maintain adequate means to enable our partners to counter any attempt to rebuild the capacity of the "
        "group. We urge all governments in the region to make funds available, and we thank the city for its welcome."
    )
    assert guard(original, original).differences == ()
    assert guard(original, original.replace("we thank", "we may thank")).differences
    assert guard(original, original.replace("We urge", "We should urge")).differences


@pytest.mark.slow
def test_every_changed_number_and_denial_of_the_seed_is_told() -> None:
    loaded = one_document(Path(__file__).parents[2] / "seeds" / "global-coalition-2019-11-14")
    plain = read_plain(loaded.document)
    aliases = dict(plain.front.aliases)
    pairs = check(loaded.document, plain, loaded.settings).compared
    changed = [
        (pair.original, text)
        for pair in pairs
        for kind in (mutators.numbers, mutators.negation)
        for _, text in kind(pair.plain)
    ]
    assert len(changed) > 90
    assert [text for original, text in changed if not guard(original, text, "en", aliases).differences] == []
