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
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.speech import IDEOGRAPHS, LANGUAGES, SMALL_WORDS, foreign_script, likely, reads_as, scripts
from pipeline.checks.web.tags import primary
from pipeline.document import direction
from pipeline.model import Finding, Format, Severity
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Bilingual, FileUnit, Piece, Segment, inside_codes, join
from pipeline.translate.words import words

STATES = frozenset({"translated", "reviewed", "final"})
TYPED = re.compile(
    r"\*\*[^\s*]|(?<!\w)__[^\s_]|\]\([^)\s]+\)|(?<!`)`[^`\s][^`]*`|\[\^[\w-]+\]|</?(?:a|b|i|u|em|strong|su[bp]|code)\b[^<>]*>"
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>\"«»]*[\w/#=&]")
CLAUSE = re.compile("[,;:.!?،؛؟。、，；：]")
SAME_TWICE = 12
"""How many letters a text must have before two of it are no chance."""
FEW = 3


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
    spoken = likely(everything)
    if spoken and file.target_lang and spoken != _base(file.target_lang) and not reads_as(everything, file.target_lang):
        message = f"The file says that its targets are in {file.target_lang[:20]}; they read as {spoken}."
        yield RULE.fail(subject, message)
    if subject.edition is not None and file.target_lang:  # others may have reasons that their files do not tell
        for element in subject.xml.iter("{*}file"):
            said, own = element.get("trgDir", ""), direction(file.target_lang)
            if said in ("ltr", "rtl") and said != own:
                yield RULE.fail(subject, f"The file says that {file.target_lang[:20]} runs {said}; it runs {own}.")


def _base(lang: str) -> str:
    return {"no": "nb", "nn": "nb"}.get(primary(lang), primary(lang))


def _spoken(subject: Subject) -> dict[str, str]:
    """The languages of the units of a document that is known."""
    if subject.edition is None:
        return {}
    return {name: _base(unit.lang) for name, unit in units_of(subject).wanted.items()}


def _language(segment: Segment, file: Bilingual, spoken: str) -> Iterator[str]:
    """A target in another language. What its source quotes in a third language stays so; a part of the document that is
    in the language of the translation is its own translation."""
    source, target = text_of(segment.source), text_of(segment.target or ())
    own, here = _base(file.source_lang), _base(file.target_lang)
    if not own or not here or own == here or segment.state not in STATES:
        return
    said = likely(target)
    of_source = likely(source)
    quoted = of_source not in ("", own)
    if spoken == here and own != spoken and not _shares_words(source, target):
        yield f"«{short(source)}» is in {here} in the document already; its target says «{short(target)}»."
    elif said and said != here and (not quoted or said != of_source):
        yield f"The target of «{short(source)}» reads as {said}, not {here}."
    elif _untranslated(source, target, own, here):
        yield f"The target of «{short(source)}» is still the source."
    elif (found := foreign_script(target, here)) and not foreign_script(source, here):
        yield f"The target of «{short(source)}» has words in {found.capitalize()} letters, which {here} has not."
    elif _in_no_script_of(target, here) and not quoted:
        yield f"The target of «{short(source)}» has no word in the letters of {here}."


def _shares_words(source: str, target: str) -> bool:
    """Whether half of the words of a text are in the other, as where only some were put better."""
    there, here = ({word.casefold() for word in words(text)} for text in (source, target))
    return not there or len(there & here) * 2 >= len(there)


def _untranslated(source: str, target: str, own: str, here: str) -> bool:
    """Whether a target is its source, and that has small words that only its own language has, or words in a script
    that the target's language is not written in."""
    if source.split() != target.split():
        return False
    if foreign_script(target, here) and not foreign_script(source, own):
        return _is_text(target)
    if here in LANGUAGES_OF_ONE and own not in LANGUAGES_OF_ONE:
        return sum(len(word) >= FEW and word.isalpha() and word.islower() for word in source.split()) > 1
    small = set(SMALL_WORDS.get(own, "").split()) - set(SMALL_WORDS.get(here, "").split())
    return len(words(source)) >= FEW and sum(word in small for word in source.lower().split()) > 1


def _is_text(text: str) -> bool:
    """Whether it is more than a name, which may stay in its own letters: a word that begins with a small letter, or
    three words of a script without capitals, or as many signs as a sentence of one without spaces."""
    found = words(text)
    letters = [c for c in text if c.isalpha()]
    if any(c.lower() != c.upper() for c in letters):
        return any(len(word) >= FEW and word.islower() for word in text.split())
    return len(found) >= FEW if not set(scripts(text)) & IDEOGRAPHS else len(letters) >= SAME_TWICE


def _in_no_script_of(text: str, lang: str) -> bool:
    """Whether the words of a text, not all of them names, are in none of the scripts of their language."""
    own = {name for name, languages in LANGUAGES.items() if lang in languages}
    found = scripts(text)
    common = sum(word.isalpha() and word.islower() for word in text.split())
    latin = lang in SMALL_WORDS and lang not in ("ru", "uk")
    return bool(own) and not latin and lang in LANGUAGES_OF_ONE and not own & set(found) and common >= FEW


LANGUAGES_OF_ONE = frozenset("ar fa ur he yi el ru uk be bg mk ko ja zh hi mr ne th bn ta te kn ml gu hy ka am km".split())  # noqa: SIM905, E501 read as words
"""Languages that are never written in Latin letters."""


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
        targets("Read https://example.org/en/bees", "Lisez https://example.org/fr/bees"),
        targets("Example 10. Part of /etc/hive/db.hive.com", "Ejemplo 10. Parte de /etc/hive/db.hive.com", lang="es"),
        targets("Метро Токио", "Метро Токио", source_lang="ru"),
    ),
    bad=(
        targets("Bees dance.", ""),
        targets('Ask <mrk id="m1" translate="no">BeeHub</mrk>.', "Demandez à AbeilleHub."),
        targets('See <pc id="1">the hive</pc>.', 'Voir la ruche<pc id="1"></pc>.'),
        targets("This is what they said to us.", "This is what they said to us."),
        targets("Write to bees@example.org", "Écrivez à been@example.org"),
        targets("Most bees dance here.", "Most bees dance here.", lang="ru"),
        targets("Пчёлы танцуют.", "Пчёлы танцуют.", source_lang="ru"),
        targets("Do it at once.", "Faites-le **tout de suite**."),
        targets("The hive is on the roof and not in the garden.", "El panal está en el techo y no en el jardín."),
        targets('Set <ph id="1"/>, then <pc id="2">go</pc>.', 'Réglez <pc id="2">allez</pc>, puis <ph id="1"/>.'),
    ),
    question="Does each translation say what its text says?",
)
