# SPDX-License-Identifier: AGPL-3.0-or-later
"""What our own rules find in the shared test sets, as tables for the docs; no validator runs.

    python -m tests.checks.measure > docs/measured-rules.md
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline.checks import Subject, all_rules, check
from pipeline.model import Finding, Format, Outcome, Severity
from tests.corpora import corpora

RULES = tuple(rule for rule in all_rules() if not rule.id.startswith("parity"))
PART = re.compile(r"PDF_(UA-\d)")
CASE = re.compile(r"(.+?)-t\d+-(pass|fail)-")


def failures(path: Path, format: Format) -> list[Finding]:
    """The failures that our own rules find in a file."""
    result = check([Subject(format, path.name, path.read_bytes())], rules=RULES)
    return [f for f in result.findings if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING]


def pdf_clauses(folder: Path) -> dict[tuple[str, str], list[int]]:
    """By part and clause: faulty files, found, sound files, false alarms."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for path in sorted(folder.rglob("*.pdf")):
        part, case = PART.search(str(path)), CASE.match(path.name.replace("-18.3", ".18.3"))
        if part is None or case is None:
            continue
        row = rows[part[1], case[1]]
        found = bool(failures(path, Format.PDF))
        row[0 if case[2] == "fail" else 2] += 1
        row[1 if case[2] == "fail" else 3] += found
    return dict(rows)


def act(folder: Path) -> tuple[int, int, int, int]:
    """Of the approved, static cases in scope: found, false alarms, missed, rightly silent."""
    counts = {(True, True): 0, (False, True): 0, (True, False): 0, (False, False): 0}
    for case in json.loads((folder / "index.json").read_text("utf-8"))["testcases"]:
        if not (case["approved"] and case["static"] and case["docScope"]):
            continue
        found = failures(folder / case["file"], Format.HTML)
        counts[case["expected"] == "failed", any(f"ACT {case['ruleId']}" in f.clauses for f in found)] += 1
    return counts[True, True], counts[False, True], counts[True, False], counts[False, False]


def epub(folder: Path) -> tuple[int, int, int]:
    """Faulty books found, faulty books, alarms on clean books."""
    found = faulty = alarms = 0
    for path in sorted(folder.glob("*.epub")):
        seen = bool(failures(path, Format.EPUB))
        if path.name.startswith("00-"):
            alarms += seen
        else:
            faulty += 1
            found += seen
    return found, faulty, alarms


def tables() -> Iterator[str]:
    """The page."""
    yield "<!-- Made by python -m tests.checks.measure -->"
    yield ""
    yield "# What our own rules find, with no validator"
    yield ""
    true, false, missed, silent = act(corpora("act"))
    yield (
        f"W3C ACT cases (approved, static, document scope): {true} of {true + missed} failures found (recall"
        f" {true / (true + missed):.3f}), {false} false alarms on {false + silent} others (precision"
        f" {true / max(1, true + false):.3f}). A case counts as found if a rule that names this ACT rule fails."
    )
    found, faulty, alarms = epub(corpora("epub-faults"))
    yield ""
    yield f"Books with one seeded fault: {found} of {faulty} found; {alarms} alarms on clean books."
    yield ""
    rows = pdf_clauses(corpora("verapdf"))
    total = [sum(row[i] for row in rows.values()) for i in range(4)]
    yield (
        f"veraPDF's corpus: {total[1]} of {total[0]} faulty files found, {total[3]} false alarms on {total[2]} sound"
        " files. Any error or warning of any rule counts."
    )
    yield ""
    yield "| standard | clause | faulty | found | sound | false alarms |"
    yield "|---|---|---|---|---|---|"
    for (part, clause), row in sorted(rows.items()):
        yield f"| PDF/{part} | {clause} | {row[0]} | {row[1]} | {row[2]} | {row[3]} |"
    yield ""
    yield "These are the halves of the sets that are open; the same is measured on the halves that are kept apart."


if __name__ == "__main__":
    print("\n".join(tables()))
