# SPDX-License-Identifier: AGPL-3.0-or-later
"""The translations that come with the seed are complete, fit it, and say that they are drafts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.document import IdTable, parse
from pipeline.document.source import load
from pipeline.outline.xliff_valid import problems
from pipeline.settings import load as load_settings
from pipeline.translate.merge import merge
from pipeline.translate.status import status
from tests.xliff.tools import shapes

SEED = Path(__file__).parent.parent.parent / "seeds" / "global-coalition-2019-11-14"


@pytest.mark.parametrize(("lang", "dir"), [("fr", "ltr"), ("ar", "rtl")])
def test_the_seed_is_translated_whole(lang: str, dir: str) -> None:
    source = load(SEED)
    source = replace(source, text=clean(source.text, lang="en").text)
    document = parse(source, load_settings(SEED, {}, {}), IdTable.from_file(SEED / "ids.json"))
    data = (SEED / "translations" / f"{lang}.xlf").read_bytes()
    assert problems(data) == ()
    merged = merge(document, data, strict=False)
    assert merged.untranslated == frozenset()
    assert merged.stale == frozenset()
    assert merged.unspliced == ()
    assert merged.draft
    assert merged.dir == dir
    assert shapes(merged.document) == shapes(document)
    far = status(document, data)
    assert (far.lang, far.share) == (lang, 1.0)
