# SPDX-License-Identifier: AGPL-3.0-or-later
"""Findings are told on the author's line, whatever cleaning did with the text above it."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.line_map import line_map


def test_lines_that_stayed_are_where_they_were() -> None:
    assert line_map("a\n\nb\nc\n", "a\nb\nc\n") == (0, 1, 3, 4)


def test_a_joined_line_stands_where_its_first_half_stood() -> None:
    before = "The oars are kept in\nthe boat house.\n\n12\n\nNobody rows alone after dark.\n"
    after = "The oars are kept in the boat house.\n\nNobody rows alone after dark.\n"
    assert line_map(before, after)[1::2] == (1, 6)


def test_a_note_that_was_moved_to_the_end_stands_where_it_stood() -> None:
    before = (
        "The club has twelve boats^1^ and one raft.\n\n1 Of these two are lent by the town of Ambridge.\n\n"
        "The raft is for the summer.\n\nIt is not to be used in a flood.\n"
    )
    after = (
        "The club has twelve boats[^1] and one raft.\n\nThe raft is for the summer.\n\n"
        "It is not to be used in a flood.\n\n[^1]: Of these two are lent by the town of Ambridge.\n"
    )
    assert line_map(before, after)[-1] == 3
    assert line_map(before, after)[1:6:2] == (1, 5, 7)


def test_of_two_places_that_begin_alike_the_nearer_one_is_meant() -> None:
    before = "x\n\n* Members of the rowing club pay\nin May.\n\ny\n\n* Members of the rowing club pay\nin June.\n"
    after = "x\n\n- Members of the rowing club pay in May.\n\ny\n\n- Members of the rowing club pay in June.\n"
    assert line_map(before, after)[3] == 3
    assert line_map(before, after)[7] == 8


def test_notes_that_begin_alike_are_told_apart_by_what_follows() -> None:
    address = "https://rowing.example/rules/of/the/boat-house/"
    before = f"a^1^\n\n1 {address}oars\n\nb^2^\n\n2 {address}rafts\n\nc d e\n"
    after = f"a[^1]\n\nb[^2]\n\nc d e\n\n[^1]: {address}oars\n\n[^2]: {address}rafts\n"
    assert line_map(before, after)[-3::2] == (3, 7)


def test_chinese_without_spaces_is_found_too() -> None:
    before = "前言\n\n① 本条所称船只是指俱乐部所有的一切划艇和木筏以及其备用桨\n\n正文第一段\n\n正文第二段\n"
    after = "前言\n\n正文第一段\n\n正文第二段\n\n[^1]: 本条所称船只是指俱乐部所有的一切划艇和木筏以及其备用桨\n"
    assert line_map(before, after)[-1] == 3


@given(st.lists(st.text("ab \n", max_size=30), max_size=8), st.lists(st.text("ab \n", max_size=30), max_size=8))
def test_every_line_has_a_line_of_the_author(before: list[str], after: list[str]) -> None:
    old, new = "\n".join(before), "\n".join(after)
    lines = line_map(old, new)
    assert len(lines) == len(new.splitlines()) + 1
    assert all(1 <= line <= max(1, len(old.splitlines())) for line in lines[1:])
    assert line_map(new, new) == (0, *range(1, len(new.splitlines()) + 1))
