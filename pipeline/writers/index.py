# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that lead to the files: one for each publication, and one for all of them.

They are held to the standard of the web page itself: same styles, no script, nothing fetched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline import labels
from pipeline.model import Meta
from pipeline.writers import webfonts
from pipeline.writers.formats import media_types, places
from pipeline.writers.html import contact_address
from pipeline.writers.markup import Link, style
from pipeline.writers.templates import render


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published of one document.

    ``files`` are relative to the publication's folder, with language, register and size; ``titles`` gives the
    title of each edition by (language, register); ``corrections`` are (ISO date, text); ``missing`` says what
    was asked for and not made, as (format, why); ``statement`` and ``report`` are addresses relative to the
    folder, empty if there is none; ``notices`` say of an edition (language, register) that parts of it are ``stale``
    or ``untranslated``; ``contact`` is where a barrier is reported (an address or a URL).
    """

    name: str
    meta: Meta
    files: tuple[Link, ...] = ()
    titles: Mapping[tuple[str, str], str] = field(default_factory=dict)
    corrections: tuple[tuple[str, str], ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    contact: str = ""
    statement: str = ""
    report: str = ""
    notices: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """The files of one language and register, as the templates show them."""

    lang: str
    dir: str
    register: str
    title: str
    files: tuple[Link, ...]
    notices: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The address of the edition's web page, else of its first file."""
        return next((link.href for link in self.files if link.format == "html"), self.files[0].href)


def editions(publication: Publication) -> tuple[Edition, ...]:
    """The editions: the original's language first, then by the languages' own names; plain after original."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in publication.files:
        groups.setdefault((link.language, link.register), []).append(link)

    def rank(key: tuple[str, str]) -> tuple[bool, str, bool]:
        return (key[0] != publication.meta.lang, labels.own_name(key[0]).casefold(), key[1] != "original")

    made, order = [], places()
    for lang, register in sorted(groups, key=rank):
        known = [link for link in groups[lang, register] if link.format in order]
        files = tuple(sorted(known, key=lambda link: (order.index(link.format), link.href)))
        title = publication.titles.get((lang, register), publication.meta.title)
        if files:
            notices = tuple(kind for *edition, kind in publication.notices if edition == [lang, register])
            made.append(Edition(lang, labels.direction(lang), register, title, files, notices))
    return tuple(made)


def write(publication: Publication, *, home: str = "") -> bytes:
    """The publication's page. ``home`` is the address of the page of all publications, empty if there is none."""
    lang = publication.meta.lang
    words, types = labels.labels(lang), media_types()
    values = _shared(lang, publication.contact) | {
        "publication": publication,
        "meta": publication.meta,
        "editions": editions(publication),
        "alternates": [(link, types[link.format]) for link in publication.files if link.format in types],
        "home": home,
        "words": words,
    }
    return _styled("publication.html", values)


def write_site(publications: Sequence[Publication], *, lang: str = "en", contact: str = "") -> bytes:
    """The page of all publications, the latest first. Each is in the folder of its name."""
    latest = sorted(publications, key=lambda one: (one.meta.title.casefold(), one.name))
    latest.sort(key=lambda one: one.meta.modified or one.meta.date, reverse=True)
    shown = [(one, editions(one)) for one in latest]
    values = _shared(lang, contact) | {"publications": shown, "words": labels.labels(lang), "lang": lang}
    return _styled("site.html", values)


def _styled(template: str, values: Mapping[str, Any]) -> bytes:
    """The page with the letters of the text face that it shows."""
    text = render(template, {**values, "style": ""})
    return render(template, {**values, "style": webfonts.css(text) + style("screen.css")}).encode()


def _shared(lang: str, contact: str) -> dict[str, Any]:
    words = labels.labels(lang)
    return {
        "tongue": words.lang != lang.partition("-")[0],
        "contact": contact_address(contact),
        "locale": lang.replace("-", "_"),
    }
