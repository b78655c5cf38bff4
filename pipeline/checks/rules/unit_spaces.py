# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a translation stand apart.

What it does
: Looks in the targets for words that run together: figures between letters, a capital within a word after one of the
  small words of the language, a sentence that begins right at the end of the one before; and for codes (links, strong
  words) that touch the word beside them, where they do not in the source. What the source has itself is no fault, nor
  what a language writes without spaces.

Why it matters
: A screen reader reads such a word as one, and a search does not find it.

Example
: «SinceMarch2025we have counted».

Fix
: Put the space into the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.speech import IDEOGRAPHS, WORDS, script
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.translate.pieces import Piece, Segment

# An address, a file or a name in which a full stop stands.
NO_WORDS = re.compile(r"\{[^{}]*\}|\S*(?:://|@|www\.)\S*|\S*[/\\_={}]\S*")
NO_WORD = re.compile(r"[@/\\_={}]|://|www\.")
FIGURE = re.compile(r"[^\W\d_]\d+[^\W\d_]")
FIGURES = re.compile(r"[^\W\d_]*[^\W\d_A-Z]{2,}\d+[^\W\d_A-Z]{2,}\w*")
NUMBER = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)[^\W\d_](?<=[A-ZÀ-ÞА-ЯΑ-Ω])[^\W\d_A-Z]{2,}")
SENTENCE = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?:[,;!?](?=[^\W\d_]{2})|\.(?=[^\W\d_]{3}))[^\W\d_]+")
PREFIXED = frozenset("ar fa ur he yi ku ckb ps sd ug am ti sw zu xh".split())  # noqa: SIM905
"""Languages whose small words are written in one with the word after them."""
UNSPACED = frozenset("zh ja th lo km my bo dz yue".split())  # noqa: SIM905
"""Languages that leave no blank between two sentences."""
ENDLESS = frozenset("en fr es it pt ca gl ro nl".split())  # noqa: SIM905
"""Languages that add no ending to a word that another text gives, so that none can follow a code."""


def look(subject: Subject) -> Iterator[Finding]:
    """Every segment that has a target."""
    file = file_of(subject)
    translated = [(u, s) for u in file.units.values() for s in u.segments if s.target is not None and not s.ignorable]
    if not translated:
        raise NotApplicable("no targets")
    lang = primary(file.target_lang)
    for unit in file.units.values() if lang not in UNSPACED else ():
        for message in _between(unit.segments):
            yield at_unit(RULE, subject, unit.id, message)
    for unit, segment in translated:
        for message in (*_joined(segment, lang), *_codes(segment, lang)):
            yield at_unit(RULE, subject, unit.id, message)


def _between(segments: Sequence[Segment]) -> Iterator[str]:
    """Sentences whose blank is gone: it stands between them by itself, and its target has nothing."""
    for before, blank, after in zip(segments, segments[1:], segments[2:], strict=False):
        apart = blank.ignorable and blank.source and not _text(blank.source).strip()
        if apart and blank.target == () and before.target and after.target:
            ends, begins = _text(before.target)[-1:], _text(after.target)[:1]
            if not ends.isspace() and not begins.isspace():
                yield f"No space stands between «{short(_text(before.source))}» and the next sentence in the target."


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text if piece.kind == "text" else "" if "lock" in piece.kind else "\u2060" for piece in pieces)


def _joined(segment: Segment, lang: str) -> Iterator[str]:
    source, target = _text(segment.source), _text(segment.target or ())
    if NO_WORD.search(target):
        target = NO_WORDS.sub(" ", target)
    figures = FIGURES.findall(target) if FIGURE.search(target) else ()  # most texts are done with quickly
    figures = [word for word in figures if not any(script(letter) in IDEOGRAPHS for letter in word)]
    for word in (*figures, *_numbered(source, target), *_capitals(target, lang), *_sentences(target)):
        if word not in source:
            yield f"In the target of «{short(source)}» words run together: «{word[:40]}»."
            return


def _numbered(source: str, target: str) -> Iterator[str]:
    """A number that has a space before the next word in the source, and here a word with a capital right behind it."""
    for found in NUMBER.finditer(target):
        if re.search(rf"(?<![\d.,]){re.escape(found[1])}\.?\s", source):
            yield found[0]


def _capitals(text: str, lang: str) -> Iterator[str]:
    """Words like «theMarch»: a small word in lower case, and another with a capital right behind it."""
    small = WORDS.get(lang, frozenset())
    for word in re.findall(r"[^\W\d_]{5,}", text) if small else ():
        if word[1:].islower() or word.isupper():
            continue
        at = next((n for n in range(1, len(word) - 2) if word[n - 1].islower() and word[n].isupper()), 0)
        if at and word[:at] in small and word[at + 1 :].islower():
            yield word


def _sentences(text: str) -> Iterator[str]:
    """«home.They», «home,they»: not «example.org», and nothing of scripts that write no spaces there."""
    for found in SENTENCE.finditer(text):
        before, after = re.split(r"[.,;!?]", found[0])
        if "." in found[0] and not (before.islower() and after[0].isupper() and after[1:].islower()):
            continue
        if "." in found[0] and re.match(r"\.\w", text[found.end() :]):
            continue  # «ftp.Land.example.org»
        if script(before[-1]) not in IDEOGRAPHS and script(after[0]) not in IDEOGRAPHS:
            yield found[0]


def _codes(segment: Segment, lang: str) -> Iterator[str]:
    """Codes around words that touch a letter on the outside here, and none in the source."""
    there, here = _touching(segment.source), _touching(segment.target or ())
    known = {piece.id for piece in segment.source if piece.kind == "open"}
    for name, side, words in sorted(here - there):
        bound = lang in PREFIXED if side == "before" else lang not in ENDLESS
        if name in known and not bound and not any((one, way) == (name, side) for one, way, _ in there):
            yield f"In the target of «{short(_text(segment.source))}» no space stands {side} the code of «{words}»."


def _touching(pieces: Sequence[Piece]) -> set[tuple[str, str, str]]:
    """(id, side, words inside) of each pair of codes whose first or last letter has another right beside it."""
    found: set[tuple[str, str, str]] = set()
    inside = [piece for piece in pieces if "lock" not in piece.kind]
    for at, piece in enumerate(inside):
        if piece.kind == "open" and 0 < at < len(inside) - 1:
            _meet(found, piece.id, "before", inside[at - 1].text[-1:], inside[at + 1].text[:1], inside[at + 1].text)
        elif piece.kind == "close" and 0 < at < len(inside) - 1:
            _meet(found, piece.id, "after", inside[at - 1].text[-1:], inside[at + 1].text[:1], inside[at - 1].text)
    return found


def _meet(found: set[tuple[str, str, str]], name: str, side: str, first: str, second: str, words: str) -> None:
    letters = first.isalpha() and second.isalpha()
    if letters and not {script(first), script(second)} & IDEOGRAPHS:
        found.add((name, side, words.strip()[:40]))


APART = (
    "Bees dance.</source><target>Les abeilles dansent.</target></segment><ignorable><source> </source>{}</ignorable>"
    '<segment state="translated"><source>They sing.'
)

RULE = Rule(
    id="unit-spaces",
    title="The words of a translation stand apart",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1",),
    looks={Format.XLIFF: look},
    fix="Put the space into the target.",
    good=(
        targets(APART.format("<target> </target>"), "Elles chantent."),
        targets(APART.format(""), "Elles chantent."),
        targets("In 3 D shown.", "En 3D."),
        targets("See YouTube, H2O and a.org.", "Voir YouTube, H2O et a.org, c’est-à-dire."),
        targets('See <pc id="1">the hive</pc>s.', 'Voir l’<pc id="1">abeille</pc>.'),
        targets('Look at <pc id="1">the table</pc>.', 'Nézd a <pc id="1">táblázat</pc>ot.', lang="hu"),
    ),
    bad=(
        targets(APART.format("<target></target>"), "Elles chantent."),
        targets("Seit März 2025 zählen wir.", "SinceMarch2025we have counted.", lang="en"),
        targets("2.1 Die Waben", "2.1The combs", lang="en"),
        targets("Im März zählen wir.", "In theMarch we count.", lang="en"),
        targets("Wir zählen. Alle zählen.", "We count.Everybody counts.", lang="en"),
        targets('Siehe <pc id="1">die Bienen</pc> hier.', 'See<pc id="1">the bees</pc> here.', lang="en"),
        targets('Siehe <pc id="1">die Bienen</pc> hier.', 'See <pc id="1">the bees</pc>here.', lang="en"),
    ),
)
