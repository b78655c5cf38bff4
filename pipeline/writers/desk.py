# SPDX-License-Identifier: AGPL-3.0-or-later
"""The formats by their names, and what a writer has on its desk: an edition, its tree, its pages.

What several formats share, the semantic tree and the layout, is made once, and only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.model import Artifact, Edition, Format, Layout, Register
from pipeline.settings import Settings
from pipeline.writers.markup import AIDS, Link
from pipeline.writers.resources import Resources

if TYPE_CHECKING:
    from pipeline.plain.check import Checked
    from pipeline.plain.source import PlainText


@dataclass
class Desk:
    """One edition on the way to its files."""

    edition: Edition
    settings: Settings
    resources: Resources
    original: Edition

    @property
    def wanted(self) -> Sequence[str]:
        """The formats of this edition: a plain edition has those that are asked for as plain, a translation
        all but the file for translators."""
        asked = self.settings.formats
        if self.edition.register is Register.PLAIN:
            return [name.removeprefix("plain-") for name in asked if name in PLAIN]
        if self.edition is not self.original:
            return [name for name in asked if name in WRITERS and name not in ("xliff", "plain")]
        aids = "plain" in asked and not any(register is Register.PLAIN for _, register in self.edition.siblings)
        return [name for name in asked if name in WRITERS and (name != "plain" or aids)]

    @cached_property
    def xhtml(self) -> etree._Element:
        """The semantic tree."""
        from pipeline.semantic import build

        return build(self.edition)

    @cached_property
    def layout(self) -> Layout:
        """The edition set in pages."""
        from pipeline.writers.pdf import lay_out

        return lay_out(
            self.xhtml, self.edition, self.resources, profile=self.settings.pdf, archive=self.settings.archive
        )

    @cached_property
    def plain(self) -> tuple[PlainText, Checked]:
        """The plain text beside the original, and what checking it gave."""
        from pipeline.editions import read_plain
        from pipeline.plain.check import check

        text = read_plain(self.original.document)
        return text, check(self.original.document, text, self.settings)

    @property
    def stem(self) -> str:
        """The name of the edition's files, without their endings."""
        plain = ".plain" if self.edition.register is Register.PLAIN else ""
        return f"{self.edition.document.name}{plain}"

    def links(self, format: str) -> tuple[Link, ...]:
        """The publication's other files, as seen from this edition's file of ``format``."""
        found = [
            Link(
                name,
                f"{self.stem}{WRITERS[name].suffix}",
                self.edition.lang,
                register=self.edition.register.value,
                current=name == format,
            )
            for name in self.wanted
            if WRITERS[name].linked
        ]
        for lang, register in self.edition.siblings:
            plain = ".plain" if register is Register.PLAIN else ""
            href = f"../{lang}/{self.edition.document.name}{plain}.html"
            if format in ("html", "plain") and "html" in self.settings.formats:
                found.append(Link("html", href, lang, register=register.value))
        if format == "plain" and self.edition is self.original:
            found.append(Link("html", "#document", self.edition.lang, register=AIDS, current=True))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: what its files end in, what they are checked as (None: by nothing of ours), how one is made."""

    suffix: str
    format: Format | None
    write: Callable[[Desk], bytes]
    linked: bool = True


def _pdf(desk: Desk) -> bytes:
    return desk.layout.pdf


def _large(desk: Desk) -> bytes:
    from pipeline.writers.pdf import lay_out

    settings = desk.settings
    made = lay_out(
        desk.xhtml, desk.edition, desk.resources, profile=settings.pdf, archive=settings.archive, large=True
    )
    return made.pdf


def _epub(desk: Desk) -> bytes:
    from pipeline.writers.epub import write

    return write(
        desk.xhtml,
        desk.edition,
        desk.layout,
        desk.resources,
        ncx=desk.settings.epub.ncx,
        reviews=desk.settings.reviews,
    )


def _html(desk: Desk) -> bytes:
    from pipeline.writers.html import write

    return write(
        desk.xhtml,
        desk.edition,
        desk.resources,
        links=desk.links("html"),
        reviews=desk.settings.reviews,
        contact=desk.settings.contact,
        home="../index.html",
    )


def _plain(desk: Desk) -> bytes:
    """The page in plain language; of an original without a plain text, the page with reading aids."""
    from pipeline.writers import plain_html

    links, contact = desk.links("plain"), desk.settings.contact
    name, lang = desk.original.document.name, desk.original.lang
    page = f"../{lang}/{name}.html" if "html" in desk.settings.formats else ""
    if desk.edition is desk.original:
        return plain_html.write_aids(
            desk.edition, desk.resources, links=links, authoritative=page, contact=contact, home="../index.html"
        )
    text, checked = desk.plain
    return plain_html.write(
        desk.edition, desk.original, text, checked, desk.resources,
        links=links, authoritative=page, contact=contact, home="../index.html",
    )  # fmt: skip


def _brf(desk: Desk) -> bytes:
    from pipeline.writers.braille import write_brf

    return write_brf(desk.xhtml, desk.edition)


def _pef(desk: Desk) -> bytes:
    from pipeline.writers.braille import write_pef

    return write_pef(desk.xhtml, desk.edition)


def _xliff(desk: Desk) -> bytes:
    """The file without a target language; those with one are made by ``translations``."""
    from pipeline.writers.xliff import write

    return write(desk.edition.document)


WRITERS: Mapping[str, Writer] = {
    "pdf": Writer(".pdf", Format.PDF, _pdf),
    "epub": Writer(".epub", Format.EPUB, _epub),
    "html": Writer(".html", Format.HTML, _html),
    "xliff": Writer(".xlf", Format.XLIFF, _xliff, linked=False),
    "large": Writer(".large.pdf", Format.PDF, _large),
    "plain": Writer(".html", Format.HTML, _plain, linked=False),
    "brf": Writer(".brf", None, _brf),
    "pef": Writer(".pef", None, _pef),
}


def make(name: str, desk: Desk) -> Artifact:
    """The file of format ``name`` of the edition on the desk. Raises PariterError."""
    writer = WRITERS[name]
    aids = ".plain" if name == "plain" and desk.edition is desk.original else ""
    file = f"{desk.edition.lang}/{desk.stem}{aids}{writer.suffix}"
    data = writer.write(desk)
    return Artifact(writer.format, file, data, desk.edition.lang, desk.edition.register)


def make_all(desk: Desk) -> tuple[Artifact, ...]:
    """Every file that is wanted of the edition on the desk. XLIFF is made for each target language."""
    made: list[Artifact] = []
    for name in desk.wanted:
        if name == "xliff" and desk.settings.languages:
            made.extend(_for_translators(desk, target) for target in desk.settings.languages)
        else:
            made.append(make(name, desk))
    return tuple(made)


def _for_translators(desk: Desk, target: str) -> Artifact:
    """The XLIFF into ``target``, with what is translated already."""
    from pipeline.editions import read_bytes, stored_translations
    from pipeline.writers.xliff import write

    stored = dict(stored_translations(desk.edition.document)).get(target)
    data = write(desk.edition.document, target=target, previous=read_bytes(stored) if stored else None)
    edition = desk.edition
    return Artifact(Format.XLIFF, f"{target}/{desk.stem}.xlf", data, edition.lang, edition.register)


PLAIN = frozenset({"plain", "plain-pdf", "plain-epub", "plain-xliff"})
FORMATS = frozenset(WRITERS) | PLAIN
