# SPDX-License-Identifier: AGPL-3.0-or-later
"""The evidence pack: what a publisher can hand in, with nothing in it that nobody did.

OpenACR (YAML and page), the accessibility statement, EARL, the whole report, what validators said in their own
words, a form with the questions for people, and the SHA-256 of every file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipeline.checks.coverage import standard
from pipeline.model import Format
from pipeline.report import write
from pipeline.report.evidence.acr import methods, notes, openacr
from pipeline.report.evidence.answers import form
from pipeline.report.evidence.criteria import OPEN, Judged, judged, open_numbers
from pipeline.report.evidence.statement import statement
from pipeline.report.html import TEMPLATES, count, questions, told, visible
from pipeline.report.model import ReportInput, inside, program_version
from pipeline.tools.base import ToolReport
from pipeline.writers.html import contact_address

if TYPE_CHECKING:
    from jinja2 import Environment

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
REPORTS = ("report.html", "report.json")
WORDS = {
    "supports": "supports", "partially-supports": "partially supports", "does-not-support": "does not support",
    "not-applicable": "not applicable", OPEN: "open",
}  # fmt: skip


def files(report: ReportInput, published: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pack, by file name.

    In: what is reported, and all files of the publication with its reports: their hashes are told by the way that
    leads to them from ``OUT/evidence/NAME``. The reports tell times, so those in the pack are the ones that count.
    """
    results, date = judged(report), last_day(report)
    made = {
        "openacr.yaml": openacr(report, results, date),
        "acr.html": _acr_page(report, results, date),
        "statement.html": _statement_page(report, results, date),
        "answers.yaml": form(report, results),
        "earl.jsonld": write("earl", report),
        **{name: published[name] for name in REPORTS if name in published},
        **{f"validators/{name}": data for name, data in _raw(report.result.reports)},
    }
    sums = {f"../../{report.name}/{name}": data for name, data in published.items() if name not in REPORTS} | made
    return made | {"SHA256SUMS": hashes(sums)}


def hashes(named: Mapping[str, bytes]) -> bytes:
    """Lines as sha256sum writes and checks them."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(named.items())).encode()


def last_day(report: ReportInput) -> str:
    """The last day on which a person judged something (no clock: an unread document gets no date)."""
    told = [a.when for a in report.settings.answers.values()] + [r.when for r in report.settings.reviews]
    return max((day[0] for text in told if (day := ISO_DAY.search(text))), default="")


def _raw(answers: Sequence[ToolReport]) -> list[tuple[str, bytes]]:
    """What each validator answered, with a head that says which, how run, and how it ended."""
    found = []
    for number, answer in enumerate(answers, 1):
        parts = (answer.tool, answer.profile, answer.file.rpartition("/")[2])
        name = "-".join(re.sub(r"[^A-Za-z0-9.]+", "-", part) for part in parts if part)
        head = (
            f"tool: {answer.version or answer.tool}", f"file: {answer.file}", f"profile: {answer.profile or 'none'}",
            f"command: {answer.command or 'none'}", f"status: {answer.status}",
            f"self-test passed: {'yes' if answer.proven else 'no'}", f"seconds: {answer.seconds:.3f}",
            f"note: {answer.note or 'none'}", "", answer.raw,
        )  # fmt: skip
        found.append((f"{number:02}-{name}.txt", "\n".join(head).encode("utf-8", "backslashreplace")))
    return found


@cache
def _environment() -> Environment:
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.globals.update(inside=inside)
    made.filters.update(count=count, visible=visible, told=told)
    return made


def _render(template: str, **values: object) -> bytes:
    style = (TEMPLATES / "report.css").read_text("utf-8")
    return _environment().get_template(template).render(style=style, **values).encode("utf-8", "xmlcharrefreplace")


def _acr_page(report: ReportInput, results: Sequence[Judged], date: str) -> bytes:
    unjudged = open_numbers(results)
    by_number: dict[str, list[Judged]] = {}
    for result in results:
        by_number.setdefault(result.criterion.number, []).append(result)
    return _render(
        "acr.html", report=report, date=date, groups=list(by_number.values()), unjudged=unjudged, words=WORDS,
        notes=notes, methods=methods(report), questions=questions(report), version=program_version(),
        others=_others(report), contradicted=[r for r in results if r.contradicted],
    )  # fmt: skip


def _others(report: ReportInput) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """PDF/UA's and EPUB's questions for a person, each with its answer or "open"."""
    given = report.settings.answers

    def said(key: str) -> str:
        if key not in given:
            return "Open: no person has judged this."
        answer = given[key]
        return f"{answer.who}, {answer.when}: {WORDS[answer.answer]}{f'. {answer.note}' if answer.note else ''}."

    found = []
    if Format.PDF in report.formats:
        rows = [
            (f"Matterhorn {number}", data["question"], said(f"Matterhorn {number}"))
            for number, data in standard("matterhorn").items()
            if data["how"] == "person"
        ]
        found.append(("PDF/UA: what the Matterhorn Protocol leaves to a person", rows))
    if Format.EPUB in report.formats:
        rows = [
            (f"EPUB {name}", data["question"], said(f"EPUB {name}"))
            for name, data in standard("epub_a11y").items()
            if data["question"]
        ]
        found.append(("EPUB Accessibility 1.1", rows))
    return found


def statement_page(report: ReportInput) -> bytes:
    """The accessibility statement of a publication as a page; a draft as long as persons' answers are missing."""
    return _statement_page(report, judged(report), last_day(report))


def _statement_page(report: ReportInput, results: Sequence[Judged], date: str) -> bytes:
    made = statement(report, results, date)
    contact = report.settings.contact
    before, _, after = made.words["contact"].partition(contact) if contact else (made.words["contact"], "", "")
    link = (before, contact, contact_address(contact), after)
    return _render("statement.html", report=report, statement=made, words=made.words, link=link)
