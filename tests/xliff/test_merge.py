# SPDX-License-Identifier: AGPL-3.0-or-later
"""Merging: what fits goes in, whatever tool wrote it; what does not is named with its unit, and nothing is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree as lxml_etree

from pipeline.document import text_of, walk, walk_inlines
from pipeline.errors import InputError, MergeError
from pipeline.model import BlockKind, Document, InlineKind
from pipeline.outline.xliff_valid import problems
from pipeline.translate.merge import merge
from pipeline.writers import xliff
from tests.xliff import rich
from tests.xliff.tools import NS, document, fill, pseudo, shapes

etree: Any = lxml_etree
NS12 = "{urn:oasis:names:tc:xliff:document:1.2}"


def _rich() -> Document:
    return document(rich.TEXT, terms=rich.TERMS)


def _units(data: bytes) -> dict[str, Any]:
    root = etree.fromstring(data)
    return {unit.get("id"): unit for unit in root.iter(f"{NS}unit")}


@pytest.mark.parametrize("profile", ["2.0", "2.1", "2.2"])
def test_identity_and_pseudo_of_a_rich_document(profile: str) -> None:
    doc = _rich()
    ns = "{urn:oasis:names:tc:xliff:document:2.2}" if profile == "2.2" else NS
    data = xliff.write(doc, target="fr", profile=profile)
    assert merge(doc, fill(data, ns=ns)).markdown == rich.TEXT
    merged = merge(doc, fill(data, pseudo, ns=ns))
    assert merged.unspliced == ()
    assert merged.untranslated == frozenset()
    again = document(merged.markdown, terms=rich.TERMS)
    assert shapes(again) == shapes(doc)
    assert [text_of(b) for b in again.blocks] == [text_of(b) for b in merged.document.blocks]


@pytest.mark.parametrize("profile", ["1.2", "1.2-omegat"])
def test_files_of_old_tools_merge(profile: str) -> None:
    doc = _rich()
    data = xliff.write(doc, target="fr", profile=profile)
    untouched = merge(doc, data)
    assert untouched.markdown == rich.TEXT
    assert untouched.untranslated, "a target that only repeats the source is no translation"
    root = etree.fromstring(data)
    for target in root.iter(f"{NS12}target"):
        target.set("state", "translated")
        for element in target.iter():
            locked = element.tag == f"{NS12}mrk" and element.get("mtype") == "protected"
            if element.text and not locked and element.tag not in (f"{NS12}it",):
                element.text = _keep(element.text)
            if element is not target and element.tail:
                element.tail = _keep(element.tail)
    merged = merge(doc, etree.tostring(root))
    assert merged.untranslated == frozenset()
    assert shapes(document(merged.markdown, terms=rich.TERMS)) == shapes(doc)


def _keep(text: str) -> str:
    return "".join(part if part in ("Rhine",) else pseudo(part) for part in re.split("(Rhine)", text))


def test_all_that_readers_see_of_the_metadata_is_translated() -> None:
    front = "---\ntitle: Water\nlang: en\npublisher: Water Office\ncreators: [River Board, A. Keeper]\n"
    doc = document(f"{front}subjects: [water]\n---\n\nOne.\n")
    meta = merge(doc, fill(xliff.write(doc, target="fr"), str.upper)).document.meta
    assert (meta.publisher, meta.creators, meta.subjects) == ("WATER OFFICE", ("RIVER BOARD", "A. KEEPER"), ("WATER",))


def test_no_structure_is_lost_in_the_edition() -> None:
    doc = _rich()
    merged = merge(doc, fill(xliff.write(doc, target="ar"), pseudo))
    assert merged.document.meta.lang == "ar"
    assert merged.dir == "rtl"
    old = [(b.id, b.kind) for b in walk(doc.blocks)]
    assert [(b.id, b.kind) for b in walk(merged.document.blocks)] == old
    kinds = [i.kind for b in walk(merged.document.blocks) for i in walk_inlines(b.inlines)]
    assert kinds.count(InlineKind.LINK) == 4


def test_alternatives_titles_and_expansions_come_back() -> None:
    doc = _rich()
    merged = merge(doc, fill(xliff.write(doc, target="fr"), pseudo))
    for words in ("Á máp óf thé rívér", '"Thé págé"', "Wórld Héálth", "*[UN]: Úñítéd", '"Á bóát át dáwñ"'):
        assert words in merged.markdown
    assert "`list --all`" in merged.markdown
    assert "keep *this*" in merged.markdown
    assert "Rhine" in merged.markdown, "a term that is not translated stays"
    assert 'title: "Thé rívér répórt"' in merged.markdown


def test_the_formula_of_a_title_in_the_front_matter_comes_back() -> None:
    doc = document("---\ntitle: The $\\frac{a}{b}$ report\nlang: en\n---\n\nText.\n")
    merged = merge(doc, fill(xliff.write(doc, target="fr"), pseudo))
    assert 'title: "Thé $\\\\frac{a}{b}$ répórt"' in merged.markdown
    assert merged.document.meta.title == "Thé a sur b répórt"
    again = document(merged.markdown)
    assert [piece.text for piece in again.title.inlines if piece.kind is InlineKind.MATH] == ["\\frac{a}{b}"]


def test_sentences_in_another_order() -> None:
    doc = document("# T\n\nOne is **first**. Two is second. Three is last.\n")
    root = etree.fromstring(fill(xliff.write(doc, target="fr"), pseudo))
    (unit,) = [u for u in root.iter(f"{NS}unit") if len(u.findall(f"{NS}segment")) == 3]
    parts = [p for p in unit if p.tag in (f"{NS}segment", f"{NS}ignorable")]
    for position, part in zip((5, 2, 3, 4, 1), parts, strict=True):
        target = part.find(f"{NS}target")
        if target is None:
            target = etree.SubElement(part, f"{NS}target")
            target.text = part.find(f"{NS}source").text
        target.set("order", str(position))
    merged = merge(doc, etree.tostring(root))
    assert "Thréé ís lást. Twó ís séçóñd. Óñé ís **fírst**.\n" in merged.markdown


def test_segments_that_a_tool_joined_or_split() -> None:
    doc = document("# T\n\nOne is **first**. Two is second.\n")
    root = etree.fromstring(fill(xliff.write(doc, target="fr"), pseudo))
    (unit,) = [u for u in root.iter(f"{NS}unit") if len(u.findall(f"{NS}segment")) == 2]
    first, space, second = [p for p in unit if p.tag in (f"{NS}segment", f"{NS}ignorable")]
    for side in ("source", "target"):
        whole = first.find(f"{NS}{side}")
        last = whole[-1]
        last.tail = f"{last.tail} {second.find(f'{NS}{side}').text}"
    unit.remove(space)
    unit.remove(second)
    joined = etree.tostring(root)
    assert "Óñé ís **fírst**. Twó ís séçóñd.\n" in merge(doc, joined).markdown
    whole_source, whole_target = first.find(f"{NS}source"), first.find(f"{NS}target")
    extra = etree.SubElement(unit, f"{NS}segment", id="x2", state="translated")
    for side, text in (("source", "second."), ("target", "séçóñd.")):
        part = whole_source if side == "source" else whole_target
        part[-1].tail = part[-1].tail.removesuffix(text)
        etree.SubElement(extra, f"{NS}{side}").text = text
    assert "Óñé ís **fírst**. Twó ís séçóñd.\n" in merge(doc, etree.tostring(root)).markdown


def test_a_pair_of_codes_around_two_sentences() -> None:
    doc = document("# T\n\nSupport. *10. Resolve it. Then go* on.\n\n#### [x]{#y}**9. Tell them**\n")
    merged = merge(doc, fill(xliff.write(doc, target="fr"), pseudo))
    assert "*10. Résólvé ít. Théñ gó* óñ." in merged.markdown
    assert shapes(document(merged.markdown)) == shapes(doc)


@pytest.mark.parametrize("words", [": told", "Table: told", "table: told", "1. told", "- told", "> told", "# told"])
def test_words_that_would_begin_a_block(words: str) -> None:
    doc = document("# T\n\nFirst.\n\n| a | b |\n|---|---|\n| c | d |\n\nLast.\n")
    data = fill(xliff.write(doc, target="fr"), lambda text: words if text in ("First.", "Last.") else text)
    merged = merge(doc, data)
    again = document(merged.markdown)
    assert shapes(again) == shapes(doc)
    assert text_of(again.blocks[0]) == words


@pytest.mark.parametrize("words", ["2 times", "٢ times", "1. So", "of 7"])
def test_a_number_right_behind_a_formula_leaves_it_a_formula(words: str) -> None:
    doc = document("The sum is $x^2$. It is paid.\n")
    merged = merge(doc, fill(xliff.write(doc, target="fr"), lambda text: f"{words}." if text == "." else text))
    read = document(merged.markdown)
    assert shapes(read) == shapes(doc)
    assert f"x^2{words}" in "".join(text_of(block) for block in read.blocks)


def test_pictures_that_cannot_be_used_do_not_stop_a_translation() -> None:
    from pipeline.writers.pictures import usable
    from pipeline.writers.resources import Resources

    doc = document('# T\n\nSee ![a map](gone.png) here.\n\n![A boat](gone.png "A boat at dawn")\n')
    doc = usable(doc, Resources(doc.folder))
    data = xliff.write(doc, target="fr")
    assert problems(data) == ()
    assert merge(doc, fill(data)).markdown == doc.source
    merged = merge(doc, fill(data, pseudo))
    assert merged.unspliced == ()
    assert "Séé ![a map](gone.png) héré." in merged.markdown
    assert '![A boat](gone.png "Á bóát át dáwñ")' in merged.markdown


def test_untranslated_sentences_keep_their_language() -> None:
    doc = document("# T\n\nOne is first. Two is second.\n\nAlone.\n")
    root = etree.fromstring(fill(xliff.write(doc, target="fr"), pseudo))
    for segment in root.iter(f"{NS}segment"):
        if segment.find(f"{NS}source").text in ("Two is second.", "Alone."):
            segment.remove(segment.find(f"{NS}target"))
            del segment.attrib["state"]
    merged = merge(doc, etree.tostring(root))
    first, second = merged.document.blocks
    assert merged.untranslated == {first.id, second.id}
    assert second.lang == "en"
    assert [i.lang for i in first.inlines if i.kind is InlineKind.SPAN] == ["en"]
    assert merged.markdown.endswith("Óñé ís fírst. Two is second.\n\nAlone.\n")


def test_states_that_may_not_be_published_do_not_count() -> None:
    doc = document("# T\n\nOne is first.\n")
    data = fill(xliff.write(doc, target="fr"), pseudo)
    assert merge(doc, data, states=("reviewed", "final")).markdown == doc.source


def _break(data: bytes, old: str, new: str, count: int = 1) -> bytes:
    text = data.decode()
    start = text.index("<target>A vote")
    assert old in text[start:], (old, text[start : start + 400])
    return (text[:start] + text[start:].replace(old, new, count)).encode()


CODED = "# T\n\nA vote **was** held with `x` in https://intranet/a today.\n"
FAULTS = {
    "missing": (r"<ph id=\"2\"[^>]*/>", "", "code 2 is missing"),
    "duplicated": (r"(<ph id=\"2\"[^>]*/>)", r"\1\1", "code 2 is duplicated"),
    "foreign": (r"(<ph id=\"2\")", r'<ph id="77"/>\1', "code 77 is foreign"),
    "damaged": (r"<ph id=\"2\"([^>]*)/>", r'<pc id="2">x</pc>', "code 2 is damaged"),
    "half": (r"<pc id=\"1\"[^>]*>was</pc>", '<sc id="1"/>was', "code 1 is missing"),
    "locked": (r"https://intranet/a</mrk>", "https://evil.example</mrk>", "must not be changed"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_code_is_named_with_its_unit(fault: str) -> None:
    doc = document(CODED)
    data = fill(xliff.write(doc, target="fr")).decode()
    start = data.index("target>A vote")
    pattern, new, message = FAULTS[fault]
    broken, count = re.subn(pattern, new, data[start:], count=1)
    assert count == 1
    with pytest.raises(MergeError, match=message) as caught:
        merge(doc, (data[:start] + broken).encode(), file="x.xlf")
    assert doc.blocks[0].id in str(caught.value)
    assert caught.value.line > 0


def test_all_that_does_not_fit_is_named_at_once() -> None:
    """A tool that drops one code drops many: nobody should have to merge again to be told of the next."""
    doc = document("# T\n\nA `x` and `y` **was** kept.\n\nOne more.\n\nAnd `z`.\n\nThe end.\n")
    data = fill(xliff.write(doc, target="fr"))
    code = rb"<ph id=.[12].[^>]*/>"
    data = re.sub(rb"(?s)(<target>(?:(?!</target>).)*?)" + code + b"(.*?)" + code, rb"\1\2", data, count=1)
    data = data.replace(b"<source>One more.", b"<source>One less.")
    data = re.sub(rb"(<target>And )<ph [^>]*/>", rb"\1", data)
    with pytest.raises(MergeError) as caught:
        merge(doc, data, file="x.xlf")
    first, second, third, *more = caught.value.lines()
    assert not more
    assert f"unit {doc.blocks[0].id}: codes 1 and 2 are missing. Restore them" in first
    assert f"unit {doc.blocks[1].id}: the source has changed" in second
    assert f"unit {doc.blocks[2].id}: code 1 is missing. Restore it" in third
    assert all(line.startswith("x.xlf:") for line in caught.value.lines())


def test_of_a_file_of_another_version_not_every_unit_is_told() -> None:
    doc = document("# T\n\n" + "\n\n".join(f"Line {number}." for number in range(40)) + "\n")
    data = fill(xliff.write(doc, target="fr")).replace(b"<source>Line", b"<source>Row")
    with pytest.raises(MergeError) as caught:
        merge(doc, data, file="x.xlf")
    told = caught.value.lines()
    assert len(told) == 21
    assert told[-1] == "x.xlf: 20 more units do not fit."


def test_an_address_is_a_code_that_no_translation_changes() -> None:
    doc = document("# T\n\nRead https://example.org/a_b, or www.example.org, or ask a@example.org.\n")
    data = fill(xliff.write(doc, target="fr"), pseudo)
    assert data.count(b'subType="pariter:link"') == 6  # in source and target
    merged = merge(doc, data)
    links = [p for p in merged.document.blocks[0].inlines if p.kind is InlineKind.LINK]
    assert [(link.target, link.children[0].text) for link in links] == [
        ("https://example.org/a_b", "https://example.org/a_b"),
        ("http://www.example.org", "www.example.org"),
        ("mailto:a@example.org", "a@example.org"),
    ]
    assert "https://example.org/a_b, " in merged.markdown and document(merged.markdown).blocks[0].inlines[1].target


def test_codes_that_cross_are_named() -> None:
    doc = document("# T\n\nA **bold** and *slanted* word.\n")
    data = fill(xliff.write(doc, target="fr")).decode()
    start = data.index("target>A ")
    crossed = '<sc id="1"/>bold<sc id="2"/> and <ec startRef="1"/>slanted<ec startRef="2"/> word.'
    end = data.index("</", data.rindex("word.", start))
    broken = data[:start] + f"target>A {crossed}" + data[end:]
    with pytest.raises(MergeError, match="across another code"):
        merge(doc, broken.encode())


def test_files_that_do_not_fit_are_refused() -> None:
    doc, other = document("# T\n\nOne. Two.\n\nMore.\n"), document("# U\n\nAnother text.\n", "other")
    data = fill(xliff.write(doc, target="fr"), pseudo)
    with pytest.raises(MergeError, match="another document"):
        merge(other, data)
    with pytest.raises(MergeError, match="source has changed"):
        merge(doc, data.replace(b"<source>More.", b"<source>Less."))
    with pytest.raises(MergeError, match="source language"):
        merge(doc, data.replace(b'srcLang="en"', b'srcLang="de"'))
    with pytest.raises(MergeError, match="no target language"):
        merge(doc, xliff.write(doc))
    root = etree.fromstring(data)
    units = list(root.iter(f"{NS}unit"))
    units[-1].getparent().remove(units[-1])
    with pytest.raises(MergeError, match="is missing"):
        merge(doc, etree.tostring(root))
    foreign = data.replace(f'<unit id="{units[-1].get("id")}"'.encode(), b'<unit id="zz"')
    with pytest.raises(MergeError, match="unit zz is not in the document"):
        merge(doc, foreign)


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE xliff>",
        b'<!DOCTYPE xliff [<!ENTITY a "b">]>',
        b'<!DOCTYPE xliff SYSTEM "file:///etc/passwd">',
        b'<!-- x --><?y z?>\n<!DOCTYPE xliff [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_document_types_and_entities_are_refused(head: bytes) -> None:
    doc = document("# T\n\nOne.\n")
    body = fill(xliff.write(doc, target="fr")).split(b"\n", 1)[1]
    with pytest.raises(InputError, match="DTD"):
        merge(doc, b'<?xml version="1.0"?>\n' + head + body)
    with pytest.raises(InputError):
        merge(doc, "\ufeff".encode("utf-16") + (head + body).decode().encode("utf-16-le"))


def test_what_is_not_xliff_is_refused() -> None:
    doc = document("# T\n\nOne.\n")
    for data in (b"", b"not xml", b"<a/>", b"<xliff/>", b"\x00\x01", b"<a>" * 5000):
        with pytest.raises(InputError):
            merge(doc, data)


def test_a_changed_document_keeps_what_still_fits() -> None:
    before = document("# T\n\nOne is first. Two is second.\n\nStays as it is.\n")
    data = fill(xliff.write(before, target="fr"), pseudo)
    after = document("# T\n\nOne is first. Two has changed.\n\nStays as it is.\n\nBrand new.\n")
    merged = merge(after, data, strict=False)
    assert "Stáýs ás ít ís." in merged.markdown
    assert "Óñé ís fírst. Two has changed." in merged.markdown
    assert "Brand new." in merged.markdown
    names = [b.id for b in after.blocks]
    assert merged.untranslated == {names[0], names[2]}


def test_a_changed_block_with_a_known_id_shows_its_old_translation_as_out_of_date() -> None:
    before = document("# T\n\n::: {#keep}\nOne is first.\n:::\n\n## Old words {#h}\n")
    data = fill(xliff.write(before, target="fr"), pseudo)
    after = document("# T\n\n::: {#keep}\nOne is first.\n:::\n\n## New words {#h}\n")
    merged = merge(after, data, strict=False)
    assert merged.stale == {"h"}
    assert "## Óld wórds {#h}" in merged.markdown


def test_a_caption_with_markup_that_is_a_title_comes_back() -> None:
    doc = document('# T\n\n![A map](map.png "The *weir* now")\n')
    merged = merge(doc, fill(xliff.write(doc, target="fr"), pseudo))
    (figure,) = (block for block in walk(merged.document.blocks) if block.kind is BlockKind.FIGURE)
    assert [piece.kind for piece in walk_inlines(figure.blocks[0].inlines)].count(InlineKind.EMPHASIS) == 1
    assert '(map.png "Thé wéír ñów")' in merged.markdown
