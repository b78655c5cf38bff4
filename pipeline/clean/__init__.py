# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clean what extractors leave of a PDF, and lose no word of it.

Each repair is one file here that exposes ``RULE``; ``ORDER`` is the order in which they look. A repair never
writes: it hands fixes to the engine, which splices them in, compares the letters, and keeps the log.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import import_module

from pipeline.clean.engine import THRESHOLD, run, wishes
from pipeline.clean.fix import Rule
from pipeline.clean.languages import spoken
from pipeline.clean.restore import restore
from pipeline.errors import InputError
from pipeline.model import Cleaned

__all__ = ["MAX_LENGTH", "ORDER", "THRESHOLD", "clean", "restore", "rules"]

MAX_LENGTH = 20_000_000  # characters: a book of 10 000 pages has fewer

ORDER = (
    # characters first: the rest reads words
    "line_ends",
    "control_characters",
    "columns",  # while all stands where the page had it
    "mojibake",
    "visual_order",
    "ligatures",
    "lam_alef",
    "html_remnants",
    "escapes",
    "tables_false",
    # then pages, before anything is joined over them
    "page_breaks",
    "running_heads",
    "images",
    # then lines and words
    "layout",
    "splits",
    "code_comments",
    "lists",
    "clauses",
    "letter_spaced",
    "emphasis",
    "urls",
    "hyphenation",
    "hyphens_dropped",
    # then what a sentence is, across pages
    "tables",
    "footnotes",
    "headings_run_in",
    "headings_typed",
    "headings_numbered",
    "headings_glued",
    "headings_repeated",
    "join",
    "inline_labels",
    # numbers and levels last: they depend on what is a heading or an item
    "headings_false",
    "headings_plain",
    "headings_roman",
    "headings_divisions",
    "lists_unmarked",
    "unspaced",
    "lists_capitals",
    "numbering",
    "headings_bold",
    "headings_empty",
    "headings_levels",
    "notices",
)


@cache
def rules() -> tuple[Rule, ...]:
    """All repairs, in their order."""
    found = tuple(import_module(f"pipeline.clean.{name}").RULE for name in ORDER)
    assert all(isinstance(rule, Rule) for rule in found)
    return found


def clean(
    text: str,
    *,
    lang: str = "",
    refuse: Collection[str] = (),
    force: Collection[str] = (),
    threshold: float | None = None,
) -> Cleaned:
    """The clean text of a Markdown source, with what was repaired, proposed and noticed.

    In: the text as decoded; its language (BCP 47), if known (what the text clearly says counts more);
    repairs to refuse or to force, by rule ("running-heads") or by rule and line of the text as it came
    ("running-heads:12"); the confidence from which a repair is made (0 to 1).
    Out: see ``Cleaned``. Cleaning the result again changes nothing.

    Raises:
        InputError: the text is too long to be a document.
    """
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"The text has {len(text):,} characters; the most that is cleaned is {MAX_LENGTH:,}.",
            "Cut it into documents.",
        )
    return run(text, rules(), spoken(text, lang), wishes(refuse, force, threshold))
