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


def test_heads_without_a_number_go_where_most_pages_have_one() -> None:
    named = {chapter: f"## {chapter[3:]}" for chapter in CHAPTERS}
    text = _text(tuple(chapter[3:] for chapter in CHAPTERS))
    for chapter, heading in named.items():
        text = text.replace(f"## {chapter}", heading)
    lines = clean(text, lang="en").text.splitlines()
    assert [line for line in lines if line in {chapter[3:] for chapter in CHAPTERS}] == []
    assert [line for line in lines if line.startswith("## ")] == [*named.values()]
    said = text.replace("Lamps\n\n1", "Oil\n\n1").replace("Dues and fees\n\n2", "Of boats\n\n2")
    said = said.replace("Ice\n\n4", "Of rafts\n\n4")
    assert clean(said, lang="en").text.count("Dues and fees") == len(CHAPTERS) // 2


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


def test_items_that_are_called_as_a_heading_stay_at_the_ends_of_pages() -> None:
    names = ("Lamps", "Dues", "Ropes", "Ice")
    parts = ["# Rules of the harbour"]
    for page, name in enumerate(names, start=1):
        parts += [f"## {name}", f"{name} are so. {FULL}", REST, "They are told here:", "- Boats", f"- {name}"]
        parts += [str(page), "Rules of the harbour", f"Page {name}. {FULL}", REST]
    text = clean("\n\n".join(parts) + "\n", lang="en").text
    assert [line for line in text.splitlines() if line[2:] in names] == [f"- {name}" for name in names]


def test_a_title_with_a_number_that_pages_repeat_goes_from_below_a_list_too() -> None:
    parts = ["# 2. Rules of the harbour"]
    for page in range(1, 6):
        parts += [f"## Of {page} boats", f"In {page} harbours it is so. {FULL}", REST, "They are told here:"]
        parts += ["1. by day;", "2. by night."] if page == 3 else []
        parts += ["2. Rules of the harbour", str(page), f"Page by page, and {page} times. {REST}"]
    assert clean("\n\n".join(parts) + "\n", lang="en").text.count("Rules of the harbour") == 1
