# SPDX-License-Identifier: AGPL-3.0-or-later
"""The questions that only a person can answer, as a form in YAML to fill in and paste into ``document.yaml``.

Every line of it is a comment until somebody answers: pasted as it is, it answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.coverage import criteria, standard
from pipeline.model import Format
from pipeline.report.evidence.criteria import COMPONENTS, OPEN, Judged
from pipeline.report.html import questions
from pipeline.report.model import ReportInput

HEAD = """\
# Questions about {name} that machines cannot decide.
#
# Answer what you have judged yourself: take away the «# » before the line of the answer, fill it in, and put it
# under «answers:» in document.yaml. Then make the evidence anew. Nothing is answered for you.
#   who: your name; when: the day (YYYY-MM-DD); note: what you did and saw
#   answer: supports, partially-supports, does-not-support or not-applicable
# An answer to "1.1.1" is for all formats; "1.1.1 pdf", "1.1.1 epub" and "1.1.1 html" are for one.

answers:
"""


def form(report: ReportInput, results: Sequence[Judged]) -> bytes:
    """The form: open criteria first, then what PDF/UA and EPUB Accessibility ask beside them."""
    lines = [HEAD.format(name=report.title or report.name)]
    lines += ["# --- Places that our checks ask about ---\n", *_places(report)]
    lines += [f"# --- WCAG {report.settings.wcag}, level {report.settings.level} ---\n"]
    seen: set[str] = set()
    for result in results:
        number = result.criterion.number
        if result.level == OPEN and number not in seen:
            seen.add(number)
            machines = [m.words for r in results if r.criterion.number == number for m in r.machines]
            lines += _entry(f"{number} {result.criterion.name}", number, result.criterion.question, machines)
    if Format.PDF in report.formats:
        lines.append("# --- PDF/UA: conditions of the Matterhorn Protocol for a person ---\n")
        for number, data in standard("matterhorn").items():
            if data["how"] == "person" and f"Matterhorn {number}" not in report.settings.answers:
                lines += _entry(f"Matterhorn {number}", f"Matterhorn {number}", data["question"], ())
    if Format.EPUB in report.formats:
        lines.append("# --- EPUB Accessibility 1.1 ---\n")
        for name, data in standard("epub_a11y").items():
            if data["question"] and f"EPUB {name}" not in report.settings.answers:
                lines += _entry(f"EPUB {name}: {data['asks']}", f"EPUB {name}", data["question"], ())
    return "".join(lines).encode()


def unasked(report: ReportInput) -> tuple[str, ...]:
    """The answers that nothing asks for: a number that the chosen version and level have no criterion of, a format
    that is none, another standard's condition that no person decides. Nobody would read them."""
    settings = report.settings
    formats = [format.value for formats in COMPONENTS.values() for format in formats]
    numbers = {criterion.number for criterion in criteria(settings.wcag, settings.level)}
    asked = numbers | {f"{number} {format}" for number in numbers for format in formats}
    others = {f"Matterhorn {number}" for number, data in standard("matterhorn").items() if data["how"] == "person"}
    others |= {f"EPUB {name}" for name, data in standard("epub_a11y").items() if data["question"]}
    return tuple(
        key for key in settings.answers if key not in others and key.removeprefix("WCAG ").lower() not in asked
    )


def _entry(head: str, key: str, question: str, machines: Sequence[str]) -> Iterator[str]:
    yield f"# {_line(head)}\n"
    if question:
        yield f"# {_line(question)}\n"
    for words in machines:
        yield f"# {_line(words)}\n"
    yield f'# "{key}": {{who: "", when: "", answer: "", note: ""}}\n\n'


def _places(report: ReportInput) -> Iterator[str]:
    asked = questions(report)
    for question in asked:
        yield f"# {_line(question.text)} ({question.rule})\n"
        for finding in question.places[:50]:
            at = ", ".join(part for part in (f"line {finding.line}" if finding.line else "", finding.file) if part)
            yield f"#   {_line(at)}{': ' if at else ''}{_line(finding.message)}\n"
        yield "\n"
    if not asked:
        yield "# None.\n\n"


def _line(text: str) -> str:
    """Text that stays in its comment, whatever it holds."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
