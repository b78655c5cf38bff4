# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings that cannot be used as they are, told to who wrote them: names that are none, dates, the contact."""

from __future__ import annotations

import difflib
import re
from itertools import chain

from pipeline.document.context import Context
from pipeline.document.dates import iso, proposal
from pipeline.document.text import short
from pipeline.settings import Settings

_CONTACT = re.compile(r"(?:https?://|mailto:)\S+|[^\s@]+@[^\s@]+")


def tell_settings(settings: Settings, context: Context) -> None:
    """Record a notice for each key that is no setting, each date that is none, a last change before the first day, and
    a contact that leads nowhere."""
    for key in settings.unknown:
        place, _, name = key.rpartition(": ")
        near = difflib.get_close_matches(name, [one for one in Settings.model_fields if one != "unknown"], 1)
        fix = f"Did you mean «{near[0]}»?" if near else "Take it out, or see docs/settings.md for its name."
        context.notice("setting-unknown", f"There is no setting «{name}» ({place}).", fix, None)
    own = (("", settings.date), ("", settings.modified))
    corrections = (("corrections: ", one.date) for one in settings.corrections)
    for where, text in chain(own, corrections):
        if text and not iso(text):
            what = "it is printed as it stands" if where else "it is left out"
            told = f"{where}«{short(text, 40)}» is no date of ISO 8601: {what}."
            context.notice("date-unread", told, f"Write it as year, month and day: {proposal(text)}.", None)
    first, last = iso(settings.date), iso(settings.modified)
    if first and last and last < first[: len(last)]:
        told = f"modified: «{last}» is before date: «{first}», so the text was changed before it was there."
        context.notice("date-unread", told, "Write the day of the last change, or take it out.", None)
    if settings.contact and not _CONTACT.fullmatch(settings.contact.strip()):
        told = f"contact: «{short(settings.contact)}» is no address: the pages have no link for reporting a barrier."
        context.notice("contact-unread", told, "Write an e-mail address or a URL, https:// and all.", None)
