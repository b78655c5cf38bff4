# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two columns side by side in plain text, and what only looks like them. The texts were written for these tests."""

from __future__ import annotations

import textwrap

import pytest

from pipeline.clean import clean, restore

TEXT = (
    "The ditch warden walks the whole ditch twice in a year, once after the thaw and once before the first frost,"
    " and writes down where the banks have slipped, where reeds stop the water, and whose cattle have trodden the"
    " edge down. Owners are told within a week, and they have a month in which to mend what is theirs. Whoever "
    "does not mend pays for the work that others do in his place. Sluices are opened by the warden alone, or by "
    "someone whom he sent and who can show a letter from him. In a flood the miller may open the upper sluice "
    "without asking anybody, but he must send word at once, and he must close it as soon as the water has fallen "
    "below the mark that is cut into the post. The meeting of all owners is held in the week after harvest, at "
    "the house of the oldest of them, and nobody is fined for a word that was said there. Votes are counted by "
    "land and not by heads, so that a large meadow says more than a small garden, unless the meeting has to "
    "choose a new warden. Then every owner has one vote, and so has the miller, although he owns no land by the "
    "ditch. The books of the ditch are kept in the chest under the stairs, and each owner may read them on the "
    "day of the meeting and on no other, for the chest is heavy."
)


def _pages(width: int = 44, height: int = 12, gap: int = 4, head: str = "") -> str:
    """The text as a page of two columns looks: lines side by side, a form feed after each page."""
    lines = textwrap.wrap(TEXT, width)
    pages: list[str] = []
    for start in range(0, len(lines), 2 * height):
        left, right = lines[start : start + height], lines[start + height : start + 2 * height]
        right += [""] * (len(left) - len(right))
        rows = [f"{one:<{width + gap}}{two}".rstrip() for one, two in zip(left, right, strict=True)]
        top = [head.replace("#", str(len(pages) + 1)), ""] if head else []
        pages.append("\n".join([*top, *rows, ""]))
    return "\f".join(pages) + "\f"


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("width", "height", "gap"), [(44, 12, 4), (34, 9, 2), (56, 6, 9)])
def test_columns_are_read_one_after_the_other(width: int, height: int, gap: int) -> None:
    assert _words(clean(_pages(width, height, gap)).text) == TEXT


@pytest.mark.parametrize("head", ["Ditches    #", "Rules of the ditch and of those who own the land beside it, page #"])
def test_a_head_over_both_columns_is_none_of_them(head: str) -> None:
    cleaned = _words(clean(_pages(head=head)).text)
    assert cleaned.endswith(TEXT)
    assert cleaned.count("itches") + cleaned.count("Rules of") <= 1  # the first is the title


def test_the_right_column_of_the_last_page_may_be_short() -> None:
    assert _words(clean(_pages(width=19, height=13)).text) == TEXT  # 13 lines, and 5 beside them


def test_columns_can_be_put_back() -> None:
    text = _pages()
    result = clean(text)
    assert any(repair.rule == "columns" and repair.moved for repair in result.repairs)
    assert restore(result.text, result.repairs) == text


def test_a_line_over_both_columns_parts_them() -> None:
    lines = _pages(height=20).split("\n")
    lines.insert(6, "II. Of sluices, of floods, and of what the miller may do and must do in them")
    cleaned = _words(clean("\n".join(lines)).text)
    first = [line[:44].rstrip() for line in lines[:6]]
    second = [line[48:].rstrip() for line in lines[:6]]
    assert cleaned.startswith(_words(" ".join([*first, *second])))


def test_lines_at_heights_that_differ_make_no_paragraphs() -> None:
    left, right = textwrap.wrap(TEXT[:600], 40), textwrap.wrap(TEXT[600:1200], 40)
    rows = [row for one, two in zip(left, right, strict=False) for row in (one, f"{'':44}{two}")]
    both = [f"{one:<44}{two}" for one, two in zip(left[:7], right[:7], strict=True)]
    shifted = [*both, *rows[14:]]
    cleaned = clean("\n".join(shifted) + "\n\f").text
    assert _words(cleaned) == _words(" ".join([*left[: len(rows) // 2], *right[: len(rows) // 2]]))


TABLE = (
    ("ditch", "the part between the mill and the ford"),
    ("sluice", "a gate that lets the water go or keeps it"),
    ("warden", "who walks the ditch and writes down its state"),
    ("mark", "a line cut into the post beside the sluice"),
    ("owner", "who has land that the ditch touches"),
    ("meadow", "land that is mown and not ploughed"),
    ("vote", "what is counted in the meeting of owners"),
    ("chest", "where the books are kept, under the stairs"),
)


def test_a_table_of_plain_text_is_no_columns() -> None:
    rows = "\n".join(f"{one:<30}{two}" for one, two in TABLE)
    text = f"{textwrap.fill(TEXT, 76)}\n\n{rows}\n\f"
    assert not [repair for repair in clean(text).repairs if repair.rule == "columns"]


def test_columns_of_one_page_in_many_are_told_of() -> None:
    plain = "\f".join(f"{textwrap.fill(TEXT, 76)}\n" for _ in range(3))
    text = f"{plain}\f{_pages(height=20)}"
    result = clean(text)
    assert not [repair for repair in result.repairs if repair.rule == "columns"]
    assert [repair for repair in result.notices if "two columns" in repair.reason]
    assert [repair for repair in clean(text, force={"columns"}).repairs if repair.rule == "columns"]


def test_text_without_pages_is_told_of_and_stays() -> None:
    text = _pages(height=16).replace("\f", "\n")
    result = clean(text)
    assert not [repair for repair in result.repairs if repair.rule == "columns"]
    assert [repair for repair in result.notices if "two columns" in repair.reason]


def test_columns_that_were_mixed_line_by_line_are_told_of() -> None:
    numbers = ["one", "two", "six", "ten"] * 3
    left = [line for n in numbers for line in (f"Ditch {n} is walked in May by the", f"warden and {n} owners.")]
    right = [line for n in numbers for line in (f"Reeds of field {n} are cut, and", f"owners cart {n} loads away.")]
    mixed = "\n".join(line for pair in zip(left, right, strict=True) for line in pair)
    told = [repair for repair in clean(f"{mixed}\n").notices if "mixed" in repair.reason]
    assert len(told) == 1
    whole = "\n".join([*left, *right])
    assert not [repair for repair in clean(f"{whole}\n").notices if "mixed" in repair.reason]


def test_a_table_with_long_cells_in_a_long_text_does_not_keep_it_from_being_read() -> None:
    cells = textwrap.wrap(TEXT, 38)
    rows = "\n".join(f"{one:<44}{two}" for one, two in zip(cells[:10], cells[10:20], strict=True))
    rows += "\n" + "\n".join(f"meadow {n}        ditch {n % 3}        {n * 7} ells" for n in range(1, 30))
    lines = "\n".join(textwrap.wrap(TEXT, 84))
    text = "\n\f".join([f"The ditch\n\n{lines}\n\n1. What is owed\n\n{lines}\n\n{rows}\n"] + [f"{lines}\n"] * 5)
    cleaned = clean(text, lang="en").text
    assert "# The ditch\n" in cleaned and "## 1. What is owed\n" in cleaned
