# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that the texts of a language have often: wordfreq's short lists, read as they are packed.

Importing wordfreq costs a quarter of all that checking costs, since it imports names and distances of languages too;
a rule that seldom needs a word asks here first.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import util
from itertools import islice
from pathlib import Path

CENTIBELS = 100  # in one step of the Zipf scale
ROUNDING = 1e-6
ZIPF_OF_ALL = 9.0  # of a word that every word of a text is: once in a thousand million words is 0


@lru_cache(maxsize=8)
def common_words(lang: str, least: float = 0.0) -> Mapping[str, float]:
    """The words of a language (its code without a region) that are at least so common, and how frequent each is (Zipf
    scale, about 3 to 8). Empty for a language without a list. The most common stand first, and no more is read than is
    asked for.

    The file is gzipped msgpack: a header, then a list of words for each centibel that their frequency is below one
    («cBpack», version 1, as wordfreq describes it)."""
    import msgpack

    spec = util.find_spec("wordfreq")
    folder = Path(spec.origin).parent / "data" if spec and spec.origin else Path()
    path = folder / f"small_{lang}.msgpack.gz"
    if not lang.isalnum() or not path.is_file():
        return {}
    steps = msgpack.Unpacker(raw=False)
    steps.feed(gzip.decompress(path.read_bytes()))
    steps.read_array_header()
    header = steps.unpack()
    if header.get("format") != "cB" or header.get("version") != 1:
        return {}
    last = math.floor(CENTIBELS * (ZIPF_OF_ALL - least) + ROUNDING)
    found: dict[str, float] = {}
    for step, words in enumerate(islice(steps, last + 1)):
        found.update(dict.fromkeys(words, ZIPF_OF_ALL - step / CENTIBELS))
    return found
