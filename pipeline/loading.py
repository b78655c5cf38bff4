# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a path to a document: source, settings, clean text, blocks with their ids, pictures that can be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.checks.web.tags import known as known_language
from pipeline.clean import check_wish, clean
from pipeline.document import IdTable, parse, table_of
from pipeline.document.language import canonical, is_tag
from pipeline.document.source import front_line, read_source, split_front_matter
from pipeline.errors import InputError, SettingsError
from pipeline.model import Cleaned, Document, Source
from pipeline.publication import Task
from pipeline.settings import Settings, load, place_of
from pipeline.writers.formats import names
from pipeline.writers.pictures import usable
from pipeline.writers.resources import Resources


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with what it was made from; ``new_ids`` is the table of its ids, if it has to be stored."""

    task: Task
    source: Source
    settings: Settings
    cleaned: Cleaned
    document: Document
    resources: Resources
    new_ids: str


def load_document(task: Task, flags: Mapping[str, object]) -> Loaded:
    """Read, clean and parse one document. Raises InputError and SettingsError for what cannot be used."""
    source = read_source(task.path, folder=task.folder, name=task.name)
    front, _ = split_front_matter(source.text, source.path)
    settings = load(task.folder if task.seed else None, front, flags, front_file=task.path)
    if settings.lang and not is_tag(canonical(settings.lang)):
        file, line = place_of(task.folder if task.seed else None, task.path, front_line(source.text, "lang"), "lang")
        what = f"lang: «{settings.lang}» is no language tag."
        raise SettingsError(what, "Write one such as fr or zh-Hans.", file=file, line=line)
    for lang in settings.languages:
        file, line = _place(task, flags, "languages")
        check_language(lang, file=file, line=line)
    _check_formats(settings.formats, task, flags)
    repairs = settings.repairs
    _check_repairs((*repairs.refuse, *repairs.force), source.text, task)
    cleaned = clean(
        source.text, lang=settings.lang, title=settings.title, refuse=repairs.refuse, force=repairs.force
    )
    known = IdTable.from_file(task.ids) if task.seed else IdTable()
    document = parse(replace(source, text=cleaned.text), settings, known)
    ids = table_of((document.title, *document.blocks)) if task.seed else known
    resources = Resources(task.folder)
    new_ids = ids.to_json() if ids != known else ""
    return Loaded(task, source, settings, cleaned, usable(document, resources), resources, new_ids)


def _place(task: Task, flags: Mapping[str, object], key: str) -> tuple[Path | str, int]:
    """The file and line that a setting is from; none for one of the command line."""
    return ("", 0) if flags.get(key) else place_of(task.folder if task.seed else None, "", 0, key)


def _check_formats(formats: Sequence[str], task: Task, flags: Mapping[str, object]) -> None:
    """Raises SettingsError, with the place, for a format that is none, and where none is asked for."""
    wrong = next((name for name in formats if name not in names()), "")
    if formats and not wrong:
        return
    file, line = _place(task, flags, "formats")
    what = f"there is no format «{wrong}»." if wrong else "formats: there is none in the list."
    raise SettingsError(what, f"Choose from {', '.join(sorted(names()))}.", file=file, line=line)


def _check_repairs(wishes: Sequence[str], text: str, task: Task) -> None:
    """Raises SettingsError, with the place, for a repair that is none, or at a line that the text does not have."""
    last = len(text.splitlines())
    for wish in wishes:
        file, line = place_of(task.folder if task.seed else None, "", 0, "repairs")
        try:
            check_wish(wish)
        except InputError as error:
            raise SettingsError(error.what, error.remedy, file=file, line=line) from None
        number = wish.partition(":")[2]
        if number and not 1 <= int(number) <= last:
            what = f"repairs: the text has no line {number} («{wish}»)."
            raise SettingsError(what, "Look up the line in the log of the repairs.", file=file, line=line)


def check_language(lang: str, *, file: Path | str = "", line: int = 0) -> None:
    """Raises InputError, with the place, when ``lang`` is no language into which a text can be translated (BCP 47)."""
    if not known_language(lang):
        remedy = "Write its tag, such as fr or zh-Hans."
        raise InputError(f"there is no language «{lang}».", remedy, file=file, line=line)
