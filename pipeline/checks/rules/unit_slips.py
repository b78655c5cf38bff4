# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation has no slips of the hand.

What it does
: Looks in the targets for a word that stands twice in a row, for two words written as one that stand side by side
  elsewhere in the file, or that are common words and together none that the language has; for a colon or a question
  mark at the end that is gone; and for two codes (links, strong words) that stand around each other's words, as far as
  the file itself tells how those words are translated. What the source has itself is no fault; in languages that double
  words or write them in one, nothing is said of that.

Why it matters
: A reader stumbles, a list loses the words that lead to it, a link leads elsewhere than it says.

Example
: «The the bees», «thebees» where the file has «the bees», «Who may come» for «Qui peut venir ?».

Fix
: Correct the target in the translation tool.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.checks.parity.joined_words import LEAST, is_known, unknown
from pipeline.checks.parity.repeated import repeated
from pipeline.checks.parity.units import at_unit, file_of, short
from pipeline.checks.parity.xliff_examples import targets
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.speech import SMALL_WORDS
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity
from pipeline.translate.pieces import FileUnit, Piece, Segment, inside_codes

CODE = "\ufffc"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
MACHINE = re.compile(r"\S*[/\\@_={}]\S*|[\w-]+(?:\.[\w-]+)+")
"""An address, a path, the name of a file or a host: no word of the language."""
TWICE = re.compile(rf"(?<![\w'’-])({WORD.pattern})\s+\1(?![\w'’-]|\.\w)", re.IGNORECASE)
UNDOUBLED = frozenset(  # those that are read as words
    "en fr es pt ca gl it ro de nl sv da nb nn no pl cs sk sl hr lt lv et fi ru uk bg".split()  # noqa: SIM905
)
"""Languages that do not double a word to say more, but for those here."""
DOUBLED = {
    "en": "had that is very so no do long", "fr": "nous vous très",
    "it": "piano pian via man mano poco ben molto passo",
    "es": "muy", "pt": "muito já logo", "ca": "molt", "ro": "foarte", "pl": "bardzo", "cs": "velmi", "ru": "очень да",
}  # fmt: skip
# Their small words meet at the border of a clause («die, die die Bienen»).
AT_BORDERS = frozenset({"de", "nl", "sv", "da", "nb", "nn", "no"})
APART = frozenset("en fr es pt ca gl it ro".split())  # noqa: SIM905
"""Languages in which two words that stand side by side are seldom written as one."""
UNMARKED = frozenset("th lo km my bo dz".split())  # noqa: SIM905
"""Languages that end sentences without marks."""
ENDS = {":": ":", "：": ":", "?": "?", "？": "?", "؟": "?"}


def look(subject: Subject) -> Iterator[Finding]:
    """Every segment that has a target."""
    file = file_of(subject)
    lang = primary(file.target_lang)
    translated = [(u, s) for u in file.units.values() for s in u.segments if s.target and not s.ignorable]
    if not translated:
        raise NotApplicable("no targets")
    beside = _side_by_side(translated) if lang in APART else {}
    alone = _alone(translated) if lang in APART else {}
    known = _known(translated)
    for unit, segment in translated:
        source, target = _text(segment.source), _text(segment.target or ())
        told = [*_twice(source, target, lang), *_joined(source, target, beside, lang), *_exchanged(segment, known)]
        told += _repeated(source, target)
        told += unknown(_words(target), source, alone, lang)
        if lang not in UNMARKED and unit.segments and segment is _last(unit):
            told += _end(source, target)
        for what in told:
            yield at_unit(RULE, subject, unit.id, f"In the target of «{short(source.replace(CODE, ''))}» {what}")


def _text(pieces: Sequence[Piece]) -> str:
    """The text with a sign for each code, so that nothing meets across one."""
    return "".join(piece.text if piece.kind == "text" else "" if "lock" in piece.kind else CODE for piece in pieces)


def _last(unit: FileUnit) -> Segment:
    return [segment for segment in unit.segments if not segment.ignorable][-1]


def _twice(source: str, target: str, lang: str) -> Iterator[str]:
    if lang not in UNDOUBLED or TWICE.search(source):
        return
    allowed = set(DOUBLED.get(lang, "").split()) | _at_borders(lang)
    for found in TWICE.finditer(target):
        word = found[1]
        if len(word) > 1 and word.lower() not in allowed and _is_cased_alike(*found[0].split()):
            yield f"a word stands twice: «{found[0][:60]}»."
            return


def _repeated(source: str, target: str) -> Iterator[str]:
    """Several words, or an amount, that follow each other twice, where nothing of the source does."""
    if (said := repeated(target)) and not repeated(source):
        yield f"«{said[:60]}» stands twice, one after the other."


def _is_cased_alike(one: str, other: str) -> bool:
    """Whether the second of two words is written as one that goes on: not «the The Bee», which begins a name, and not
    «NOTE Note», which follows a label."""
    return one == other or (one[:1].isupper() and other.islower())


def _at_borders(lang: str) -> set[str]:
    return set(SMALL_WORDS.get(lang, "").split()) if lang in AT_BORDERS else set()


def _side_by_side(translated: Sequence[tuple[FileUnit, Segment]]) -> Mapping[str, str]:
    """Pairs of words that stand side by side in the targets, by what they are when written as one; without those that
    stand written as one more than once."""
    pairs: dict[str, str] = {}
    times: dict[str, int] = defaultdict(int)
    for _, segment in translated:
        for run in re.split(r"[^\w\s'’]+", _text(segment.target or ())):
            words = run.split()
            for word in words:
                times[word.lower()] += 1
            for one, other in pairwise(words):
                if min(len(one), len(other)) >= LEAST and one.isalpha() and other.isalpha() and other.islower():
                    pairs[f"{one}{other}".lower()] = f"{one} {other}"
    return {joined: apart for joined, apart in pairs.items() if times.get(joined, 0) == 1}


def _joined(source: str, target: str, beside: Mapping[str, str], lang: str) -> Iterator[str]:
    for word in _words(target) if beside else ():
        apart = beside.get(word.lower())
        if apart and word not in source and not is_known(word, apart, lang):
            yield f"words run together: «{word[:60]}»; elsewhere it is «{apart[:60]}»."


def _alone(translated: Sequence[tuple[FileUnit, Segment]]) -> Mapping[str, int]:
    """The words of the targets in small letters, and how often each stands there."""
    return Counter(word.lower() for _, segment in translated for word in WORD.findall(_text(segment.target or ())))


def _words(text: str) -> list[str]:
    return WORD.findall(MACHINE.sub(" ", text))


def _end(source: str, target: str) -> list[str]:
    there, here = source.rstrip(f"{CODE} \u00a0\u202f"), target.rstrip(f"{CODE} \u00a0\u202f")
    mark = ENDS.get(there[-1:], "")
    return [f"the «{mark}» at the end is gone."] if mark and here[-1:].isalnum() else []


# --- the words of codes ---


def _known(translated: Sequence[tuple[FileUnit, Segment]]) -> Mapping[str, set[str]]:
    """The translations of texts that stand alone (headings, terms) or in a code, as the file gives them."""
    found: dict[str, set[str]] = defaultdict(set)
    for unit, segment in translated:
        if len(unit.segments) == 1:
            found[_core(_text(segment.source))].add(_core(_text(segment.target or ())))
    return found


def _exchanged(segment: Segment, known: Mapping[str, set[str]]) -> Iterator[str]:
    there, here = _within(segment.source), _within(segment.target or ())
    for name, words in there.items():
        wanted = known.get(words, set())
        own = here.get(name, "")
        if not own or not wanted or any(_alike(own, one) for one in wanted):
            continue
        for other, theirs in here.items():
            if other != name and there.get(other) != words and any(_alike(theirs, one) for one in wanted):
                yield f"the codes of «{words[:40]}» and «{there.get(other, '')[:40]}» stand around each other's words."
                return


def _within(pieces: Sequence[Piece]) -> dict[str, str]:
    """The words between the ends of each pair of codes."""
    return {
        name: _core("".join(piece.text for piece in inner if piece.kind == "text"))
        for name, inner in inside_codes(pieces).items()
    }


def _core(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for an article or another small word before one of them."""
    return one == other or f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")


def _file(*pairs: tuple[str, str]) -> Example:
    """An English text and its French translation, unit by unit."""
    return targets(*pairs[0], more=pairs[1:])


RULE = Rule(
    id="unit-slips",
    title="A translation has no slips of the hand",
    severity=Severity.WARNING,
    clauses=("XLIFF 2.1 4.3.1.30",),
    looks={Format.XLIFF: look},
    fix="Correct the target in the translation tool.",
    good=(
        targets("The file file.patch is here.", "El archivo archivo.patch está aquí.", lang="es"),
        targets("See section Dance.", "Voir la section Section de danse."),
        targets("See below.", "Voir ci-dessous.", more=(("Some cents here.", "Des sous ici."),)),
        targets("Look for them.", "Hay que encontrarlos.", lang="es", more=(
            ("Find the bees.", "Hay que encontrar los nidos."),)),
        targets("Its host is otherdomain.example.org.", "Son hôte est autredomaine.example.org.", more=(
            ("An other domain.", "Un autre domaine."),)),
        targets("We wash ourselves.", "Nous nous lavons."),
        targets("Baden Baden is near.", "Baden Baden est proche."),
        targets("Who comes?", "Qui vient ?"),
        targets("Wait:", "รอ", lang="th"),
        _file(("The bee dances.", "L’abeille danse."), ("A workplace: a place for work.", "Un lieu.")),
        _file(("The fees", "Les frais"), ('See <pc id="1">the fees</pc> and <pc id="2">the bees</pc>.',
              'Voir <pc id="2">les abeilles</pc> et <pc id="1">les frais</pc>.')),
    ),
    bad=(
        targets("The bees dance.", "Les abeilles abeilles dansent."),
        targets("You need:", "Il vous faut"),
        targets("It costs 80 €.", "Cela coûte 80 €. 80 €."),
        targets("Who comes?", "Qui vient"),
        _file(("See the good bees here.", "Voir les bonnes abeilles ici."), ("Good bees", "Bonnesabeilles")),
        targets("Osoby zapisuje rodzic.", "Peopleunder age are enrolled.", lang="en", source_lang="pl"),
        targets("Jede alte Wabe in jedem Stock.", "In everyold comb of every very old hive.", lang="en"),
        _file(("The fees", "Les frais"), ('See <pc id="1">the fees</pc> and <pc id="2">the bees</pc>.',
              'Voir <pc id="1">les abeilles</pc> et <pc id="2">les frais</pc>.')),
    ),
    question="Does each translation say what its text says?",
)  # fmt: skip
