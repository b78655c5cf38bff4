# SPDX-License-Identifier: AGPL-3.0-or-later
"""Out and back: an unchanged file gives the source byte for byte, a translated one the same structure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.outline.xliff_valid import problems
from pipeline.translate.merge import merge
from pipeline.writers import xliff
from tests.corpora import corpora
from tests.xliff import rich
from tests.xliff.tools import document, fill, pseudo, shapes

WORDS = "river,council,Geneva,peace,the,annual,vote,année,水,A/70/1,5,no,R&D,3 < 4".split(",")  # noqa: SIM905
MARKUP = "* ** _ ` [ ] < > # 1. - + | \\ &amp; ~ ^ $ ! (a) : { }".split()  # noqa: SIM905

plain = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


def _sentence(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return inner.map(lambda text: f"{text}.")


inline = st.recursive(
    plain,
    lambda inner: st.one_of(
        inner.map(lambda t: f"*{t}*" if not t.startswith("*") and not t.endswith("*") else t),
        inner.map(lambda t: f"**{t}**" if "*" not in t else t),
        plain.map(lambda t: f"[{t}](https://example.org/a)"),
        plain.map(lambda t: f'[{t}](#x "Its title")'),
        st.just("`code`"),
        st.just("$x^2$"),
        st.just("![A picture](a.png)"),
        plain.map(lambda t: f"[{t}]{{lang=he dir=rtl}}"),
        plain.map(lambda t: f'<abbr title="Long form">{t}</abbr>'),
        plain.map(lambda t: f"{t}\\\nnext"),
        plain.map(lambda t: f"{t}\nnext line"),
        st.just("\\* &amp; \\["),
        st.tuples(inner, inner).map(" ".join),
    ),
    max_leaves=5,
)
text = st.lists(_sentence(inline), min_size=1, max_size=3).map(" ".join)
block = st.one_of(
    text,
    plain.map(lambda t: f"## {t}"),
    st.lists(text.map(lambda t: t.replace("\n", "\n  ")), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"- {item}" for item in items)
    ),
    st.lists(text.map(lambda t: t.replace("\n", "\n   ")), min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
    ),
    text.map(lambda t: "> " + t.replace("\n", "\n> ")),
    st.tuples(plain, plain, plain, plain).map(lambda c: "| {} | {} |\n|---|--:|\n| {} | {} |".format(*c)),
    st.just("```\ncode *block*\n```"),
    text.map(lambda t: "Term\n:   " + t.replace("\n", "\n    ")),
    text.map(lambda t: f"Called[^n]. Again.\n\n[^n]: {t}".replace("\n", "\n    ").replace("\n    \n    [", "\n\n[")),
    text.map(lambda t: f"::: {{lang=de}}\n{t}\n:::"),
)
source = st.lists(block, min_size=1, max_size=5, unique=True).filter(
    lambda blocks: sum("[^n]" in b for b in blocks) < 2
).map("\n\n".join)

SETTINGS = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@SETTINGS
@given(source)
def test_identity_gives_the_source_and_pseudo_its_structure(markdown: str) -> None:
    doc = document(markdown)
    try:
        exported = xliff.write(doc, target="fr")
    except InputError as error:  # a document of code alone has nothing to translate
        assert "nothing to translate" in str(error)
        return
    assert problems(exported) == ()
    same = merge(doc, fill(exported))
    assert same.markdown == markdown
    assert shapes(same.document) == shapes(doc)
    other = merge(doc, fill(exported, pseudo))
    assert other.unspliced == ()
    assert shapes(other.document) == shapes(doc)
    assert shapes(document(other.markdown)) == shapes(doc)


@pytest.mark.slow
@SETTINGS
@given(source, st.lists(st.sampled_from(WORDS + MARKUP), min_size=1, max_size=8).map(" ".join))
def test_translated_text_is_text(markdown: str, poison: str) -> None:
    doc = document(markdown)
    try:
        exported = xliff.write(doc, target="fr")
    except InputError as error:
        assert "nothing to translate" in str(error)
        return
    merged = merge(doc, fill(exported, lambda text: f"{poison} {text}" if text.strip() else text))
    assert shapes(merged.document) == shapes(doc)
    assert shapes(document(merged.markdown)) == shapes(doc)


@pytest.mark.slow
def test_public_documents_go_out_and_come_back() -> None:
    for path in sorted(corpora("docs").glob("*.md")):
        markdown = path.read_bytes().decode("utf-8-sig")
        doc = document(markdown, path.stem)
        exported = xliff.write(doc, target="de")
        assert problems(exported) == (), path.name
        assert merge(doc, fill(exported)).markdown == markdown
        merged = merge(doc, fill(exported, pseudo))
        assert merged.unspliced == ()
        assert shapes(document(merged.markdown, path.stem)) == shapes(doc), path.name


@pytest.mark.java
def test_okapi_accepts_what_is_exported(tmp_path: Path) -> None:
    from pipeline.tools import okapi
    from pipeline.tools.base import Status

    doc = document(rich.TEXT, terms=rich.TERMS)
    files = []
    for profile in ("2.0", "2.1"):
        for name, data in (("empty", xliff.write(doc, target="fr", profile=profile)),):
            files += [tmp_path / f"{profile}-{name}.xlf", tmp_path / f"{profile}-{name}-filled.xlf"]
            files[-2].write_bytes(data)
            files[-1].write_bytes(fill(data, pseudo))
    reports = okapi.run(files)
    if any(report.status is Status.MISSING for report in reports):
        pytest.skip("Okapi's jars are not installed")
    assert [report.status for report in reports] == [Status.OK] * len(files)
