# SPDX-License-Identifier: AGPL-3.0-or-later
"""An accessibility statement after the model of Commission Implementing Decision (EU) 2018/1523, in the language of
the document (English where there is no text for that language).

The status is worked out from persons' answers alone. As long as one is missing the statement says that it is a
draft; what only the publisher knows (the law, the body that enforces it) is left to be completed, in brackets.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.labels import date as written_date
from pipeline.labels import direction, listed
from pipeline.report.evidence.acr import tools_of
from pipeline.report.evidence.criteria import Judged, open_numbers
from pipeline.report.model import ReportInput

FOLDER = Path(__file__).parent / "statement"
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of a statement, section by section. ``items`` are what a person found not accessible: the
    criterion (in English) and the person's note; ``found`` what machines found (in English)."""

    lang: str
    dir: str
    words: Mapping[str, str]
    status: str
    items: tuple[tuple[str, str], ...]
    found: tuple[str, ...]
    prepared: tuple[str, ...]


@cache
def words(lang: str) -> tuple[str, Mapping[str, str]]:
    """The language that was found for a tag, and its words."""
    tags = (lang.lower(), lang.lower().partition("-")[0], FALLBACK)
    tag = next(tag for tag in tags if (FOLDER / f"{tag}.toml").is_file())
    return tag, tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))


def statement(report: ReportInput, results: Sequence[Judged], date: str) -> Statement:
    """The statement of a publication, from what is recorded and nothing else."""
    lang, text = words(report.lang or FALLBACK)
    contact = report.settings.contact
    settings = report.settings
    files = listed([*(file.file for file in report.files), *report.others], lang)
    filled = {
        key: value.format(
            publisher=settings.publisher or text["fill"], law=text["law"], title=report.title or report.name,
            files=files, contact=contact or text["fill"], body=text["body"],
            standard="{standard}", count="{count}", total="{total}", date="{date}", who="{who}", tools="{tools}",
            what="{what}",
        )
        for key, value in text.items()
    }  # fmt: skip
    failed = [r for r in results if r.level in ("does-not-support", "partially-supports")]
    return Statement(
        lang, direction(lang), filled, _status(report, results, filled),
        tuple(_item(result) for result in failed),
        tuple(dict.fromkeys(_found(results))),
        _prepared(report, results, filled, lang, date),
    )  # fmt: skip


def _status(report: ReportInput, results: Sequence[Judged], text: Mapping[str, str]) -> str:
    settings = report.settings
    standard = f"WCAG {settings.wcag} {settings.level}"
    standard += " (EN 301 549 V3.2.1)" if (settings.wcag, settings.level) == ("2.1", "AA") else ""
    unjudged = open_numbers(results)
    if unjudged or not results:
        total = len({result.criterion.number for result in results})
        return text["open"].format(standard=standard, count=len(unjudged), total=total)
    levels = {result.level for result in results}
    if levels <= {"supports", "not-applicable"} and not any(result.contradicted for result in results):
        return text["full"].format(standard=standard)
    none = levels <= {"does-not-support", "not-applicable"}
    return text["none" if none else "partial"].format(standard=standard)


def _item(result: Judged) -> tuple[str, str]:
    told = "; ".join(answer.note for answer in result.answers if answer.note)
    formats = ", ".join(machine.format.value.upper() for machine in result.machines)
    return f"{result.criterion.number} {result.criterion.name} ({formats})", told


def _found(results: Sequence[Judged]) -> list[str]:
    """What machines found and nobody has judged, or judged otherwise."""
    return [
        f"{result.criterion.number} {result.criterion.name}: {finding.message}"
        for result in results
        if result.level not in ("does-not-support", "partially-supports")
        for machine in result.machines
        for finding in machine.failed
    ]


def _prepared(
    report: ReportInput, results: Sequence[Judged], text: Mapping[str, str], lang: str, date: str
) -> tuple[str, ...]:
    people = dict.fromkeys(answer.who for result in results for answer in result.answers if answer.who)
    people |= dict.fromkeys(review.who for review in report.settings.reviews if review.who)
    tools = ", ".join(tools_of(report))
    dated = text["prepared"].format(date=written_date(date, lang)) if date else text["undated"]
    how = text["people"].format(who=listed(people, lang), tools=tools) if people else text["tools"].format(tools=tools)
    return dated, how
