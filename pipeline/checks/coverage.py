# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the standards ask for, and who decides it in each format: our rules, a validator, or a person.

The standards' lists are data in ``checks/standards``; which of our rules decides what is read from the rules'
clauses.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.checks.engine import all_rules
from pipeline.checks.rule import Rule
from pipeline.model import Format

FOLDER = Path(__file__).parent / "standards"
VERSIONS = ("2.0", "2.1", "2.2")
LEVELS = ("A", "AA", "AAA")
READ = (Format.HTML, Format.EPUB, Format.PDF)
"""The formats that readers get; XLIFF is for translators."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG: number, name, level, how much machines can decide (all, part, none), what
    it is about if a document may have none of that, and the question for a person ("" if there is none)."""

    number: str
    name: str
    level: str
    machine: str
    question: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who looks at a clause in one format: ids of our rules, and validators with what they call it."""

    rules: tuple[str, ...] = ()
    validators: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any machine looks at all."""
        return bool(self.rules or self.validators)


@cache
def standard(name: str) -> Mapping[str, Any]:
    """The data of a standard: wcag, matterhorn, epub_a11y, en301549, validators."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def criteria(version: str = "2.2", level: str = "AA") -> tuple[Criterion, ...]:
    """The success criteria of a version of WCAG up to a level, in the order of the standard."""
    return tuple(
        Criterion(number, c["name"], c["level"], c["machine"], c["question"], c.get("about", ""))
        for number, c in standard("wcag").items()
        if VERSIONS.index(c["since"]) <= VERSIONS.index(version) <= VERSIONS.index(c.get("until", "2.2"))
        and LEVELS.index(c["level"]) <= LEVELS.index(level)
    )


def rules_for(clause: str, format: Format) -> tuple[str, ...]:
    """The ids of our rules that look at ``clause`` in ``format``."""
    return tuple(rule.id for rule in all_rules() if format in rule.looks and clause in rule.clauses)


def deciders(number: str, format: Format) -> Deciders:
    """Who looks at a success criterion of WCAG in a format."""
    table = standard("validators").get(format.value, {})
    found = []
    for tool, looks in table.items():
        if isinstance(looks, Mapping):
            if number in looks:
                found.append(f"{tool} ({', '.join(looks[number])})")
        elif number in looks:
            found.append(tool)
    return Deciders(rules_for(f"WCAG {number}", format), tuple(found))


def verapdf_tests(number: str) -> frozenset[str]:
    """The rules of veraPDF's findings that speak of a success criterion, as findings name them."""
    return frozenset(f"verapdf:{test}" for test in standard("validators")["pdf"]["veraPDF"].get(number, ()))


def conditions(number: str) -> Deciders:
    """Who looks at a failure condition of the Matterhorn Protocol."""
    data = standard("matterhorn")[number]
    tests = data.get("verapdf", ())
    validators = (f"veraPDF ({', '.join(tests)})",) if tests else ()
    return Deciders(rules_for(f"Matterhorn {number}", Format.PDF), validators)


def epub_requirement(name: str) -> Deciders:
    """Who looks at a requirement of EPUB Accessibility 1.1."""
    data = standard("epub_a11y")[name]
    known = {rule.id: rule for rule in all_rules()}
    ours = tuple(rule for rule in data["rules"] if rule in known and Format.EPUB in known[rule].looks)
    return Deciders(ours, (f"Ace ({', '.join(data['ace'])})",) if data["ace"] else ())


def questions(version: str = "2.2", level: str = "AA") -> tuple[Criterion, ...]:
    """The criteria about which a person has to be asked."""
    return tuple(criterion for criterion in criteria(version, level) if criterion.machine != "all")


def criterion_clauses(rules: Sequence[Rule]) -> frozenset[str]:
    """The numbers of WCAG that any of the rules names."""
    return frozenset(
        clause.removeprefix("WCAG ") for rule in rules for clause in rule.clauses if clause.startswith("WCAG ")
    )
