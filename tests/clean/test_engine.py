# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine's promises, on any text: nothing lost unseen, everything can be taken back, twice is once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.clean import MAX_LENGTH, clean, restore
from pipeline.clean.engine import run, wishes
from pipeline.clean.fix import Edit, Fix, Rule, notice, replace
from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import Row
from pipeline.clean.pieces import Pieces
from pipeline.clean.reading.letters import letters
from pipeline.clean.reading.scan import Kind, Scan
from pipeline.errors import InputError
from pipeline.model import Cleaned

PARTS = [
    "The council met and",
    "of the bridges.",
    "# Title",
    "## **Bold**",
    "### deep",
    "**All bold**",
    "• item",
    "- item",
    "o sub",
    "1. one",
    "2. two",
    "1) one",
    "(a) first",
    "Page 1 of 3",
    "Page 2 of 3",
    "1",
    "2",
    "3",
    "exam-",
    "ple",
    "govern\u00ad",
    "ment",
    "oﬃce",
    "cafÃ©",
    "“quoted”",
    "word.1",
    "1 Note text",
    "text<sup>2</sup>",
    "2 Another note",
    "| a | b |",
    "|---|---|",
    "|  |  |",
    "```",
    "    code",
    "---",
    "<br>",
    "<!-- image -->",
    "![](_page_1_Picture_1.jpeg)",
    "https://example.org/",
    "path/x.html",
    "N O T I C E",
    "\f",
    "\u200b",
    "\ufeff",
    "\x00",
    "> quote",
    "المادة الأولى في",
    "المدينة",
    "委员会开会",
    "报告。",
    "they organise",
    "they organize",
    "list:",
    "lower",
    "",
    "",
    "",
    "&amp;amp;",
    "\\\\_",
    "[^1]: note",
    "x[^1]",
    "$$",
    ":::",
    "[a](b)",
    "   indented",
]
ENDS = st.sampled_from(["\n", "\n", "\n", "\n\n", "\r\n", "\r", " ", ""])
TEXTS = st.lists(st.tuples(st.sampled_from(PARTS), ENDS), max_size=40).map(
    lambda parts: "".join(a + b for a, b in parts)
)
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _made(before: str, cleaned: Cleaned) -> None:
    assert restore(cleaned.text, cleaned.repairs) == before
    for repair in cleaned.repairs + cleaned.proposals + cleaned.notices:
        assert before[repair.start : repair.end] == repair.before
        assert 0 <= repair.confidence <= 1 and repair.reason and repair.line >= 1


@RELAXED
@given(TEXTS)
def test_everything_can_be_taken_back(text: str) -> None:
    cleaned = clean(text, lang="en")
    _made(text, cleaned)
    _made(text, clean(text, lang="en", threshold=0.5))


@RELAXED
@given(TEXTS)
@example("text<sup>2</sup>\n2")
@example("of the bridges.\nPage 1 of 3\n\nThe council met and\n\f\n")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text, lang="en").text
    assert clean(once, lang="en").text == once


@RELAXED
@given(TEXTS)
def test_letters_go_only_where_the_log_says_so(text: str) -> None:
    cleaned = clean(text, lang="en")
    if any(repair.rule == "mojibake" for repair in cleaned.repairs):
        return
    gone = Counter(letters(text)) - Counter(letters(cleaned.text))
    quoted = Counter(letters("\n".join(repair.deleted for repair in cleaned.repairs)))
    assert not gone - quoted
    assert not Counter(letters(cleaned.text)) - Counter(letters(text))


@RELAXED
@given(TEXTS, st.integers(0, 30))
def test_one_repair_can_be_taken_back_alone(text: str, which: int) -> None:
    cleaned = clean(text, lang="en")
    if not cleaned.repairs:
        return
    repair = cleaned.repairs[which % len(cleaned.repairs)]
    name = f"{repair.rule}:{repair.line}"
    result = restore(cleaned.text, cleaned.repairs, [name])
    assert restore(cleaned.text, cleaned.repairs, []) == cleaned.text
    assert restore(cleaned.text, cleaned.repairs, [r.rule for r in cleaned.repairs]) == text
    if len({f"{r.rule}:{r.line}" for r in cleaned.repairs}) == 1:
        assert result == text


@RELAXED
@given(TEXTS)
def test_the_scanner_loses_no_character(text: str) -> None:
    scan = Scan(text)
    assert "".join(text[line.start : line.stop] for line in scan.lines) == text
    covered = [line for block in scan.blocks for line in block.lines]
    assert covered == [line for line in scan.lines if line.kind is not Kind.BLANK]


def test_a_repair_that_would_lose_a_word_is_not_made() -> None:
    bad = Rule(
        "bad",
        "Loses a word.",
        lambda scan: [replace(0, 5, "", "No reason.", 1.0)] if scan.text.startswith("One") else [],
    )
    result = run("One two three.\n", [bad], "en", wishes((), (), None))
    assert result.text == "One two three.\n" and not result.repairs
    assert "words would change" in result.notices[0].reason


def test_a_repair_that_would_change_the_order_is_not_made() -> None:
    bad = Rule("bad", "Turns words around.", lambda scan: [replace(0, 7, "two One", "No reason.", 1.0)])
    assert run("One two three.\n", [bad], "en", wishes((), (), None)).text == "One two three.\n"


def test_what_is_deleted_must_be_quoted_in_full() -> None:
    def rule(quoted: str) -> Rule:
        return Rule(
            "r",
            "R.",
            lambda scan: [replace(0, 4, "", "R.", 1.0, deleted=quoted)] if scan.text.startswith("One") else [],
        )

    assert run("One two.\n", [rule("One")], "en", wishes((), (), None)).text == "two.\n"
    assert run("One two.\n", [rule("On")], "en", wishes((), (), None)).text == "One two.\n"


def test_overlapping_fixes_are_made_one_after_the_other() -> None:
    def find(scan: Scan) -> list[Fix]:
        return [
            replace(i, i + 2, " ", "Two spaces.", 1.0)
            for i in range(len(scan.text) - 1)
            if scan.text[i : i + 2] == "  "
        ]

    result = run("a    b", [Rule("spaces", "S.", find)], "en", wishes((), (), None))
    assert result.text == "a b"
    assert restore(result.text, result.repairs) == "a    b"


def test_under_the_threshold_it_is_proposed() -> None:
    text = "They need:\n\nbread\n\nwater\n"
    cleaned = clean(text, lang="en")
    assert cleaned.text == text and not any(repair.made for repair in cleaned.proposals)
    assert clean(text, lang="en", threshold=0.5).text == "They need:\n\n- bread\n\n- water\n"
    assert clean(text, lang="en", force=["unmarked-lists"]).text == "They need:\n\n- bread\n\n- water\n"
    assert clean(text, lang="en", force=["unmarked-lists:3"]).text.count("- ") == 1


def test_refused_by_rule_and_by_line() -> None:
    text = "# A\n\n## **B**\n\nText.\n\n## **C**\n\nText.\n"
    assert clean(text, refuse=["bold-in-heading"]).text == text
    assert clean(text, refuse=["bold-in-heading:3"]).text == text.replace("**C**", "C")
    assert clean(text, refuse=["bold-in-heading"], force=["bold-in-heading:7"]).text == text.replace(
        "**C**", "C"
    )


def test_crlf_stays_crlf() -> None:
    text = "# A\r\n\r\nThe council met and heard the reports and\r\n\r\nof bridges.\r\n• one\r\n• two\r\n"
    cleaned = clean(text, lang="en").text
    assert "\n" not in cleaned.replace("\r\n", "") and "\r" not in cleaned.replace("\r\n", "")
    assert "reports and of bridges." in cleaned and "- one\r\n- two\r\n" in cleaned


@pytest.mark.parametrize(
    "text", ["", "\n", "x", "\ufeff", "\x00", "\r", "# ", "-", "```", "---\n", "|", "\u00ad", "\f", " " * 9]
)
def test_small_and_odd_texts(text: str) -> None:
    cleaned = clean(text)
    assert restore(cleaned.text, cleaned.repairs) == text


def test_what_is_too_long_is_refused_with_a_remedy() -> None:
    with pytest.raises(InputError, match="characters"):
        clean("a" * (MAX_LENGTH + 1))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "\n",
        "*",
        "** ",
        "[",
        "[a](",
        "<",
        "<sup>",
        "`",
        "|",
        "\\",
        "&amp;",
        "_a",
        "- ",
        "> ",
        "1. a\n",
        "i\n\n",
        "\r",
        "• a\n",
        "https://a.b/c/ d/",
        "word.1\n\n1 Note\n\n",
        "```\n",
        "exam-\nple ",
        "A B C D ",
        "<!--",
        "a:\n\nb\n\n",
        "a\f",
    ],
)
def test_hostile_repetition_ends(piece: str) -> None:
    """A quadratic step would take minutes here; linear ones take a second or so."""
    text = piece * (40_000 // len(piece))
    cleaned = clean(text, lang="en")
    assert restore(cleaned.text, cleaned.repairs) == text


def test_lines_that_are_alike_and_count_up_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each could be a page's: the line of the text above them is not looked for anew from each."""
    asked: list[Row] = []
    repeated = Pages.repeated

    def counted(pages: Pages, row: Row) -> bool:
        asked.append(row)
        return repeated(pages, row)

    monkeypatch.setattr(Pages, "repeated", counted)
    counts = []
    for lines in (200, 400):
        asked.clear()
        clean("# A\n\nSeen\n\n" + "\n\n".join(f"and the board, berth {n}" for n in range(1, lines)), lang="en")
        counts.append(len(asked))
    assert counts[1] < 3 * counts[0], counts


def test_a_changed_text_cannot_be_restored() -> None:
    cleaned = clean("# A\n\n## **B**\n\nText.\n")
    with pytest.raises(InputError):
        restore(cleaned.text.replace("B", "C"), cleaned.repairs)


def test_pieces_map_places_back() -> None:
    pieces = Pieces.whole(10).after([Edit(2, 4, "xyz"), Edit(8, 8, "!")])
    assert pieces.origin(0, 2) == (0, 2)
    assert pieces.origin(2, 5) == (2, 4)  # what was put in maps to the gap
    assert pieces.origin(5, 6) == (4, 5)
    assert pieces.origin(9, 10) == (8, 8)


def test_a_notice_changes_nothing() -> None:
    rule = Rule("n", "N.", lambda scan: [notice(0, 3, "Look here.")])
    result = run("One two.\n", [rule], "en", wishes((), (), None))
    assert result.text == "One two.\n" and [item.before for item in result.notices] == ["One"]
