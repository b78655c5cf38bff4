# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that lead to what was published: one for each document, and one for the whole output folder.

The second is made from what each published folder says of itself (a card in its manifest), so that documents
of earlier runs are on it too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from pipeline import store
from pipeline.document.front import front_lines
from pipeline.manifest import read_manifest
from pipeline.model import Meta, Register
from pipeline.publication import Made
from pipeline.writers.formats import suffixes
from pipeline.writers.index import Publication, write, write_site
from pipeline.writers.markup import AIDS, Link


def publication_of(made: Made, files: Mapping[str, bytes]) -> Publication:
    """What the page of one publication shows."""
    settings = made.settings
    titles = {(e.lang, e.register.value): e.document.meta.title for e in made.editions}
    return Publication(
        name=made.task.name,
        meta=made.document.meta,
        files=tuple(link for link in (_link(name, data, made) for name, data in sorted(files.items())) if link),
        titles=titles,
        corrections=tuple((correction.date, correction.text) for correction in settings.corrections),
        contact=settings.contact,
        report="report.html" if "report.html" in files else "",
        statement="statement.html" if "statement.html" in files else "",
        notices=tuple(
            (edition.lang, edition.register.value, line.kind)
            for edition in made.editions if edition.register is Register.ORIGINAL or edition.translated_from
            for line in front_lines(edition) if line.kind in ("untranslated", "stale")
        ),
    )


def _link(name: str, data: bytes, made: Made) -> Link | None:
    folder, _, file = name.partition("/")
    kind = next((kind for suffix, kind in suffixes() if file.endswith(suffix)), "")
    if not kind or not file.startswith(made.document.name):
        return None
    rest = file.removeprefix(made.document.name)
    return Link(kind, name, folder, len(data), _register(rest, folder, made))


def _register(rest: str, lang: str, made: Made) -> str:
    """Whether a file is in plain language, or, where there is no such text, the original with reading aids."""
    if not rest.startswith(".plain."):
        return Register.ORIGINAL.value
    plain = any(edition.register is Register.PLAIN and edition.lang == lang for edition in made.editions)
    return Register.PLAIN.value if plain else AIDS


def page(made: Made, files: Mapping[str, bytes]) -> bytes:
    """The ``index.html`` of one publication."""
    return write(publication_of(made, files), home="../index.html")


def card(publication: Publication) -> dict[str, Any]:
    """What the page of all publications needs to know of one, as plain data."""
    data = asdict(publication)
    data["titles"] = [[lang, register, title] for (lang, register), title in publication.titles.items()]
    return data


def _from_card(data: Mapping[str, Any]) -> Publication:
    meta: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data["meta"].items()}
    known = {field.name for field in fields(Meta)}
    return Publication(
        name=data["name"],
        meta=Meta(**{key: value for key, value in meta.items() if key in known}),
        files=tuple(Link(**link) for link in data["files"]),
        titles={(lang, register): title for lang, register, title in data["titles"]},
        corrections=tuple((date, text) for date, text in data["corrections"]),
        contact=data["contact"],
        report=data["report"],
        statement=data["statement"],
        notices=tuple((lang, register, kind) for lang, register, kind in data["notices"]),
    )


def publish_site(out: Path) -> None:
    """Write ``index.html`` of the output folder, if it changed. Raises WriteError."""
    found: list[Publication] = []
    for folder in sorted(path for path in out.iterdir() if path.is_dir() and not path.name.startswith(".")):
        manifest = read_manifest(folder)
        if manifest is not None and manifest.card:
            try:
                found.append(_from_card(manifest.card))
            except (KeyError, TypeError, ValueError):
                continue  # a card of another version: its folder is made anew at its next publication
    if not found:
        return
    languages = Counter(publication.meta.lang for publication in found)
    lang = max(sorted(languages), key=lambda name: languages[name])
    contact = next((publication.contact for publication in found if publication.contact), "")
    data = write_site(found, lang=lang, contact=contact)
    target = out / "index.html"
    if not target.is_file() or target.read_bytes() != data:
        store.write_file(target, data)
