# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a writer has on its desk: an edition, its tree, its pages; and every file that is wanted of it.

What several formats share, the semantic tree and the layout, is made once, and only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from pipeline.model import Artifact, Edition, Format, Layout, Register
from pipeline.settings import Settings
from pipeline.writers.formats import PLAIN, writers
from pipeline.writers.markup import AIDS, Link
from pipeline.writers.resources import Resources


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
            left_out = "plain-xliff" if self.edition.translated_from else ""
            return [name.removeprefix("plain-") for name in asked if name in PLAIN and name != left_out]
        if self.edition is not self.original:
            return [name for name in asked if name in writers() and name not in ("xliff", "plain")]
        aids = "plain" in asked and not any(register is Register.PLAIN for _, register in self.edition.siblings)
        return [name for name in asked if name in writers() and (name != "plain" or aids)]

    @cached_property
    def whole(self) -> Edition:
        """The edition as the files hold it that stand alone: that in plain language with its summary and glossary."""
        from pipeline.editions import in_file

        return in_file(self.edition, Format.PDF)

    @cached_property
    def xhtml(self) -> etree._Element:
        """The semantic tree of the whole edition."""
        from pipeline.semantic import build

        return build(self.whole)

    @cached_property
    def layout(self) -> Layout:
        """The edition set in pages."""
        from pipeline.writers.pdf import lay_out

        return lay_out(
            self.xhtml, self.whole, self.resources, profile=self.settings.pdf, archive=self.settings.archive
        )

    @property
    def stem(self) -> str:
        """The name of the edition's files, without their endings."""
        return self.edition.document.stem

    def links(self, format: str) -> tuple[Link, ...]:
        """The publication's other files, as seen from this edition's file of ``format``."""
        found = [
            Link(
                name,
                f"{self.stem}{writers()[name].suffix}",
                self.edition.lang,
                register=self.edition.register.value,
                current=name == format,
            )
            for name in self.wanted
            if writers()[name].linked
        ]
        for lang, register in self.edition.siblings:
            plain = ".plain" if register is Register.PLAIN else ""
            href = f"../{lang}/{self.edition.document.name}{plain}.html"
            if format in ("html", "plain") and "html" in self.settings.formats:
                found.append(Link("html", href, lang, register=register.value))
        if format == "plain" and self.edition is self.original:
            found.append(Link("html", "#document", self.edition.lang, register=AIDS, current=True))
        return tuple(found)


def make(name: str, desk: Desk) -> Artifact:
    """The file of format ``name`` of the edition on the desk. Raises PariterError."""
    writer = writers()[name]
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
    from pipeline.editions import in_file, read_bytes, stored_translations
    from pipeline.writers.xliff import write

    document = in_file(desk.edition, Format.XLIFF).document
    stored = dict(stored_translations(document)).get(target)
    data = write(document, target=target, previous=read_bytes(stored) if stored else None)
    edition = desk.edition
    return Artifact(Format.XLIFF, f"{target}/{desk.stem}.xlf", data, edition.lang, edition.register)
