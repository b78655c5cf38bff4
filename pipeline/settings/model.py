# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be set, with its types and what holds where nothing is said."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Text = str


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RepairSettings(_Part):
    """Repairs that the owner refuses or forces, by rule, or rule and line (``page-break-join:31``)."""

    refuse: tuple[str, ...] = ()
    force: tuple[str, ...] = ()


class TermSettings(_Part):
    """A term of the glossary."""

    term: str
    definition: str = ""
    translate: bool = True
    translations: dict[str, str] = Field(default_factory=dict)


class Correction(_Part):
    """A correction of a published text: the day and what was corrected."""

    date: str
    text: str


class Review(_Part):
    """A person's recorded check: who, when, of what, against which clauses, with which result."""

    who: str
    when: str
    what: str
    conforms_to: str = ""
    credential: str = ""
    report: str = ""


class Answer(_Part):
    """A person's answer to a question that no machine decides."""

    who: str
    when: str
    answer: Literal["supports", "partially-supports", "does-not-support", "not-applicable"]
    note: str = ""


class Gates(_Part):
    """What a plain-language edition must reach."""

    grade: float = 9.0
    mean_words: float = 15.0
    longest_sentence: int = 25
    undefined_abbreviations: int = 0
    rare_words: float = 8.0


class EpubSettings(_Part):
    """Choices for the EPUB."""

    ncx: bool = False


class Settings(BaseModel):
    """All settings of one document, under the names that ``document.yaml`` uses."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str = ""
    subtitle: str = ""
    lang: str = ""
    dir: Literal["", "ltr", "rtl"] = ""
    date: str = ""
    modified: str = ""
    version: str = ""
    publisher: str = ""
    creators: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    description: str = ""
    identifier: str = ""
    rights: str = ""
    formats: tuple[str, ...] = ("pdf", "epub", "html", "xliff", "plain")
    pdf: Literal["ua-1", "ua-2"] = "ua-2"
    archive: bool = False
    languages: tuple[str, ...] = ()
    repairs: RepairSettings = RepairSettings()
    terms: tuple[TermSettings, ...] = ()
    abbreviations: dict[str, str] = Field(default_factory=dict)
    publishable_states: tuple[str, ...] = ("initial", "translated", "reviewed", "final")
    contact: str = ""
    reviews: tuple[Review, ...] = ()
    gates: Gates = Gates()
    answers: dict[str, Answer] = Field(default_factory=dict)
    epub: EpubSettings = EpubSettings()
    corrections: tuple[Correction, ...] = ()
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    wcag: Literal["2.1", "2.2"] = "2.2"
    level: Literal["A", "AA", "AAA"] = "AA"
    unknown: tuple[str, ...] = ()

    @field_validator(
        "title", "subtitle", "date", "modified", "version", "publisher", "description", "wcag", mode="before"
    )
    @classmethod
    def _as_text(cls, value: object) -> object:
        """YAML reads 2019-11-14 and 1.0 as other things than the text that the author wrote."""
        return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else value

    @field_validator("formats", "languages", mode="before")
    @classmethod
    def _as_names(cls, value: object) -> object:
        """Names without a blank in them are often written in a row: «pdf html», «fr, de»."""
        return tuple(name for name in re.split(r"[\s,]+", value) if name) if isinstance(value, str) else value

    @field_validator("creators", "subjects", mode="before")
    @classmethod
    def _as_list(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value
