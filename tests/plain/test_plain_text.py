# SPDX-License-Identifier: AGPL-3.0-or-later
"""``plain.md``: reading, alignment, staleness, sign-offs, gates, the edition made of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.document import text_of, walk
from pipeline.errors import InputError, PariterError
from pipeline.model import BlockKind, Document, Finding, Outcome, Register, Severity
from pipeline.plain import lexicon
from pipeline.plain.authored.align import source_hash
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.authored.source import FENCE
from pipeline.plain.numbers.read import numbers
from pipeline.plain.report import report_data
from pipeline.plain.suggestions.skeleton import add_missing, init, renew
from tests.make import document
from tests.plain.samples import FRONT, ORIGINAL, TEXTS, checked, lake, plain_markdown, read_text, rules, without_hash


def test_a_faithful_plain_text_has_no_finding_but_that_nobody_reviewed_it() -> None:
    original = lake()
    found = checked(plain_markdown(original), original).findings
    assert [(one.rule, one.outcome, one.severity) for one in found] == [
        ("plain-review", Outcome.NEEDS_PERSON, Severity.NOTE)
    ]


def test_the_skeleton_has_a_block_for_every_part_and_is_all_empty() -> None:
    original = lake()
    text = init(original)
    assert len(FENCE.findall(text)) == 4
    assert "Children must not enter the lake" in text and "reiterates → repeats" in text
    assert rules(checked(text, original)) == ["plain-empty"] * 4


TABLED = """# Fees

## What you pay {#pay}

See [the form](https://example.org/form).[^a]

[^a]: Ask at the desk.

| For | Euro |
|-----|-----:|
| one | 3 --> 4 |

2. Pay:
   - at the desk
"""


def test_the_skeleton_shows_the_original_as_it_is_written_and_no_line_that_the_next_edit_makes_wrong() -> None:
    text = init(lake(TABLED))
    assert "<!-- Original: ## What you pay {#pay} -->" in text
    assert "<!-- Original: See [the form](https://example.org/form).[^a]\n\nNote 1: Ask at the desk. -->" in text
    assert "<!-- Original:\n| For | Euro |\n|-----|-----:|\n| one | 3 -- > 4 | -->" in text
    assert "<!-- Original:\n2. Pay:\n   - at the desk -->" in text
    assert len(read_text(text, lake(TABLED)).blocks) == len(FENCE.findall(text)) == 4


def test_renewing_puts_what_the_original_says_now_into_the_comment_of_its_block_alone() -> None:
    for end in ("\n", "\r\n"):
        original = lake()
        text = init(original).replace("\n", end)
        edited = lake(ORIGINAL.replace("in December", "in late December"), known=original)
        (stale,) = (one for one in checked(text, edited).findings if one.rule == "plain-stale")
        mine = text.replace(f"in December. -->{end}", f"in December. -->{end}<!-- Mine: ask Ann. -->{end}Closed.{end}")
        new = renew(edited, read_text(mine, edited), mine, stale.block)
        assert "plain-stale" not in rules(checked(new, edited))
        old = source_hash((original.blocks[-1],))
        assert new == mine.replace("in December", "in late December").replace(old, source_hash((edited.blocks[-1],)))


@pytest.mark.parametrize("begin", list(TEXTS))
def test_one_edit_of_the_original_makes_exactly_its_plain_block_stale(begin: str) -> None:
    original = lake()
    text = plain_markdown(original)
    edited = lake(ORIGINAL.replace(begin, f"{begin} here"), known=original)
    found = [one for one in checked(text, edited).findings if one.rule == "plain-stale"]
    assert len(found) == 1 and found[0].severity is Severity.ERROR
    line = text.splitlines()[found[0].line - 1]
    assert found[0].block in line and text.splitlines()[found[0].line].startswith(begin)


def test_the_command_to_renew_names_the_place_of_the_document() -> None:
    original = lake()
    edited = lake(ORIGINAL.replace("in December", "in late December"), known=original)
    for path, given in ((Path("texts/test/source.md"), "texts/test"), (Path("texts/test.md"), "texts/test.md")):
        moved = replace(edited, path=path)
        (stale,) = (one for one in checked(plain_markdown(original), moved).findings if one.rule == "plain-stale")
        assert f"pariter plain renew {given} {stale.block}»" in stale.fix


def test_renewing_mends_one_stale_block_and_changes_nothing_else() -> None:
    original = lake()
    text = plain_markdown(original)
    edited = lake(ORIGINAL.replace("in December", "in late December"), known=original)
    stale = next(one for one in checked(text, edited).findings if one.rule == "plain-stale")
    new = renew(edited, read_text(text, edited), text, stale.block)
    assert rules(checked(new, edited)) == []
    before, after = text.splitlines(), new.splitlines()
    assert [at for at, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [stale.line]
    with pytest.raises(InputError, match="no plain block stands for"):
        renew(edited, read_text(text, edited), text, "nothing")


def test_a_new_part_of_the_original_is_missing_until_it_has_its_block() -> None:
    original = lake()
    text = plain_markdown(original)
    edited = lake(ORIGINAL.replace("The lake is", "Dogs are welcome.\n\nThe lake is"), known=original)
    assert rules(checked(text, edited)) == ["plain-missing"]
    added = add_missing(edited, read_text(text, edited), text)
    assert rules(checked(added, edited)) == ["plain-empty"]
    assert added.replace("".join(set(added.splitlines(True)) - set(text.splitlines(True))), "") != text
    assert [line for line in added.splitlines() if line in text.splitlines()][:5] == text.splitlines()[:5]
    assert added.index("Dogs are welcome") > added.index("All visitors should") and added.index(
        "Dogs are"
    ) < added.index("The lake is closed")
    assert add_missing(original, read_text(text, original), text) == text


def test_a_block_without_a_hash_counts_as_stale() -> None:
    original = lake()
    assert rules(checked(without_hash(plain_markdown(original)), original)) == ["plain-stale"] * 4


def together(original: Document, hashes: int, text: str = "") -> list[Finding]:
    """What is said of one plain block for the whole original with the hashes of its first blocks."""
    names = [block.id for block in original.blocks]
    own = " ".join(source_hash((block,)) for block in original.blocks[:hashes])
    head = f'::: {{.plain for="{" ".join(names)}" hash="{own}"}}\n'
    plain = FRONT + head + "\n\n".join(TEXTS.values()) + "\n:::\n"
    edited = lake(text, known=original) if text else original
    return [one for one in checked(plain, edited).findings if one.rule == "plain-stale"]


def test_plain_blocks_that_were_put_together_with_their_hashes_are_not_stale() -> None:
    original = lake()
    count = len(original.blocks)
    assert together(original, count) == []
    (some,) = together(original, count - 1)
    last = original.blocks[-1].pos
    assert last is not None
    assert f"was not written for line {last.line} of the original too" in some.message and "renew" in some.fix
    (one,) = together(original, count, ORIGINAL.replace("in December", "in late December"))
    line = ORIGINAL[: ORIGINAL.index("in December")].count("\n") + 1
    assert f"Line {line} of the original has changed since" in one.message


def test_which_of_several_blocks_changed_is_not_said_where_it_is_not_known() -> None:
    original = lake()
    names = [block.id for block in original.blocks]
    head = f'::: {{.plain for="{names[0]} {names[1]}" hash="{source_hash(original.blocks[:2])}"}}'
    plain = f"{FRONT}{head}\nWords.\n:::\n"
    begin = next(iter(TEXTS))
    edited = lake(ORIGINAL.replace(begin, f"{begin} here"), known=original)
    (stale,) = (one for one in checked(plain, edited).findings if one.rule == "plain-stale")
    assert " and " in stale.message and "at least one has changed" in stale.message


def test_one_plain_block_may_stand_for_several_and_a_list_for_its_items() -> None:
    original = lake()
    names = [block.id for block in original.blocks]
    text = FRONT + f'::: {{.plain for="{" ".join(names)}" hash=""}}\n' + "\n\n".join(TEXTS.values()) + "\n:::\n"
    plain = read_text(text, original)
    text = renew(original, plain, text, names[1])
    assert rules(checked(text, original)) == []


def test_an_omission_needs_a_reason() -> None:
    original = lake()
    text = plain_markdown(original, {key: text for key, text in TEXTS.items() if key != "The lake"})
    last = original.blocks[-1].id
    without = text + f'\n::: {{.omitted for="{last}" hash=""}}\n:::\n'
    without = renew(original, read_text(without, original), without, last)
    assert rules(checked(without, original)) == ["plain-omission"]
    assert rules(checked(without.replace(" hash=", ' reason="Said on the sign." hash='), original)) == []


def test_wrong_ids_and_stray_text_are_told_with_their_lines() -> None:
    original = lake()
    text = plain_markdown(original) + '\nStray.\n\n::: {.plain for="p-nothing" hash="0"}\nText.\n:::\n'
    found = {one.rule: one.line for one in checked(text, original).findings}
    lines = text.splitlines()
    assert lines[found["plain-stray"] - 1] == "Stray." and "p-nothing" in lines[found["plain-unknown"] - 1]


def test_a_heading_that_is_written_as_a_paragraph_is_told_and_not_one_that_went_into_the_next_part() -> None:
    original = lake("# Fees\n\nAll pay.\n\n## Boats\n\nThey cost 3 euros.\n")
    head, after = original.blocks[-2:]

    def told(names: str, said: str, rest: str) -> list[Finding]:
        text = FRONT + f'::: {{.plain for="{names}" hash=""}}\n{said}\n:::\n\n{rest}'
        return [one for one in checked(text, original).findings if one.rule == "plain-heading"]

    rest = f'::: {{.plain for="{after.id}" hash=""}}\nThey cost 3 euros.\n:::\n'
    (one,) = told(head.id, "Boats", rest)
    assert one.severity is Severity.WARNING and one.block == head.id and "Write ## and" in one.fix
    assert told(head.id, "## Boats", rest) == told(head.id, "", rest) == []
    assert told(f"{head.id} {after.id}", "Boats cost 3 euros.", "") == []


def test_what_reading_the_plain_text_left_out_is_told_with_its_line() -> None:
    original = lake()
    text = plain_markdown(original).replace("in December.", "in December.[^9]\n\n<video src=x></video>")
    found = {one.rule: one for one in checked(text, original).findings}
    lines = text.splitlines()
    assert "[^9]" in lines[found["note-undefined"].line - 1] and "<video" in lines[found["raw-markup"].line - 1]
    assert {found[rule].source for rule in ("note-undefined", "raw-markup")} == {"plain.md"}


def test_a_change_of_meaning_is_mended_or_signed_off_with_a_reason() -> None:
    original = lake()
    text = plain_markdown(original).replace("must not go into", "may go into")
    found = [one for one in checked(text, original).findings if one.rule.startswith("plain-meaning")]
    assert {one.rule for one in found} & {"plain-meaning-negation", "plain-meaning-modality"}
    assert all(one.severity is Severity.ERROR for one in found)
    block = found[0].block
    signs = "".join(
        f"  - {{block: {block}, finding: {one.rule.rpartition('-')[2]}, reason: The council changed it.}}\n"
        for one in found
    )
    signed = text.replace("reviewed:", f"sign-offs:\n{signs}reviewed:")
    made = checked(signed, original)
    assert set(rules(made)) <= {"plain-look-again"}
    assert [reason for pair in made.compared for one, reason in pair.differences if not one.weak] == [
        "The council changed it."
    ] * len(found)
    unanswered = signed.replace("reason: The council changed it.", "reason: ''")
    assert any(rule.startswith("plain-meaning") for rule in rules(checked(unanswered, original)))


def test_a_sign_off_that_answers_nothing_is_told() -> None:
    original = lake()
    text = plain_markdown(original).replace(
        "reviewed:", "sign-offs:\n  - {block: x, finding: names, reason: y}\nreviewed:"
    )
    assert rules(checked(text, original)) == ["plain-sign-off"]


def test_a_sign_off_with_a_wrong_id_has_its_line_and_says_what_to_do() -> None:
    original = lake()
    text = plain_markdown(original)
    good = read_text(text, original).blocks[0].stands_for[0]
    entries = f"- {{block: {good}x, finding: names, reason: y}}\n- {{block: {good}, finding: nouns, reason: y}}\n"
    text = text.replace("reviewed:", f"sign-offs:\n{entries}reviewed:")
    found = [one for one in checked(text, original).findings if one.rule == "plain-sign-off"]
    rows = text.splitlines()
    assert [rows[one.line - 1].split(",")[0] for one in found] == [f"- {{block: {good}x", f"- {{block: {good}"]
    assert f"«{good}»" in found[0].fix and "negation" in found[1].fix
    assert {one.severity for one in found} == {Severity.WARNING}


def test_a_block_at_another_place_is_told_with_its_line_until_it_is_signed_off() -> None:
    text = plain_markdown(lake())
    first, _, rest = ORIGINAL.partition("Children")
    para, _, others = rest.partition("\n\n")
    original = lake(f"{first}{others}\nChildren{para}\n", known=lake())
    found = [one for one in checked(text, original).findings if one.rule == "plain-order"]
    block = read_text(text, original).blocks[0]
    assert [(one.line, one.block, one.severity) for one in found] == [
        (block.line, block.stands_for[0], Severity.WARNING)
    ]
    sign = f"sign-offs:\n- {{block: {found[0].block}, finding: order, reason: First things first.}}\nreviewed:"
    signed = text.replace("reviewed:", sign)
    assert rules(checked(signed, original)) == []
    assert rules(checked(text, lake())) == []


def test_weak_evidence_is_one_note_for_a_block_and_can_be_signed_off() -> None:
    original = lake()
    text = plain_markdown(original).replace("The lake is closed in December.", "If it is December, the lake is closed.")
    found = [one for one in checked(text, original).findings if one.rule == "plain-look-again"]
    assert [one.severity for one in found] == [Severity.NOTE] and "“if”" in found[0].message
    sign = f"sign-offs:\n- {{block: {found[0].block}, finding: conditions, reason: The same.}}\nreviewed:"
    assert rules(checked(text.replace("reviewed:", sign), original)) == []


def test_every_gate_can_fail() -> None:
    original = lake()
    text = plain_markdown(original)
    gates = {"grade": -20, "mean_words": 1, "longest_sentence": 5, "rare_words": -1}
    assert set(rules(checked(text, original, gates=gates))) == {
        "plain-grade", "plain-mean", "plain-long-sentence", "plain-rare",
    }  # fmt: skip
    undefined = text.replace("The council of Harlow says", "The council of Harlow (HQX) says")
    assert "plain-abbreviation" in rules(checked(undefined, original))


def test_each_gate_has_the_line_where_its_author_can_begin() -> None:
    original = lake()
    text = plain_markdown(original).replace("in December.", "in December because of ornithological HQX.")
    gates = {"grade": -20, "mean_words": 1, "rare_words": -1}
    found = {one.rule: one for one in checked(text, original, gates=gates).findings}
    at = {rule: text.splitlines()[one.line - 1] for rule, one in found.items()}
    assert "HQX" in at["plain-abbreviation"]
    assert at["plain-mean"].startswith("The council of Harlow says")
    assert "The longest: “The council of Harlow says" in found["plain-mean"].message
    assert at["plain-grade"].startswith("The lake is closed")
    assert "The hardest: “The lake is closed in December" in found["plain-grade"].message
    rare = found["plain-rare"].message.split(": ")[-1].rstrip(".").split(", ")
    assert "ornithological" in rare and any(word in at["plain-rare"] for word in rare)


def test_what_is_wrong_in_the_summary_has_the_line_of_the_summary() -> None:
    original = lake()
    text = plain_markdown(original).replace("They protect people and birds.", "They protect YZV.")
    (found,) = (one for one in checked(text, original).findings if one.rule == "plain-abbreviation")
    assert "YZV" in text.splitlines()[found.line - 1]


def test_the_edition_is_one_like_any_other() -> None:
    original = lake()
    edition = plain_edition(original, read_text(plain_markdown(original), original))
    assert edition.register is Register.PLAIN and edition.draft and not edition.stale
    texts = [text_of(part) for block in edition.document.blocks for part in block.blocks or (block,)]
    assert texts == list(TEXTS.values())
    ids = [block.id for block in walk((edition.document.title, *edition.document.blocks))]
    assert len(ids) == len(set(ids)) and ids[1] == original.blocks[0].id
    assert all(block.kind is not BlockKind.GROUP for block in edition.document.blocks)
    reviewed = plain_markdown(original).replace("{who: , when: }", "{who: A. Person, when: 2024-05-01}")
    assert not plain_edition(original, read_text(reviewed, original)).draft


def test_the_first_use_of_an_abbreviation_is_expanded_once() -> None:
    original = document(
        "The WHO says so. The WHO is right.\n", lang="en", abbreviations={"WHO": "World Health Organization"}
    )
    name = original.blocks[0].id
    text = f'::: {{.plain for="{name}" hash=""}}\nThe WHO says so. The WHO is right.\n:::\n'
    edition = plain_edition(original, read_text(text, original))
    assert text_of(edition.document.blocks[0]) == "The WHO (World Health Organization) says so. The WHO is right."
    said = text.replace("says so", "(World Health Organization) says so")
    assert text_of(plain_edition(original, read_text(said, original)).document.blocks[0]).count("World Health") == 1


def test_comments_are_for_writers_only() -> None:
    original = lake()
    text = plain_markdown(original).replace("Children must", "<!-- a\nnote -->\nChildren must")
    edition = plain_edition(original, read_text(text, original))
    assert "note" not in " ".join(text_of(block) for block in edition.document.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "", "Only text.\n", "---\ntitle: [\n---\n", "::: {.plain}\nText.\n:::\n",
        "---\nglossary: 3\n---\n::: {.plain for=x}\n:::\n",
        "---\nsign-offs: [{block: a}]\n---\n::: {.plain for=x}\na\n:::\n",
        "---\nreviewed: Ann\n---\n::: {.plain for=x}\na\n:::\n",
    ],
)  # fmt: skip
def test_bad_files_are_told_in_one_line(text: str) -> None:
    with pytest.raises(PariterError) as caught:
        read_text(text, lake())
    assert "\n" not in caught.value.one_line() and "plain.md" in caught.value.one_line()


def test_the_report_holds_gates_measures_and_how() -> None:
    import json

    original = lake()
    data = report_data(checked(plain_markdown(original), original))
    assert json.loads(json.dumps(data)) == data
    assert [gate["outcome"] for gate in data["gates"]] == ["pass"] * 5
    assert data["measures"]["plain"]["formulas"][0]["formula"].startswith("0.39 × words/sentences")


def test_the_seed_passes_its_gates_and_has_no_open_finding() -> None:
    from pipeline.commands.loading import one_document
    from pipeline.editions import read_plain
    from pipeline.plain.check import check

    loaded = one_document(Path(__file__).parents[2] / "seeds" / "global-coalition-2019-11-14")
    plain = read_plain(loaded.document)
    made = check(loaded.document, plain, loaded.settings)
    assert [one.rule for one in made.findings] == ["plain-review"]
    assert not plain.front.is_reviewed and not plain.front.sign_offs
    assert made.measures.grade is not None and made.measures.grade < 9 and made.measures.longest <= 25
    everything = " ".join(pair.plain for pair in made.compared).lower()
    assert "easy to read" not in everything and "easy-to-read" not in everything


def test_a_block_that_does_not_end_is_named_with_its_line() -> None:
    original = lake()
    text = plain_markdown(original)
    line = next(at for at, row in enumerate(text.splitlines(), start=1) if row.startswith(":::"))
    with pytest.raises(InputError, match="does not end") as caught:
        read_text(text.replace("\n:::\n", "\n", 1), original)
    assert caught.value.line == line
    nested = text.replace("\n:::\n", "\n\n::: note\nA box.\n:::\n\n```\n::: {.plain}\n```\n\n:::\n", 1)
    assert len(read_text(nested, original).blocks) == len(read_text(text, original).blocks)


def test_a_block_without_a_hash_is_not_said_to_be_changed() -> None:
    original = lake()
    found = checked(without_hash(plain_markdown(original)), original).findings
    stale = [one for one in found if one.rule == "plain-stale"]
    assert stale and all("does not say for which text" in one.message for one in stale)


def test_two_plain_blocks_for_one_part_are_told() -> None:
    original = lake()
    text = plain_markdown(original)
    block = re.search(r"::: \{.*?\n:::\n", text, re.DOTALL)
    assert block
    assert "plain-twice" in rules(checked(text + "\n" + block.group(), original))


def test_a_sign_off_without_a_reason_says_what_it_lacks() -> None:
    original = lake()
    front = "---\nsign-offs:\n- {block: p-1, finding: numbers}\n---\n"
    with pytest.raises(InputError, match="has no 'reason'"):
        read_text(plain_markdown(original, front=front), original)


def test_a_plain_text_may_say_what_a_picture_shows_and_need_not() -> None:
    original = lake("# The lake\n\n![A clock with three parts: from six to two, from two to ten](clock.png)\n")
    for said, wanted in (
        ("The clock has three parts. The first goes from six to two.", []),
        ("The picture shows a clock.", []),
        ("The first part goes from six to 11.", ["plain-meaning-numbers"]),
    ):
        picture = original.blocks[-1]
        block = f'::: {{.plain for="{picture.id}" hash="{source_hash((picture,))}"}}\n{said}\n:::\n'
        found = rules(checked(FRONT + block, original))
        assert [rule for rule in found if rule.startswith("plain-meaning")] == wanted, said


@pytest.mark.parametrize(
    ("said", "values"),
    [("Media antes de la huelga.", []), ("Espera media hora.", [0.5]), ("Dura una hora y media.", [0.5]),
     ("Dura dos años y medio.", [2, 0.5]), ("Por medio de una carta.", [])],
)  # fmt: skip
def test_a_half_is_no_verb(said: str, values: list[float]) -> None:
    found = [number.value for number in numbers(said, lexicon.of("es"))]  # type: ignore[arg-type]
    assert [value for value in found if value != 1] == values
