# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of sentences
"""Suggestions: where they are made and where not; accepted ones are logged and taken back to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.plain.guard.compare import guard
from pipeline.plain.measures.measure import Passage
from pipeline.plain.suggestions.accept import accept, log_from_json, log_to_json, undo
from pipeline.plain.suggestions.phrases import phrases
from pipeline.plain.suggestions.placed import find, hard_sentences
from pipeline.plain.suggestions.suggest import Suggestion, hardest, suggest
from tests.plain.samples import lake, plain_markdown, read_text


def changes(text: str, rule: str = "phrase") -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in suggest(text) if one.rule == rule]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("He utilised it in order to win.", "utilised", "used"),
        ("He did it in order to win.", "in order to", "to"),
        ("In order to win, he ran.", "In order to", "To"),
        ("Prior to the war, they left.", "Prior to", "Before"),
        ("They obtain help.", "obtain", "get"),
        ("They are obtaining help.", "obtaining", "getting"),
        ("Furthermore, they left.", "Furthermore,", "Also,"),
        ("It has approximately 40 rooms.", "approximately", "about"),
        ("It has numerous rooms.", "numerous", "many"),
    ],
)
def test_phrases_in_their_frames(text: str, before: str, after: str) -> None:
    assert (before, after) in changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The purchase was late.",  # a noun, not the verb
        "She said “in order to win”.",  # quoted
        "He is approximately right.",  # no number follows
        "They urge, call on and commit; they must and shall.",  # force is never touched
        "Read `in order to` there.",
        "Terminate Studios is a company.",  # a name
    ],
)
def test_outside_of_their_frames_nothing_is_proposed(text: str) -> None:
    assert changes(text) == []


def test_words_of_force_are_in_no_entry() -> None:
    force = {"must", "shall", "may", "should", "urge", "call on", "call upon", "demand", "commit", "pledge"}
    assert not force & {phrase.before for phrase in phrases("en")}
    assert len(phrases("en")) > 100 and phrases("ja") == ()


@pytest.mark.parametrize("lang", ["en", "fr", "de", "es"])
def test_no_entry_of_any_language_changes_a_number_a_denial_or_an_obligation(lang: str) -> None:
    assert len({phrase.before for phrase in phrases(lang)}) >= 50
    for phrase in phrases(lang):
        changed = {one.kind for one in guard(f"X {phrase.before} Y.", f"X {phrase.after} Y.", lang).differences}
        assert not changed & {"numbers", "dates", "negation", "conditions"}, phrase
        assert "modality" not in changed or phrase.after in ("can", "cannot"), phrase


@pytest.mark.parametrize(
    ("lang", "text", "plain"),
    [
        ("fr", "Il agit au sein du conseil et au sein de la ville.", "Il agit dans le conseil et dans la ville."),
        ("fr", "Il vote au moyen d’un bulletin.", "Il vote avec un bulletin."),
        ("fr", "Il paie au moyen de fonds publics.", "Il paie au moyen de fonds publics."),
        ("fr", "Il vient en vue de la fête.", "Il vient en vue de la fête."),
        ("fr", "Il vient afin d'aider.", "Il vient pour aider."),
        ("fr", "Il dit qu'afin de voter il faut venir.", "Il dit qu'afin de voter il faut venir."),
        ("fr", "Plus que préalablement à la fête.", "Plus que préalablement à la fête."),
        ("fr", "Les travaux sont effectués en mai.", "Les travaux sont faits en mai."),
        ("fr", "La mairie est ouverte; elle accueille chacun.", "La mairie est ouverte. Elle accueille chacun."),
        ("fr", "Il sait que la mairie ouvre; elle accueille chacun.", "Il sait que la mairie ouvre; elle accueille chacun."),
        ("de", "Aufgrund der Tatsache, dass es regnet, bleibt er.", "Weil es regnet, bleibt er."),
        ("de", "Er kann die Leistung in Anspruch nehmen.", "Er kann die Leistung nutzen."),
        ("de", "Er flog in Höhe von 300 Metern.", "Er flog in Höhe von 300 Metern."),
        ("de", "Eine Gebühr in Höhe von 5 Euro.", "Eine Gebühr von 5 Euro."),
        ("de", "Er ist jedoch krank. Jedoch kam er.", "Er ist aber krank. Jedoch kam er."),
        ("de", "Die Halle ist alt; sie wird saniert.", "Die Halle ist alt. Sie wird saniert."),
        ("de", "Er sagt, dass es gilt; sie ist da.", "Er sagt, dass es gilt; sie ist da."),
        ("es", "Se llevó a cabo en virtud del acuerdo.", "Se hizo según el acuerdo."),
        ("es", "Viene con el fin de ayudar.", "Viene para ayudar."),
        ("es", "Viene con el fin de la guerra.", "Viene con el fin de la guerra."),
        ("es", "Con anterioridad al pago, lea esto.", "Antes del pago, lea esto."),
        ("es", "El parque es grande; la entrada es libre.", "El parque es grande. La entrada es libre."),
    ],
)
def test_frames_of_other_languages_keep_their_grammar(lang: str, text: str, plain: str) -> None:
    for one in reversed(suggest(text, lang)):
        text = text[: one.start] + one.after + text[one.end :]
    assert text == plain


def test_sentences_are_split_where_a_main_clause_begins() -> None:
    text = "The council met in the old hall today, and they decided to keep the boats."
    assert changes(text, "split") == [(", and t", ". T")]
    assert changes("He bought apples, and pears too.", "split") == []
    assert changes("If it rains and the wind is strong today, and they decide to go, call us.", "split") == []
    assert changes("The hall is old; we will repair it.", "split") == [("; w", ". W")]


def test_repeated_clauses_become_a_list() -> None:
    text = "They guarantee that all may return; that nobody is forced; and that aid arrives."
    ((before, after),) = changes(text, "list")
    assert before == " that all may return; that nobody is forced; and that aid arrives."
    assert after == ":\n\n- that all may return\n- that nobody is forced\n- that aid arrives\n"
    assert changes("They say that it rains and that it snows.", "list") == []


def test_the_hardest_sentence_comes_first_with_its_reasons() -> None:
    hard = (
        "Notwithstanding the implementation of institutional accountability mechanisms, the international community, "
        "its organisations, its members, and its partners were requested to reconsider proportionality considerations."
    )
    found = hardest([Passage("a", "The cat sat. " + hard)])
    assert found[0].text == hard and found[0].hardness > found[1].hardness
    told = " ".join(found[0].reasons)
    assert "rare words: " in told and "passive: were requested" in told and "commas" in told
    assert found[1].reasons == ()


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 60), st.text(min_size=1, max_size=30))
def test_what_was_accepted_can_be_taken_back_to_the_byte(text: str, start: int, length: int, after: str) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    changed, entry = accept(text, Suggestion("phrase", start, end, text[start:end], after, "why"))
    (again,) = log_from_json(log_to_json([entry]))
    assert undo(changed, again) == text


def test_undoing_after_other_edits_touches_nothing_else() -> None:
    text = "One. He did it in order to win. Two."
    changed, entry = accept(text, suggest(text)[0])
    assert changed == "One. He did it to win. Two."
    assert undo("New. " + changed, entry) == "New. " + text
    with pytest.raises(InputError, match="do not stand in the text any more"):
        undo("Quite other words.", entry)


def test_a_suggestion_for_another_text_is_refused() -> None:
    one = Suggestion("phrase", 0, 3, "abc", "x", "why")
    with pytest.raises(InputError, match="has changed"):
        accept("abd", one)
    with pytest.raises(InputError, match="no words to put in"):
        accept("abc", Suggestion("passive", 0, 3, "abc", "", "why"))
    with pytest.raises(InputError, match="not the log"):
        log_from_json("[]")


def test_suggestions_have_their_place_in_the_file() -> None:
    original = lake()
    text = (
        plain_markdown(original)
        .replace("commits to keep", "commits, in order to help, to keep")
        .replace("\n", "\r\n")
    )
    plain = read_text(text, original)
    placed = [one for hard in hard_sentences(plain, text) for one in hard.suggestions]
    assert placed and all(text[one.start : one.end] == one.before for one in placed)
    changed, entry = accept(text, find(plain, text, placed[0].key))
    assert "commits, to help, to keep" in changed and undo(changed, entry) == text
    with pytest.raises(InputError, match="no suggestion"):
        find(plain, text, "phrase-000000")


def test_the_commands_write_log_and_undo(tmp_path: Path) -> None:
    from pipeline.commands import plain as work

    folder = tmp_path / "lake"
    folder.mkdir()
    (folder / "source.md").write_text("# The lake\n\nHe did it in order to win.\n", encoding="utf-8")
    (folder / "document.yaml").write_text("lang: en\n", encoding="utf-8")
    assert "written" in work.init_plain(folder) and (folder / "ids.json").is_file()
    file = folder / "plain.md"
    file.write_text(
        file.read_text("utf-8").replace("-->\n\n:::", "-->\nHe did it in order to win.\n:::"), encoding="utf-8"
    )
    before = file.read_bytes()
    from pipeline.commands.loading import one_document
    from pipeline.editions import read_plain

    plain = read_plain(one_document(folder).document)
    key = hard_sentences(plain, before.decode())[0].suggestions[0].key
    work.accept_plain(folder, [key])
    assert b"He did it to win." in file.read_bytes()
    assert '"rule": "phrase"' in (folder / "plain.log.json").read_text("utf-8")
    work.undo_plain(folder)
    assert file.read_bytes() == before
    assert [one.rule for one in work.check_plain(folder, as_json=False)] == ["plain-review"]
