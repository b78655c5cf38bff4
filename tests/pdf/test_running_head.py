# SPDX-License-Identifier: AGPL-3.0-or-later
"""The running head of our own PDF is no lost text, whatever way it runs and on how few pages it stands."""

from __future__ import annotations

import pytest

from pipeline.checks.rule import Subject
from pipeline.checks.rules import pdf_artifacts
from pipeline.model import Format
from tests.pdf.made import pdf

ARABIC = "هذا نص طويل عن المدرسة وعن الطريق إليها في كل يوم من أيام السنة.\n\n"


def told(title: str, lang: str, words: str) -> list[str]:
    text = f"---\ntitle: '{title}'\nlang: {lang}\n---\n\n## 1\n\n{words * 24}"
    subject = Subject(Format.PDF, "a.pdf", pdf(text))
    assert len(subject.pdf.pages) == 2
    return [finding.message for finding in pdf_artifacts.look(subject)]


@pytest.mark.parametrize(
    ("title", "lang", "words"),
    [
        ("تقرير اللجنة عن حالة الطرق إلى المدارس في القرى البعيدة لعام ٢٠٣١", "ar", ARABIC),
        ("دليل الركاب Crossing by ferry: what passengers must know", "ar", ARABIC),
        ("What the passengers of the ferry must know before they travel", "en", "The ferry runs daily.\n\n"),
    ],
)
def test_it_is_the_title(title: str, lang: str, words: str) -> None:
    assert told(title, lang, words) == []
