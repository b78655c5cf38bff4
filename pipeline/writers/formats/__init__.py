# SPDX-License-Identifier: AGPL-3.0-or-later
"""The formats, one file for each: its name is the format's, and its ``WRITER`` says all that others know of it."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from pipeline.writers.formats.base import Writer

__all__ = ["PLAIN", "Writer", "media_types", "names", "places", "suffixes", "writers"]

PLAIN = frozenset({"plain", "plain-pdf", "plain-epub", "plain-xliff"})
"""What may be asked for of the edition in plain language."""


@cache
def writers() -> Mapping[str, Writer]:
    """Every format by its name, in the order in which pages list them."""
    modules = (module.name for module in pkgutil.iter_modules(__path__) if module.name != "base")
    found: dict[str, Writer] = {name: import_module(f"{__name__}.{name}").WRITER for name in modules}
    return dict(sorted(found.items(), key=lambda item: (item[1].place, item[0])))


def names() -> frozenset[str]:
    """What may be asked for."""
    return frozenset(writers()) | PLAIN


def places() -> tuple[str, ...]:
    """The formats that pages list, in their order."""
    return tuple(name for name, writer in writers().items() if writer.media_type)


def media_types() -> Mapping[str, str]:
    """The media type of each format that pages list."""
    return {name: writers()[name].media_type for name in places()}


def suffixes() -> tuple[tuple[str, str], ...]:
    """What the files of the listed formats end in, with the format: the longest ending first, since one may be the
    end of another."""
    return tuple(sorted(((writers()[name].suffix, name) for name in places()), key=lambda pair: -len(pair[0])))
