# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: built-in < house style < pyproject < front matter < document.yaml < flags.

Out: one frozen ``Settings``. A wrong type is an error with its file and line; an unknown key is a warning in
``unknown``, since front matter is full of other people's keys.
"""

from __future__ import annotations

from pipeline.settings.given import load
from pipeline.settings.model import Answer, Gates, Review, Settings
from pipeline.settings.names import FRONT_MATTER, SYNONYMS
from pipeline.settings.places import line_of, place_of
from pipeline.settings.yaml_files import read_yaml

__all__ = ["FRONT_MATTER", "SYNONYMS", "Answer", "Gates", "Review", "Settings", "line_of", "load", "place_of",
           "read_yaml"]
