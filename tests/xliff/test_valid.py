# SPDX-License-Identifier: AGPL-3.0-or-later
"""The validator: no false alarm on valid files, and what breaks a constraint is named."""

from __future__ import annotations

import pytest

from pipeline.outline.xliff_valid import problems
from tests.corpora import corpora

CORE = "urn:oasis:names:tc:xliff:document:2.0"


def test_the_suite_of_the_standard() -> None:
    """The half of the OASIS suite that is at hand: every invalid file is caught, no valid one accused."""
    base = corpora("xliff")
    missed, accused = [], []
    for line in (base / "expected.tsv").read_text().splitlines():
        name, wanted = line.split("\t")
        found = problems((base / name).read_bytes())
        if wanted == "invalid" and not found:
            missed.append(name)
        if wanted == "valid" and found:
            accused.append((name, found[0]))
    assert accused == []
    assert missed == []


def _file(unit: str, *, head: str = 'srcLang="en" trgLang="fr"', version: str = "2.0", before: str = "") -> bytes:
    core = CORE.replace(":2.0", ":2.2") if version == "2.2" else CORE
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:xliff:{name}:2.0"'
        for prefix, name in (("mtc", "matches"), ("gls", "glossary"), ("mda", "metadata"), ("fs", "fs"))
    )
    its = 'xmlns:its="http://www.w3.org/2005/11/its"'
    body = f'<file id="f"><unit id="u">{unit}</unit></file>'
    return f'<xliff xmlns="{core}" {names} {its} version="{version}" {head}>{before}{body}</xliff>'.encode()


GOOD = [
    "<segment><source>One.</source></segment>",
    '<segment id="s" state="final"><source>One <pc id="1">two</pc></source>'
    '<target><pc id="1">deux</pc></target></segment>',
    '<segment><source><sc id="1"/>One</source></segment><segment><source>two<ec startRef="1"/></source></segment>',
    '<mtc:matches><mtc:match ref="#s"><source>a</source><target>b</target></mtc:match></mtc:matches>'
    '<segment id="s"><source>One.</source></segment>',
    '<segment><source>a<mrk id="m" translate="no">b</mrk></source></segment>',
    '<segment><source>a</source><target order="2">b</target></segment>'
    '<segment><source>c</source><target order="1">d</target></segment>',
]
BAD = {
    "attribute-value": '<segment state="done"><source>a</source><target>b</target></segment>',
    "content": "<segment><target>b</target></segment>",
    "text": "<segment>stray<source>a</source></segment>",
    "attribute": '<segment colour="red"><source>a</source></segment>',
    "attribute-missing": "<segment><source><ph/></source></segment>",
    "id": '<segment id="x"><source>a<ph id="x"/></source></segment>',
    "order": '<segment><source>a</source><target order="9">b</target></segment>',
    "data": '<segment><source><ph id="1" dataRef="d9"/></source></segment>',
    "sub-type": '<segment><source><ph id="1" type="ui" subType="xlf:b"/></source></segment>',
    "reorder": '<segment><source><ph id="1" canReorder="no"/></source></segment>',
    "deleted": '<segment><source><ph id="1" canDelete="no"/>a</source><target>b</target></segment>',
    "pair": '<segment><source><sc id="1"/>a</source></segment>',
    "end-code": '<segment><source><sc id="1"/>a<ec id="2"/></source></segment>',
    "comment": '<segment><source><mrk id="1" type="comment">a</mrk></source></segment>',
    "code-point": '<segment><source><cp hex="0041"/></source></segment>',
    "state": '<segment state="final"><source>a</source></segment>',
    "segment-missing": "<ignorable><source> </source></ignorable>",
    "gls": "<gls:glossary><gls:glossEntry><gls:term>t</gls:term></gls:glossEntry></gls:glossary>"
    "<segment><source>a</source></segment>",
    "fs": '<segment><source><pc id="1" fs:fs="blink">a</pc></source></segment>',
    "module-place": '<segment id="s"><source>a</source></segment><mtc:matches/>',
    "reference": '<segment><source><mrk id="1" type="term" ref="#u=9/x">a</mrk></source></segment>',
    "same-code": '<segment><source><ph id="1" type="ui"/></source><target><ph id="1" type="fmt"/></target></segment>',
    "copy": '<segment><source><ph id="1" copyOf="9"/></source></segment>',
    "language": '<segment><source xml:lang="de">a</source></segment>',
    "its": '<segment><source><mrk id="1" its:mtConfidence="0.5">a</mrk></source></segment>',
}


@pytest.mark.parametrize("unit", GOOD)
@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
def test_valid_units_raise_no_alarm(unit: str, version: str) -> None:
    assert problems(_file(unit, version=version)) == ()


@pytest.mark.parametrize("rule", [rule for rule in BAD if rule != "module-place"])
@pytest.mark.parametrize("version", ["2.1", "2.2"])
def test_what_is_wrong_is_named(rule: str, version: str) -> None:
    found = problems(_file(BAD[rule], version=version))
    assert rule in {problem.rule for problem in found}
    assert all(problem.line for problem in found)


def test_versions_and_languages() -> None:
    unit = GOOD[0]
    assert {p.rule for p in problems(_file(unit, head='srcLang="e n"'))} == {"attribute-value"}
    assert {p.rule for p in problems(_file(unit).replace(b'version="2.0"', b'version="3.0"'))} >= {"version"}
    note = "<notes><note>For all.</note></notes>"
    assert problems(_file(unit, version="2.2", before=note)) == ()
    assert problems(_file(unit, version="2.1", before=note)) != ()
    both = "<segment><source>a</source><target>b</target></segment>"
    assert {p.rule for p in problems(_file(both, head='srcLang="en"'))} == {"target-language"}


def test_what_cannot_be_read_is_a_problem() -> None:
    for data in (b"", b"<", b"<html/>", b"<!DOCTYPE a><a/>", b'<xliff xmlns="urn:x"/>'):
        assert problems(data)


XLIFF_12 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" '
    'datatype="x-markdown"><body><trans-unit id="1">{}</trans-unit></body></file></xliff>'
)


def test_xliff_1_2() -> None:
    good = '<source>a <g id="1">b</g><x id="2"/></source><target state="translated">c</target>'
    assert problems(XLIFF_12.format(good).encode()) == ()
    for bad in (
        "<target>a</target>",
        '<source>a<bx id="1"/></source>',
        '<source>a</source><target state="almost">b</target>',
        "<source>a</source>stray",
        '<source>a<g>b</g></source>',
        '<source>a</source><other/>',
    ):
        assert problems(XLIFF_12.format(bad).encode()), bad
