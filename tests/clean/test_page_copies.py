# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running heads that are called as a numbered heading of the text. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean

FULL = "The harbour board met in the spring and heard what the pilots said about the state of the channel, and of"
REST = "the mole; nobody had seen so much ice since the custom house was built, and the clerk wrote all of it down."
CHAPTERS = ("1. Lamps", "2. Dues and fees", "2. Dues and fees", "3. Ice")


def _text(heads: tuple[str, ...], *, numbers: bool = True) -> str:
    parts = ["# Rules of the harbour"]
    for page, (chapter, head) in enumerate(zip(CHAPTERS, heads, strict=True), start=1):
        feet = [head, str(page)] if numbers else [head]
        opening = [] if f"## {chapter}" in parts else [f"## {chapter}"]
        parts += [*opening, f"Page by page. {FULL} {REST}", f"{FULL} {REST} {FULL}", *feet, REST]
    return "\n\n".join(parts) + "\n"


def test_heads_that_name_the_chapter_with_its_number_go() -> None:
    cleaned = clean(_text(CHAPTERS), lang="en")
    assert [line for line in cleaned.text.splitlines() if line and line[0].isdigit()] == []
    assert [line[3:] for line in cleaned.text.splitlines() if line.startswith("## ")] == [*dict.fromkeys(CHAPTERS)]


def test_lines_that_name_no_chapter_stay() -> None:
    heads = ("7. Oil for the lamps", "5. Boats of the town", "9. Hemp", "5. The bell")
    text = clean(_text(heads), lang="en").text
    assert [head for head in heads if head in text] == list(heads)


def test_where_no_page_is_known_they_stay() -> None:
    text = clean(_text(CHAPTERS, numbers=False), lang="en").text
    assert [line for line in text.splitlines() if line in CHAPTERS] == list(CHAPTERS)


def test_entries_of_contents_at_the_end_of_a_page_stay() -> None:
    entries = [*dict.fromkeys(CHAPTERS)]
    contents = "\n\n".join(entries)
    text = _text(CHAPTERS).replace("# Rules of the harbour", f"# Rules of the harbour\n\nContents\n\n{contents}\n\n0")
    lines = clean(text, lang="en").text.splitlines()
    assert [line for line in lines if line in CHAPTERS] == entries
