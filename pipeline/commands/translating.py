# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter xliff``: files out for translators, their translations back, and how far each language is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import store
from pipeline.checks.web.tags import primary
from pipeline.commands.loading import Loaded, one_document
from pipeline.commands.output import deliver, tell
from pipeline.commands.reading import read_bytes
from pipeline.companions import translations_of
from pipeline.editions import for_translators, plain_of_document, plain_path, stored_translations, translation_path
from pipeline.errors import InputError
from pipeline.loading import check_language
from pipeline.model import Document
from pipeline.translate import bilingual
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Bilingual
from pipeline.translate.srx import Srx
from pipeline.translate.srx import read as read_srx

if TYPE_CHECKING:
    from pipeline.translate.status import Status

PLAIN = " (plain language)"
"""What follows a language in what is said of translations of the plain text."""


def export(
    path: Path,
    target: str,
    profile: str,
    previous: list[Path],
    srx: Path | None,
    output: Path | None,
    *,
    hand_off: bool,
    plain: bool = False,
) -> None:
    """Write the XLIFF of a document, or of its text in ``plain`` language, or the whole hand-off as a ZIP, and say how
    many words there are to do.

    Raises InputError for what cannot be read, WriteError for what cannot be written.
    """
    from pipeline.translate.leverage import BANDS
    from pipeline.writers import xliff
    from pipeline.writers.xliff import handoff

    if target:
        check_language(target)
    loaded = one_document(path)
    document = for_translators(plain_of_document(loaded.document)) if plain else loaded.document
    if target.lower() == document.meta.lang.lower():
        what = f"the text is in {target} already."
        raise InputError(what, "Name the language to translate into.", file=document.path)
    older = [read_bytes(file) for file in previous] or _stored(document, target)
    rules: Srx | None = read_srx(read_bytes(srx), srx) if srx is not None else None
    write = handoff.write if hand_off else xliff.write
    data = write(document, target=target, profile=profile, previous=older, srx=rules)
    suffix = ".zip" if hand_off else ".xlf"
    out = output or Path(f"{document.stem}.{target}{suffix}")
    if not hand_off:
        _lose_nothing(out, [data, *older])
    deliver(out, data)
    if target:
        counts = handoff.count(document, target=target, previous=older, srx=rules)
        for band in BANDS:
            name = band if isinstance(band, str) else str(band[0])
            tell(f"{name}: {counts.get(name, 0)} words", out)
    tell(f"written: {out}", out)


def _lose_nothing(out: Path, kept: list[bytes]) -> None:
    """Raise InputError where a file of the same name holds translations that are in none of ``kept``: a translator may
    have worked on it since it was written."""
    if not out.is_file():
        return
    lost = len(_translated(read_bytes(out)) - set().union(*(_translated(data) for data in kept)))
    if lost:
        what = f"it holds {lost} translation{'s' if lost != 1 else ''} that {'are' if lost != 1 else 'is'} not stored."
        remedy = f"Store them first (pariter xliff merge), take them over (--from {out}), or name another file (-o)."
        raise InputError(what, remedy, file=out)


def _translated(data: bytes) -> set[tuple[str, str]]:
    """Each sentence that an XLIFF file has in both languages; none of what cannot be read as such a file."""
    try:
        units = bilingual.read(data).units.values()
    except InputError:
        return set()
    segments = [one for unit in units for one in unit.segments]
    pairs = {(text_of(one.source), text_of(one.target or ())) for one in segments if one.target}
    return {(source, target) for source, target in pairs if target and target != source}


def _stored(document: Document, target: str) -> list[bytes]:
    path = dict(stored_translations(document)).get(target)
    return [read_bytes(path)] if path is not None else []


def merge(path: Path, file: Path, output: Path | None) -> None:
    """Check a translation, of the text or of its plain text as the file says, and store it beside the document; with
    ``output`` only write its Markdown.

    Raises MergeError, naming the unit, and then nothing is changed.
    """
    from pipeline.translate.merge import merge as merge_file

    loaded = one_document(path)
    data = read_bytes(file)
    read = bilingual.read(data, file)
    document = _of_file(read, loaded.document, output)
    merged = merge_file(document, data, states=loaded.settings.publishable_states, file=file)
    if output is not None:
        deliver(output, merged.markdown.encode())
        for unit in merged.unspliced:
            left = "its place in the Markdown is not known; it is left as in the original."
            tell(f"{file}: unit {unit}: {left}", output)
        tell(f"written: {output}", output)
        return
    target = translation_path(document, merged.lang)
    target.parent.mkdir(exist_ok=True)
    store.write_file(target, data)
    if loaded.new_ids:  # by them the translation finds its parts again when the text changes
        store.write_file(loaded.task.ids, loaded.new_ids.encode())
    missing = len(merged.untranslated)
    more = f"; {missing} block{'s are' if missing != 1 else ' is'} not translated yet" if missing else ""
    print(f"stored: {target}{more}")
    for doubt in _doubts(read, loaded, merged.lang):
        print(f"{file}: {doubt}")


def _of_file(read: Bilingual, document: Document, output: Path | None) -> Document:
    """Which of a document's two texts a file is a translation of: the text, or that in plain language. Raises
    InputError where there is no plain text, or where its translation is asked for as Markdown."""
    if read.original != f"{document.name}.plain":
        return document
    if output is not None:
        what = "it is of the text in plain language, whose translations are not written as Markdown."
        raise InputError(what, "Leave out -o: it is stored, and published.", file=read.file)
    return for_translators(plain_of_document(document))


def _doubts(read: Bilingual, loaded: Loaded, lang: str) -> Iterator[str]:
    """What was stored all the same, and is perhaps not what was meant."""
    from pipeline.checks.web.speech import likely

    asked = loaded.settings.languages
    if asked and lang.lower() not in {one.lower() for one in asked}:
        yield f"document.yaml asks for no translation into {lang} (languages: {', '.join(asked)})."
    segments = [segment for unit in read.units.values() for segment in unit.segments if segment.target is not None]
    said = likely(" ".join(text_of(segment.target or ()) for segment in segments))
    if said and said != primary(lang):
        yield f"the file says that it is in {lang}, and its text reads as {said}."
    waiting = Counter(one.state for one in segments if one.state not in loaded.settings.publishable_states)
    for state, count in sorted(waiting.items()):
        are = "segments are" if count != 1 else "segment is"
        yield f"{count} translated {are} in the state «{state}», which document.yaml does not publish."


def status(path: Path, *, as_json: bool) -> None:
    """Say how far each stored translation is: words done, out of date, missing."""
    from pipeline.translate.status import status as status_of

    loaded = one_document(path)
    states = loaded.settings.publishable_states
    found = [status_of(loaded.document, read_bytes(file), states=states, file=file)
             for _, file in stored_translations(loaded.document)]  # fmt: skip
    plain = _plain_status(loaded)
    if as_json:
        print(json.dumps([asdict(one) for one in (*found, *plain)], ensure_ascii=False, indent=1))
        return
    for one in (*found, *plain):
        print(_line(one))
    missing = 0
    for done, called, asked in ((found, "", True), (plain, PLAIN, "plain-xliff" in loaded.settings.formats)):
        for lang in loaded.settings.languages if asked else ():
            if lang not in {one.lang for one in done}:
                missing += 1
                print(f"{lang}{called}: no translation stored yet")
    if not found and not plain and not missing:
        print("no translations are stored, and document.yaml asks for none")


def _plain_status(loaded: Loaded) -> list[Status]:
    """How far the translations of the plain text are, if there are any."""
    from pipeline.translate.status import status as status_of

    if not any(translations_of(plain_path(loaded.document))):
        return []
    document = for_translators(plain_of_document(loaded.document))
    states = loaded.settings.publishable_states
    return [replace(status_of(document, read_bytes(file), states=states, file=file), plain=True)
            for _, file in stored_translations(document)]  # fmt: skip


def _line(one: Status) -> str:
    called = PLAIN if one.plain else ""
    draft = ", a draft that no translator has reviewed" if one.draft else ""
    done = f"{one.done} of {one.words} words done, {one.stale} out of date, {one.missing} missing{draft}"
    return f"{one.lang}{called}: {done}"
