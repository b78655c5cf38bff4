# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes that extractors left in a list, before their marks, or glued to their numbers.

The texts were written for these tests.
"""

from __future__ import annotations

import re

from pipeline.clean import clean
from tests.clean.test_extracted import LONG

FEET = "\n\n".join(f"The pilots rose at noon and went\n\n– {n} –\n\nhome to the old mole." for n in (1, 2, 3))


def _notes(text: str) -> list[str]:
    return [line for line in clean(text, lang="en").text.splitlines() if line.startswith("[^")]


def test_a_list_at_the_end_whose_numbers_are_all_marks_holds_notes() -> None:
    said = "They read the Harbour Law,1 the Mole Law of 1891,2 the book of dues,3 and the lists that the pilots keep.4"
    listed = "1. Law of the spring of 1890.\n\n2. 44 Laws 12.\n\n3. Kept by the clerk.\n\n4. Kept on the mole."
    cleaned = clean(f"# Harbour\n\n{said}\n\n{FEET}\n\n{listed}\n", lang="en").text
    assert "Law,[^1] the Mole Law of 1891,[^2] the book of dues,[^3] and" in cleaned
    assert cleaned.endswith("[^3]: Kept by the clerk.\n\n[^4]: Kept on the mole.\n")
    # a page must prove that the text was extracted, and a list is one where its numbers are no marks
    assert not _notes(f"# Harbour\n\n{said}\n\n{listed}\n")
    assert not _notes(f"# Harbour\n\nThey saw 1 boat, 2 nets and 3 ropes in 4 towns.\n\n{FEET}\n\n{listed}\n")


def test_a_note_whose_words_begin_with_a_number_follows_the_one_above() -> None:
    marks = " ".join(f"They read law {name}.<sup>{n}</sup>" for n, name in enumerate("abcd", start=1))
    notes = "1By letter of the clerk.\n2By another.\n344 Laws 12.\n4As before.\n"
    assert _notes(f"# Harbour\n\n{marks}\n\n{notes}")[2] == "[^3]: 44 Laws 12."


def test_a_note_that_begins_small_stands_at_the_end_of_its_page() -> None:
    said, ends = f"# Harbour\n\n{LONG}.1 They rose", "– 3 –\n\nit was.\n"
    pages = f"{said}\n\n1s2(1) of the Harbour Law\n\n– 1 –\n\nand went home.2\n\n2see there\n\n– 2 –\n\nso"
    assert _notes(f"{pages}\n\n{ends}") == ["[^1]: s2(1) of the Harbour Law", "[^2]: see there"]
    assert not _notes(f"{said}.\n\n1st of May\n\n– 1 –\n\nand\n\n– 2 –\n\nso\n\n{ends}")


def test_a_raised_mark_may_stand_in_the_rest_of_a_sentence_that_its_page_cut() -> None:
    note = "<sup>1</sup> By letter of the clerk."
    text = f"# Harbour\n\n{LONG}, and that of the\n\n{note}\n\nmole.<sup>1</sup> They rose.\n"
    cleaned = clean(text, lang="en").text
    assert "of the mole.[^1] They rose." in cleaned and cleaned.endswith("[^1]: By letter of the clerk.\n")


def test_notes_that_stand_in_one_text_and_one_whose_mark_stands_behind_a_number() -> None:
    names = "Dues,1 Nets,2 Moles,3 Boats,4 Ropes of 1902,5 Lamps,6 and Oil.7"
    one = "1By letter. 2By another. 3Seen there. 4As before. 5Kept by the clerk. 612 Laws 44. 7At the mole."
    cleaned = clean(f"# Harbour\n\nThey read the Laws of {names}\n\n{one}\n", lang="en").text
    assert "Ropes of 1902,[^5] Lamps,[^6] and Oil.[^7]" in cleaned
    assert "[^5]: Kept by the clerk.\n\n[^6]: 12 Laws 44.\n\n[^7]: At the mole.\n" in cleaned


CUT = "# Harbour\n\nThe keeper said that the dues were paid by all of them, which was open to him on the"
REST = "evidence. They rose at noon."
FOOT = "1Counsel of the harbour did not see it. See *Re Mole*.\n\n2The master kept the log of that night."


def test_a_note_is_never_joined_into_the_sentence_that_its_page_cut() -> None:
    """Where its mark is not found it is told, and nothing is done."""
    for one in ("1Counsel", "<sup>1</sup>Counsel", "<sup>1</sup> Counsel", "^1^Counsel", "¹ Counsel"):
        text = f"{CUT}\n\n\n{one} of the harbour did not see it.\n\n{REST}\n"
        cleaned = clean(text, lang="en", refuse=["html-remnants"])
        assert cleaned.text == text
        assert [notice.rule for notice in cleaned.notices] == ["join-paragraphs"]


def test_marks_in_brackets_belong_to_notes_at_the_feet_of_pages() -> None:
    said = "They read the log [1] of the mole and the book of dues,[2] as [3] says."
    cleaned = clean(f"{CUT.replace('The keeper', said + ' The keeper')}\n\n\n{FOOT}\n\n{REST}\n", lang="en").text
    assert "the log[^1] of the mole and the book of dues,[^2] as [3] says." in cleaned
    assert "open to him on the evidence. They rose at noon.\n" in cleaned
    assert cleaned.endswith("[^1]: Counsel of the harbour did not see it. See *Re Mole*.\n\n"
                            "[^2]: The master kept the log of that night.\n")  # fmt: skip


def test_marks_in_brackets_may_stand_in_the_rest_of_the_sentence() -> None:
    cleaned = clean(f"{CUT}\n\n\n{FOOT}\n\nevidence[1] of the log,\\[2\\] and rose.\n", lang="en").text
    assert "on the evidence[^1] of the log,[^2] and rose." in cleaned


def test_a_number_in_brackets_that_the_text_cites_is_no_mark() -> None:
    text = f"# Harbour\n\nThey read [1] and the book at [2].\n\n{FOOT}\n\nThey rose.\n"
    assert clean(text, lang="en").text == text


def test_the_number_of_a_section_is_no_mark() -> None:
    notes = "1 By letter of the clerk.\n\n2 Seen there."
    text = f"# Harbour\n\n## C.1. The lamp\n\n{LONG}.\n\n## C.2. The mole\n\n{LONG}, as section D.2 says.\n\n{notes}\n"
    assert not _notes(text)
    assert not _notes(text.replace("## ", ""))


def test_the_number_of_a_name_is_no_mark() -> None:
    said = "They wrote it with mole3 and read it.<sup>1</sup> The clerk asks for the book.<sup>2</sup>"
    notes = "1By letter.\n2By another.\n3Seldom read.\n"
    again = "Whoever has mole3 may sail.3"
    assert "with mole3 and" in clean(f"# Harbour\n\n{said} {again}\n\n{notes}", lang="en").text
    series = "The berths are quay3, quay4 and quay5, they say.3"
    text = clean(f"# Harbour\n\n{said.replace('mole3', 'them')} {series}\n\n{notes}", lang="en").text
    assert "are quay3, quay4 and quay5, they say.[^3]" in text
    once = "Whoever reads the rule3 may sail."
    text = clean(f"# Harbour\n\n{said.replace('mole3', 'them')} {once}\n\n{notes}", lang="en").text
    assert "the rule[^3] may" in text


def test_a_number_at_the_end_of_a_long_address_is_no_mark() -> None:
    address = "https://harbour.example/rules/of/the/pilots/and/of/the/clerk/page.php3"
    said = f"They wrote it.<sup>1</sup> The clerk asks.<sup>2</sup> See {address}."
    notes = "1By letter.\n2By another.\n3Seldom.\n"
    assert address in clean(f"# Harbour\n\n{said}\n\n{notes}", lang="en").text


def test_a_mark_may_stand_before_its_paragraph_and_never_in_the_number_of_a_heading() -> None:
    said = "They read the Harbour Law.1\n\nThey saw the Mole Law.2\n\n3 They count the boats of the town.\n\nAll rose.4"
    listed = "\n\n".join(f"{n}. Kept by clerk {name}." for n, name in enumerate("abcd", start=1))
    cleaned = clean(f"# Harbour\n\n## 2.2. Boats\n\n{said}\n\n## 2.3. Ice\n\n{FEET}\n\n{listed}\n", lang="en").text
    assert "[^3] They count" in cleaned and "## 2.2. Boats" in cleaned and "## 2.3. Ice" in cleaned
    lost = said.replace("3 They", "They").replace("\n\nAll", "\n\n### 2.2.3. Bells\n\nAll")
    cleaned = clean(f"# Harbour\n\n## 2.2. Boats\n\n{lost}\n\n## 2.3. Ice\n\n{FEET}\n\n{listed}\n", lang="en").text
    assert "### 2.2.3. Bells" in cleaned


def test_a_mark_may_stand_behind_a_brace_and_a_note_begin_with_a_sign_or_stand_behind_code() -> None:
    said = f"# Harbour\n\n{FEET}\n\nThe lamp is `${{lamp}}`1, as the keeper says.2 It is lit at dusk.3 Nobody waits.4"
    notes = "1See the book of `lamps`\n\n2@LAMP is its name\n\n3Of `oil` 4Nobody at all"
    assert _notes(f"{said}\n\n{notes}\n") == [
        "[^1]: See the book of `lamps`", "[^2]: @LAMP is its name", "[^3]: Of `oil`", "[^4]: Nobody at all",
    ]  # fmt: skip


def test_a_digit_behind_a_single_letter_is_no_note_mark() -> None:
    said = "Whoever mends a list writes [LIST v1], then [LIST v2], and shows it to the keeper1 and the board2."
    notes = "1 Of the harbour, not of the lock.\n\n2 It meets in spring.\n"
    text = clean(f"# Harbour\n\n{said}\n\n{notes}", lang="en").text
    assert "[LIST v1], then [LIST v2]," in text
    assert "the keeper[^1] and the board[^2]." in text


def test_a_note_whose_whole_line_an_extractor_made_a_link_stays_one() -> None:
    said = "They ask the keeper1 and the board2 of the harbour before they moor at the mole."
    notes = "[1 The keeper: <keeper@harbour.example>](mailto:keeper@harbour.example)\n\n[2The board](board.html)\n"
    text = clean(f"# Harbour\n\n{said}\n\n{FEET}\n\n{notes}", lang="en").text
    assert "[^1]: [The keeper: <keeper@harbour.example>](mailto:keeper@harbour.example)\n" in text
    assert "[^2]: [The board](board.html)\n" in text


def test_a_digit_behind_what_is_no_word_is_part_of_a_name() -> None:
    said = "Whoever lets a raft moor at qzq1 asks the keeper1 and the board2 of the harbour first."
    notes = "1 Of the harbour, not of the lock.\n\n2 It meets in spring.\n"
    text = clean(f"# Harbour\n\n{said}\n\n{notes}", lang="en").text
    assert "at qzq1 asks the keeper[^1] and the board[^2] of" in text


def test_a_list_of_few_notes_at_the_end_has_marks_that_are_all_certain() -> None:
    said = "They read the Harbour Law,1 and the lists that the pilots keep (depth 7+)2 at noon."
    listed = "1. Law of the spring of 1890.\n\n2. Kept by the clerk."
    text = f"# Harbour\n\n{said}\n\n{FEET}\n\n{listed}\n"
    assert _notes(text) == ["[^1]: Law of the spring of 1890.", "[^2]: Kept by the clerk."]
    assert not _notes(text.replace("1. Law", "They bring:\n\n1. Law"))
    assert not _notes(text.replace("noon.", "noon, as the Mole Law,1 says."))  # two places could be its mark
    linked = text.replace("1. Law of the spring of 1890.", "[1. Law of the spring of 1890.](https://harbour.example/law)")
    assert _notes(linked)[0] == "[^1]: [Law of the spring of 1890.](https://harbour.example/law)"


def test_a_mark_may_end_a_cell_or_follow_code() -> None:
    table = "| Boat | Depth |\n|---|---|\n| Tern1 | N/A2 |\n| `gull`3 | (free)4<br> |"
    notes = "1Built here.\n2Never sounded.\n3Sold.\n4For a year.\n"
    cleaned = clean(f"# Harbour\n\n{table}\n\nThey read `tide` )5 at noon.\n\n{notes}5Daily.\n", lang="en").text
    assert "| Tern[^1] | N/A[^2] |" in cleaned and "`gull`[^3] | (free)[^4]" in cleaned and "`tide` )[^5] at" in cleaned


ORDER = "# Harbour\n\nThey read the log,1 the book,2 the dues,3 and the list of boats.4\n\n"


def test_notes_that_touch_their_numbers_may_stand_in_any_order() -> None:
    feet = "4Kept on the mole.\n\nThey rose.\n\n1Kept by the clerk. 2The pilots have it.\n\n- 3Seldom read.\n"
    assert _notes(ORDER + feet) == [
        "[^1]: Kept by the clerk.",
        "[^2]: The pilots have it.",
        "[^3]: Seldom read.",
        "[^4]: Kept on the mole.",
    ]
    assert not _notes(re.sub(r"(?<=,)\d|(?<=boats\.)4", "", ORDER) + feet)  # no marks


def test_all_that_stands_between_two_notes_of_one_foot_is_the_first_one_s() -> None:
    said = "They read the log.1 They read the book.2 Whoever sails, asks the"
    listed = "- The clerk keeps it.\n\n- The pilots read it.\n\n```\nlog  --all\n```"
    foot = f"1Reasons:\n\n{listed}\n\nSo it stays.\n\n2Seldom read."
    rest = FEET[FEET.index("The pilots", 30) :]
    cleaned = clean(f"# Harbour\n\n{said}\n\n{foot}\n\n– 1 –\n\nclerk.\n\n{rest}\n", lang="en").text
    assert (
        "[^1]: Reasons:\n\n    - The clerk keeps it.\n\n    - The pilots read it.\n\n"
        "    ```\n    log  --all\n    ```\n\n    So it stays.\n\n[^2]: Seldom read.\n" in cleaned
    )
    assert clean(cleaned, lang="en").text == cleaned
    below = foot.replace("So it stays.", "They read the book.2").replace("Whoever", "Who")
    text = f"# Harbour\n\n{said.replace('book.2', 'book.')}\n\n{below}\n"
    assert "[^1]: Reasons:\n\n[^2]" in clean(text, lang="en").text  # the mark tells that text stands between


def test_marks_that_stand_side_by_side_belong_to_a_note_each() -> None:
    names = ("Mole", "Quay", "Lamp", "Rope")
    notes = "\n\n".join(f"{number}Book of the {name}." for number, name in enumerate(names, 1))
    text = f"# Harbour\n\nThe pilots (of old)12 read at dusk34, and went.\n\n{notes}\n\nPage 1 of 2\n\n{LONG}.\n"
    cleaned = clean(text, lang="en").text
    assert "(of old)[^1][^2] read at dusk[^3][^4], and" in cleaned and "[^4]: Book of the Rope." in cleaned


def test_the_numbers_of_devices_are_no_marks() -> None:
    said = "They wrote it with the keeper and read it.<sup>1</sup> The clerk asks for the book.<sup>2</sup>"
    notes = "1By letter.\n2By another.\n3Seldom read.\n"
    ports = "Port 2 is LMP2 and port 3 is LMP3 there, they say.3"
    assert "LMP3 there, they say.[^3]" in clean(f"# Harbour\n\n{said} {ports}\n\n{notes}", lang="en").text
    parts = "The disks are qzqa and qzqb, and the part is qzqa3 there, they say.3"
    assert "qzqa3 there, they say.[^3]" in clean(f"# Harbour\n\n{said} {parts}\n\n{notes}", lang="en").text


def test_notes_that_touch_the_number_with_which_they_begin_stand_between_others() -> None:
    said = "The Law,1 the Mole Law,2 the book of dues,3 the lists,4 those of LAW/115 and of oil.6"
    feet = "212 Laws 3(b).\n\n1Kept by the clerk.\n\n[4Seldom read.](x.html)\n\n312 Laws 4. 5Kept by hand.\n\n6Sold."
    assert _notes(f"# Harbour\n\n{said}\n\n{feet}\n") == [
        "[^1]: Kept by the clerk.",
        "[^2]: 12 Laws 3(b).",
        "[^3]: 12 Laws 4.",
        "[^4]: [Seldom read.](x.html)",
        "[^5]: Kept by hand.",
        "[^6]: Sold.",
    ]
