# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ids survive edits, moves and inserts, and are never given twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import IdTable, table_of, text_of, walk
from pipeline.model import Document
from tests.make import document

PARAGRAPHS = [
    "The first paragraph speaks of bees and of honey.",
    "The second one speaks of the weather in the hills of the north.",
    "A third paragraph is about nothing in particular, and says so at length.",
    "Finally there is a conclusion that nobody disagrees with.",
]


def text_with(paragraphs: list[str]) -> str:
    return "# Title\n\n" + "\n\n".join(paragraphs) + "\n"


def ids(made: Document) -> dict[str, str]:
    return {text_of(block): block.id for block in made.blocks}


def table(made: Document) -> IdTable:
    return table_of((made.title, *made.blocks))


def test_a_changed_block_keeps_its_id() -> None:
    before = document(text_with(PARAGRAPHS))
    edited = [PARAGRAPHS[0], PARAGRAPHS[1].replace("hills", "valleys"), *PARAGRAPHS[2:]]
    after = document(text_with(edited), known=table(before))
    assert list(ids(after).values()) == list(ids(before).values())


def test_a_rewritten_block_between_unchanged_ones_keeps_its_id() -> None:
    before = document(text_with(PARAGRAPHS))
    edited = [PARAGRAPHS[0], "Completely other words stand here now.", *PARAGRAPHS[2:]]
    after = document(text_with(edited), known=table(before))
    assert list(ids(after).values()) == list(ids(before).values())


def test_inserts_and_moves_leave_the_others_alone() -> None:
    before = ids(first := document(text_with(PARAGRAPHS)))
    moved = [PARAGRAPHS[3], "Something new is said here.", PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[1]]
    after = ids(document(text_with(moved), known=table(first)))
    assert {text: after[text] for text in PARAGRAPHS} == before
    assert after["Something new is said here."] not in before.values()


def test_a_heading_has_its_words_and_keeps_them() -> None:
    before = document("# T\n\n## Über die Bienen\n\nText.\n")
    assert before.blocks[0].id == "uber-die-bienen"
    after = document("# T\n\n## Über alle Bienen\n\nText.\n", known=table(before))
    assert after.blocks[0].id == "uber-die-bienen"


def test_an_authors_id_wins_and_stands_once() -> None:
    made = document("# T\n\n## A {#x}\n\n## B {#x}\n\n## x\n", lang="en")
    assert [block.id for block in made.blocks] == ["x", "b", "x-2"]
    assert [notice.rule for notice in made.notices] == ["id-twice"]


def test_no_part_has_an_id_that_our_files_need_and_links_follow() -> None:
    text = "# T\n\nSee [it](#main) and [that](#contents).\n\n## A {#main}\n\n## Contents\n\n## Page 3\n"
    made = document(text, lang="en")
    assert [block.id for block in made.blocks][1:] == ["main-2", "contents-2", "page-3-2"]
    assert [piece.target for piece in made.blocks[0].inlines if piece.target] == ["#main-2", "#contents-2"]
    assert [notice.rule for notice in made.notices] == ["id-reserved"]


def test_the_table_survives_its_file(tmp_path: object) -> None:
    from pathlib import Path

    made = table(document(text_with(PARAGRAPHS)))
    path = Path(str(tmp_path)) / "ids.json"
    path.write_text(made.to_json(), "utf-8")
    assert IdTable.from_file(path) == made


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Same.", "Other.", "- item", "## Same.", "> Same.", "1. Same."]), min_size=1))
def test_no_id_is_given_twice_and_a_second_reading_changes_none(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    first = document(text, title="T")
    every = [block.id for block in walk((first.title, *first.blocks))]
    assert len(every) == len(set(every)) and all(every)
    second = document(text, title="T", known=table(first))
    assert [block.id for block in walk((second.title, *second.blocks))] == every


def test_a_note_that_is_called_twice_has_one_id_for_each_of_its_parts() -> None:
    text = "# T\n\nOne call.[^a]\n\nAnother.[^a]\n\n[^a]: The note.\n\n    Its second part.\n"
    first = document(text)
    every = [block.id for block in walk(first.blocks)]
    assert not any(name.endswith("-2") for name in every)
    second = document(text, known=table(first))
    assert [block.id for block in walk(second.blocks)] == every
