# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report for people: one web page without script, read well by ear, by eye and on paper.

Promises by format come first, then what failed with its Markdown line and fix, then what a person has to decide,
what nobody looked at, the repairs, the validators' own answers, and the pages of the PDFs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from pipeline.checks.engine import all_rules
from pipeline.checks.result import Verdict
from pipeline.labels import direction, language_name
from pipeline.model import Finding, Outcome, Repair, Severity
from pipeline.report import pages
from pipeline.report.model import ReportInput, causes, inside, program_version
from pipeline.report.promises import Cell, silence, table
from pipeline.tools.base import ToolReport

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

KIND = "html"
MOST_SHOWN = 500
RAW_SHOWN = 40_000
TEMPLATES = Path(__file__).parent / "templates"
# A quotation with a letter beyond Latin, Greek and Cyrillic: it is read with the voice of another language.
QUOTED = re.compile(r"«([^«»]*[\u0530-\u1cff\u2e80-\uabff\uf900-\ufeff][^«»]*)»")
WORDS = {
    Outcome.PASS: "kept", Outcome.FAIL: "broken", Outcome.NEEDS_PERSON: "needs a person",
    Outcome.NOT_APPLICABLE: "nothing of the kind", Outcome.NOT_LOOKED_AT: "not looked at",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question for a person, with the places that it is about."""

    rule: str
    text: str
    places: tuple[Finding, ...]


def write(report: ReportInput) -> bytes:
    """The page, UTF-8. It loads nothing."""
    page = _environment().get_template("report.html").render(
        report=report, version=program_version(), rows=table(report), words=WORDS, cell_words=cell_words,
        silence=silence,
        groups=_groups(report), questions=questions(report), unlooked=_unlooked(report), repairs=_repairs(report),
        lines=report.text.splitlines(), validators=[_validator(answer) for answer in report.result.reports],
        shown=pages.shown(report), titles={rule.id: rule.title for rule in all_rules()},
        verdicts=_verdicts(report), style=(TEMPLATES / "report.css").read_text("utf-8"), result=sentence(report),
        direction=direction(report.lang or "en"),
    )  # fmt: skip
    return page.encode("utf-8", "xmlcharrefreplace")


@cache
def _environment() -> Environment:
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.globals.update(language_name=language_name, inside=inside)
    made.filters.update(count=count, visible=visible, told=told)
    return made


def count(number: int, word: str) -> str:
    """ "1 error", "2 errors"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def visible(text: str) -> str:
    """Text with its control characters made visible: nothing in a report is unseen."""
    return "".join(
        char if char in "\n\t" or (ord(char) >= 32 and not 0x7F <= ord(char) <= 0x9F) else f"⟨U+{ord(char):04X}⟩"
        for char in text
    )


def told(text: str) -> Markup:
    """A message, with what it quotes in another script marked: its language is not known here."""
    from markupsafe import Markup, escape

    parts = QUOTED.split(visible(text))
    return Markup("").join(
        Markup('«<span lang="und" dir="{}">{}</span>»').format(_way(part), part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def _way(text: str) -> str:
    found = (bidirectional(char) for char in text)
    return "rtl" if next((way for way in found if way in ("L", "R", "AL")), "L") != "L" else "ltr"


def sentence(report: ReportInput) -> str:
    """The outcome in a sentence: what is first heard, and what can be quoted."""
    total = report.summary
    parts = [count(total[name], name[:-1]) for name in ("errors", "warnings", "notes") if total[name]]
    said = f"{', '.join(parts)} found" if parts else "Nothing wrong was found in what was looked at"
    said += f"; {count(total['questions'], 'question')} for a person" if total["questions"] else ""
    said += f"; {count(total['not_looked_at'], 'check')} not looked at" if total["not_looked_at"] else ""
    return f"{said}."


def cell_words(cell: Cell) -> str:
    """A cell of the first table in words: "broken: 2 errors, 1 question", "kept (12 checks)"."""
    names = (("errors", "error"), ("warnings", "warning"), ("notes", "note"), ("questions", "question"))
    parts = [count(cell.counts[key], word) for key, word in names if cell.counts[key]]
    if cell.counts["not_looked_at"]:
        parts.append(f"{count(cell.counts['not_looked_at'], 'check')} not looked at")
    if cell.counts["passed"]:
        parts.append(f"{count(cell.counts['passed'], 'check')} passed")
    return f"{WORDS[cell.outcome]}{': ' if parts else ''}{', '.join(parts)}"


def _groups(report: ReportInput) -> list[tuple[str, tuple[tuple[Finding, ...], ...], int, int]]:
    """Failures by severity, the worst first: name, the causes shown, how many causes and findings there are."""
    groups = []
    for severity in sorted(Severity, reverse=True):
        found = [finding for finding in report.failures if finding.severity is severity]
        if found:
            grouped = causes(found)
            groups.append((severity.name.capitalize() + "s", grouped[:MOST_SHOWN], len(grouped), len(found)))
    return groups


def questions(report: ReportInput) -> list[Question]:
    """What a person has to decide, by rule, in the words of the rule's question where it has one."""
    asked = {rule.id: rule.question for rule in all_rules()}
    places: dict[str, list[Finding]] = {}
    for finding in report.questions:
        places.setdefault(finding.rule, []).append(finding)
    return [Question(rule, asked.get(rule) or found[0].message, tuple(found)) for rule, found in places.items()]


def _unlooked(report: ReportInput) -> list[tuple[str, str, list[str]]]:
    causes: dict[tuple[str, str], list[str]] = {}
    for verdict in report.unlooked:
        causes.setdefault((verdict.rule, verdict.note), []).append(verdict.file)
    return [(rule, note, list(dict.fromkeys(files))) for (rule, note), files in causes.items()]


def _repairs(report: ReportInput) -> list[tuple[str, str, tuple[Repair, ...]]]:
    if report.cleaned is None:
        return []
    told = (
        ("Made", "These changes are in what was published.", report.cleaned.repairs),
        ("Proposed", "These changes were not made: too little speaks for them. Force them in the settings.",
         report.cleaned.proposals),
        ("Only reported", "These places look odd, and only a person can mend them.", report.cleaned.notices),
    )  # fmt: skip
    return [group for group in told if group[2]]


def _validator(answer: ToolReport) -> Mapping[str, object]:
    if not answer.looked:
        said = f"not looked at ({answer.status}): {answer.note}" if answer.note else f"not looked at ({answer.status})"
    elif answer.passed:
        asked = sum(item.outcome is Outcome.NEEDS_PERSON for item in answer.items)
        said = "no failure found" + (f", {count(asked, 'question')} for a person" if asked else "")
    else:
        said = f"{count(len(answer.items), 'failure')} found"
    raw = answer.raw[:RAW_SHOWN]
    cut = len(answer.raw) - len(raw)
    return {"answer": answer, "said": said, "raw": raw, "cut": cut}


def _verdicts(report: ReportInput) -> list[tuple[str, list[Verdict]]]:
    by_rule: dict[str, list[Verdict]] = {}
    for verdict in report.result.verdicts:
        by_rule.setdefault(verdict.rule, []).append(verdict)
    return sorted(by_rule.items())
