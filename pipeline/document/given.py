# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings that cannot be used as they are, told to who wrote them: names that are none, dates, the contact."""

from __future__ import annotations

import difflib
import re
from itertools import chain

from pipeline.document.context import Context
from pipeline.document.dates import iso, proposal
from pipeline.document.source import front_line
from pipeline.document.text import short
from pipeline.model import Finding, Outcome, Severity, Source
from pipeline.settings import Settings, place_of

SEED = "source.md"
_CONTACT = re.compile(r"(?:https?://|mailto:)\S+|[^\s@]+@[^\s@]+")


def home(source: Source) -> str:
    """Where the settings of a source are written: beside a single file no ``document.yaml`` is read."""
    return "document.yaml" if source.path.name == SEED else "the front matter"


def tell_settings(settings: Settings, source: Source, context: Context) -> None:
    """Record a notice for each key that is no setting, each date that is none, a last change before the first day, and
    a contact that leads nowhere: with the file and line that it is from."""

    def told_of(key: str, rule: str, message: str, fix: str) -> None:
        folder = source.folder if source.path.name == SEED else None
        file, line = place_of(folder, source.path, front_line(source.text, key), key)
        finding = Finding(rule, Outcome.FAIL, Severity.WARNING, message, fix, source=str(file), line=line)
        context.notices.append(finding)

    for key in settings.unknown:
        place, _, name = key.rpartition(": ")
        near = difflib.get_close_matches(name, [one for one in Settings.model_fields if one != "unknown"], 1)
        fix = f"Did you mean «{near[0]}»?" if near else "Take it out, or see docs/settings.md for its name."
        context.notice("setting-unknown", f"There is no setting «{name}» ({place}).", fix, None)
    own = (("date", settings.date), ("modified", settings.modified))
    corrections = (("corrections", one.date) for one in settings.corrections)
    for key, text in chain(own, corrections):
        if text and not iso(text):
            listed = key == "corrections"
            what = "it is printed as it stands" if listed else "it is left out"
            told = f"{'corrections: ' if listed else ''}«{short(text, 40)}» is no date of ISO 8601: {what}."
            told_of(key, "date-unread", told, f"Write it as year, month and day: {proposal(text, settings.lang)}.")
    first, last = iso(settings.date), iso(settings.modified)
    if first and last and last < first[: len(last)]:
        told = f"modified: «{last}» is before date: «{first}», so the text was changed before it was there."
        told_of("modified", "date-unread", told, "Write the day of the last change, or take it out.")
    if settings.contact and not _CONTACT.fullmatch(settings.contact.strip()):
        told = f"contact: «{short(settings.contact)}» is no address: the pages have no link for reporting a barrier."
        told_of("contact", "contact-unread", told, "Write an e-mail address or a URL, https:// and all.")
