# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation keeps the names of people, and those that the glossary says not to translate.

What it does
: Compares the name of each author with its target: a part of a name that is kept beside another one that became a
  different word. Looks for the terms of the glossary with ``translate: false`` in each target whose source has them,
  also where the file does not mark them. And finds a name of several words that the file keeps elsewhere, where its
  target has another of these names instead.

Why it matters
: Somebody else is named as the author, or an office that nobody finds under that name.

Example
: The author «Anna Biene» has the target «Anna Wespe».

Fix
: Write the name in the target as the source has it, or allow its translation in the glossary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pipeline.checks.examples import sourced
from pipeline.checks.parity.units import Units, at_unit, short, units_of
from pipeline.checks.parity.xliff_examples import CORE
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.speech import scripts
from pipeline.model import Finding, Format, Severity, Term
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import FileUnit

CREATOR = re.compile(r"meta\.creator\d+")
LIKE = 0.6
"""How alike two words are of which one may be the other with an ending of its language."""
PARTS = (2, 4)
NAME = re.compile(r"\b[A-ZÀ-ÞА-Я]\w+(?: [A-ZÀ-ÞА-Я]\w+)+")
"""Words with capitals in a row."""


def look(subject: Subject) -> Iterator[Finding]:
    """The units of which all is translated."""
    sides = units_of(subject)
    whole = [(unit.id, found) for unit, found in sides.pairs() if _is_whole(found)]
    if not whole:
        raise NotApplicable("no targets")
    kept = [
        (term.term, re.compile(rf"(?<!\w){re.escape(term.term)}(?!\w)"))
        for term in sides.document.terms
        if not term.translate and term.term.strip()
    ]
    held = _held(whole)
    for name, unit in whole:
        source, target = text_of(unit.source), _target(unit)
        if told := _exchanged(source, target, held):
            message = f"«{told[0]}» in «{short(source)}» is «{told[1]}» in the target."
            yield at_unit(RULE, subject, name, message)
        if CREATOR.fullmatch(name) and (other := _another(source, target)):
            what = f"«{other[0]}» became «{other[1]}»"
            yield at_unit(RULE, subject, name, f"In the target of the author's name «{short(source)}» {what}.")
        for term, pattern in kept:
            if term in source and pattern.search(source) and term not in target and not _is_locked(sides, name, term):
                message = f"«{short(term)}» is not to be translated; the target of «{short(source)}» is without it."
                yield at_unit(RULE, subject, name, message)


def _held(whole: Sequence[tuple[str, FileUnit]]) -> frozenset[str]:
    """The names of several words that a target of the file has as its text has them."""
    return frozenset(
        name for _, unit in whole for name in NAME.findall(text_of(unit.source)) if name in _target(unit)
    )  # fmt: skip


def _exchanged(source: str, target: str, held: frozenset[str]) -> tuple[str, str] | None:
    """A name that the file keeps elsewhere and that is not in the target, and another of the file's that is there."""
    lost = [name for name in NAME.findall(source) if name in held and name not in target]
    other = [name for name in NAME.findall(target) if name in held and name not in source]
    return (lost[0], other[0]) if lost and other else None


def _is_whole(unit: FileUnit) -> bool:
    real = [segment for segment in unit.segments if not segment.ignorable]
    return bool(real) and all(segment.target is not None and text_of(segment.target).strip() for segment in real)


def _target(unit: FileUnit) -> str:
    return " ".join("".join(text_of(segment.target or segment.source) for segment in unit.segments).split())


def _is_locked(sides: Units, name: str, term: str) -> bool:
    """Whether the file protects the term there itself, where another rule tells that it changed."""
    inside, text = 0, []
    for piece in sides.file.units[name].source:
        inside += (piece.kind == "lock") - (piece.kind == "unlock")
        text.append(piece.text if inside and piece.kind == "text" else "\n")
    return term in "".join(text)


def _another(source: str, target: str) -> tuple[str, str] | None:
    """The part of a person's name that became another word, and that word; None where the names are one, or where
    nothing is kept, as in an office that is translated or a name in letters of another script."""
    there, here = source.split(), target.split()
    if len(there) != len(here) or not PARTS[0] <= len(there) <= PARTS[1]:
        return None
    if set(scripts(source)) != set(scripts(target)):
        return None
    if not all(word[:1].isupper() for word in (*there, *here)):
        return None
    unlike = [(one, other) for one, other in zip(there, here, strict=True) if not _is_like(one, other)]
    return unlike[0] if len(unlike) == 1 else None


def _is_like(one: str, other: str) -> bool:
    one, other = _plain(one), _plain(other)
    return one == other or SequenceMatcher(None, one, other).ratio() >= LIKE


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


KEPT = ("High Moor and Low Moor are villages.", "High Moor et Low Moor sont des villages.")


def _named(author: str, publisher: str = "BeeHub Ltd", place: tuple[str, str] = ("", "")) -> Example:
    """The French file of a document by Anna Biene, published by «BeeHub Ltd» with BeeHub as a protected term;
    in a place of which others are told where the author stands."""
    parts = {
        "meta.creator1": KEPT if any(place) else ("Anna Biene", author),
        "meta.publisher": (f"BeeHub Ltd{place[0]}", f"{publisher}{place[1]}"),
    }
    units = "".join(
        f'<unit id="{name}"><segment state="translated"><source>{source}</source><target>{target}</target></segment>'
        "</unit>"
        for name, (source, target) in parts.items()
    )
    data = f'<xliff xmlns="{CORE}" version="2.0" srcLang="en" trgLang="fr"><file id="f">{units}</file></xliff>'
    made = sourced(Example(Format.XLIFF, data.encode()))
    assert made.edition is not None
    document = made.edition.document
    meta = replace(document.meta, creators=("Anna Biene",), publisher="BeeHub Ltd")
    document = replace(document, meta=meta, terms=(Term("BeeHub", translate=False),))
    return replace(made, edition=replace(made.edition, document=document))


RULE = Rule(
    id="unit-names",
    title="A translation keeps names",
    severity=Severity.WARNING,
    clauses=(),
    looks={Format.XLIFF: look},
    fix="Write the name as the source has it.",
    good=(
        _named("Anna Biene"),
        _named("Ana Biené"),
        _named("Анна Бине"),
        _named("Anna Biene", "BeeHub SARL"),
        _named("Anna Biene", place=(", in Low Moor", ", à Low Moor")),
    ),
    bad=(
        _named("Anna Wespe"),
        _named("Anna Biene", "AbeilleHub SARL"),
        _named("Anna Biene", place=(", in Low Moor", ", à High Moor")),
    ),
    question="Are all names those of the source?",
)
