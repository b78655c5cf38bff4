# SPDX-License-Identifier: AGPL-3.0-or-later
"""The editor's report as data: for ``report.html`` and JSON, everything measured with its algorithm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.model import Outcome
from pipeline.plain.check import Checked, say
from pipeline.plain.measures.measure import RARE, READING_WORDS_PER_MINUTE, Measures

HOW = {
    "sentences": "pysbd 0.3.4 with corrections (pipeline/plain/measures/sentences.py); no headings, no cells",
    "syllables": "own counter, its rules in pipeline/plain/words.py",
    "names": "own rules (pipeline/plain/numbers/names.py): without names and titles as WCAG 3.1.5 has it",
    "rare": f"content words below Zipf {RARE:g} by wordfreq 3.1, names, abbreviations and glossary terms left out",
    "minutes": f"{READING_WORDS_PER_MINUTE} words a minute",
    "passives": "English only: forms of to be or get with a participle",
    "nominalisations": "nouns by ending, everyday words left out",
}
NOT_MEASURED = "not measured"


def report_data(checked: Checked) -> Mapping[str, Any]:
    """The report: gates with what they ask and what was reached, measures of both texts, each block with how much
    seems kept and each difference with its answer, findings, and how all of it was computed. JSON can hold it."""
    return {
        "reviewed": {"who": checked.reviewed[0], "when": checked.reviewed[1]},
        "gates": _gates(checked),
        "measures": {"plain": _measures(checked.measures), "original": _measures(checked.original)},
        "blocks": [
            {
                "block": " ".join(pair.part.stands_for), "line": pair.part.line, "kept": pair.kept,
                "differences": [
                    {"kind": found.kind, "change": found.change, "text": say(found), "answer": answer}
                    for found, answer in pair.differences
                ],
            }
            for pair in sorted(checked.compared, key=lambda pair: (pair.kept, pair.part.line))
        ],
        "findings": [
            {
                "rule": found.rule, "severity": found.severity.name.lower(), "outcome": found.outcome.value,
                "line": found.line, "block": found.block, "message": found.message, "fix": found.fix,
            }
            for found in checked.findings
        ],
        "not looked at": list(checked.not_looked_at),
        "how": HOW,
    }  # fmt: skip


def _gates(checked: Checked) -> list[dict[str, Any]]:
    made, gates = checked.measures, checked.gates
    rows: tuple[tuple[str, float | None, float], ...] = (
        ("grade without names", made.grade, gates.grade),
        ("words a sentence", made.mean_words, gates.mean_words),
        ("longest sentence", float(made.longest) if made.sentences else None, float(gates.longest_sentence)),
        ("undefined abbreviations", float(len(made.undefined)), float(gates.undefined_abbreviations)),
        ("rare words, %", made.rare_percent, gates.rare_words),
    )
    return [
        {
            "gate": name, "at most": most, "reached": NOT_MEASURED if value is None else value,
            "outcome": _outcome(value, most).value,
        }
        for name, value, most in rows
    ]  # fmt: skip


def _outcome(value: float | None, most: float) -> Outcome:
    if value is None:
        return Outcome.NOT_LOOKED_AT
    return Outcome.PASS if value <= most else Outcome.FAIL


def _measures(made: Measures) -> dict[str, Any]:
    def known(value: object) -> object:
        return NOT_MEASURED if value is None else value

    return {
        "language": made.lang, "words": made.words, "sentences": len(made.sentences), "minutes": made.minutes,
        "formulas": [
            {
                "name": score.formula.name, "value": known(score.value), "without names": known(score.without_names),
                "scale": score.formula.scale, "formula": score.formula.text, "source": score.formula.source,
            }
            for score in made.scores
        ] or NOT_MEASURED,
        "mean words": known(made.mean_words), "longest sentence": made.longest,
        "mean paragraph": known(made.mean_paragraph),
        "rare words %": known(made.rare_percent), "rare words": list(made.rare),
        "passives": NOT_MEASURED if made.passives is None else list(made.passives),
        "nominalisations": NOT_MEASURED if made.nominalisations is None else list(made.nominalisations),
        "undefined abbreviations": list(made.undefined),
    }  # fmt: skip
