# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many slips of one word the guard tells in freely worded plain texts.

    python -m tests.plain.bench_slips [--show] [--rules] [SET…]

In each faithful text of the sets below a program changes one number, puts in or takes out one denial, and exchanges one
modal (``mutators.py``, ``mutators_of_languages.py``): what is left of a text when somebody mistypes it. Printed by set
and language: how many faithful texts are flagged, and how many of those with a slip. Some slips change nothing or
leave no sentence; they are counted. ``--show``: those that nothing was told of; ``--rules``: without readers of pairs.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from random import Random

from pipeline.plain.guard.compare import guard
from pipeline.tools import pair_reader
from tests.plain import mutators, mutators_of_languages
from tests.plain.samples import judged

ENGLISH = ("thirtysixth", "thirtyseventh", "thirtyeighth", "thirtyninth", "fortieth", "fortyfirst")
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
OTHERS = tuple(f"languages_{name}" for name in SETS)
KINDS = ("number", "negation", "modality")


def slips(plain: str, lang: str, kind: str) -> Iterator[str]:
    """Each version of a text with one slip of a kind."""
    if kind == "number":
        made = mutators.numbers(plain)
    elif lang == "en":
        made = mutators.negation(plain) if kind == "negation" else mutators.modality(plain)
    else:
        other = mutators_of_languages
        made = other.negation(plain, lang) if kind == "negation" else other.modality(plain, lang)
    yield from (text for _, text in made if text != plain)


def main() -> None:
    """Prints a line for each set and language."""
    for known in pair_reader.ALL:
        if known.missing() or "--rules" in sys.argv:
            print(f"{known.name}: not asked")
    for name in [one for one in (*ENGLISH, *OTHERS) if one in sys.argv] or (*ENGLISH, *OTHERS):
        of, told = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for pair in (one for part in ("", "_before") for one in judged(f"blind_{name}{part}")):
            if pair.kind != "faithful":
                continue
            texts = [("faithful", pair.plain)]
            for kind in KINDS:
                made = list(slips(pair.plain, pair.lang, kind))
                texts += [(kind, Random(pair.original + kind).choice(made))] if made else []
            reader = None if "--rules" in sys.argv else pair_reader.find(pair.lang)
            for kind, text in texts:
                flagged = any(not one.weak for one in guard(pair.original, text, pair.lang, reader=reader).differences)
                of[pair.lang, kind] += 1
                told[pair.lang, kind] += flagged
                if "--show" in sys.argv and kind != "faithful" and not flagged:
                    print(kind, pair.original, text, sep="\n  ")
        for lang in sorted({lang for lang, _ in of}):
            print(name, lang, *(f"{kind} {told[lang, kind]}/{of[lang, kind]}" for kind in ("faithful", *KINDS)))


if __name__ == "__main__":
    main()
