# SPDX-License-Identifier: AGPL-3.0-or-later
"""SARIF, OpenACR, the action and the hooks, against the schemas that their makers publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import FormatChecker, validators  # type: ignore[import-untyped]

from pipeline.errors import ToolMissingError
from pipeline.report import write
from pipeline.tools import schemas
from tests.report.samples import report
from tests.report.test_evidence import NO, YES, pack

ROOT = Path(__file__).parents[2]


def published(name: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = strict(json.loads(schemas.read(f"{name}.json")))
    except ToolMissingError as error:
        pytest.skip(error.one_line())
    return found


def strict(schema: Any) -> Any:
    """The schema, with no property allowed that it does not name: a misspelt one would say nothing to anybody."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """What a schema says against a value."""
    checker = validators.validator_for(schema)(schema, format_checker=FormatChecker())
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in checker.iter_errors(value)]


def test_sarif_is_as_the_standard_has_it() -> None:
    made = json.loads(write("sarif", report()))
    assert faults(published("sarif"), made) == []
    for run in made["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            # 3.27.10: a level other than none belongs to the kind fail alone.
            assert result["kind"] == "fail" or result["level"] == "none"
    assert any(run["results"] for run in made["runs"])


def test_the_schema_of_sarif_can_fail() -> None:
    made = json.loads(write("sarif", report()))
    made["runs"][0]["results"][0]["level"] = "fatal"
    made["runs"][0]["results"][0]["rule"] = "x"  # it has one of this name, of another kind
    made["runs"][0]["results"][1]["rules"] = "x"  # it has none of this name
    assert len(faults(published("sarif"), made)) == 3


def test_openacr_is_as_its_schema_has_it() -> None:
    for settings in ({}, {"level": "AAA"}, {"answers": {"1.1.1": YES, "2.4.4": NO}}, {"wcag": "2.1"}):
        made = yaml.safe_load(pack(**settings)["openacr.yaml"])
        assert faults(published("openacr"), made) == [], settings


def test_the_schema_of_openacr_can_fail() -> None:
    made = yaml.safe_load(pack()["openacr.yaml"])
    made["chapters"]["success_criteria_level_a"]["criteria"][0]["components"][0]["adherence"]["level"] = 1
    made["chapter"] = {}
    assert len(faults(published("openacr"), made)) == 2


def test_openacr_has_the_criteria_and_the_words_of_its_catalogue() -> None:
    """The schema leaves chapters, numbers, components and levels open; the catalogue of VPAT 2.4 has them."""
    try:
        catalogue = yaml.safe_load(schemas.read("openacr-wcag-2.1.yaml"))
    except ToolMissingError as error:
        pytest.skip(error.one_line())
    made = yaml.safe_load(pack(wcag="2.1", level="AAA", answers={"1.1.1": YES, "2.4.4": NO})["openacr.yaml"])
    chapters = {chapter["id"]: chapter["criteria"] for chapter in catalogue["chapters"]}
    levels = {term["id"] for term in catalogue["terms"]}
    assert set(made["chapters"]) == set(chapters)
    for name, ours in made["chapters"].items():
        theirs = {criterion["id"]: criterion["components"] for criterion in chapters[name]}
        assert {criterion["num"] for criterion in ours["criteria"]} == set(theirs)
        for criterion in ours["criteria"]:
            for component in criterion["components"]:
                assert component["name"] in theirs[criterion["num"]]
                assert component["adherence"]["level"] in {"", *levels}


def test_the_action_and_the_hooks_are_as_their_schemas_have_them() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert faults(published("github-action"), action) == []
    assert faults(published("github-action"), action | {"runs": {"using": "composite"}})
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert faults(published("pre-commit-hooks"), hooks) == []
    assert faults(published("pre-commit-hooks"), [{"id": "x"}])
