# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF or book of the plain text has what the page has around it: summary, reasons, glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import flow
from pipeline.checks import check
from pipeline.document import text_of, walk
from pipeline.model import BlockKind, Edition, Outcome, Severity
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.authored.in_full import in_full
from pipeline.publication import Options, find_tasks
from pipeline.subjects import subjects_of
from tests.mutators import plain_faults
from tests.plain.samples import FRONT, TEXTS, lake, plain_markdown, read_text


def whole(front: str = FRONT, left_out: str = "") -> Edition:
    original = lake()
    text = plain_markdown(original, {key: said for key, said in TEXTS.items() if key != left_out}, front)
    if left_out:
        last = original.blocks[-1].id
        text += f'\n::: {{.omitted for="{last}" hash="x" reason="It is on the sign."}}\n:::\n'
    plain = read_text(text, original)
    return in_full(plain_edition(original, plain), plain, original)


def test_the_summary_stands_before_the_text_apart_from_it_and_the_glossary_behind() -> None:
    blocks = whole(FRONT.replace("glossary:", "audience: people at the lake\nglossary:")).document.blocks
    first = blocks[0]
    assert first.kind is BlockKind.GROUP
    assert [text_of(block) for block in first.blocks] == [
        "In short", "The lake has rules. They protect people and birds.", "For whom: people at the lake",
    ]  # fmt: skip
    assert [block.kind for block in first.blocks][:2] == [BlockKind.HEADING, BlockKind.LIST]
    assert text_of(blocks[1]) == TEXTS["Children"]
    assert [first.blocks[0].id, blocks[-2].id] == ["pariter-summary", "pariter-glossary"]
    assert text_of(blocks[-2]) == "Glossary" and blocks[-2].level == 2
    assert [text_of(part) for part in blocks[-1].blocks] == [
        "nest", "The home that a bird builds.", "In the original text: “nesting”",
    ]  # fmt: skip


def test_why_a_part_is_left_out_stands_where_it_would() -> None:
    texts = [text_of(block) for block in whole("---\ntitle: Rules\n---\n", "The lake").document.blocks]
    assert texts[-1] == "This part of the original text was left out here. Reason: It is on the sign."
    assert len(texts) == 3


def test_without_a_summary_and_terms_nothing_is_added_and_no_id_stands_twice() -> None:
    assert len(whole("---\ntitle: Rules\n---\n").document.blocks) == 3
    document = whole().document
    ids = [block.id for block in walk((document.title, *document.blocks))]
    assert len(ids) == len(set(ids))


def test_our_words_are_marked_where_they_are_in_another_language() -> None:
    front = FRONT.replace("title:", "lang: ja\ntitle:").replace("glossary:", "audience: x\nglossary:")
    blocks = whole(front).document.blocks
    heading, listed, audience = blocks[0].blocks
    assert (heading.lang, listed.lang, blocks[-2].lang) == ("en", "", "en")
    assert audience.inlines[0].lang == "en"


@pytest.mark.slow
def test_the_files_hold_all_of_it(tmp_path: Path) -> None:
    folder = plain_faults.write_with_plain_text(tmp_path / "bees")
    made = flow.make(find_tasks([folder])[0], Options(formats=("html", "plain-pdf", "plain-epub", "plain-xliff")))
    subjects = [subject for subject in subjects_of(made) if ".plain." in subject.file]
    assert len(subjects) == 3
    found = [f for f in check(subjects).findings if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING]
    assert [one for one in found if one.rule != "table-caption"] == []
    for subject in subjects[:2]:
        texts = [node.text for node in subject.outline.root.walk()]
        for said in ("There are more of them now.", "The house of the bees.", "For whom: people who keep bees"):
            assert said in texts, (subject.file, said)
        assert sum("left out here" in text for text in texts) == 3
