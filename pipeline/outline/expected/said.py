# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page in plain language, or with reading aids, says of itself in the product's words: what it is, who compared
it, its summary, how long and how hard it is, why parts are left out, and the glossary at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.document.front import front_lines
from pipeline.document.text import fold, text_of, top_level, walk, walk_inlines
from pipeline.labels import date, number
from pipeline.model import Block, Edition, InlineKind, Node, Role, Term
from pipeline.outline.expected import own_words
from pipeline.plain.authored import terms as places
from pipeline.plain.authored.source import Front, PlainBlock, PlainText
from pipeline.plain.authored.translated import notice_at
from pipeline.plain.measures.measure import grade_of, minutes_of
from pipeline.plain.measures.passages import measured_document, measured_edition, passages


def _own(edition: Edition, text: str, kind: str, block: str = "") -> Node:
    """A paragraph in the words of the product."""
    _, lang, way = own_words(edition)
    attrs = {"kind": kind, **({"block": block} if block else {})}
    return Node(Role.PARAGRAPH, fold(text), (), 0, lang, way, attrs)


def box(edition: Edition, original: Edition, plain: PlainText) -> Iterator[Node]:
    """What the page says of itself above the text. In: its edition, the original, and what is written for it."""
    yield from _state(edition, plain.front)
    yield _own(edition, _time(edition), "fact")
    if grades := _grades(edition, original, plain):
        grade, before = (number(value, own_words(edition)[0].lang) for value in grades)
        yield _own(edition, own_words(edition)[0]("plain_grade", grade=grade, original=before), "fact")


def _state(edition: Edition, front: Front) -> Iterator[Node]:
    """Which kind of text this is, who has compared it, what it says in short and for whom it is."""
    words, lang, way = own_words(edition)
    yield _own(edition, words("plain"), "kind")
    yield _own(edition, words("plain_prevails"), "notice")
    yield from _compared(edition, front)
    if front.summary:
        yield Node(Role.HEADING, words("plain_summary"), (), 2, lang, way, {"kind": "label", "block": "front:summary"})
        yield from _notice(edition, front, "summary")
        items = (
            _text(Role.ITEM, text, edition, _at(front.lines, "summary", str(number)), _way(front, f"summary:{number}"))
            for number, text in enumerate(front.summary, 1)
        )
        yield Node(Role.LIST, "", tuple(items), 0, edition.lang, edition.dir, {"block": "front:summary"})
    if front.audience:
        label = words("plain_audience")
        own = (Node(Role.SPAN, label, (), 0, lang, way),) if lang != edition.lang else ()
        marked = (*own, *_foreign(front, front.audience, "audience"))
        yield from _notice(edition, front, "audience")
        text = fold(f"{label} {front.audience}")
        attrs = {"block": "front:audience"}
        yield Node(Role.PARAGRAPH, text, marked, 0, edition.lang, edition.dir, attrs)


def _compared(edition: Edition, front: Front) -> Iterator[Node]:
    """Who has compared the text with its original; of a translation, that it was the text it was made from, and what
    else is not done."""
    words = own_words(edition)[0]
    who, when = front.reviewed
    key = "plain_reviewed_before" if edition.translated_from else "plain_reviewed"
    if front.is_reviewed:
        yield _own(edition, words(key, who=who, when=date(when, words.lang)), "notice", "front:reviewed")
    elif not edition.translated_from:
        yield _own(edition, words("plain_draft"), "notice", "front:reviewed")
    for line in front_lines(edition) if edition.translated_from else ():
        if line.kind in ("draft", "untranslated", "stale"):
            yield _own(edition, line.text, "notice")


def _notice(edition: Edition, front: Front, name: str) -> Iterator[Node]:
    """What a translation says of a part that stands beside its text."""
    if line := notice_at(edition, front, name):
        yield _own(edition, line.text, "notice")


def _way(front: Front, name: str) -> tuple[str, str]:
    """Language and direction of what is not translated yet."""
    return front.foreign.get(name, ("", ""))


def _foreign(front: Front, text: str, name: str) -> tuple[Node, ...]:
    lang, way = _way(front, name)
    return (Node(Role.SPAN, fold(text), (), 0, lang, way),) if lang else ()


def _grades(edition: Edition, original: Edition, plain: PlainText) -> tuple[float, float] | None:
    """How hard the text and its original are, where both are in one language that has a formula."""
    if edition.lang != original.lang or edition.translated_from:
        return None
    ours = grade_of(measured_edition(edition, plain), edition.lang)
    theirs = grade_of(measured_document(original.document), original.document.meta.lang)
    return None if ours is None or theirs is None else (ours, theirs)


def aids(edition: Edition) -> Iterator[Node]:
    """What the page of the original with reading aids says of itself: never that it is plain."""
    words = own_words(edition)[0]
    yield _own(edition, words("aids_title"), "kind")
    yield _own(edition, words("aids_notice"), "notice")
    yield _own(edition, _time(edition), "fact")
    grade = grade_of(measured_document(edition.document), edition.document.meta.lang)
    if grade is not None:
        yield _own(edition, words("aids_grade", grade=number(grade, words.lang)), "fact")


def _time(edition: Edition) -> str:
    return own_words(edition)[0]("plain_time", minutes=minutes_of(passages(edition.document.blocks)))


def of_part(part: PlainBlock, edition: Edition, front: Front) -> Iterator[Node]:
    """What is said of a part: why it is left out, that its original has changed since."""
    words = own_words(edition)[0]
    name = part.stands_for[0]
    if part.omitted:
        yield from _notice(edition, front, f"reason:{name}")
        made = _own(edition, words("plain_omitted", reason=part.reason), "notice", name)
        yield replace(made, children=_foreign(front, part.reason, f"reason:{name}"))
    if (edition.behind if edition.translated_from else edition.stale) & set(part.stands_for):
        yield _own(edition, words("plain_stale"), "notice", name)


def glossary(
    edition: Edition, terms: Iterable[Term], blocks: Sequence[Block], front: Front | None = None
) -> Iterator[Node]:
    """The terms with their definitions, and what the abbreviations of the text stand for. ``front`` is that of a plain
    text: with the words of the original, and the lines of all of it."""
    front = front or Front()
    originals, lines = dict(front.originals), front.lines
    words, lang, way = own_words(edition)
    known: dict[str, str] = {}
    for term in terms:
        if term.definition:
            known.setdefault(term.term, term.definition)
    short = {name: long for name, long in _abbreviations(blocks).items() if long and not places.which(name, known)}
    if not known and not short:
        return
    level = top_level(edition.document.blocks)
    yield Node(Role.HEADING, words("glossary"), (), level, lang, way, {"block": "front:glossary"})
    yield from _notice(edition, front, "glossary")
    listed: list[Node] = []
    for name in sorted(known, key=str.casefold):
        key = f"glossary:{name}"
        listed.append(_text(Role.TERM, name, edition, _at(lines, "glossary", name), _way(front, key)))
        at = _at(lines, "glossary", name, "definition")
        listed.append(_text(Role.DEFINITION, known[name], edition, at, _way(front, f"{key}:definition")))
        if originals.get(name):
            text = f"{words('plain_in_original')} “{originals[name]}”"
            at = _at(lines, "glossary", name, "original")
            listed.append(Node(Role.DEFINITION, fold(text), (), 0, lang, way, at))
    if listed:
        attrs = {"block": "front:glossary"}
        yield Node(Role.DEFINITIONS, "", tuple(listed), 0, edition.lang, edition.dir, attrs)
    if short:
        attrs = {"kind": "label", "block": "front:abbreviations"}
        yield Node(Role.HEADING, words("abbreviations"), (), min(level + 1, 6), lang, way, attrs)
        listed = []
        for name in sorted(short):
            at = _at(lines, "abbreviations", name)
            listed += [_text(Role.TERM, name, edition, at), _text(Role.DEFINITION, short[name], edition, at)]
        attrs = {"block": "front:abbreviations"}
        yield Node(Role.DEFINITIONS, "", tuple(listed), 0, edition.lang, edition.dir, attrs)


def _text(
    role: Role, text: str, edition: Edition, attrs: Mapping[str, str], tongue: tuple[str, str] = ("", "")
) -> Node:
    lang, way = tongue
    return Node(role, fold(text), (), 0, lang or edition.lang, way or edition.dir, attrs)


def _at(lines: Mapping[str, int], *keys: str) -> Mapping[str, str]:
    """Where a text of the front matter stands: the longest of its keys that has a line."""
    names = (":".join(keys[:length]) for length in range(len(keys), 0, -1))
    return next(({"block": f"front:{name}"} for name in names if name in lines), {})


def _abbreviations(blocks: Iterable[Block]) -> Mapping[str, str]:
    """The abbreviations of a text with what the first of each stands for."""
    found: dict[str, str] = {}
    for block in walk(tuple(blocks)):
        for piece in walk_inlines(block.inlines):
            if piece.kind is InlineKind.ABBREVIATION:
                found.setdefault(text_of((piece,)), piece.title)
    return found
