# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every letter of a PDF can be copied and read aloud.

What it does
: Finds fonts that do not say which characters their glyphs are, and characters that are none (U+0000, U+FEFF, U+FFFE).
  In a PDF/UA-2 also characters of private use in alternatives and replacement texts.

Why it matters
: The text looks right and is read as noise.

Example
: A subset of a font without ``ToUnicode``.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pipeline.checks.examples_pdf import TREE, UNICODE, XMP_2, Change, pdf
from pipeline.checks.pdf.fonts import Font, fonts_of
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

NAMED = ("/MacRomanEncoding", "/MacExpertEncoding", "/WinAnsiEncoding")
COLLECTIONS = ("GB1", "CNS1", "Japan1", "Korea1", "KR")
NONE = ("\0", "\ufeff", "\ufffe")


def look(subject: Subject) -> Iterator[Finding]:
    """Fonts and the codes that the pages use."""
    fonts = fonts_of(subject)
    private = list(_private(subject)) if claims_two(subject) else []
    yield from private
    if not fonts and not private:
        raise NotApplicable("no text")
    for font in fonts:
        known = font.unicode()
        name = font.name[:60] or "without a name"
        if known is None:
            if not _implied(font):
                yield RULE.fail(subject, f"The font {name} does not say which characters its glyphs are.")
            continue
        missing = [code for code in font.codes if code not in known and not _implied(font)]
        if missing:
            yield RULE.fail(subject, f"The font {name} does not say which character the code {missing[0]} is.")
        if any(known.get(code, "x").startswith(NONE) for code in font.codes):
            yield RULE.fail(subject, f"The font {name} stands for characters that are none.")


def _private(subject: Subject) -> Iterator[Finding]:
    """Texts for readers that have characters of private use: nobody knows what these are (PDF/UA-2, 8.4.3)."""
    tagged = subject.pdf.Root.get("/StructTreeRoot") is not None
    for tag in tree_of(subject).tags if tagged else ():
        for key in ("ActualText", "Alt", "E"):
            if any(unicodedata.category(char) == "Co" for char in tag.text(key) or ""):
                yield at(RULE, subject, tag, f"The {key} of this {tag.raw} has characters of private use.")
    for _, mark in subject.content.opened:
        if any(unicodedata.category(char) == "Co" for char in mark.actual or ""):
            yield RULE.fail(subject, "The ActualText of a phrase has characters of private use.")


def _implied(font: Font) -> bool:
    """Whether the characters are known without a map (ISO 14289-1, 7.21.7)."""
    import pikepdf

    if font.subtype == "Type0":
        info = font.descendant.get("/CIDSystemInfo") if font.descendant is not None else None
        encoding = font.obj.get("/Encoding")
        if isinstance(encoding, pikepdf.Name) and not str(encoding).startswith("/Identity"):
            return True
        return info is not None and str(info.get("/Ordering", "")) in COLLECTIONS
    encoding = font.obj.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    if font.subtype in ("Type1", "MMType1", "Type3") and isinstance(encoding, pikepdf.Dictionary):
        names = [str(item)[1:] for item in encoding.get("/Differences", ()) if isinstance(item, pikepdf.Name)]
        return bool(names) and all(_standard(name) for name in names)
    if font.subtype == "Type1" and encoding is None:
        return not font.symbolic
    return str(base) in NAMED


def _standard(name: str) -> bool:
    from fontTools.agl import toUnicode

    return bool(toUnicode(name))


def _unmapped(made: object) -> None:
    import pikepdf

    if isinstance(made, pikepdf.Pdf):
        font = made.pages[0].obj.Resources.Font.F1
        del font["/ToUnicode"]
        glyphs = pikepdf.Array([66, pikepdf.Name("/g1"), 101, pikepdf.Name("/g2")])
        font.Encoding = pikepdf.Dictionary(Differences=glyphs)


def _none(value: str) -> Change:
    """A file in which the letter B stands for a character that is none."""

    def change(made: object) -> None:
        import pikepdf

        if isinstance(made, pikepdf.Pdf):
            known = UNICODE.replace("<0020>", f"<0020> <42> <42> <{value}>")
            made.pages[0].obj.Resources.Font.F1.ToUnicode = made.make_stream(known.encode())

    return change


RULE = Rule(
    id="pdf-unicode",
    title="Every letter of a PDF can be copied and read aloud",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.21.7", "PDF/UA-2 8.4.3", "PDF/UA-2 8.4.5.8", "WCAG 1.3.1", "Matterhorn 10-001", "Matterhorn 31-027",
        "Matterhorn 31-028", "Matterhorn 31-029",
    ),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(),),
    bad=(
        pdf(change=_unmapped),
        pdf(change=_none("0000")),
        pdf(change=_none("feff")),
        pdf((*TREE, ("Figure", {"Alt": "A bee \ue000"}, 2)), xmp=XMP_2),
    ),
)
