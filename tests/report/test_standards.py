# SPDX-License-Identifier: AGPL-3.0-or-later
"""SARIF and OpenACR as their standards have them: no registry has a package with the schemas, so what we use of the
standards stands here, written from their text. No property is allowed that the standard does not know."""

from __future__ import annotations

import json
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from pipeline.report import write
from tests.report.samples import report
from tests.report.test_evidence import NO, YES, pack


def thing(required: str = "", **properties: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    made = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | ({"required": required.split()} if required else {})


def several(item: dict[str, Any], *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": item, "uniqueItems": unique}


def one_of(words: str) -> dict[str, Any]:
    return {"enum": words.split()}


TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
FREE = {"type": "object"}
# SARIF 2.1.0 (OASIS Standard, 27 March 2020): the numbers are its sections.
MESSAGE = thing("text", text=WORDS)  # 3.11
LEVEL = one_of("none note warning error")  # 3.27.10
LOCATION = thing(  # 3.28
    physicalLocation=thing(  # 3.29
        "artifactLocation",
        artifactLocation=thing("uri", uri={"type": "string", "format": "uri-reference"}),  # 3.4
        region=thing("startLine", startLine={"type": "integer", "minimum": 1}),  # 3.30
    ),
    logicalLocations=several(thing(fullyQualifiedName=WORDS)),  # 3.33
)
DESCRIPTOR = thing(  # 3.49
    "id", id=WORDS, shortDescription=MESSAGE, help=MESSAGE, defaultConfiguration=thing(level=LEVEL),
    properties=thing(tags=several(TEXT, unique=True)),
)  # fmt: skip
RESULT = thing(  # 3.27
    "message",
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": 0},
    kind=one_of("notApplicable pass fail review open informational"),
    level=LEVEL,
    message=MESSAGE,
    locations=several(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    properties=FREE,
    suppressions=several(thing("kind", kind=one_of("inSource external"), justification=TEXT)),  # 3.35
)
INVOCATION = thing(  # 3.20
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=several(
        thing("message", level=LEVEL, message=MESSAGE, associatedRule=thing(id=WORDS), locations=several(LOCATION))
    ),  # 3.58
)
VERSION = {"type": "string", "pattern": r"^\d+\.\d+\.\d+"}  # Semantic Versioning, 3.19.12
SARIF = thing(  # 3.13
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=several(
        thing(  # 3.14
            "tool",
            tool=thing(
                "driver", driver=thing("name", name=WORDS, semanticVersion=VERSION, rules=several(DESCRIPTOR))
            ),
            columnKind=one_of("utf16CodeUnits unicodeCodePoints"),
            invocations=several(INVOCATION),
            results=several(RESULT),
        )
    ),
)
# OpenACR 0.1.0 (GSA): an empty level is one that is still open.
LEVELS = ["", "supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"]
PERSON = thing(name=TEXT, company_name=TEXT, address=TEXT, email=TEXT, phone=TEXT, website=TEXT)
ADHERENCE = thing("level", level={"enum": LEVELS}, notes=TEXT)
COMPONENT = thing(
    "name", name=one_of("web electronic-docs software authoring-tool none"), adherence=ADHERENCE
)
CHAPTER = thing(
    notes=TEXT,
    disabled={"type": "boolean"},
    criteria=several(thing("num", num={"type": "string", "pattern": r"^\d\.\d\.\d+$"}, components=several(COMPONENT))),
)
OPENACR = thing(
    "title product author chapters",
    title=WORDS, product=thing("name", name=WORDS, version=TEXT, description=TEXT), author=PERSON, vendor=PERSON,
    report_date=TEXT, last_modified_date=TEXT, version={"type": ["string", "number"]}, notes=TEXT,
    catalog={"type": "string", "pattern": r"^[0-9]\.[0-9]-edition-wcag-[0-9.]+(-[a-z0-9-]+)?-en$"},
    evaluation_methods_used=TEXT, legal_disclaimer=TEXT, repository=TEXT, feedback=TEXT, license=TEXT,
    chapters={
        "type": "object",
        "patternProperties": {r"^success_criteria_level_(a|aa|aaa)$": CHAPTER},
        "additionalProperties": False,
    },
)  # fmt: skip


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """What a schema says against a value."""
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in checker.iter_errors(value)]


def test_sarif_is_as_the_standard_has_it() -> None:
    made = json.loads(write("sarif", report()))
    assert faults(SARIF, made) == []
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
    made["runs"][0]["results"][0]["rule"] = "x"
    assert len(faults(SARIF, made)) == 2


def test_openacr_is_as_its_schema_has_it() -> None:
    for settings in ({}, {"level": "AAA"}, {"answers": {"1.1.1": YES, "2.4.4": NO}}, {"wcag": "2.1"}):
        made = yaml.safe_load(pack(**settings)["openacr.yaml"])
        assert faults(OPENACR, made) == [], settings


def test_the_schema_of_openacr_can_fail() -> None:
    made = yaml.safe_load(pack()["openacr.yaml"])
    made["chapters"]["success_criteria_level_a"]["criteria"][0]["components"][0]["adherence"]["level"] = "yes"
    assert len(faults(OPENACR, made)) == 1
