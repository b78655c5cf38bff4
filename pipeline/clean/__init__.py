# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clean what extractors leave of a PDF, and lose no word of it.

Each repair is one file, in the room of what it mends, that exposes ``RULE``, which names the repair that it looks
after: characters come first, since the rest reads words; then pages, before anything is joined over them; then lines
and words; then what a sentence is, across pages; numbers and levels last, for they depend on what is a heading or an
item. A repair never writes: it hands fixes to the engine, which splices them in, compares the letters, and keeps the
log.
"""

from __future__ import annotations

import difflib
import pkgutil
from collections.abc import Collection
from functools import cache
from importlib import import_module

from pipeline.clean.engine import THRESHOLD, run, wishes
from pipeline.clean.fix import Rule
from pipeline.clean.front_matter import above, below, front_of, had_pages, title_in
from pipeline.clean.order import in_order
from pipeline.clean.reading.languages import spoken
from pipeline.clean.restore import restore
from pipeline.errors import InputError
from pipeline.model import Cleaned

__all__ = ["MAX_LENGTH", "THRESHOLD", "check_wish", "clean", "restore", "rules"]

MAX_LENGTH = 20_000_000  # characters: a book of 10 000 pages has fewer


@cache
def rules() -> tuple[Rule, ...]:
    """All repairs of the rooms of this folder, in their order."""
    modules = (import_module(module.name) for module in pkgutil.walk_packages(__path__, f"{__name__}."))
    return in_order([module.RULE for module in modules if hasattr(module, "RULE")])


def check_wish(wish: str) -> None:
    """Raises InputError for a wish, «rule» or «rule:line», that names no repair."""
    name, colon, line = wish.partition(":")
    known = [rule.name for rule in rules()]
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        remedy = f"Did you mean «{near[0]}»?" if near else "See docs/cleaning.md for their names."
        raise InputError(f"there is no repair «{name}».", remedy)
    if colon and not line.isdecimal():
        raise InputError(f"«{wish}» names no line.", f"Write the rule and the number of a line: {name}:12.")


def clean(
    text: str,
    *,
    lang: str = "",
    title: str = "",
    refuse: Collection[str] = (),
    force: Collection[str] = (),
    threshold: float | None = None,
) -> Cleaned:
    """The clean text of a Markdown source, with what was repaired, proposed and noticed.

    In: the text as decoded; its language (BCP 47), if known (what the text clearly says counts more); its title,
    if it stands outside of the text, as in ``document.yaml``;
    repairs to refuse or to force, by rule ("running-heads") or by rule and line of the text as it came
    ("running-heads:12"); the confidence from which a repair is made (0 to 1).
    Out: see ``Cleaned``. Cleaning the result again changes nothing.

    Raises:
        InputError: the text is too long to be a document, or there is no repair of a name.
    """
    for wish in (*refuse, *force):
        check_wish(wish)
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"The text has {len(text):,} characters; the most that is cleaned is {MAX_LENGTH:,}.",
            "Cut it into documents.",
        )
    language = spoken(text, lang)
    if front := front_of(text):
        wanted = wishes(above(refuse, front), above(force, front), threshold)
        found = run(text[len(front) :], rules(), language, wanted, title or title_in(front))
        if had_pages(found):
            return below(found, front)
    return run(text, rules(), language, wishes(refuse, force, threshold), title)
