# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each line of a Markdown text is: a machine with the few states that go over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.reading.lines import HEADING, MARKER, Kind, Line, columns, text_column
from pipeline.clean.reading.ruled import end_of

_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
# Where a block of HTML begins, in which no Markdown is read (CommonMark 4.6, kinds 1 to 4 and 6), and pictures drawn.
_HTML = re.compile(
    r" {0,3}<(?:!--|[?!]|/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|"
    r"details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|"
    r"iframe|legend|li|link|main|math|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|"
    r"style|summary|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$))",
    re.I,
)
_VERBATIM = re.compile(r" {0,3}<(pre|script|style|textarea|table|svg|math)\b", re.I)
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+[ \t]*(?:[\"'(].*)?$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}\n]*\}[ \t]*$")  # of kramdown, on a line of their own
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_GRID = re.compile(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*$")
_BLANK = re.compile(r"^\s*$")
_META_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$")


def kinds(lines: Sequence[Line]) -> Iterator[Kind]:
    """The kind of each line; a machine with the few states that span lines."""
    state = _State()
    texts = [line.text for line in lines]
    drawn = 0
    for index, line in enumerate(lines):
        if index >= drawn and state.may_draw:
            drawn = end_of(texts, index)
        after = lines[index + 1] if index + 1 < len(lines) else None
        yield state.draw() if index < drawn else state.step(index, line, after)


class _State:
    """What an earlier line began and a later one ends."""

    def __init__(self) -> None:
        self.until: re.Pattern[str] | None = None
        self.kind = Kind.BLANK
        self.before = Kind.BLANK
        self.column = 0  # where the text of the list item stands that is still open
        self.listed = False

    @property
    def may_draw(self) -> bool:
        """Whether a table that is drawn with dashes may begin: behind a blank line, in no other block."""
        return self.until is None and self.before is Kind.BLANK

    def draw(self) -> Kind:
        """A line of such a table."""
        self.before, self.listed = Kind.DRAWN, False
        return Kind.DRAWN

    def step(self, index: int, line: Line, after: Line | None) -> Kind:
        kind = self._open(line) if self.until else self._fresh(index, line, after)
        if kind is Kind.ITEM:
            found = MARKER.match(line.text)
            self.listed, self.column = True, text_column(found.group()) if found else columns(line.text) + 2
        elif kind is not Kind.BLANK and line.indent < 2 and self.before is Kind.BLANK:
            self.listed = False
        self.before = kind
        return kind

    def _open(self, line: Line) -> Kind:
        kind = self.kind
        if self.until is _BLANK and line.blank:
            self.until = None
            return Kind.BLANK
        if self.until and self.until.search(line.text):
            self.until = None
        return kind

    def _begin(self, kind: Kind, until: re.Pattern[str]) -> Kind:
        self.kind, self.until = kind, until
        return kind

    def _fresh(self, index: int, line: Line, after: Line | None) -> Kind:
        text = line.text
        if line.blank:
            return Kind.BLANK
        if index == 0 and text.rstrip() == "---" and after is not None and not after.blank:
            return self._begin(Kind.META, _META_END)
        if fence := _FENCE.match(text):
            sign = fence.group(1)
            if sign[0] == "`" and "`" in text[fence.end() :]:
                return Kind.PARA
            return self._begin(Kind.FENCE, re.compile(rf"^[ \t]*{re.escape(sign)}{re.escape(sign[0])}*[ \t]*$"))
        if line.indent >= 4 and self._is_code(line):
            return Kind.CODE
        if text.lstrip().startswith("$$") and "$$" not in text.lstrip()[2:]:
            return self._begin(Kind.MATH, re.compile(r"\$\$"))
        if _HTML.match(text):
            return self._html(text)
        return self._plain(text, after)

    def _is_code(self, line: Line) -> bool:
        if self.before is Kind.CODE:
            return True
        if self.before is not Kind.BLANK:
            return False
        if self.listed:
            return line.indent >= self.column + 4 and not MARKER.match(line.text)
        return True

    def _html(self, text: str) -> Kind:
        if text.lstrip().startswith("<!--"):
            return Kind.HTML if "-->" in text else self._begin(Kind.HTML, re.compile("-->"))
        if tag := _VERBATIM.match(text):
            end = re.compile(rf"</{tag.group(1)}\s*>", re.I)
            return Kind.HTML if end.search(text) else self._begin(Kind.HTML, end)
        return self._begin(Kind.HTML, _BLANK)

    def _plain(self, text: str, after: Line | None) -> Kind:
        if HEADING.match(text):
            return Kind.HEADING
        if self.before is Kind.PARA and re.fullmatch(r" {0,3}(?:=+|-+)[ \t]*", text):
            return Kind.SETEXT
        if _RULE.match(text):
            return Kind.RULE
        if text.lstrip().startswith(":::"):
            return Kind.DIV
        if _NOTE.match(text):
            return Kind.NOTE
        if _ATTRIBUTES.match(text) or (self.before is not Kind.PARA and _REFERENCE.match(text)):
            return Kind.REFERENCE
        if text.lstrip().startswith(">"):
            return Kind.QUOTE
        if self._is_table(text, after):
            return Kind.TABLE
        return Kind.ITEM if MARKER.match(text) and self._may_begin(text) else self._goes_on()

    def _is_table(self, text: str, after: Line | None) -> bool:
        if self.before is Kind.TABLE and ("|" in text or _GRID.match(text)):
            return True
        if _GRID.match(text) or re.match(r" {0,3}\|(?: |$)", text):
            return True
        return (
            "|" in text
            and after is not None
            and "-" in after.text
            and "|" in after.text
            and bool(_DELIMITER.match(after.text))
        )

    def _may_begin(self, text: str) -> bool:
        """An ordered marker inside a paragraph begins a list only as CommonMark says: with 1."""
        if self.before in (Kind.PARA, Kind.NOTE) and text.lstrip()[:1] not in "-*+":
            return bool(re.match(r"\s*\(?1[.)]", text)) or self.listed
        return True

    def _goes_on(self) -> Kind:
        return self.before if self.before in (Kind.NOTE, Kind.QUOTE) else Kind.PARA
