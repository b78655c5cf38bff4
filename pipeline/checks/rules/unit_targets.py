# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation says what its text says, as far as a machine can see: language, numbers, protected words, codes.

What it does
: Finds targets that are empty though their state says translated, that stand twice, that lack a number or date of
  their text, that changed protected words, whose links and marks are empty; and files whose targets are in another
  language, or run in another direction, than the file says.

Why it matters
: A wrong number in a translation is a wrong statement, and nobody sees it who cannot read both languages.

Example
: «7.7 million people» with the target «77 millions de personnes».

Fix
: Correct the target in the translation tool.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.checks.parity.units import place_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.speech import likely
from pipeline.checks.web.tags import primary
from pipeline.document import direction
from pipeline.model import Finding, Format, Severity
from pipeline.plain import lexicon
from pipeline.plain.numbers import dates, numbers, plain_digits
from pipeline.translate import bilingual
from pipeline.translate.pieces import Bilingual, FileUnit, Piece, Segment, join

THOUSANDS = re.compile(r"(?<=\d)[,.’'\u00a0\u202f\u066c ](?=\d{3}(?!\d))")
AFTERNOON = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s?p\.?\s?m\b", re.IGNORECASE)
STATES = frozenset({"translated", "reviewed", "final", "signed-off"})
SAME_TWICE = 12
"""How many letters a text must have before two of it are no chance."""


def look(subject: Subject) -> Iterator[Finding]:
    """The targets of the file together, then one by one."""
    file = bilingual.read(subject.data, subject.file)
    translated = [(u, s) for u in file.units.values() for s in u.segments if s.target is not None and not s.ignorable]
    if not translated:
        raise NotApplicable("no targets")
    yield from _whole(subject, file, [_text(segment.target or ()) for _, segment in translated])
    for unit, segment in translated:
        for message in _faults(segment):
            yield _fault(subject, unit, message)
    for unit in file.units.values():
        for message in _unit(unit, file):
            yield _fault(subject, unit, message)


def _fault(subject: Subject, unit: FileUnit, message: str) -> Finding:
    block, line = place_of(subject, unit.id)
    return RULE.fail(subject, message, place=f"unit {unit.id}", block=block, line=line)


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind == "text")


def _whole(subject: Subject, file: Bilingual, targets: Sequence[str]) -> Iterator[Finding]:
    spoken = likely(" ".join(targets))
    if spoken and file.target_lang and spoken != primary(file.target_lang):
        message = f"The file says that its targets are in {file.target_lang[:20]}; they read as {spoken}."
        yield RULE.fail(subject, message)
    if subject.edition is not None and file.target_lang:  # others may have reasons that their files do not tell
        for element in subject.xml.iter("{*}file"):
            said, own = element.get("trgDir", ""), direction(file.target_lang)
            if said in ("ltr", "rtl") and said != own:
                yield RULE.fail(subject, f"The file says that {file.target_lang[:20]} runs {said}; it runs {own}.")


def _faults(segment: Segment) -> Iterator[str]:
    source, target = _text(segment.source), _text(segment.target or ())
    start = " ".join(source.split())[:50]
    if not target.strip():
        if source.strip() and segment.state in STATES:
            yield f"«{start}» has an empty target, and its state says {segment.state}."
        return
    if _is_twice(target) and not _is_twice(source):
        yield f"The target of «{start}» stands twice in it."
    filled, empty = _pairs(segment.source), _pairs(segment.target or ())
    for name, text in empty.items():
        if not text and filled.get(name):
            yield f"In the target of «{start}» the code around «{filled[name][:40]}» has nothing in it."


def _is_twice(text: str) -> bool:
    """Whether a text is another one written twice, with or without a space between."""
    text = " ".join(text.split())
    half, odd = divmod(len(text), 2)
    gap = 1 if odd and text[half].isspace() else 0
    return half >= SAME_TWICE and text[:half] == text[half + gap :] and odd == gap


def _pairs(pieces: Sequence[Piece]) -> dict[str, str]:
    """The text between the ends of each pair of codes."""
    found: dict[str, str] = {}
    opened: list[str] = []
    for piece in pieces:
        if piece.kind == "open":
            opened.append(piece.id)
            found.setdefault(piece.id, "")
        elif piece.kind == "close" and piece.id in opened:
            opened.remove(piece.id)
        elif piece.kind in ("text", "place"):
            for name in opened:
                found[name] += piece.text.strip() or ("·" if piece.kind == "place" else "")
    return found


def _unit(unit: FileUnit, file: Bilingual) -> Iterator[str]:
    """What may stand in any segment of a unit: sentences are joined and cut in translation."""
    real = [segment for segment in unit.segments if not segment.ignorable]
    if any(segment.target is None or not _text(segment.target).strip() for segment in real):
        return
    source = _text(unit.source)
    target = _text(join(piece for segment in unit.segments for piece in segment.target or segment.source))
    lost = _lost_numbers(source, target, (file.source_lang, file.target_lang))
    if lost:
        yield f"The target of «{' '.join(source.split())[:50]}» lacks the number {', '.join(lost[:3])}."
    for words in _locked(unit):
        if words not in " ".join(target.split()):
            yield f"The words «{words[:40]}» are protected and are changed in the target."


def _locked(unit: FileUnit) -> Iterator[str]:
    inside = False
    parts: list[str] = []
    for piece in unit.source:
        if piece.kind == "lock":
            inside, parts = True, []
        elif piece.kind == "unlock":
            inside = False
            yield " ".join("".join(parts).split())
        elif inside and piece.kind == "text":
            parts.append(piece.text)


def _figures(text: str) -> list[str]:
    """The groups of digits, thousands joined: "7.7 million" has 7 and 7."""
    return [group.lstrip("0") or "0" for group in re.findall(r"\d+", THOUSANDS.sub("", plain_digits(text)))]


def _lost_numbers(source: str, target: str, langs: tuple[str, str]) -> list[str]:
    """Numbers in digits that the target has in no form: in digits, in words, in a date, on a clock of 24 hours."""
    lost = list((Counter(_figures(source)) - Counter(_figures(target))).elements())
    if not lost:
        return []
    there, here = (_values(text, lang) for text, lang in zip((source, target), langs, strict=True))
    evening = {str(int(hour)): str(int(hour) + 12) for hour in AFTERNOON.findall(plain_digits(source))}
    kept = {figure for text, values in there for value in values if value in {v for _, vs in here for v in vs}
            for figure in _figures(text)}  # fmt: skip
    have = set(_figures(target))
    return [figure for figure in lost if figure not in kept and evening.get(figure) not in have]


def _values(text: str, lang: str) -> list[tuple[str, tuple[object, ...]]]:
    """What numbers and dates of a text are worth, each with its words."""
    known = lexicon.of(primary(lang))
    if known is None:
        return []
    found: list[tuple[str, tuple[object, ...]]] = [(n.text, (float(n.value),)) for n in numbers(text, known)]
    found += [(d.text, ((d.year, d.month, d.day), (0, d.month, d.day))) for d in dates(text, known) if d.month]
    return found


def _file(source: str, target: str, lang: str = "fr") -> Example:
    text = (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="{lang}">'
        f'<file id="f"><unit id="u"><segment state="translated"><source>{source}</source><target>{target}</target>'
        "</segment></unit></file></xliff>"
    )
    return Example(Format.XLIFF, text.encode())


RULE = Rule(
    id="unit-targets",
    title="A translation has the numbers, words and codes of its text",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.3.1.30",),
    looks={Format.XLIFF: look},
    fix="Correct the target in the translation tool.",
    good=(
        _file("Open until 3 pm on 14 November 2019.", "Ouvert jusqu'à 15 h le 14 novembre 2019."),
        _file("7.7 million people", "7,7 millions de personnes"),
        _file("1,200 bees in 2 hives", "1 200 abeilles dans deux ruches"),
    ),
    bad=(
        _file("7.7 million people", "77 millions de personnes"),
        _file("Bees dance.", ""),
        _file('Ask <mrk id="m1" translate="no">BeeHub</mrk>.', "Demandez à AbeilleHub."),
        _file('See <pc id="1">the hive</pc>.', 'Voir la ruche<pc id="1"></pc>.'),
    ),
    question="Does each translation say what its text says?",
)
