# SPDX-License-Identifier: AGPL-3.0-or-later
"""XLIFF of a document, in the profile that a translator's tool reads.

2.0 is the one to send; 2.1 and 2.2 are for who asks for them; 1.2 is for tools that know nothing newer, and
1.2-omegat for OmegaT. What each holds is in docs/translators.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import InputError, SettingsError
from pipeline.model import Document
from pipeline.translate import memory
from pipeline.translate.facts import facts
from pipeline.translate.leverage import Memory, Suggestion, suggest
from pipeline.translate.srx import Srx
from pipeline.translate.unit import Unit
from pipeline.translate.units import units
from pipeline.writers.xliff import v2, v12

PROFILES = ("2.0", "2.1", "2.2", "1.2", "1.2-omegat")


def write(
    document: Document,
    *,
    target: str = "",
    profile: str = "2.0",
    previous: bytes | Sequence[bytes] | None = None,
    srx: Srx | None = None,
) -> bytes:
    """The XLIFF of ``document`` as bytes.

    In: the language to translate into (empty: a file without targets), the profile, older translations (XLIFF
    or TMX) to take over what is unchanged, the translator's own segmentation. Raises SettingsError for an
    unknown profile, InputError for an unreadable older file.
    """
    if profile not in PROFILES:
        raise SettingsError(f"there is no profile {profile}.", f"Use one of {', '.join(PROFILES)}.")
    found = units(document, srx)
    if not any(unit.translate for unit in found):
        raise InputError("there is nothing to translate.", "Write some text into it.", file=document.path)
    suggestions = suggestions_for(found, previous, target) if target else {}
    metadata = facts(document, found, target)
    if profile.startswith("1.2"):
        omegat = profile.endswith("omegat")
        return v12.write(document, found, suggestions, target=target, omegat=omegat, metadata=metadata)
    return v2.write(document, found, suggestions, target=target, version=profile, metadata=metadata)


def suggestions_for(
    found: Sequence[Unit], previous: bytes | Sequence[bytes] | None, target: str
) -> dict[tuple[str, str], Suggestion]:
    """What older files give for each segment, by (unit id, part id)."""
    older = [previous] if isinstance(previous, bytes) else list(previous or ())
    known = [record for data in older for record in memory.read(data, target)]
    return suggest(found, Memory(known)) if known else {}
