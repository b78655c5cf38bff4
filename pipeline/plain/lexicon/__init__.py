# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the guard and the measures know of each language: one file of plain data per language.

A cue is a word or phrase that carries meaning which must not get lost: a "must", a "not", an "at least". Cues are
written as regular expressions over lower-case text. A cue is *strong* when its loss or appearance alone is
reported; a *weak* one only answers for a strong one on the other side ("can" for "may"), or is reported when it
was exchanged for another class before the same word.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.plain.words import LANGUAGES, language

IRREGULAR = (
    "been|begun|born|bought|brought|broken|built|caught|chosen|cut|done|drawn|driven|fed|felt|forgotten|fought|found|"
    "forced|given|gone|grown|had|heard|held|hidden|hit|hurt|kept|known|laid|led|left|lent|lost|made|meant|met|paid|put|"
    "read|said|seen|sent|set|shot|shown|sold|spent|spoken|stolen|stood|sought|struck|taken|taught|thought|thrown|told|"
    "torn|understood|upheld|withdrawn|won|written|overcome|undertaken|withheld|borne|bound|cast|fallen|frozen|spread"
)
QUESTION = re.compile(r"[^.!?؟\n]*[?؟]")  # what follows in a sentence that asks
PASSIVE_EN = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|['’]re|gets?|got)\s+(?:not\s+|never\s+|also\s+|\w+ly\s+|being\s+|been\s+){0,2}"
    rf"(?:(?!(?:need|indeed|hundred|red|sacred|embed|speed)\b)[a-z]{{2,}}ed|{IRREGULAR})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as found: its class, its force (2 strong, 1 weak, 0 echo), what stands there, where (code points), and
    whether it only may answer for others ("loose") and says nothing by itself."""

    kind: str
    force: int
    text: str
    start: int
    end: int
    loose: bool = False

    @property
    def strong(self) -> bool:
        """Whether its loss or appearance alone is reported."""
        return self.force == 2


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The cues of one dimension in one language: class → patterns.

    ``strong`` are reported when lost or added, ``weak`` when exchanged; ``echo`` are words that may answer for a
    strong one and are never reported themselves; ``loose`` are echoes that say too little to be missed. ``answers``
    names classes that answer for another class. ``asked``: what is asked is not said ("Can you not come? Then …"), so
    strong and weak cues of a question do not count.
    """

    strong: Mapping[str, str] = field(default_factory=dict)
    weak: Mapping[str, str] = field(default_factory=dict)
    echo: Mapping[str, str] = field(default_factory=dict)
    loose: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asked: bool = False

    def find(self, text: str) -> tuple[Cue, ...]:
        """The cues in a text, in order; where two begin at one place the longer one counts."""
        return _found(self, text)


@lru_cache(maxsize=256)  # a text is asked for the same cues by several comparisons
def _found(cues: Cues, text: str) -> tuple[Cue, ...]:
    found: list[Cue] = []
    for force, table, loose in (
        (2, cues.strong, False), (1, cues.weak, False), (0, cues.echo, False), (0, cues.loose, True),
    ):  # fmt: skip
        for kind, pattern in table.items():
            for match in _compiled(pattern).finditer(text):
                if force and cues.asked and QUESTION.match(text, match.end()):
                    continue
                found.append(Cue(kind, force, match.group().lower(), match.start(), match.end(), loose))
    found.sort(key=lambda cue: (cue.start, cue.start - cue.end, -cue.force, cue.loose))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known of a language. An empty part means that this dimension is not looked at.

    ``days``: names of the days of a month that are no single ordinal ("الخامس عشر").

    ``parts``: fractions as they stand behind their number ("drei Viertel"), where `amounts` has no pattern for them.

    ``modals``: words that stand before a verb and give it force; ``dropped``: those whose loss is told, ``granting``:
    those of them without which a verb cannot be a command of the same force; ``exchanged``: pairs of classes of verbs,
    of which the second has another force than the first. ``left_out``, ``taken_in``: what leaves something out of a
    rule, and what takes it in; ``at_will``: what leaves it to somebody.
    """

    function_words: frozenset[str] = frozenset()
    nominal: re.Pattern[str] | None = None
    not_nominal: frozenset[str] = frozenset()
    units: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)
    multiples: Mapping[str, float] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    decimal_comma: bool = False
    bounds: Cues = Cues()
    negation: Cues = Cues()
    modality: Cues = Cues()
    conditions: Cues = Cues()
    quantities: Cues = Cues()
    prefix: re.Pattern[str] | None = None
    opposites: tuple[tuple[str, str], ...] = ()
    names: bool = True
    modals: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    granting: frozenset[str] = frozenset()
    exchanged: tuple[tuple[str, str], ...] = ()
    left_out: str = ""
    taken_in: str = ""
    at_will: str = ""


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?:(?<=[’'])|(?!\w))", re.IGNORECASE)


@lru_cache(maxsize=16)
def of(lang: str) -> Lexicon | None:
    """The lexicon of a language tag; None for a language that has no file here."""
    base = language(lang)
    if base not in LANGUAGES:
        return None
    found = importlib.import_module(f"pipeline.plain.lexicon.{base}").LEXICON
    assert isinstance(found, Lexicon)
    return found
