# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translator gets: every text, with its place, codes that are explained, terms, matches."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from lxml import etree as lxml_etree

from pipeline.errors import InputError, SettingsError
from pipeline.model import Edition, Format
from pipeline.outline import read
from pipeline.outline.expected import expected
from pipeline.outline.xliff_valid import problems
from pipeline.translate.units import units
from pipeline.writers import xliff
from pipeline.writers.xliff import handoff, tbx, tmx
from tests.xliff import rich
from tests.xliff.tools import NS, document, fill, pseudo

etree: Any = lxml_etree
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
GLS = "{urn:oasis:names:tc:xliff:glossary:2.0}"
MTC = "{urn:oasis:names:tc:xliff:matches:2.0}"


def _root(**flags: Any) -> Any:
    return etree.fromstring(xliff.write(document(rich.TEXT, terms=rich.TERMS), **flags))


@pytest.mark.parametrize("profile", xliff.PROFILES)
@pytest.mark.parametrize("target", ["", "fr", "ar"])
def test_every_profile_is_valid(profile: str, target: str) -> None:
    data = xliff.write(document(rich.TEXT, terms=rich.TERMS), target=target, profile=profile)
    assert problems(data) == ()
    assert data == xliff.write(document(rich.TEXT, terms=rich.TERMS), target=target, profile=profile)


def test_every_block_is_a_unit_with_its_text() -> None:
    doc = document(rich.TEXT, terms=rich.TERMS)
    wanted = expected(Edition(doc, "en", "ltr", original_lang="en"), Format.XLIFF)
    got = read(xliff.write(doc, target="fr"), Format.XLIFF)
    texts = {node.attrs["id"]: node.text for node in got.root.children}
    for node in wanted.root.children:
        assert texts[node.attrs["id"]] == node.text
    assert got.meta["lang"] == "en"
    assert got.meta["target"] == "fr"
    roles = {unit.role for unit in units(doc)}
    assert roles == {"text", "alt", "link-title", "expansion", "fixed"}


def test_each_unit_says_where_it_stands_and_what_its_codes_are() -> None:
    for unit in _root(target="fr").iter(f"{NS}unit"):
        notes = {note.get("category"): note.text for note in unit.iter(f"{NS}note")}
        assert notes["context"]
        if unit.find(f"{NS}originalData") is not None:
            assert notes["codes"].startswith("Codes: 1: ")
        for code in unit.iter(f"{NS}pc", f"{NS}ph", f"{NS}sc"):
            assert code.get("type")
            assert code.get("subType")
            assert code.get("canDelete") == code.get("canCopy") == "no"
    text = etree.tostring(_root(target="fr"), encoding="unicode")
    assert "Item 1 of 2" in text.replace("item 1 of 2", "Item 1 of 2")
    assert "In the HTML edition: sample.html#said" in text
    assert "call of footnote 1" in text


def test_terms_and_addresses_are_marked() -> None:
    root = _root(target="fr")
    protected = {mrk.text for mrk in root.iter(f"{NS}mrk") if mrk.get("translate") == "no"}
    assert protected == {"Rhine"}
    found = root.iter(f"{GLS}glossEntry")
    entries = {entry.findtext(f"{GLS}term"): entry.findtext(f"{GLS}translation") for entry in found}
    assert entries == {"Rhine": "Rhine", "council": "conseil"}


def test_size_limits_and_isolates() -> None:
    doc = document('# T\n\n## Short {max-length=20}\n\nA <bdi dir="rtl">אבג</bdi> word.\n')
    data = xliff.write(doc, target="ar")
    assert problems(data) == ()
    root = etree.fromstring(data)
    size = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}sizeRestriction"
    assert [unit.get(size) for unit in root.iter(f"{NS}unit")] == [None, "20", None]
    assert root.find(f"{NS}file").get("trgDir") == "rtl"
    isolate = next(root.iter(f"{NS}pc"))
    assert (isolate.get("subType"), isolate.get("dir")) == ("pariter:isolate", "rtl")


def test_words_are_counted() -> None:
    doc = document("# One two\n\nThree four five. 水の国\n")
    root = etree.fromstring(xliff.write(doc, target="fr"))
    facts = {meta.get("type"): meta.text for meta in root.find(f"{NS}file").find(f"{MDA}metadata").iter(f"{MDA}meta")}
    assert facts["words"] == "8"
    assert facts["source-digest"] == doc.digest


def _ids(data: bytes) -> dict[str, tuple[str, str]]:
    found = {}
    for unit in etree.fromstring(data).iter(f"{NS}unit"):
        for segment in unit.findall(f"{NS}segment"):
            target = segment.find(f"{NS}target")
            text = "".join(segment.find(f"{NS}source").itertext())
            found[text] = (segment.get("id"), "" if target is None else "".join(target.itertext()))
    return found


def test_ids_and_translations_survive_an_edit() -> None:
    paragraphs = [f"Sentence {n} speaks of river {n}. It is river {n * 7} that floods." for n in range(60)]
    old = document("# T\n\n" + "\n\n".join(paragraphs) + "\n")
    data = fill(xliff.write(old, target="fr"), pseudo)
    edited = [paragraphs[30], *paragraphs[:10], "Something new stands here now.", *paragraphs[12:30], *paragraphs[31:]]
    edited[20] = edited[20].replace("floods", "floods every year")
    new = document("# T\n\n" + "\n\n".join(edited) + "\n")
    again = xliff.write(new, target="fr", previous=data)
    assert problems(again) == ()
    before, after = _ids(data), _ids(again)
    same = [text for text in after if text in before]
    kept = [text for text in same if after[text] == before[text]]
    assert len(kept) / len(same) >= 0.95
    match = next(etree.fromstring(again).iter(f"{MTC}match"))
    assert float(match.get("similarity")) > 75
    assert "[-floods.-] {+floods every year.+}" in again.decode()


def test_memories_of_other_tools_are_read() -> None:
    doc = document("# T\n\nOne is **first**. Two is second.\n")
    memory = tmx.write(fill(xliff.write(doc, target="fr"), pseudo))
    assert memory.startswith(b"<?xml")
    again = xliff.write(doc, target="fr", previous=memory)
    assert problems(again) == ()
    assert _ids(again)["Two is second."][1] == "Twó ís séçóñd."
    assert _ids(again)["One is first."][1] == "Óñé ís fírst."


def test_glossary_and_hand_off() -> None:
    doc = document(rich.TEXT, terms=rich.TERMS)
    glossary = etree.fromstring(tbx.write(doc, "fr"))
    words = [term.text for term in glossary.iter("{urn:iso:std:iso:30042:ed-2}term")]
    assert words == ["Rhine", "Rhine", "council", "conseil"]
    data = handoff.write(doc, target="fr")
    assert data == handoff.write(doc, target="fr")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert names == ["brief.md", "context.html", "sample.fr.tbx", "sample.fr.tmx", "sample.fr.xlf"]
        page = archive.read("context.html").decode()
        assert problems(archive.read("sample.fr.xlf")) == ()
    assert all(f'id="{unit.id}"' in page for unit in units(doc))
    counts = handoff.count(doc, target="fr", previous=fill(xliff.write(doc, target="fr"), pseudo))
    assert counts["in context"] == sum(counts.values()) > 50


def test_what_cannot_be_exported_is_said() -> None:
    with pytest.raises(SettingsError, match="profile"):
        xliff.write(document("# T\n"), profile="3.0")
    with pytest.raises(InputError):
        xliff.write(document("# T\n"), target="fr", previous=b"<nonsense/>")


def test_units_of_the_metadata_are_named_for_people() -> None:
    made = document("# T\n\nText.\n", lang="en", creators=("A. Bee", "C. Dee"), subjects=("Bees",), subtitle="S")
    named = {unit.name: unit.where for unit in units(made) if unit.role == "meta"}
    assert named == {
        "subtitle": "subtitle in the metadata", "creator1": "creator 1 of 2 in the metadata",
        "creator2": "creator 2 of 2 in the metadata", "subject1": "subject in the metadata",
    }  # fmt: skip
