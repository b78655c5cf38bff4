# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever bytes come in, every rule answers: no crash, no endless work, and never a silent pass."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.checks import Subject, all_rules, check
from pipeline.checks.examples import book, page
from pipeline.checks.examples_pdf import pdf
from pipeline.model import Format, Outcome


def answers(format: Format, data: bytes) -> None:
    result = check([Subject(format, f"x.{format.value}", data)])
    expected = [rule.id for rule in all_rules() if format in rule.looks]
    assert [verdict.rule for verdict in result.verdicts] == expected


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(list(Format)), st.binary(max_size=300))
def test_rubbish(format: Format, data: bytes) -> None:
    answers(format, data)


@pytest.mark.parametrize("format", [Format.PDF, Format.EPUB])
def test_rubbish_is_not_looked_at(format: Format) -> None:
    result = check([Subject(format, "x", b"rubbish")])
    ours = (verdict for verdict in result.verdicts if not verdict.rule.startswith("parity"))
    assert not any(verdict.outcome is Outcome.PASS for verdict in ours)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(["pdf", "epub", "html"]), st.integers(0, 4000), st.binary(min_size=1, max_size=4))
def test_damaged_bytes(kind: str, where: int, junk: bytes) -> None:
    example = {"pdf": pdf(), "epub": book(), "html": page("<h1>x</h1><table><tr><td>1</td></tr></table>")}[kind]
    data = example.subject().data
    place = where % len(data)
    answers(example.format, data[:place] + junk + data[place + len(junk) :])


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 3000 + "x",
        "<p id='a' lang='fr'>" + "<span lang='de'>x" * 800,
        "<p>" + "<a href='#b'>x</a>" * 1000,
        "<ul>" + "<li role='option' aria-owns='q'>x" * 1500,
        "<style>" + "p>" * 3000 + "p{color:red}</style><p>x",
        "<style>p{color:var(--a)} :root{--a:var(--b);--b:var(--a)}</style><p>x",
        "<table>" + "<tr><td rowspan=60000 colspan=1000>x" * 20,
        "<p aria-hidden=true>one two three</p>" * 1000,
    ],
)
def test_big_and_twisted_pages(body: str) -> None:
    answers(Format.HTML, f"<!DOCTYPE html><html lang=en><title>x</title><body>{body}".encode())


@pytest.mark.slow
def test_a_book_that_unpacks_to_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", b"0" * 300_000_000)
    result = check([Subject(Format.EPUB, "x.epub", out.getvalue())])
    assert {v.outcome for v in result.verdicts if v.rule.startswith("epub")} == {Outcome.NOT_LOOKED_AT}


def test_entities_of_a_book_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html xmlns="http://www.w3.org/1999/xhtml">&b;</html>'
    answers(Format.EPUB, book(files={"c2.xhtml": bomb}).subject().data)
