# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands for the items of one list is one list: in the edition, and on the page with the original inside."""

from __future__ import annotations

from lxml import html as parser

from pipeline.document import text_of
from pipeline.model import Block, BlockKind, Document
from pipeline.plain.authored.align import Index, source_hash
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.suggestions.skeleton import renew
from tests.make import document
from tests.plain.samples import read_text
from tests.plain.test_page import flat, page, tree

STEPS = "# Steps\n\n(a) Fill in the form.\n(b) Sign the form.\n(c) Post the form.\n\nThat is all.\n"


def plain_of(original: Document, *said: str) -> str:
    """A ``plain.md`` with these texts for the units of the original in their order; one in brackets is why a part is
    left out, and a dash takes the part into the text before it."""
    units = [one for block in original.blocks for one in (block.blocks or (block,))]
    taken: list[tuple[list[Block], str]] = []
    for block, text in zip(units, said, strict=True):
        if text == "-":
            taken[-1][0].append(block)
        else:
            taken.append(([block], text))
    made = ""
    for blocks, text in taken:
        names = f'for="{" ".join(block.id for block in blocks)}" hash="{source_hash(blocks)}"'
        left_out = text.startswith("[")
        head, body = (f'.omitted {names} reason="{text[1:-1]}"', "") if left_out else (f".plain {names}", f"{text}\n")
        made += f"::: {{{head}}}\n{body}:::\n\n"
    return made


def blocks_of(source: str, *said: str) -> list[Block]:
    original = document(source, lang="en")
    return list(plain_edition(original, read_text(plain_of(original, *said), original)).document.blocks)


def labels_of(block: Block) -> list[str]:
    return [item.label for item in block.blocks]


def shapes(blocks: list[Block]) -> list[str]:
    return [f"{block.kind}:{','.join(labels_of(block))}" if block.kind is BlockKind.LIST else str(block.kind)
            for block in blocks]  # fmt: skip


def test_texts_for_the_items_of_a_list_are_its_items_with_its_marks() -> None:
    made = blocks_of(STEPS, "Write in the form.", "Sign it.", "Send it by post.", "This is all.")
    assert shapes(made) == ["list:(a),(b),(c)", "paragraph"]
    assert [text_of(item) for item in made[0].blocks] == ["Write in the form.", "Sign it.", "Send it by post."]


def test_items_that_are_typed_as_such_are_one_list_and_not_one_in_each() -> None:
    for typed in ("(a) Write.|(b) Sign.|(c) Send.", "1. Write.|1. Sign.|1. Send.", "Write.|- Sign.|Send."):
        made = blocks_of(STEPS, *typed.split("|"), "This is all.")
        assert shapes(made) == ["list:(a),(b),(c)", "paragraph"]
        assert [text_of(item) for item in made[0].blocks] == ["Write.", "Sign.", "Send."]


def test_a_writer_may_choose_bullets_or_numbers() -> None:
    assert shapes(blocks_of(STEPS, "- Write.", "- Sign.", "- Send.", "This is all.")) == ["list:,,", "paragraph"]
    bullets = "- One.\n- Two.\n"
    assert shapes(blocks_of(bullets, "3. One.", "3. Two.")) == ["list:3.,4."]


def test_sections_made_of_items_stay_sections() -> None:
    made = blocks_of(STEPS, "## Write\n\nWrite.", "## Sign\n\nSign.", "Send it.", "This is all.")
    assert shapes(made) == ["heading", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]


def test_what_is_left_out_put_together_or_made_a_list_of_its_own_parts_the_list_which_counts_on() -> None:
    made = blocks_of(STEPS, "Write.", "[Everybody knows.]", "Send.", "All.")
    assert shapes(made) == ["list:(a)", "list:(c)", "paragraph"]
    made = blocks_of(STEPS, "Write and sign.", "-", "Send.", "All.")
    assert shapes(made) == ["paragraph", "list:(c)", "paragraph"]
    made = blocks_of(STEPS, "Write.", "- Take a pen.\n- Sign.", "Send.", "All.")
    assert shapes(made) == ["list:(a)", "list:,", "list:(c)", "paragraph"]
    assert made[2].list is not None and made[2].list.start == 3


def test_an_item_keeps_what_is_in_it_and_the_id_of_its_original_leads_to_it() -> None:
    original = document(STEPS, lang="en")
    text = plain_of(original, "Write:\n\n- your name\n- your address", "Sign.", "Send.", "All.")
    edition = plain_edition(original, read_text(text, original))
    first = edition.document.blocks[0].blocks[0]
    assert [block.kind for block in first.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST]
    assert first.blocks[0].id == original.blocks[0].blocks[0].id
    ids = list(Index.of(edition.document).blocks)
    assert len(ids) == len(set(ids))


def test_a_box_to_tick_stays_one() -> None:
    original = document("- [ ] I agree.\n- [x] I am of age.\n", lang="en")
    text = plain_of(original, "I say yes.", "I am 18 or older.")
    made = plain_edition(original, read_text(text, original)).document.blocks[0]
    assert [item.checked for item in made.blocks] == [False, True]


def test_on_the_page_each_item_holds_its_part_and_the_original_has_no_list_of_one() -> None:
    original = document(STEPS, lang="en")
    root = tree(page(plain_of(original, "Write.", "Sign.", "Send.", "All."), original))
    (made,) = root.xpath("//main//ol[contains(@class, 'pairs')]")
    texts = made.xpath("./li/div[@class='pair']/div[@class='plain-text']")
    assert [flat(one) for one in texts] == ["Write.", "Sign.", "Send."]
    beside: list[parser.HtmlElement] = made.xpath("./li//div[@class='original-text']")
    assert [flat(one) for one in beside] == [f"Original text{said} the form." for said in ("Fill in", "Sign", "Post")]
    assert not made.xpath(".//details//li")
    assert [one.get("id") for one in root.xpath("//div[@class='pair']")] == [f"pariter-part-{n}" for n in range(1, 5)]


def test_an_item_whose_mark_is_another_one_has_its_own_beside_it() -> None:
    original = document(STEPS, lang="en")
    root = tree(page(plain_of(original, "- Write.", "- Sign.", "- Send.", "All."), original))
    beside = root.xpath("//ul[contains(@class, 'pairs')]/li//details//ol")
    assert [one.get("start") for one in beside] == ["1", "2", "3"]


def test_an_item_that_is_out_of_date_says_so_inside() -> None:
    original = document(STEPS, lang="en")
    text = plain_of(original, "Write.", "Sign.", "Send.", "All.")
    name = original.blocks[0].blocks[1].id
    old = text.replace(source_hash((original.blocks[0].blocks[1],)), "00000000")
    items = tree(page(old, original)).xpath("//ol[contains(@class, 'pairs')]/li")
    assert ["has changed" in flat(one) for one in items] == [False, True, False]
    assert renew(original, read_text(old, original), old, name) == text
