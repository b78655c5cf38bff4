# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the texts that belong to a Markdown file stand: its plain text and its translations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

SEED = "source.md"  # a seed's folder is its own; beside a single file the companions carry its name


def plain_of(path: Path) -> Path:
    """The plain text of a Markdown file, written or not: ``plain.md`` in a seed's folder, ``<name>.plain.md`` else."""
    return path.parent / ("plain.md" if path.name == SEED else f"{path.stem}.plain.md")


def translations_of(path: Path) -> Iterator[tuple[str, Path]]:
    """(language, file) of each stored translation: ``translations/fr.xlf`` in a seed's folder,
    ``translations/<name>.fr.xlf`` for a single file. A plain text is a file of its own: ``translations/plain.fr.xlf``,
    ``translations/<name>.plain.fr.xlf``."""
    own = _own(path)
    for file in sorted((path.parent / "translations").glob("*.xlf")):
        lang = file.stem.removeprefix(own)
        if file.stem.startswith(own) and "." not in lang:  # what has more to its name is of another text
            yield lang, file


def translation_of(path: Path, lang: str) -> Path:
    """Where the translation of a Markdown file into ``lang`` is stored."""
    return path.parent / "translations" / f"{_own(path)}{lang}.xlf"


def companions(path: Path) -> tuple[Path, ...]:
    """All of them, with the places where one may come to stand: what is published changes when it does."""
    plain = plain_of(path)
    stored = (file for text in (path, plain) for _, file in translations_of(text))
    return (plain, path.parent / "translations", *stored)


def _own(path: Path) -> str:
    return "" if path.name == SEED else f"{path.stem}."
