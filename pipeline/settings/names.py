# SPDX-License-Identifier: AGPL-3.0-or-later
"""The names by which front matter sets what others set too."""

from __future__ import annotations

# Front matter has pandoc's names for the same things.
SYNONYMS = {
    "author": "creators", "authors": "creators", "creator": "creators", "subject": "subjects",
    "keywords": "subjects", "abstract": "description", "language": "lang", "direction": "dir",
}  # fmt: skip
FRONT_MATTER = frozenset(
    {"title", "subtitle", "lang", "dir", "date", "modified", "version", "publisher", "creators", "subjects",
     "description", "identifier", "rights", "abbreviations"}
)  # fmt: skip
