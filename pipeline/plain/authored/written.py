# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a plain text is written for what the original says now: blocks that are missing, stale, empty, left out
without a reason, doubled, or of no block of the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.document.text import walk
from pipeline.model import BlockKind, Document, Finding, Severity
from pipeline.plain.authored.align import Index, full_text, unanswered
from pipeline.plain.authored.edition import changed, is_stale
from pipeline.plain.authored.findings import finding
from pipeline.plain.authored.source import PlainBlock, PlainText


def written_findings(
    document: Document, plain: PlainText, index: Index, lines: Sequence[int]
) -> Iterator[Finding]:
    """What is wrong with the plain blocks of an original. ``lines`` as for ``check.check``."""
    for part in plain.blocks:
        first = part.stands_for[0]
        for name in part.stands_for:
            if name not in index.blocks:
                yield finding(
                    plain, "plain-unknown", f"The original has no block «{name}», or has none any more.",
                    "If it was taken out of the original, take this block out too; if it was joined with another,"
                    " move the text there; else correct the id.", line=part.line, block=name,
                )  # fmt: skip
        if not part.hash:
            yield finding(
                plain, "plain-stale", f"The plain block for «{first}» does not say for which text it was written.",
                "Compare it with the original, then write its hash by"
                f" «pariter plain renew {_given(document)} {first}».",
                line=part.line, block=first,
            )  # fmt: skip
        elif is_stale(part, index):
            yield finding(
                plain, "plain-stale", _stale(part, index, lines),
                f"Compare the two, correct the plain text, then run «pariter plain renew {_given(document)} {first}».",
                line=part.line, block=first,
            )  # fmt: skip
        if part.omitted and not part.reason:
            yield finding(
                plain,
                "plain-omission",
                f"«{first}» is left out without a reason.",
                'Write reason="…".',
                line=part.line,
                block=first,
            )
        if not part.omitted and not any(full_text(block) for block in part.blocks):
            yield finding(
                plain,
                "plain-empty",
                f"The plain block for «{first}» has no text.",
                'Write it, or make it ::: {.omitted …} with reason="…".',
                line=part.line,
                block=first,
            )
    yield from _twice(plain)
    yield from _no_heading(plain, index)
    for block in unanswered(document, plain.named):
        text = full_text(block)
        line = _line(index, block.id, lines)
        where = f" in line {line} of the original" if line else ""
        yield finding(
            plain, "plain-missing",
            f"Nothing stands for «{block.id}»{where}: “{text[:60]}{'…' if len(text) > 60 else ''}”.",
            "Let «pariter plain init» add its block, or leave it out with a reason.", block=block.id,
        )  # fmt: skip
    for line in plain.stray:
        yield finding(
            plain,
            "plain-stray",
            "This text stands outside of any plain block.",
            "Move it into one.",
            line=line,
            severity=Severity.WARNING,
        )
    for key in plain.front.unknown:
        yield finding(
            plain,
            "plain-front",
            f"The front matter has an unknown key «{key}».",
            "See docs/plain.md.",
            line=1,
            severity=Severity.WARNING,
        )


def _stale(part: PlainBlock, index: Index, lines: Sequence[int]) -> str:
    """What is known of a plain block whose hash is another: which of several blocks changed only where it has the hash
    of each."""
    own, news = part.hash.split(), changed(part, index)
    known = len(news) < len(part.stands_for)
    first = part.stands_for[0]
    at = [str(line) for name in (news if known else part.stands_for) if (line := _line(index, name, lines))]
    told = f"Line{'s' if len(at) > 1 else ''} {' and '.join(at)} of the original" if at else "The original"
    if known and len(own) < len(part.stands_for):
        return f"The plain block for «{first}» was not written for {told[0].lower()}{told[1:]} too."
    if len(part.stands_for) > 1 and not known:
        later = "or was put to it later."
        return f"{told}: at least one has changed since the plain block for «{first}» was written, {later}"
    return f"{told} {'have' if len(at) > 1 else 'has'} changed since the plain block for «{first}» was written."


def _line(index: Index, block: str, lines: Sequence[int]) -> int:
    """The line of a source block as the author has it; 0 for a title that stands in the settings only."""
    at = next((pos.line for name in index.around(block) if (pos := index.blocks[name].pos)), 0)
    return lines[at] if 0 < at < len(lines) else at


def _given(document: Document) -> str:
    """The document as it is given to a command: its folder, or the file that it is."""
    inside = document.path.parent.name == document.name
    return str(document.path.parent if inside else document.path)


def _no_heading(plain: PlainText, index: Index) -> Iterator[Finding]:
    """Plain blocks for a heading alone whose text is none: nobody could jump to it (WCAG 1.3.1, 2.4.6)."""
    for part in plain.blocks:
        block = index.blocks.get(part.stands_for[0]) if len(part.stands_for) == 1 else None
        if block is None or block.kind is not BlockKind.HEADING or not any(map(full_text, part.blocks)):
            continue
        if not any(inner.kind is BlockKind.HEADING for inner in walk(part.blocks)):
            yield finding(
                plain, "plain-heading", f"The original has a heading here («{block.id}»), and the plain text has none.",
                f"Write {'#' * block.level} and a space before its text, or put its id to the block that follows.",
                line=part.line, block=block.id, severity=Severity.WARNING, clauses=("WCAG 1.3.1", "WCAG 2.4.6"),
            )  # fmt: skip


def _twice(plain: PlainText) -> Iterator[Finding]:
    """Two plain blocks for one block of the original: each would be compared with all of it."""
    first: dict[str, int] = {}
    for part in plain.blocks:
        for name in part.stands_for:
            if name in first:
                yield finding(
                    plain, "plain-twice", f"«{name}» has a plain block in line {first[name]} already.",
                    "Join the two, or correct the id.", line=part.line, block=name,
                )  # fmt: skip
            first.setdefault(name, part.line)
