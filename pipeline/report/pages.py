# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a PDF as the report shows them: a picture with a numbered box for each tag, and the same as text.

The order of the numbers is the reading order; what has no box on a page is not shown to people who see either.
"""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.labels import direction
from pipeline.model import Finding, Format
from pipeline.outline.pdf import Picture, Tag, picture
from pipeline.report.model import ReportFile, ReportInput
from pipeline.tools import pdfium

MOST_PAGES = 12
"""How many pages are shown if nothing was found on them."""
MOST_FAULTY = 40
TEXT_SHOWN = 160
# Kinds of boxes: the words stand in the label too, so colour and line say nothing new.
KINDS = (
    ("heading", r"H\d*|Title"), ("list", r"L|LI|Lbl|LBody"), ("table", r"Table|T[RHD]|THead|TBody|TFoot"),
    ("figure", r"Figure|Formula|Caption"), ("link", r"Link|Reference|Annot|Note|FENote"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A tag on a page: number in reading order, type, text, kind of box, and where in percent of the page."""

    number: int
    type: str
    text: str
    kind: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, a data: URI of its picture (may be empty), boxes, findings on it."""

    number: int
    image: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages of one PDF; ``total`` is how many it has, ``note`` says what is not shown and why."""

    file: str
    lang: str
    dir: str
    total: int
    pages: tuple[Page, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be shown of one PDF."""

    file: ReportFile
    seen: Picture
    findings: dict[int, list[Finding]]
    numbers: tuple[int, ...]


def shown(report: ReportInput) -> tuple[Shown, ...]:
    """The pages of every PDF in the report."""
    plans = [_plan(file, report) for file in report.files if file.format is Format.PDF]
    return tuple(_shown(plan, *images) for plan, images in zip(plans, _images(plans), strict=True))


def _plan(file: ReportFile, report: ReportInput) -> _Plan:
    findings: dict[int, list[Finding]] = {}
    for finding in report.result.findings:
        if finding.file == file.file and (page := page_of(finding)):
            findings.setdefault(page, []).append(finding)
    seen = picture(file.data)
    total = len(seen.pages)
    faulty = [number for number in sorted(findings) if number <= total][:MOST_FAULTY]
    return _Plan(file, seen, findings, tuple(sorted({*faulty, *range(1, min(total, MOST_PAGES) + 1)})))


def _shown(plan: _Plan, images: Mapping[int, bytes], why: str) -> Shown:
    total = len(plan.seen.pages)
    pages = tuple(_page(n, plan.seen, images.get(n - 1, b""), plan.findings.get(n, ())) for n in plan.numbers)
    notes = [why, *plan.seen.problems]
    if len(plan.numbers) < total:
        notes.insert(0, f"{total - len(plan.numbers)} of {total} pages are not shown: nothing was found on them.")
    lang = plan.file.lang or "und"
    return Shown(plan.file.file, lang, direction(lang), total, pages, " ".join(note for note in notes if note))


def page_of(finding: Finding) -> int:
    """The page (from 1) that a finding's place names; 0 if it names none."""
    found = re.search(r"\bpages?[ \[](\d{1,6})(\])?", finding.place)
    return (int(found[1]) + (1 if found[2] else 0)) if found else 0


def _images(plans: Sequence[_Plan]) -> list[tuple[dict[int, bytes], str]]:
    if not plans:
        return []
    with tempfile.TemporaryDirectory(prefix="pariter-pages-") as folder:
        asked = []
        for number, plan in enumerate(plans):
            file = Path(folder) / f"{number}.pdf"
            file.write_bytes(plan.file.data)
            asked.append((file, [n - 1 for n in plan.numbers]))
        return pdfium.pictures(asked)


def _page(number: int, seen: Picture, image: bytes, findings: Iterable[Finding]) -> Page:
    width, height = seen.pages[number - 1]
    tags = [tag for tag in seen.tags if tag.page == number - 1]
    boxes = tuple(_box(tag, width, height) for tag in tags) if width > 0 and height > 0 else ()
    uri = f"data:image/png;base64,{base64.b64encode(image).decode('ascii')}" if image else ""
    return Page(number, uri, round(width), round(height), boxes, tuple(findings))


def _box(tag: Tag, width: float, height: float) -> Box:
    left, bottom, right, top = tag.box
    text = tag.text if len(tag.text) <= TEXT_SHOWN else f"{tag.text[:TEXT_SHOWN]}…"
    role = f"{tag.type} (as {tag.role})" if tag.role and tag.role != tag.type else tag.type
    return Box(
        tag.number, role, text, kind_of(tag.role or tag.type),
        _percent(left, width), _percent(height - top, height),
        _percent(right - left, width), _percent(top - bottom, height),
    )  # fmt: skip


def _percent(value: float, whole: float) -> float:
    return round(min(100.0, max(0.0, 100 * value / whole)), 2)


def kind_of(role: str) -> str:
    """The kind of box for a structure type."""
    return next((kind for kind, pattern in KINDS if re.fullmatch(pattern, role)), "text")
