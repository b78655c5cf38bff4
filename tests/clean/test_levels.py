# SPDX-License-Identifier: AGPL-3.0-or-later
"""Levels of headings that an extractor got wrong. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "The board has written this down, and it binds whoever moors at the quay."


def _document(*headings: str) -> list[str]:
    """The headings after cleaning, in a document whose page numbers say that it was extracted."""
    parts = [f"{heading}\n\n{TEXT}" for heading in headings]
    text = clean("\n\n".join([parts[0], _feet(PAGES), *parts[1:]]) + "\n", lang="en").text
    return [line for line in text.splitlines() if line.startswith("#")]


def test_letters_count_headings_too() -> None:
    right = ["# Harbour", "## A. Dues", "## B. Fines", "## C. Ice", "## D. Wrecks"]
    assert _document("# Harbour", "## A. Dues", "# B. Fines", "## C. Ice", "### D. Wrecks") == right


def test_headings_that_count_up_with_nothing_between_are_on_one_level() -> None:
    read = ["# Harbour", "## Part I", "#### § 1 Dues", "## Part II", "### § 2 Ice", "#### § 3 Fog", "### § 4 Wrecks"]
    right = [line.replace("#### § 3", "### § 3") for line in read]
    assert [line for line in _document(*read) if "§ 1" not in line] == [line for line in right if "§ 1" not in line]


def test_names_whose_numbers_go_down_are_no_series() -> None:
    read = ["# Harbour", "## Tier 1", "## Tier 2", "## Rules", "### For all", "### Tier 3 rules", "### Tier 2 rules"]
    assert _document(*read, "## Tier 4") == [*read, "## Tier 4"]
    counted = [line.replace("Tier 2 rules", "Tier 4 rules").replace("### Tier 3", "## Tier 3") for line in read]
    assert "## Tier 4 rules" in _document(*counted)


def test_the_heading_that_opens_the_text_is_the_title() -> None:
    read = ("### Harbour", "## Dues", "# Fines", "## Ice", "## Wrecks", "## Fog")
    assert _document(*read)[:3] == ["# Harbour", "## Dues", "## Fines"]


def test_a_publisher_above_the_title_is_not_the_title() -> None:
    text = f"## Board of Harbours\n\n# The Harbour Book\n\n{_feet(PAGES)}\n\n## Dues\n\n{TEXT}\n"
    assert "# The Harbour Book\n" in clean(text, lang="en").text


def test_a_second_title_right_below_the_first_stands_under_it() -> None:
    text = f"# The Harbour Book\n\n# B-12\n\n{_feet(PAGES)}\n\n## Dues\n\n{TEXT}\n"
    assert "\n## B-12\n" in clean(text, lang="en").text
    author = f"# The Harbour Book\n\n# B-12\n\n{TEXT}\n"
    assert clean(author, lang="en").text == author


def test_what_an_author_wrote_below_a_heading_goes_down_with_it() -> None:
    read = "# Harbour; ## 1. Dues; ### 1.1 Day; ### 1.2 Night; ## 2. Sea; ### 2.1 Ice; ## 2.2 Fog; ### Bells; ### Horns"
    right = read.replace("## 2.2", "### 2.2").replace("### B", "#### B").replace("### H", "#### H")
    ends = "; ### 2.3 Wrecks"
    text = "\n\n".join(f"{heading}\n\n{TEXT}" for heading in f"{read}{ends}".split("; "))
    cleaned = clean(f"{text}\n", lang="en").text
    assert "; ".join(line for line in cleaned.splitlines() if line.startswith("#")) == f"{right}{ends}"


def test_a_part_on_the_level_of_the_title_goes_down_with_its_chapters() -> None:
    read = "# Harbour; ## Dues; ## Ice; ## Fog; # Wrecks; ## Salvage; ### By day; ## Fines; ### By night"
    right = "# Harbour; ## Dues; ## Ice; ## Fog; ## Wrecks; ### Salvage; #### By day; ### Fines; #### By night"
    text = "\n\n".join(f"{heading}\n\n{TEXT}" for heading in read.split("; "))
    cleaned = clean(f"{text}\n", lang="en").text
    assert "; ".join(line for line in cleaned.splitlines() if line.startswith("#")) == right


def _printed(*parts: tuple[str, str, int]) -> str:
    """Pages of plain text as a browser's PDF leaves them: (heading, how many blank lines stand below it)."""
    lines = "Nobody climbs the tower before the keeper has come down, and whoever does so\npays the fee of a day. "
    pages = [f"{heading}{chr(10) * (blank + 1)}{lines}{extra}" for heading, extra, blank in parts]
    sheets = ["\n\n".join(pages[at : at + 2]) for at in range(0, len(pages), 2)]
    return "\n\n\f".join([f"The tower\n\n{lines}", *sheets])


def test_headings_with_more_room_below_stand_below_those_with_less() -> None:
    rest = "He rings the bell at noon, and once more when the last boat has\nbeen seen from the gallery.\n"
    parts = [("Stairs", 0), ("Steps of wood", 1), ("Steps of stone", 1), ("Lamps", 0), ("Wicks", 1), ("Fees", 0)]
    text = _printed(*((heading, rest, blank) for heading, blank in parts))
    cleaned = clean(text, lang="en").text
    assert [line for line in cleaned.splitlines() if line.startswith("#")] == [
        "# The tower",
        "## Stairs",
        "### Steps of wood",
        "### Steps of stone",
        "## Lamps",
        "### Wicks",
        "## Fees",
    ]
    even = _printed(*((heading, rest, 0) for heading, _ in parts))
    assert clean(even, lang="en").text.count("\n## ") == 6


def test_articles_stand_below_the_chapters_that_they_stand_in() -> None:
    outline = (
        "# Harbour; ## Title I; ### Article 1; ### Article 2; ## Title II; ### Chapter I; ### Article 3; "
        "### Article 4; ### Chapter II; ### Article 5; ### Article 6; ## Title III; ### Article 7"
    )
    read = outline.split("; ")
    parts = [f"{line}\n\n" + ("" if "I" in line or line.startswith("# ") else TEXT) for line in read]
    text = clean("\n\n".join([parts[0], TEXT, _feet(PAGES), *parts[1:]]) + "\n", lang="en").text
    found = [line for line in text.splitlines() if line.startswith("#")]
    right = [f"#{line}" if line[-1] in "3456" else line for line in read]
    assert found == right


def test_articles_of_plain_text_stand_beside_the_preamble_above_them() -> None:
    lines = "Nobody climbs the tower before the keeper has come down, and whoever does so\npays the fee of a day."
    body = f"{lines}\n\n{lines}\n"
    pages = [f"{body}\nArticle {number}\n\n{body}" for number in (1, 2, 3)]
    text = "\n\f".join([f"The tower\n\n{lines}\n\nRules of the keeper\n\nPreamble\n\n{body}", *pages])
    found = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    articles = [f"### Article {number}" for number in (1, 2, 3)]
    assert found == ["# The tower", "## Rules of the keeper", "### Preamble", *articles]


def test_a_letter_after_a_number_makes_no_other_series() -> None:
    read = ["# Harbour", "## 3. Dues", "### 3A. Of rafts", "## 4. Ice", "## 4A. Fog", "## 5. Fines"]
    assert _document(*read) == [line.replace("### 3A", "## 3A") for line in read]


def test_bold_lines_below_a_title_alone_are_ranked_together() -> None:
    bold = ["**Why we ask**", "**1. Dues**", "**2. Ice**", "**2.1 Of fog**", "**3. Fines**", "**Of thanks**"]
    right = ["# Harbour", "## Why we ask", "## 1. Dues", "## 2. Ice", "### 2.1 Of fog", "## 3. Fines", "## Of thanks"]
    assert _document("# Harbour", *bold) == right


def test_bold_lines_below_other_headings_stand_below_each() -> None:
    bold = ["# Harbour", "## Dues", "**Of rafts**", "**Of boats**", "## Ice", "**Of fog**", "## Fines"]
    assert _document(*bold) == [line.strip("*") if line[0] == "#" else f"### {line.strip('*')}" for line in bold]


def test_parts_stay_where_the_settings_have_the_title() -> None:
    parts = ["# Foreword", "# The Pier", "## Ropes", "## Lamps", "## Bells", "# The Mole", "## Stones", "## Steps"]
    heads = [*parts, "## Rails"]
    text = "\n\n".join(f"{heading}\n\n{TEXT}" for heading in heads) + "\n"
    assert clean(text, lang="en", title="The Harbour Book").text == text
    assert clean(f"---\ntitle: The Harbour Book\n---\n\n{text}", lang="en").text.endswith(f"\n\n{text}")
    assert "\n## The Pier\n" in clean(text, lang="en").text
    named = text.replace("Foreword", "The *Harbour* Book")
    assert "\n## The Pier\n" in clean(named, lang="en", title="The Harbour Book").text


def test_a_number_with_more_dots_stands_below_where_deep_headings_look_alike() -> None:
    read = ["# Harbour", "## 5.1. Dues", "### 5.1.1. Rafts", "### 5.1.1.1. Of reed", "### 5.1.2. Boats"]
    assert _document(*read) == [line.replace("### 5.1.1.1", "#### 5.1.1.1") for line in read]
    flat = ["# Harbour", "## 5. Dues", "## 5.1. Rafts", "## 5.2. Boats"]
    assert _document(*flat) == flat


def test_parts_with_the_level_of_a_title_that_is_no_heading_go_down() -> None:
    parts = ("## Before all", "## Words", "### Rates", "# Dues", "## Rafts")
    feet = _feet(PAGES)
    text = "\n\n".join(["The rules of the old harbour", *(f"{part}\n\n{TEXT}" for part in parts), feet]) + "\n"
    found = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    title, *below = found
    assert title == "# The rules of the old harbour"
    assert below == ["## Before all", "## Words", "### Rates", "## Dues", "### Rafts"]  # none is skipped


def test_of_an_author_they_stay() -> None:
    text = "The rules\n\n" + "\n\n".join(f"# {name}\n\n{TEXT}" for name in ("Dues", "Rafts", "Boats")) + "\n"
    assert clean(text, lang="en").text == text


def test_a_title_left_as_text_stands_above_two_headings_on_its_level() -> None:
    parts = ("### Read this", "# Dues", "## Rafts", "## Boats", "# Ice", "## Floes", "## Brash", "## Pack")
    title = "The rules of the old harbour"
    text = "\n\n".join([title, *(f"{part}\n\n{TEXT}" for part in parts), _feet(PAGES)]) + "\n"
    found = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    down = [line.replace("#", "##", 1) for line in parts]
    assert found == [f"# {title}", "## Read this", *down[1:]]


def test_a_level_stands_where_most_headings_on_it_do() -> None:
    names = ("Tar", "Rope", "Oil", "Hemp", "Wax", "Soap")
    read = ["# Harbour", "## Dues", *(f"#### {name}" for name in names), "### `moor --now`", "#### Salt"]
    closed = [line.replace("####", "###") for line in read]
    assert _document(*read) == closed
    # where what stands above the others is as frequent, they are of two levels
    deep = ["## Ice", "### Floes", "#### Brash", "### Pack", "#### Grey", "### Slush", "#### Salt"]
    assert _document(*read[:-2], *deep)[-7:] == deep


def test_articles_of_a_code_stand_below_its_sections() -> None:
    read = ["# Code", "## Chapter I", "### Section 1", "### Article R4-1", "## Chapter II", "### Article R5-1"]
    text = "\n\n".join(
        [
            "# Code", _feet(PAGES), "## Chapter I", "### Section 1", "### Article R4-1", TEXT, "### Article R4-2", TEXT,
            "### Section 2", "### Article R4-3", TEXT, "## Chapter II", "### Article R5-1", TEXT,
        ]
    )  # fmt: skip
    found = [line for line in clean(f"{text}\n", lang="en").text.splitlines() if line.startswith("#")]
    assert [line for line in found if line.endswith("R4-1") or line.endswith("R4-3")] == [
        "#### Article R4-1", "#### Article R4-3",
    ]  # fmt: skip
    assert read[-1] in found


def test_a_line_set_apart_that_says_what_a_heading_does_is_none() -> None:
    read = ["# Harbour", "## Of boats and masters", "_Of rafts and ropes_", "_On feast days_", "_By night and fog_"]
    more = ["## Of rafts and ropes", "### Ice", "_In spring_"]
    assert _document(*read, *more).count("### Of rafts and ropes") == 0
    assert "### On feast days" in _document(*read, *more)


SLANTED = ("## Dues", "### How to pay", "### *1. Ask the clerk*", "### *2. Pay*", "### 2.1 By cart", "### *3. Wait*")


def test_headings_in_italics_stand_below_the_upright_one_before_them() -> None:
    found = _document("# Harbour", *SLANTED, "## Fines")
    assert [line.count("#") for line in found] == [1, 2, 3, 4, 4, 5, 4, 2]


def test_headings_in_italics_whose_numbers_go_on_from_before_stay_beside_the_upright_one() -> None:
    numbered = ["### *1.2 Pay*", "### List of dues", "### *1.3 Wait*", "### *1.4 Sit*", "### *1.5 Go*"]
    found = _document("# Harbour", "## 1 Dues", "### *1.1 Ask*", *numbered)
    assert not [line for line in found if line.startswith("####")]


def test_headings_of_both_sorts_beside_each_other_stay() -> None:
    for odd in ("### Wait", "### *Wait*"):
        found = _document("# Harbour", "## Dues", "### *Ask*", "### *Pay*", "### How to wait", "### *Sit*", odd)
        assert not [line for line in found if line.startswith("####")]


def test_an_author_may_set_headings_of_one_level_in_both_ways() -> None:
    text = "\n\n".join(f"{heading}\n\n{TEXT}" for heading in ("# Harbour", *SLANTED, "## Fines")) + "\n"
    assert clean(text, lang="en").text == text


def test_the_parts_of_an_article_stand_below_it() -> None:
    articles = ["## Article 1", "## Article 2", "### Article 2.1", "### Article 2.2", "## Article 3", "## Article 4"]
    parts = [f"{heading}\n\n{TEXT}" for heading in ["# Rules", *articles]]
    text = clean("\n\n".join([parts[0], _feet(PAGES), *parts[1:]]) + "\n", lang="en").text
    assert [line for line in text.splitlines() if line.startswith("##")] == articles
