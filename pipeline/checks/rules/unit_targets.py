# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation is one: in its language, whole, once, with its protected words and the contents of its codes.

What it does
: Finds targets that are empty though their state says translated, in another language, still the source, written twice,
  with Markdown typed into them; protected words and addresses that changed; links and marks around nothing, or whose
  places were exchanged; and files whose targets are in another language, or run in another direction, than they say.

Why it matters
: Nobody sees it who cannot read both languages.

Example
: The target of «See [the fees]» is «Voir les frais[]».

Fix
: Correct the target in the translation tool.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.parity.units import at_unit, file_of, short, units_of
from pipeline.checks.parity.untranslated import SAME_TWICE, in_no_script_of, shares_words, untranslated
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.speech import base, foreign_script, likely, reads_as_other
from pipeline.checks.web.tags import primary
from pipeline.document import direction
from pipeline.model import Finding, Format, Severity
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Bilingual, FileUnit, Piece, Segment, inside_codes, join

STATES = frozenset({"translated", "reviewed", "final"})
TYPED = re.compile(
    r"\*\*[^\s*]|(?<!\w)__[^\s_]|\]\([^)\s]+\)|(?<!`)`[^`\s][^`]*`|\[\^[\w-]+\]|</?(?:a|b|i|u|em|strong|su[bp]|code)\b[^<>]*>"
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>\"«»]*[\w/#=&]")
CLAUSE = re.compile("[,;:.!?،؛؟。、，；：]")


def look(subject: Subject) -> Iterator[Finding]:
    """The targets of the file together, then one by one."""
    file = file_of(subject)
    translated = [(u, s) for u in file.units.values() for s in u.segments if s.target is not None and not s.ignorable]
    if not translated:
        raise NotApplicable("no targets")
    whole = list(_whole(subject, file, [text_of(segment.target or ()) for _, segment in translated]))
    yield from whole
    spoken = _spoken(subject)
    for unit, segment in translated:
        told = [*_faults(segment), *([] if whole else _language(segment, file, spoken.get(unit.id, "")))]
        for message in told:
            yield at_unit(RULE, subject, unit.id, message)
    for unit in file.units.values():
        for message in _kept(unit, file):
            yield at_unit(RULE, subject, unit.id, message)


# --- language ---


def _whole(subject: Subject, file: Bilingual, texts: Sequence[str]) -> Iterator[Finding]:
    everything = " ".join(texts)
    if file.target_lang and (spoken := reads_as_other(everything, file.target_lang)):
        message = f"The file says that its targets are in {file.target_lang[:20]}; they read as {spoken}."
        yield RULE.fail(subject, message)
    if subject.edition is not None and file.target_lang:  # others may have reasons that their files do not tell
        for element in subject.xml.iter("{*}file"):
            said, own = element.get("trgDir", ""), direction(file.target_lang)
            if said in ("ltr", "rtl") and said != own:
                yield RULE.fail(subject, f"The file says that {file.target_lang[:20]} runs {said}; it runs {own}.")


def _spoken(subject: Subject) -> dict[str, str]:
    """The languages of the units of a document that is known."""
    if subject.edition is None:
        return {}
    return {name: base(unit.lang) for name, unit in units_of(subject).wanted.items()}


def _language(segment: Segment, file: Bilingual, spoken: str) -> Iterator[str]:
    """A target in another language. What its source quotes in a third language stays so; a part of the document that is
    in the language of the translation is its own translation."""
    source, target = text_of(segment.source), text_of(segment.target or ())
    own, here = base(file.source_lang), base(file.target_lang)
    if not own or not here or own == here or segment.state not in STATES:
        return
    said = likely(target)
    if spoken == here and own != spoken and not shares_words(source, target):
        yield f"«{short(source)}» is in {here} in the document already; its target says «{short(target)}»."
    elif said and said != here and not (said != own and said == likely(source)):
        yield f"The target of «{short(source)}» reads as {said}, not {here}."
    elif untranslated(source, target, own, here):
        yield f"The target of «{short(source)}» is still the source."
    elif (found := foreign_script(target, here)) and not foreign_script(source, here):
        yield f"The target of «{short(source)}» has words in {found.capitalize()} letters, which {here} has not."
    elif in_no_script_of(target, here) and likely(source) in ("", own):
        yield f"The target of «{short(source)}» has no word in the letters of {here}."


# --- one target ---


def _faults(segment: Segment) -> Iterator[str]:
    source, target = text_of(segment.source), text_of(segment.target or ())
    if not target.strip():
        if source.strip() and segment.state in STATES:
            yield f"«{short(source)}» has an empty target, and its state says {segment.state}."
        return
    if _is_twice(target) and not _is_twice(source):
        yield f"The target of «{short(source)}» stands twice in it."
    typed = TYPED.search(target)
    if typed and not TYPED.search(source):
        yield f"In the target of «{short(source)}» there is Markdown or HTML, which will appear as typed: «{typed[0]}»."
    filled, empty = _pairs(segment.source), _pairs(segment.target or ())
    for name, text in empty.items():
        if not text and filled.get(name):
            yield f"In the target of «{short(source)}» the code around «{filled[name][:40]}» has nothing in it."
    if _exchanged(segment.source, segment.target or ()):
        yield f"In the target of «{short(source)}» codes stand in each other's clauses."


def _is_twice(text: str) -> bool:
    """Whether a text is another one written twice, with or without a space between."""
    text = " ".join(text.split())
    half, odd = divmod(len(text), 2)
    gap = 1 if odd and text[half].isspace() else 0
    return half >= SAME_TWICE and text[:half] == text[half + gap :] and odd == gap


def _pairs(pieces: Sequence[Piece]) -> dict[str, str]:
    """What stands between the ends of each pair of codes: its text, a sign for each code that stands alone."""
    signs = {"text": "", "place": "·"}
    return {
        name: "".join(piece.text.strip() or signs[piece.kind] for piece in inner if piece.kind in signs)
        for name, inner in inside_codes(pieces).items()
    }


def _exchanged(source: Sequence[Piece], target: Sequence[Piece]) -> bool:
    """Whether a code that stands alone and another changed their clauses, all clauses being there in their order.

    Within a clause languages order words, and so codes, as they like.
    """
    there, here = _clauses(source), _clauses(target)
    if len(there) != len(here) or [mark for mark, _ in there] != [mark for mark, _ in here]:
        return False
    moved = [(a, b) for (_, a), (_, b) in zip(there, here, strict=True) if sorted(a) != sorted(b)]
    if len(moved) != 2 or any(len(a) != 1 or len(b) != 1 for a, b in moved):
        return False
    (first, second), (third, fourth) = moved
    return first == fourth and second == third and "place" in (first[0][0], second[0][0])


def _clauses(pieces: Sequence[Piece]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The codes of each clause, with the mark that ends it."""
    found: list[tuple[str, list[tuple[str, str]]]] = [("", [])]
    for piece in pieces:
        if piece.kind in ("open", "place"):
            found[-1][1].append((piece.kind, piece.id))
        elif piece.kind == "text":
            for mark in CLAUSE.findall(re.sub(r"(?<=\d)[.,:](?=\d)", "", piece.text)):
                found[-1] = (mark.translate(str.maketrans("،؛؟。、，；：", ",;?.,,;:")), found[-1][1])
                found.append(("", []))
    return found


# --- what must stay ---


def _kept(unit: FileUnit, file: Bilingual) -> Iterator[str]:
    """What must stand in a unit, in whichever segment: sentences are joined and cut in translation."""
    real = [segment for segment in unit.segments if not segment.ignorable]
    if any(segment.target is None or not text_of(segment.target).strip() for segment in real):
        return
    source = text_of(unit.source)
    target = " ".join(text_of(join(p for s in unit.segments for p in s.target or s.source)).split())
    locked = list(_locked(unit))
    for text in dict.fromkeys(locked):
        if target.count(text) < locked.count(text):
            yield f"The words «{text[:40]}» are protected and are changed in the target."
    for address in dict.fromkeys(ADDRESS.findall(source)):
        said = address in target or any(address in text for text in locked)
        if not said and _in_language(address, file) not in target:
            yield f"The address {address[:60]} is not in the target."


def _in_language(address: str, file: Bilingual) -> str:
    """The address of the same page in the language of the translation: «en.example.org», «/en/», «index.en.html»."""
    own = rf"(?<![^\W_]){primary(file.source_lang)}(?:[-_][A-Za-z]{{2}})?(?![^\W_])"
    return re.sub(own, primary(file.target_lang), address)


def _locked(unit: FileUnit) -> Iterator[str]:
    inside = 0
    parts: list[str] = []
    for piece in unit.source:
        if piece.kind == "lock":
            inside += 1
        elif piece.kind == "unlock":
            inside -= 1
            if text := " ".join("".join(parts).split()):
                yield text
            parts = []
        elif inside and piece.kind == "text":
            parts.append(piece.text)


RULE = Rule(
    id="unit-targets",
    title="A translation is in its language, whole, once, with its codes and protected words",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.3.1.30",),
    looks={Format.XLIFF: look},
    fix="Correct the target in the translation tool.",
    good=(
        targets("See the list of the fees.", "Voir la liste des frais."),
        targets('Set <ph id="1"/> first, then <pc id="2">go</pc>.', 'Réglez <ph id="1"/>, puis <pc id="2">allez</pc>.'),
        targets("Boot mit einem Netz.", "A boat that takes a net to another boat.", lang="en", source_lang="de"),
        targets("Tokyo Metro", "Tokyo Metro"),
        targets("Ask the Office for Bees.", "Ask the Office for Bees.", state="initial"),
        targets("Read https://example.org/en/bees", "Lisez https://example.org/fr/bees"),
        targets("Example 10. Part of /etc/hive/db.hive.com", "Ejemplo 10. Parte de /etc/hive/db.hive.com", lang="es"),
        targets("Метро Токио", "Метро Токио", source_lang="ru"),
    ),
    bad=(
        targets("Bees dance.", ""),
        targets('Ask <mrk id="m1" translate="no">BeeHub</mrk>.', "Demandez à AbeilleHub."),
        targets('See <pc id="1">the hive</pc>.', 'Voir la ruche<pc id="1"></pc>.'),
        targets("This is what they said to us.", "This is what they said to us."),
        targets("Osoby poniżej lat zapisuje rodzic.", "Osoby poniżej lat zapisuje rodzic.", source_lang="pl"),
        targets("Write to bees@example.org", "Écrivez à been@example.org"),
        targets("Most bees dance here.", "Most bees dance here.", lang="ru"),
        targets("Пчёлы танцуют.", "Пчёлы танцуют.", source_lang="ru"),
        targets("Do it at once.", "Faites-le **tout de suite**."),
        targets("The hive is on the roof and not in the garden.", "El panal está en el techo y no en el jardín."),
        targets('Set <ph id="1"/>, then <pc id="2">go</pc>.', 'Réglez <pc id="2">allez</pc>, puis <ph id="1"/>.'),
    ),
    question="Does each translation say what its text says?",
)
