# SPDX-License-Identifier: AGPL-3.0-or-later
"""On real texts: what is clean stays, what is cleaned is clean, and everything can be taken back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.clean import clean, restore
from pipeline.clean.reading.letters import letters
from tests.bench_clean import language_of
from tests.corpora import corpora


def _check(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    cleaned = clean(text, lang=language_of(path.name))
    assert clean(cleaned.text, lang=language_of(path.name)).text == cleaned.text
    assert restore(cleaned.text, cleaned.repairs) == text
    if not any(repair.rule == "mojibake" for repair in cleaned.repairs):
        quoted = Counter(letters("\n".join(repair.deleted for repair in cleaned.repairs)))
        assert not Counter(letters(text)) - Counter(letters(cleaned.text)) - quoted
    assert not [notice.reason for notice in cleaned.notices if "Not made" in notice.reason]


def test_clean_texts_stay_as_they_are() -> None:
    texts = sorted((corpora("clean") / "dev" / "clean").glob("*.md"))
    assert texts
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert clean(text, lang=language_of(path.name)).text == text, path.name


def test_public_documents_stay_as_they_are() -> None:
    texts = sorted(corpora("docs").glob("*.md"))
    assert texts
    for path in texts:
        text = path.read_bytes().decode("utf-8")
        assert clean(text, lang=path.name[:2]).text == text, path.name


def test_one_text_of_each_extractor() -> None:
    by_extractor = {path.name.split(".")[2]: path for path in sorted((corpora("clean") / "dev" / "dirty").glob("*.md"))}
    assert len(by_extractor) >= 6
    for path in by_extractor.values():
        _check(path)


@pytest.mark.slow
def test_all_extracted_texts() -> None:
    for path in sorted((corpora("clean") / "dev" / "dirty").glob("*.md")):
        _check(path)
