# SPDX-License-Identifier: AGPL-3.0-or-later
"""What reading a document collects on the way: its notices, its notes, and where things stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.document.positions import Lines
from pipeline.document.text import short
from pipeline.errors import InputError
from pipeline.model import Block, Finding, Inline, InlineKind, Outcome, Pos, Severity

MAX_DEPTH = 32
SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass
class Context:
    """Collects while one text is read. ``closed`` are the ends of divs that a line of colons closes."""

    lines: Lines
    file: str
    notices: list[Finding] = field(default_factory=list)
    notes: dict[tuple[int, int], Block] = field(default_factory=dict)
    line_blocks: frozenset[int] = frozenset()
    islands: tuple[str, ...] = ()
    closed: set[int] = field(default_factory=set)
    depth: int = 0

    @property
    def text(self) -> str:
        """The text that is being read."""
        return self.lines.text

    def notice(self, rule: str, message: str, fix: str, pos: Pos | None, severity: Severity = Severity.WARNING) -> None:
        """Record what a writer should know about the source."""
        line = pos.line if pos else 0
        self.notices.append(
            Finding(rule, Outcome.FAIL, severity, message, fix, source=self.file, line=line)
        )

    def refuse(self, raw: str, form: str, pos: Pos | None) -> None:
        """Say that markup in another language was left out."""
        told = short(" ".join(raw.split()))
        known = form == "html"
        self.notice(
            "raw-markup",
            f"The {form.upper() if known else form} markup {told} was left out; the text around it is kept."
            if known
            else f"The raw {form} text {told} was left out.",
            "Write it as Markdown, or with one of the allowed elements (docs/dialect.md).",
            pos,
            Severity.NOTE if known and raw.lstrip().startswith("<") else Severity.ERROR,
        )

    def take_out(self, name: str, pos: Pos | None, *, words: bool) -> None:
        """Say that an HTML element was left out with all that is in it; ``words``: that can be a text for readers."""
        self.notice(
            "raw-markup",
            f"The HTML element <{name}> was left out, with what is in it.",
            "Write what readers need of it as Markdown.",
            pos,
            Severity.WARNING if words else Severity.NOTE,
        )

    def safe_link(self, link: Inline) -> Inline:
        """The link, or a span where its address leads nowhere: one of a kind that is never written, one that begins
        in the folder of the source, which no reader of an edition has, or none at all."""
        target = "".join(link.target.split())
        if _MAIL.fullmatch(target):
            target = f"mailto:{target}"
        if slip := _slip(target):
            self.notice("markdown-unread", f"The link to {target[:60]} leads nowhere.", slip, link.pos)
        if target.startswith("#"):
            return replace(link, target=target)
        scheme = _SCHEME.match(target)
        if "\\" not in target and scheme is not None and scheme.group(1).lower() in SCHEMES:
            return replace(link, target=target)
        message, fix = _why_refused(target, other=scheme is not None or "\\" in target or target.startswith("//"))
        self.notice("link-refused", message, fix, link.pos)
        return replace(link, kind=InlineKind.SPAN, target="", title="")

    def deeper(self, pos: Pos | None) -> None:
        """Enter a block; every reader and layout engine breaks at some depth of nesting, so we say it first."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            line = pos.line if pos else 0
            raise InputError(
                f"blocks are nested more than {MAX_DEPTH} deep.", "Take some levels out.", file=self.file, line=line
            )


def _slip(target: str) -> str:
    """What to write for an address that has one sign too few."""
    if re.match(r"https?:/?(?!/)\S", target):
        return "Write two strokes behind the colon: https://example.org."
    if re.match(r"mailto:(?!//)[^?@%]+(?:\?|$)", target):
        return "Write the address with its @: mailto:name@example.org."
    return ""


def _why_refused(target: str, *, other: bool) -> tuple[str, str]:
    """What is wrong with an address that no link gets, and what to write; ``other``: its kind is known, and refused."""
    if not target:
        return "The link has no address: it was made plain text.", "Write the address, or take the brackets out."
    if other:
        return (
            f"The link to {target[:60]} was made plain text: its kind of address can run code or leave the document.",
            "Use an http, https, mailto or tel address, or # and the id of a part of this text.",
        )
    return (
        f"The link to {target[:60]} was made plain text: it leads to a file beside this one, which its readers lack.",
        "Write the whole address, https:// and all, or # and the id of a part of this text.",
    )
