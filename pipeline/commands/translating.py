# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter xliff``: files out for translators, their translations back, and how far each language is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from pipeline import store
from pipeline.checks.web.tags import primary
from pipeline.commands.loading import Loaded, one_document
from pipeline.commands.output import deliver, tell
from pipeline.commands.reading import read_bytes
from pipeline.editions import stored_translations, translation_path
from pipeline.errors import InputError
from pipeline.loading import check_language
from pipeline.translate import bilingual
from pipeline.translate.leverage import text_of
from pipeline.translate.pieces import Bilingual
from pipeline.translate.srx import Srx
from pipeline.translate.srx import read as read_srx


def export(
    path: Path,
    target: str,
    profile: str,
    previous: list[Path],
    srx: Path | None,
    output: Path | None,
    *,
    hand_off: bool,
) -> None:
    """Write the XLIFF of a document, or the whole hand-off as a ZIP, and say how many words there are to do.

    Raises InputError for what cannot be read, WriteError for what cannot be written.
    """
    from pipeline.translate.leverage import BANDS
    from pipeline.writers import xliff
    from pipeline.writers.xliff import handoff

    if target:
        check_language(target)
    loaded = one_document(path)
    if target.lower() == loaded.document.meta.lang.lower():
        what = f"the text is in {target} already."
        raise InputError(what, "Name the language to translate into.", file=loaded.source.path)
    older = [read_bytes(file) for file in previous] or _stored(loaded, target)
    rules: Srx | None = read_srx(read_bytes(srx), srx) if srx is not None else None
    write = handoff.write if hand_off else xliff.write
    data = write(loaded.document, target=target, profile=profile, previous=older, srx=rules)
    suffix = ".zip" if hand_off else ".xlf"
    out = output or Path(f"{loaded.document.name}.{target}{suffix}")
    if not hand_off:
        _lose_nothing(out, [data, *older])
    deliver(out, data)
    if target:
        counts = handoff.count(loaded.document, target=target, previous=older, srx=rules)
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


def _stored(loaded: Loaded, target: str) -> list[bytes]:
    path = dict(stored_translations(loaded.document)).get(target)
    return [read_bytes(path)] if path is not None else []


def merge(path: Path, file: Path, output: Path | None) -> None:
    """Check a translation and store it beside the document; with ``output`` only write its Markdown.

    Raises MergeError, naming the unit, and then nothing is changed.
    """
    from pipeline.translate.merge import merge as merge_file

    loaded = one_document(path)
    data = read_bytes(file)
    merged = merge_file(loaded.document, data, states=loaded.settings.publishable_states, file=file)
    if output is not None:
        deliver(output, merged.markdown.encode())
        for unit in merged.unspliced:
            left = "its place in the Markdown is not known; it is left as in the original."
            tell(f"{file}: unit {unit}: {left}", output)
        tell(f"written: {output}", output)
        return
    target = translation_path(loaded.document, merged.lang)
    target.parent.mkdir(exist_ok=True)
    store.write_file(target, data)
    if loaded.new_ids:  # by them the translation finds its parts again when the text changes
        store.write_file(loaded.task.ids, loaded.new_ids.encode())
    missing = len(merged.untranslated)
    more = f"; {missing} block{'s are' if missing != 1 else ' is'} not translated yet" if missing else ""
    print(f"stored: {target}{more}")
    for doubt in _doubts(bilingual.read(data, file), loaded, merged.lang):
        print(f"{file}: {doubt}")


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
    found = [
        status_of(loaded.document, read_bytes(file), states=states, file=file)
        for _, file in stored_translations(loaded.document)
    ]
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        draft = ", a draft that no translator has reviewed" if one.draft else ""
        print(
            f"{one.lang}: {one.done} of {one.words} words done, {one.stale} out of date, {one.missing} missing{draft}"
        )
    waiting = [lang for lang in loaded.settings.languages if lang not in {one.lang for one in found}]
    for lang in waiting:
        print(f"{lang}: no translation stored yet")
    if not found and not waiting:
        print("no translations are stored, and document.yaml asks for none")
