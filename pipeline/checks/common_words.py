# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that the texts of a language have often: wordfreq's short lists, read as they are packed.

Importing wordfreq costs a quarter of all that checking costs, since it imports names and distances of languages too;
a rule that seldom needs a word asks here first.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import lru_cache
from importlib import util
from pathlib import Path

CENTIBELS = 100  # in one step of the Zipf scale
ZIPF_OF_ALL = 9.0  # of a word that every word of a text is: once in a thousand million words is 0


@lru_cache(maxsize=4)
def common_words(lang: str) -> Mapping[str, float]:
    """The common words of a language (its code without a region) and how frequent each is (Zipf scale, about 3 to 8).
    Empty for a language without a list.

    The file is gzipped msgpack: a header, then a list of words for each centibel that their frequency is below one
    («cBpack», version 1, as wordfreq describes it)."""
    import msgpack

    spec = util.find_spec("wordfreq")
    folder = Path(spec.origin).parent / "data" if spec and spec.origin else Path()
    path = folder / f"small_{lang}.msgpack.gz"
    if not lang.isalnum() or not path.is_file():
        return {}
    with gzip.open(path) as packed:
        header, *steps = msgpack.load(packed, raw=False)
    if header.get("format") != "cB" or header.get("version") != 1:
        return {}
    return {word: ZIPF_OF_ALL - step / CENTIBELS for step, words in enumerate(steps) for word in words}
