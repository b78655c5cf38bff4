# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the product as types: source, repair, document, edition, layout, artifact, outline, finding.

Everything is frozen: a step takes one of these and returns the next, and nothing is changed in place.
This module imports nothing of the project, so every room may import it.

Text positions are counted in Unicode code points from 0, lines and columns from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path


class Format(StrEnum):
    """The formats that pariter writes and reads back."""

    PDF = "pdf"
    EPUB = "epub"
    HTML = "html"
    XLIFF = "xliff"


class Register(StrEnum):
    """How a text speaks: as its author wrote it, or in plain language."""

    ORIGINAL = "original"
    PLAIN = "plain"


class Severity(IntEnum):
    """How much a finding matters; ordered, so that ``--fail-on`` is a comparison."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Outcome(StrEnum):
    """What a rule can answer. Silence is never a pass."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    NEEDS_PERSON = "needs-person"
    NOT_APPLICABLE = "not-applicable"
    NOT_LOOKED_AT = "not-looked-at"


# --- source -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown text as it came, with the only folder from which it may read files.

    ``text`` is strictly decoded UTF-8 with its line ends as they came; ``digest`` is the SHA-256 of the bytes
    in hexadecimal; ``name`` is safe as a file name.
    """

    name: str
    path: Path
    folder: Path
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Splice:
    """At ``at``, ``was`` was replaced by ``now``; places are those of the text in that moment."""

    at: int
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that cleaning made, or proposes (``made`` is false).

    ``start`` and ``end`` bound ``before`` in the text **as it came**; ``line`` is where it starts there.
    ``moved`` is text that went elsewhere (a note), ``deleted`` is text that is gone (a page number): both are
    quoted in full so that they can be restored. ``confidence`` is from 0 to 1. ``splices`` are the exact
    changes in the order they were made, from which ``pipeline.clean.restore`` takes a repair back.
    """

    rule: str
    line: int
    start: int
    end: int
    before: str
    after: str
    reason: str
    confidence: float
    made: bool = True
    deleted: str = ""
    moved: str = ""
    splices: tuple[Splice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning gives: the clean text, what was made, what is only proposed, and what is only reported."""

    text: str
    repairs: tuple[Repair, ...] = ()
    proposals: tuple[Repair, ...] = ()
    notices: tuple[Repair, ...] = ()


# --- document ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pos:
    """A range of the clean source: code points ``start`` to ``end`` (exclusive), beginning on ``line``."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Attr:
    """Attributes an author wrote: classes and key-value pairs. Identifiers are kept on the block itself."""

    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of ``key``, or ``default``."""
        return next((value for name, value in self.pairs if name == key), default)


NO_ATTR = Attr()


class InlineKind(StrEnum):
    """Kinds of inline content."""

    TEXT = "text"
    SOFT_BREAK = "soft-break"  # a line end of the source inside a paragraph: a space when read
    LINE_BREAK = "line-break"  # a line end that the author wants
    EMPHASIS = "emphasis"
    STRONG = "strong"
    UNDERLINE = "underline"
    STRIKEOUT = "strikeout"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    SMALL_CAPS = "small-caps"
    QUOTED = "quoted"  # <q>
    CODE = "code"
    MATH = "math"  # ``text`` is TeX; ``display`` in attr.classes when set on a line of its own
    LINK = "link"
    IMAGE = "image"  # ``text`` is the alternative; ``target`` the file
    NOTE = "note"  # a footnote call; ``note`` is its block
    ABBREVIATION = "abbreviation"  # ``title`` is the expansion
    SPAN = "span"  # language, direction, isolate, no-translate


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of inline content.

    A TEXT run either equals the source slice at ``pos`` character by character, or is one atom of it (an
    escape, an entity) for which no place inside is defined. ``lang`` and ``dir`` are set only where they
    differ from what surrounds the piece.
    """

    kind: InlineKind
    text: str = ""
    children: tuple[Inline, ...] = ()
    target: str = ""
    title: str = ""
    note: Block | None = None
    lang: str = ""
    dir: str = ""
    attr: Attr = NO_ATTR
    pos: Pos | None = None


class BlockKind(StrEnum):
    """Kinds of blocks. The comment says what ``blocks`` holds where it is not any flow content."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"  # ITEM…
    ITEM = "item"
    DEFINITIONS = "definitions"  # TERM, DEFINITION…
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CODE = "code"  # ``text``
    RULE = "rule"
    TABLE = "table"  # CAPTION?, ROW_GROUP…
    ROW_GROUP = "row-group"  # ROW…; ``attr.classes`` holds head, body or foot
    ROW = "row"  # CELL…
    CELL = "cell"  # ``inlines`` when it is one line of text, else ``blocks``
    FIGURE = "figure"  # ``inlines`` holds the one IMAGE; CAPTION?
    CAPTION = "caption"
    LINES = "lines"  # LINE… (a line block)
    LINE = "line"
    GROUP = "group"  # a div: language, direction, aside, description
    NOTE = "note"  # a footnote's text; ``label`` is its number


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a list counts: ``style`` as CSS names it (decimal, lower-alpha, upper-alpha, lower-roman,
    upper-roman, disc), ``start`` the first number, ``before`` and ``after`` what stands around a label."""

    ordered: bool = False
    style: str = "disc"
    start: int = 1
    before: str = ""
    after: str = "."
    tight: bool = True


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A cell's place in its table: spans, whether it is a header and for what (row, col, rowgroup,
    colgroup or empty), alignment (left, right, center or empty)."""

    rows: int = 1
    columns: int = 1
    header: bool = False
    scope: str = ""
    align: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the document with the id that anchors, units, tags and plain blocks all use.

    Text-bearing blocks have ``inlines``, containers have ``blocks``. ``label`` is what is printed before it
    ("3.", "(a)", a note's number). ``lang`` and ``dir`` are set only where they differ from the parent's.
    """

    kind: BlockKind
    id: str
    inlines: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    level: int = 0
    text: str = ""
    label: str = ""
    list: ListStyle | None = None
    cell: CellSpan | None = None
    checked: bool | None = None
    lang: str = ""
    dir: str = ""
    attr: Attr = NO_ATTR
    pos: Pos | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary in ``document.yaml``: also what translators must not change."""

    term: str
    definition: str = ""
    translate: bool = True
    translations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a publication. Empty means unknown; nothing is ever filled in by guess but the title
    (the only H1) and the language (of the text), and then ``guessed`` names the field."""

    title: str
    lang: str = "en"
    dir: str = "ltr"
    subtitle: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    modified: str = ""
    version: str = ""
    subjects: tuple[str, ...] = ()
    description: str = ""
    identifier: str = ""
    rights: str = ""
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The parsed clean source. ``source`` is that text: positions point into it.

    ``title`` is a HEADING of level 1 that is printed once, before ``blocks``: the only H1 of the source, which
    then is not among the blocks, or the title of the metadata (without a position).
    """

    name: str
    meta: Meta
    title: Block
    blocks: tuple[Block, ...]
    source: str
    digest: str
    folder: Path
    path: Path
    terms: tuple[Term, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    notices: tuple[Finding, ...] = ()  # what reading found: markup that was refused, ids used twice


@dataclass(frozen=True, slots=True)
class Edition:
    """The document in one language and one register.

    ``document`` carries the edition's own text under the original's block ids. ``untranslated`` and ``stale``
    are ids of blocks whose text is still the original's, or was translated from an older one. ``siblings``
    are the other editions of the publication as (language, register).
    """

    document: Document
    lang: str
    dir: str
    register: Register = Register.ORIGINAL
    original_lang: str = ""
    draft: bool = False
    untranslated: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()
    siblings: tuple[tuple[str, Register], ...] = ()


# --- layout and artifacts ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins: ``offset`` code points into the reading text of block ``block`` (its own text
    with single spaces); ``label`` is what the page prints as its number."""

    index: int
    label: str
    block: str
    offset: int


@dataclass(frozen=True, slots=True)
class Layout:
    """An edition set in pages."""

    pdf: bytes
    pages: tuple[PageStart, ...]
    profile: str = "ua-1"


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes of one format of one edition. ``file`` is relative to the publication's folder:
    ``en/name.pdf``. ``format`` is None for what has no reader of ours (braille)."""

    format: Format | None
    file: str
    data: bytes
    lang: str = ""
    register: Register = Register.ORIGINAL


# --- outline ----------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a reader is told a part is, whatever the format calls it."""

    DOCUMENT = "document"
    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    DEFINITIONS = "definitions"
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    ROW_GROUP = "row-group"
    ROW = "row"
    HEADER = "header-cell"
    CELL = "cell"
    CAPTION = "caption"
    FIGURE = "figure"
    IMAGE = "image"
    FORMULA = "formula"
    LINES = "lines"
    LINE = "line"
    GROUP = "group"
    NOTE = "note"
    CONTENTS = "contents"
    CONTENTS_ITEM = "contents-item"
    NOTICE = "notice"
    LANDMARK = "landmark"  # navigation, banner, footer…: ``attrs["kind"]``
    PAGE_BREAK = "page-break"
    UNIT = "unit"
    SEGMENT = "segment"
    # inline
    LINK = "link"
    NOTE_CALL = "note-call"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTATION = "quotation"
    ABBREVIATION = "abbreviation"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    INLINE_CODE = "inline-code"
    SPAN = "span"
    OTHER = "other"  # ``attrs["name"]`` is the format's own word


@dataclass(frozen=True, slots=True)
class Node:
    """A part of what a reader gets.

    ``text`` of a block that bears text is its whole reading text, white space folded to single spaces
    (code keeps its own), inline children included: they repeat their part of it. Containers have no text.
    ``lang`` and ``dir`` are the effective values. ``attrs`` holds, where they apply: ``label`` (list item,
    note), ``style`` and ``start`` (list, as in ListStyle), ``checked`` (yes or no), ``scope``, ``headers``
    (texts of the header cells, joined by " | ", in the order of the HTML algorithm), ``rows``, ``columns``
    (spans above 1), ``group`` (head, body, foot), ``alt``, ``target`` (link: URL, or "#" and the text of
    what it leads to), ``expansion``, ``tex``, ``kind``, ``id`` (the format's own id), ``page`` (label).
    ``place`` is where it stands, in the format's own terms ("page 3", "ch2.xhtml#p-12").
    """

    role: Role
    text: str = ""
    children: tuple[Node, ...] = ()
    level: int = 0
    lang: str = ""
    dir: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)
    place: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Outline:
    """What a reader of a file gets. ``meta`` holds the file's own metadata under the names of Meta
    (``title``, ``lang``, ``identifier``…) and, per format, what else it claims; ``problems`` says what could
    not be read."""

    format: Format
    root: Node
    meta: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


# --- findings ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of an artifact (``file``) or of the source (``file`` empty).

    ``place`` is where in the artifact; ``line`` and ``block`` where in the Markdown ``source``; ``fix`` says
    to a writer what to do. ``clauses`` name the standards ("WCAG 1.3.1", "PDF/UA-1 7.2", "EPUB A11Y 1.1
    4.1.2"). ``tool`` is who says so: "pariter", or a validator with its version.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    message: str
    fix: str = ""
    file: str = ""
    place: str = ""
    source: str = ""
    line: int = 0
    block: str = ""
    clauses: tuple[str, ...] = ()
    tool: str = "pariter"
