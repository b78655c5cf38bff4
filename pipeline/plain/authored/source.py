# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading ``plain.md``: front matter, and blocks between fences that name the source blocks they stand for.

    ::: {.plain for="p-1a2b3c4d i-5e6f7a8b" hash="9c0d1e2f"}
    <!-- The original, for whoever writes. -->
    The plain text, in the same Markdown as the original.
    :::

    ::: {.omitted for="p-00112233" hash="44556677" reason="Why it is left out."}
    :::

docs/plain.md tells writers about it. HTML comments are for writers and are read by nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.document import parse
from pipeline.document.source import split_front_matter
from pipeline.errors import InputError
from pipeline.model import Block, BlockKind, Document, Source, Term
from pipeline.plain.authored.front_places import lines_of, lines_of_entries, pairs_of
from pipeline.settings import Settings

FENCE = re.compile(r"^:{3,}\s*\{\s*\.(plain|omitted)\b[^}\n]*\}\s*$", re.MULTILINE)
CODE_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
KNOWN = frozenset(
    {
        "title",
        "lang",
        "summary",
        "audience",
        "glossary",
        "abbreviations",
        "aliases",
        "reviewed",
        "sign-offs",
        "subtitle",
    }
)


@dataclass(frozen=True, slots=True)
class SignOff:
    """A finding of the guard that a person answered: block, dimension, words of the finding (or all), reason,
    and the line in ``plain.md`` (0: not known)."""

    block: str
    finding: str
    words: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter of ``plain.md`` says. ``reviewed`` is (who, when), both empty: no person has."""

    title: str = ""
    subtitle: str = ""
    lang: str = ""
    summary: tuple[str, ...] = ()
    audience: str = ""
    glossary: tuple[Term, ...] = ()
    originals: tuple[tuple[str, str], ...] = ()  # term of the glossary → the words of the original for it
    abbreviations: tuple[tuple[str, str], ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reviewed: tuple[str, str] = ("", "")
    sign_offs: tuple[SignOff, ...] = ()
    unknown: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """Key → the line on which it stands; of what is below keys too: ``summary:2``, ``glossary:hive``,
    ``glossary:hive:definition``, ``abbreviations:UN``."""
    foreign: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of a translation: name, as of a line, or ``reason:ID`` → language and direction of what is not translated yet."""
    outdated: frozenset[str] = frozenset()
    """Of a translation: the names of what has changed since it was translated."""

    @property
    def is_reviewed(self) -> bool:
        """Whether a person is recorded as reviewer, with a day."""
        return bool(self.reviewed[0] and self.reviewed[1])


@dataclass(frozen=True, slots=True)
class PlainBlock:
    """A plain block: the ids it stands for, the hash it was written for, its text as blocks, or why it is left
    out; and the line in ``plain.md``."""

    stands_for: tuple[str, ...]
    hash: str
    blocks: tuple[Block, ...]
    line: int
    omitted: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A ``plain.md`` as read. ``stray`` are the lines of text that stand outside of any plain block."""

    front: Front
    blocks: tuple[PlainBlock, ...]
    document: Document
    stray: tuple[int, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """All source ids that are answered."""
        return tuple(name for block in self.blocks for name in block.stands_for)


def read(source: Source, original: Document) -> PlainText:
    """The plain text in ``source`` (a ``plain.md``). In: also the original, for title and language.

    Raises InputError and SettingsError with the line.
    """
    data, body = split_front_matter(source.text, source.path)
    front = read_front(data, source)
    text = without_comments(body)
    if not FENCE.search(text):
        remedy = "Let «pariter plain init» write the blocks."
        raise InputError("there is no plain block in it.", remedy, file=source.path)
    abbreviations = dict(original.abbreviations) | dict(front.abbreviations)
    settings = Settings(
        lang=front.lang or original.meta.lang, title=front.title or original.meta.title, abbreviations=abbreviations
    )
    _check_fences(text, source)
    made = Source(source.name, source.path, source.folder, text, source.digest)
    document = parse(made, settings)
    return PlainText(front, _blocks(document, source), document, _stray(document))


def _check_fences(text: str, source: Source) -> None:
    """Every plain block must end before the next one begins; else the first one would swallow all that follow."""
    depth, opened = 0, 0
    fenced = ""
    for line, row in enumerate(text.splitlines(), start=1):
        if code := CODE_FENCE.match(row):
            fenced = "" if fenced and row.strip().startswith(fenced) else fenced or code[1]
        elif fenced:
            continue
        elif FENCE.match(row):
            if depth:
                _unclosed(source, opened)
            depth, opened = 1, line
        elif depth and re.match(r":{3,}\s*$", row):
            depth -= 1
        elif depth and re.match(r":{3,}\s*\S", row):
            depth += 1
    if depth:
        _unclosed(source, opened)


def _unclosed(source: Source, line: int) -> None:
    raise InputError(
        "this plain block does not end before the next one begins, or at all.", "Write a line with ::: after its text.",
        file=source.path, line=line,
    )  # fmt: skip


def without_comments(text: str) -> str:
    """The text with HTML comments blanked, so that every line keeps its number."""
    return COMMENT.sub(lambda match: re.sub(r"[^\r\n]", " ", match.group()), text)


def _blocks(document: Document, source: Source) -> tuple[PlainBlock, ...]:
    found: list[PlainBlock] = []
    for block in document.blocks:
        if not _is_plain(block):
            continue
        names = tuple(block.attr.get("for").split())
        line = block.pos.line if block.pos else 0
        if not names:
            raise InputError(
                "a plain block does not say what it stands for.", 'Write for="…" with ids of the original.',
                file=source.path, line=line,
            )  # fmt: skip
        omitted = "omitted" in block.attr.classes
        found.append(
            PlainBlock(names, block.attr.get("hash"), block.blocks, line, omitted, block.attr.get("reason").strip())
        )
    return tuple(found)


def _is_plain(block: Block) -> bool:
    return block.kind is BlockKind.GROUP and bool({"plain", "omitted"} & set(block.attr.classes))


def _stray(document: Document) -> tuple[int, ...]:
    return tuple(block.pos.line if block.pos else 0 for block in document.blocks if not _is_plain(block))


def read_front(data: Mapping[str, Any], source: Source) -> Front:
    """The front matter as data. A wrong shape is an InputError that names the key."""
    try:
        pairs = pairs_of(source.text) if data else []
        entries = tuple(data.get("sign-offs") or ())
        terms = tuple(data.get("glossary") or ())
        reviewed = data.get("reviewed") or {}
        return Front(
            title=_text(data, "title"), subtitle=_text(data, "subtitle"), lang=_text(data, "lang"),
            summary=_texts(data.get("summary")), audience=_text(data, "audience"),
            glossary=tuple(Term(str(term["term"]), str(term["definition"])) for term in terms),
            originals=tuple((str(term["term"]), str(term["original"])) for term in terms if term.get("original")),
            abbreviations=tuple(sorted((str(k), str(v)) for k, v in (data.get("abbreviations") or {}).items())),
            aliases={str(name): _texts(forms) for name, forms in (data.get("aliases") or {}).items()},
            reviewed=(str(reviewed.get("who") or "").strip(), str(reviewed.get("when") or "").strip()),
            sign_offs=tuple(map(_sign_off, entries, lines_of_entries(pairs, len(entries)))),
            unknown=tuple(sorted(str(key) for key in data if key not in KNOWN)),
            lines=lines_of(pairs),
        )  # fmt: skip
    except KeyError as error:
        what = f"an entry of the glossary or of the sign-offs has no {error}."
        raise InputError(what, "Add it. docs/plain.md has the keys.", file=source.path, line=1) from None
    except (TypeError, AttributeError, ValueError):
        what = "a key of the front matter holds a list where it should not, or none where it should."
        raise InputError(what, "See docs/plain.md for its keys.", file=source.path, line=1) from None


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return "" if value is None else " ".join(str(value).split())


def _texts(value: object) -> tuple[str, ...]:
    """One text, or a list of texts; a text with empty lines is as many."""
    if value is None:
        return ()
    items = value if isinstance(value, list) else re.split(r"\n\s*\n", str(value))
    return tuple(text for text in (" ".join(str(item).split()) for item in items) if text)


def _sign_off(entry: Mapping[str, Any], line: int) -> SignOff:
    return SignOff(
        str(entry["block"]),
        str(entry["finding"]),
        str(entry.get("words") or ""),
        " ".join(str(entry["reason"]).split()),
        line,
    )
