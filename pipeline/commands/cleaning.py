# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter clean``: a text from a file or a pipe, its clean text, and the log."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

from pipeline import store
from pipeline.clean import clean
from pipeline.commands.output import deliver
from pipeline.document.source import decode, read_source, split_front_matter
from pipeline.errors import InputError
from pipeline.model import Cleaned
from pipeline.settings import Settings, load


def clean_file(
    file: str,
    output: Path | None,
    log: Path | None,
    *,
    accept: bool,
    lang: str,
    refuse: Collection[str],
    force: Collection[str],
    threshold: float | None,
) -> None:
    """Clean ``file`` ("-": standard input) into ``output`` ("-" or none: standard output), or with ``accept`` into it.

    Raises InputError for what cannot be read, WriteError for what cannot be written.
    """
    text, settings = _read(file)
    if accept and file == "-":
        raise InputError("--accept needs a file.", "Name the file whose text is to be replaced.")
    cleaned = clean(
        text,
        lang=lang or settings.lang,
        title=settings.title,
        refuse=(*settings.repairs.refuse, *refuse),
        force=(*settings.repairs.force, *force),
        threshold=threshold,
    )
    if log is not None:
        store.write_file(log, log_of(cleaned))
    if accept:
        store.write_file(_path(file), cleaned.text.encode())
    if output is not None or not accept:
        deliver(output, cleaned.text.encode())
    _say(cleaned)


def _path(file: str) -> Path:
    path = Path(file)
    return path / "source.md" if path.is_dir() and (path / "source.md").exists() else path


def _read(file: str) -> tuple[str, Settings]:
    if file == "-":
        text = decode(sys.stdin.buffer.read(), "standard input")
        front, _ = split_front_matter(text, "standard input")
        return text, load(None, front, {})
    path = _path(file)
    source = read_source(path, folder=path.parent, name=path.stem)
    front, _ = split_front_matter(source.text, path)
    seed = path.name == "source.md" and (path.parent / "document.yaml").exists()
    return source.text, load(path.parent if seed else None, front, {}, front_file=path)


def log_of(cleaned: Cleaned) -> bytes:
    """Every repair that was made, proposed or only reported, as JSON."""
    log = {
        "made": [asdict(repair) for repair in cleaned.repairs],
        "proposed": [asdict(repair) for repair in cleaned.proposals],
        "reported": [asdict(repair) for repair in cleaned.notices],
    }
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def _say(cleaned: Cleaned) -> None:
    made, proposed, reported = len(cleaned.repairs), len(cleaned.proposals), len(cleaned.notices)
    print(f"{made} repair{'s' * (made != 1)} made, {proposed} proposed, {reported} reported.", file=sys.stderr)
