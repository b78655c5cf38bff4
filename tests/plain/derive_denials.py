# SPDX-License-Identifier: AGPL-3.0-or-later
"""Derives ``pipeline/plain/lexicon/denials.en.tsv`` from WordNet: which words deny something in themselves, and what.

    python -m tests.plain.derive_denials DIRECTORY

DIRECTORY holds WordNet's files (data.noun, index.noun, cntlist.rev, …), as Debian's package wordnet-base puts them into
/usr/share/wordnet. Nothing of it is needed to run pariter: only words and stems are written, no definition.

A sense denies where its definition begins with a denial ("not present", "lacking", "abstain from", "refuse to") or with
an end ("stop from happening", "take away"), where a prefix or a suffix makes it the opposite of another word (antonym
pointers: "unlawful" and "lawful"), or where the synset above it does. How far a word denies is the part of its uses
(WordNet's own counts) that have such a sense. What it denies are the words of the definition behind the denial, and its
antonyms.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from wordfreq import zipf_frequency

from pipeline.plain.words import stem

OUT = Path(__file__).parents[2] / "pipeline" / "plain" / "lexicon" / "denials.en.tsv"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSE_KEY = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
NOT = (
    r"not|without|lack(?:s|ing|ed)?|absence|absent|no|never|none|nothing|nobody|neither|fail(?:s|ing|ure)?|"
    r"refus(?:e|es|ing|al)|unable|inability|unwilling(?:ness)?|refrain(?:s|ing)?|abstain(?:s|ing)?|abstention|devoid|"
    r"depriv(?:e|ed|ation)|free (?:of|from)|hardly|too"
)
END = (
    r"cease|stop|end|terminate|discontinue|cancel|annul|void|remov(?:e|al)|take away|withdraw|prevent(?:ion)?|"
    r"prohibit(?:ion)?|forbid|exclu(?:de|sion)|reject(?:ion)?|deny|denial|bar|hinder|block|omit|omission|leave out|"
    r"dismiss|avoid|cessation|termination|cancellation|invalidate|nullify|revoke|keep from|put an end|do away with|"
    r"get rid|rid|eliminat(?:e|ion)|shut out|resist|decline|abolish|suspend|withhold|los[es]e?|lose|abandon|give up|"
    r"relinquish|keep out|hold back|command against"
)
BEGIN = re.compile(rf"^(?:\W*[\w'-]+){{0,5}}?\W*\b(?:(?P<not>{NOT})|(?P<end>{END}))\b(?P<rest>.*)")
LITTLE = frozenset(
    "the and for with from are was were being been having has have that which who its one ones you your something "  # noqa: SIM905
    "someone any some such other than more very when where used especially usually about into out off his her their "
    "what person people thing act state quality make made cause not certain way because often".split()
)
HEADER = """# Words that deny something: word; its stem, unless a more frequent word has it; how far it denies
# (tenths of its uses); the stems of what it denies. Derived from WordNet 3.0 by tests/plain/derive_denials.py.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Its licence: WORDNET-LICENSE.txt
"""
MOST = 10  # words that a word denies
RARE = 2.2  # Zipf value below which a word is left out


@dataclass
class Sense:
    """A synset: its words, its definition, its pointers, and how far it denies what."""

    words: list[str]
    gloss: str
    part: str
    pointers: list[tuple[str, str, int, int]]
    level: float = 0.0
    denied: set[str] = field(default_factory=set)


def read(folder: Path) -> tuple[dict[str, Sense], dict[str, list[tuple[float, str]]]]:
    """The synsets, and for each word its senses with how often each is used."""
    synsets: dict[str, Sense] = {}
    counts: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, number, count = line.split()
        word, rest = key.split("%")
        counts[word, SENSE_KEY[rest[0]], int(number)] = int(count)
    uses: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if not line.startswith("  "):
                offset, sense = _sense(line, part)
                synsets[offset] = sense
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            for at, offset in enumerate(cells[-int(cells[2]) :], 1):
                weight = counts.get((cells[0], part, at), 0) + 0.6 / at
                uses[cells[0].replace("_", " ")].append((weight, part + offset))
    return synsets, uses


def _sense(line: str, part: str) -> tuple[str, Sense]:
    head, _, gloss = line.partition(" | ")
    cells = head.split()
    number = int(cells[3], 16)
    words = [re.sub(r"\(.*\)$", "", cells[4 + 2 * at]).replace("_", " ").lower() for at in range(number)]
    first = 4 + 2 * number
    pointers = []
    for at in range(int(cells[first])):
        sign, offset, other, where = cells[first + 1 + 4 * at : first + 5 + 4 * at]
        pointers.append((sign, ("a" if other == "s" else other) + offset, int(where[:2], 16), int(where[2:], 16)))
    return part + cells[0], Sense(words, gloss, part, pointers)


def judge(synsets: dict[str, Sense]) -> None:
    """How far each sense denies, and what."""
    for sense in synsets.values():
        definition = re.sub(r"\([^)]*\)", "", re.split(r';\s*"|"', sense.gloss)[0]).lower()
        for part in definition.split(";")[:2]:
            match = BEGIN.match(part.strip())
            if match:
                early = len(part[: match.start("not" if match["not"] else "end")].split())
                sense.level = max(sense.level, 1.0 if early < 3 else 0.5)
                words = re.findall(r"[a-z]{3,}", match["rest"].split(",")[0])[:6]
                sense.denied.update(word for word in words if word not in LITTLE)
        for sign, target, here, there in sense.pointers:
            if sign == "!" and here and target in synsets:
                word, other = sense.words[here - 1], synsets[target].words[there - 1]
                sense.denied.add(other)
                if re.fullmatch(rf"(?:un|in|im|il|ir|dis|non-?|a|mis)-?{re.escape(other)}", word) or (
                    word.endswith("less") and other.endswith("ful")
                ):
                    sense.level = 1.0
    _inherit(synsets)


def _inherit(synsets: dict[str, Sense]) -> None:
    """A sense denies half as much as the one above it, and what its likes deny."""
    first = {offset: (sense.level, set(sense.denied)) for offset, sense in synsets.items()}
    for sense in synsets.values():
        for sign, target, _, _ in sense.pointers:
            level, denied = first.get(target, (0.0, set()))
            if (sign == "@" and sense.part in "nv" and level == 1.0) or sign == "&":
                sense.level = max(sense.level, level / 2)
                sense.denied |= denied if sign == "&" or not sense.denied else set()


def lines(synsets: dict[str, Sense], uses: dict[str, list[tuple[float, str]]]) -> list[str]:
    """The lines of the table: word, its stem where no more frequent word has it, how far it denies in tenths, and the
    stems of what it denies."""
    found: dict[str, tuple[float, int, list[str]]] = {}
    for word, senses in uses.items():
        if not re.fullmatch(r"[a-z]{3,}(?: [a-z]{2,})?", word) or zipf_frequency(word, "en") < RARE:
            continue
        total = sum(weight for weight, _ in senses)
        degree = sum(weight * synsets[offset].level for weight, offset in senses) / total
        denied: dict[str, float] = defaultdict(float)
        for weight, offset in senses:
            for other in synsets[offset].denied:
                denied[stem(other, "en")] += weight / total
        strong = [root for root in sorted(denied, key=lambda root: (-denied[root], root)) if denied[root] >= 0.1]
        if degree >= 0.25 or strong:
            found[word] = (total, round(10 * degree), [root for root in strong if root != stem(word, "en")][:MOST])
    often: dict[str, tuple[float, str]] = {}
    for word, senses in uses.items():
        root = " ".join(stem(part, "en") for part in word.split())
        often[root] = max(often.get(root, (0.0, "")), (sum(weight for weight, _ in senses), word))
    table = []
    for word, (_, degree, roots) in sorted(found.items()):
        root = " ".join(stem(part, "en") for part in word.split())
        if degree >= 3 or roots:
            table.append("\t".join((word, root if often[root][1] == word else "", str(degree), " ".join(roots))))
    return table


def main() -> None:
    """Writes the table."""
    synsets, uses = read(Path(sys.argv[1]))
    judge(synsets)
    table = lines(synsets, uses)
    OUT.write_text(HEADER + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
