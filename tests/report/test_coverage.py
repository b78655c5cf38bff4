# SPDX-License-Identifier: AGPL-3.0-or-later
"""The coverage pages are complete, true, and in step with the rules."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.checks.coverage import (
    READ,
    conditions,
    criteria,
    criterion_clauses,
    deciders,
    epub_requirement,
    standard,
)
from pipeline.checks.coverage_pages import pages
from pipeline.checks.engine import all_rules

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_pages_are_in_step(name: str) -> None:
    stored = (ROOT / "docs" / "coverage" / name).read_text("utf-8")
    assert stored == pages()[name], "run: make docs"


@pytest.mark.parametrize(
    ("version", "level", "number"),
    [("2.0", "A", 25), ("2.0", "AA", 38), ("2.1", "A", 30), ("2.1", "AA", 50), ("2.2", "A", 31), ("2.2", "AA", 55),
     ("2.2", "AAA", 86)],
)  # fmt: skip
def test_as_many_criteria_as_the_standard_has(version: str, level: str, number: int) -> None:
    assert len(criteria(version, level)) == number


def test_as_many_conditions_as_the_protocol_has() -> None:
    assert Counter(data["how"] for data in standard("matterhorn").values()) == {
        "machine": 87, "person": 48, "none": 2
    }  # fmt: skip


def test_whoever_has_to_decide_is_asked() -> None:
    for criterion in criteria("2.2", "AAA"):
        assert criterion.machine == "all" or criterion.question, criterion.number
    for number, data in standard("matterhorn").items():
        undecided = data["how"] == "person" or (data["how"] == "machine" and not conditions(number))
        assert not undecided or data.get("question"), number
    for name, data in standard("epub_a11y").items():
        assert epub_requirement(name) or data["question"], name


def test_named_rules_exist() -> None:
    known = {rule.id for rule in all_rules()}
    named = {rule for data in standard("epub_a11y").values() for rule in data["rules"]}
    assert named <= known


def test_rules_name_only_clauses_that_exist() -> None:
    numbers = {criterion.number for criterion in criteria("2.2", "AAA")} | {"4.1.1"}
    assert criterion_clauses(all_rules()) <= numbers
    matterhorn = {c.removeprefix("Matterhorn ") for r in all_rules() for c in r.clauses if c.startswith("Matterhorn")}
    assert matterhorn <= set(standard("matterhorn"))


def test_deciders_by_format() -> None:
    html, epub, pdf = (deciders("1.1.1", format) for format in (READ[0], READ[1], READ[2]))
    assert "image-name" in html.rules and "axe-core" in html.validators
    assert "Ace" in epub.validators and any("7.3-1" in name for name in pdf.validators)
    assert not deciders("1.2.1", READ[0])


def test_axe_has_a_rule_for_every_criterion_that_we_say_it_looks_at() -> None:
    source = ROOT / ".tools" / "npm" / "node_modules" / "axe-core" / "axe.js"
    if not source.exists():
        pytest.skip("axe-core is not installed")
    tags = set(re.findall(r"'wcag(\d)(\d)(\d\d?)'", source.read_text("utf-8")))
    looked = set(standard("validators")["html"]["axe-core"]) - {"1.4.10"}
    assert looked <= {".".join(tag) for tag in tags}


def test_verapdf_has_every_test_that_we_say_decides() -> None:
    import zipfile

    jars = sorted((ROOT / ".tools" / "jars").glob("greenfield-apps-*.jar"))
    if not jars:
        pytest.skip("veraPDF is not installed")
    with zipfile.ZipFile(jars[-1]) as jar:
        names = ("PDFUA-1.xml", "PDFUA-2-ISO32005.xml")
        profiles = "".join(jar.read(f"org/verapdf/pdfa/validation/{name}").decode() for name in names)
    found = re.findall(r'<id specification="ISO_14289_[12]" clause="([^"]+)" testNumber="(\d+)"', profiles)
    known = {f"{clause}-{test}" for clause, test in found}
    named = {test for data in standard("matterhorn").values() for test in data.get("verapdf", ())}
    named |= {test for tests in standard("validators")["pdf"]["veraPDF"].values() for test in tests}
    assert known and named <= known
