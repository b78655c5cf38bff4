# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words with few values: formats, registers, severities, outcomes."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Format(StrEnum):
    """The formats that pariter writes and reads back."""

    PDF = "pdf"
    EPUB = "epub"
    HTML = "html"
    XLIFF = "xliff"


class Register(StrEnum):
    """How a text speaks: as its author wrote it, or in plain language."""

    ORIGINAL = "original"
    PLAIN = "plain"


class Severity(IntEnum):
    """How much a finding matters; ordered, so that ``--fail-on`` is a comparison."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Outcome(StrEnum):
    """What a rule can answer. Silence is never a pass."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    NEEDS_PERSON = "needs-person"
    NOT_APPLICABLE = "not-applicable"
    NOT_LOOKED_AT = "not-looked-at"
