# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files under check beside the Markdown that they were made from: what each must hold, and the author's lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.checks.result import Result
from pipeline.checks.subject import Subject
from pipeline.commands.kinship import is_of_another
from pipeline.commands.reading import read_bytes
from pipeline.errors import InputError, PariterError
from pipeline.model import Edition, Finding, Format, Outline, Register
from pipeline.outline import format_of
from pipeline.outline.companions import companion, is_paired, is_plain_page
from pipeline.subjects import sides_of


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of files under check: its editions, what reading it told (a picture that is missing), and its text
    for the reports."""

    editions: tuple[Edition, ...]
    text: str
    digest: str
    path: Path
    lines: tuple[int, ...]
    notices: tuple[Finding, ...]


def origin_of(path: Path) -> Origin:
    """The Markdown, cleaned and parsed as for publishing."""
    from pipeline.commands.loading import one_document
    from pipeline.document.line_map import line_map
    from pipeline.editions import editions_of

    loaded = one_document(path)
    document = loaded.document
    lines = tuple(line_map(loaded.source.text, document.source))
    editions = editions_of(document, loaded.settings)
    source = loaded.source
    return Origin(editions, source.text, source.digest, source.path, lines, document.notices)


def subject_of(path: Path, origin: Origin | None) -> Subject:
    """A file under check, with what it must hold where its source is given. Raises InputError for an empty file and for
    a format that we do not know. What is plainly another document's has its outline and no edition."""
    data = read_bytes(path)
    if not data:
        raise InputError("the file is empty.", "Give a file with something in it.", file=path)
    format = format_of(data, str(path))
    if origin is None or (format is Format.HTML and companion(data)):
        return Subject(format, str(path), data)
    from pipeline.editions import in_file
    from pipeline.outline import read
    from pipeline.outline.expected import expected

    bare = Subject(format, str(path), data)
    try:
        outline = read(data, format)
    except PariterError:
        return bare
    name = origin.editions[0].document.name
    plain = is_paired(data) or ".plain." in path.name.removeprefix(name)
    if format is Format.XLIFF and (said := outline.meta.get("original", "")) in (name, f"{name}.plain"):
        plain = said != name  # whatever a translator calls the file
    edition = _edition(origin, outline.meta.get("lang", "") or outline.root.lang, plain=plain)
    if format is Format.HTML and is_plain_page(data):
        return replace(bare, read=outline, edition=edition, wanted_sides=sides_of(edition))
    edition = in_file(edition, format)
    wanted = expected(edition, format)
    if is_of_another(outline, wanted):
        return replace(bare, read=outline)
    whole = replace(bare, read=outline, edition=edition, expected=wanted)
    return replace(whole, peers=_beside(path)) if format is Format.EPUB else whole


def _beside(path: Path) -> Mapping[Format, Outline]:
    """The PDF of the same name beside a book: the pages that the book names are its pages."""
    from pipeline.outline import read

    other = path.with_suffix(".pdf")
    try:
        return {Format.PDF: read(read_bytes(other), Format.PDF)} if other.is_file() else {}
    except PariterError:
        return {}  # whoever checks the PDF is told what is wrong with it


def _edition(origin: Origin, lang: str, *, plain: bool) -> Edition:
    """The edition that a file is to hold: the plain one if it is named so and there is one, by language, the original
    if it says no language."""
    register = Register.PLAIN if plain else Register.ORIGINAL
    fitting = [e for e in origin.editions if e.register is register] or list(origin.editions)
    by_lang = [e for e in fitting if e.lang.lower() == lang.lower()]
    short = [e for e in fitting if e.lang.partition("-")[0].lower() == lang.partition("-")[0].lower()]
    return next(iter((*by_lang, *short, *fitting)))


def moved(result: Result, origin: Origin | None) -> Result:
    """Lines of the Markdown as its author has it, in place of the clean text's."""
    if origin is None:
        return result

    def at_author(finding: Finding) -> Finding:
        ours = finding.source == str(origin.path) and 0 < finding.line < len(origin.lines)
        return replace(finding, line=origin.lines[finding.line]) if ours else finding

    return replace(result, findings=tuple(at_author(finding) for finding in result.findings))
