# SPDX-License-Identifier: AGPL-3.0-or-later
"""Trains the reader of pairs of Arabic, French, German and Spanish and writes
``pipeline/tools/pair_reader_of_languages.npz``.

    python -m tests.plain.fit_reader_of_languages

PyTorch is needed and nothing of this is when a text is read. It learns from the written sets of the four languages but
for what ``bench_guard`` holds back, from the first four blind sets, from what a program changes in their faithful
texts (``slips_of_languages.py``, ``changes_of_languages.py``), and from English: there the other reader, which learnt
longer, says how likely each kind is, and this one learns to say the same. The kept file was made by these steps in a
script of the same shape, in 81 minutes on a part of two cores: 200 of them with four originals and three English ones,
in all layers; then 2,680 in the upper eight, of which the first thousand had fewer slips. It is the mean of the weights
at the last eight of every fifteen steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor

from pipeline.errors import ToolMissingError
from pipeline.plain.words import bare
from pipeline.tools import multilingual_e5, packed, pair_reader
from pipeline.tools.multilingual_e5 import numbered
from tests.plain import fit_reader
from tests.plain.bench_guard import HELD_OF_LANGUAGES, LANGUAGES, written
from tests.plain.changes_of_languages import CHANGES
from tests.plain.fit_reader import NAMES, Group, batches, learn, loss_of, padded, two_as_one
from tests.plain.reader_model import KINDS
from tests.plain.reader_model_of_languages import ReaderOfLanguages
from tests.plain.samples import judged
from tests.plain.slips_of_languages import SLIPS

LEARNT_FROM = ("first", "second", "third", "fourth")
STEPS, RATE, WARM = 2880, 5e-4, 0.02
EACH, ENGLISH = 3, 2  # originals of a batch in one of the four languages, and in English
LONGEST = 460  # code points of an original with its longest text; longer ones are left out, which take long to learn
TAUGHT, OWN = 0.6, 0.5  # what the other reader's answer counts, and beside it what the pair is
# Shares of faithful texts that are changed by program: with slips; otherwise; in the original; in both texts.
BY_SLIP = {"negation": 0.75, "modality": 0.3}
BY_CHANGE = {"number": 0.2, "negation": 0.3}
IN_ORIGINAL = {"negation": 0.4, "modality": 0.1}
IN_BOTH, TURNED, TWO = 0.2, 0.15, 0.08
BESIDE, SAME = 0.3, 0.08  # of slips are asked beside the text they were made in, and beside themselves


class Asked(NamedTuple):
    """Two texts, what was changed, and what the English reader says of them (None: it is not asked)."""

    original: str
    plain: str
    kind: str
    taught: tuple[float, ...] | None = None


def groups(lang: str) -> dict[str, Group]:
    """What is learnt from in a language: by original, of those that are not long."""
    found: dict[str, Group] = defaultdict(lambda: defaultdict(list))
    for name in written(lang):
        for kind, original, text in fit_reader.less_held(name, HELD_OF_LANGUAGES):
            found[original][NAMES[kind]].append(text)
    for name in LEARNT_FROM:
        for part in ("", "_before"):
            for pair in judged(f"blind_languages_{name}{part}"):
                if pair.lang == lang:
                    found[pair.original][pair.kind].append(pair.plain)
    return {
        original: group for original, group in found.items()
        if len(original) + max(len(text) for texts in group.values() for text in texts) <= LONGEST
    }  # fmt: skip


def asked_of(original: str, group: Group, lang: str, chance: Random) -> Iterator[Asked]:
    """What is asked of an original: its texts, and what a program makes of a faithful one."""
    turned = chance.random() < TURNED
    for kind, texts in group.items():
        for text in chance.sample(texts, min(len(texts), 1 + (kind == "faithful"))):
            yield Asked(text, original, kind) if turned else Asked(original, text, kind)
    for text in group.get("faithful", [])[:2]:
        yield from _slipped(original, text, lang, chance)
    if group.get("faithful"):
        yield from _made(original, chance.choice(group["faithful"]), lang, chance)


def _slipped(original: str, text: str, lang: str, chance: Random) -> Iterator[Asked]:
    for kind, share in BY_SLIP.items():
        if chance.random() < share and (other := SLIPS[kind](text, lang, chance)):
            yield Asked(original, other, kind)
            if chance.random() < BESIDE:
                yield Asked(text, other, kind)
            if chance.random() < SAME:  # a slip by itself is no change
                yield Asked(other, other, "faithful")


def _made(original: str, text: str, lang: str, chance: Random) -> Iterator[Asked]:
    changes = CHANGES[lang]
    for kind, share in BY_CHANGE.items():
        if chance.random() < share and (other := changes.changed(text, kind, chance)):
            yield Asked(original, other, kind)
    for kind, share in IN_ORIGINAL.items():
        if chance.random() < share and (other := SLIPS[kind](original, lang, chance)):
            yield Asked(other, text, kind)
    if chance.random() < IN_BOTH and (both := changes.changed_in_both(original, text, chance)):
        yield Asked(*both, "faithful")
        yield Asked(both[0], text, "number")


def in_english(
    batch: Sequence[tuple[str, Group]], teacher: pair_reader.PairReader, chance: Random
) -> Iterator[list[Asked]]:
    """What is asked of English originals, with the answers of the English reader."""
    for original, group in batch:
        every = (*fit_reader.asked_of(original, group, chance), *fit_reader.slipped(original, group, chance))
        yield [Asked(one, other, kind, teacher.read(one, other)) for one, other, kind in every]


def wrong_by(scores: Tensor, asked: Sequence[Asked], of: Sequence[int]) -> Tensor:
    """How wrong the scores are: by what the pairs are, and by what the English reader says of some."""
    kinds = torch.tensor([KINDS.index(one.kind) for one in asked])
    taught = [number for number, one in enumerate(asked) if one.taught]
    wrong = loss_of(scores, kinds, torch.tensor(of))
    if taught:
        wanted = torch.tensor([asked[number].taught for number in taught]).log_softmax(-1)
        apart = wanted - scores[taught].log_softmax(-1)
        wrong = wrong * (1 - OWN * len(taught) / len(asked)) + TAUGHT * (wanted.exp() * apart).sum(-1).mean()
    return wrong


def stream(known: dict[str, dict[str, Group]], chance: Random) -> Iterator[tuple[str, list[tuple[str, Group]]]]:
    """Batches of a language without end, each language as often as it has originals."""
    while True:
        every = [(lang, batch) for lang, own in known.items() for batch in batches(own, chance)]
        chance.shuffle(every)
        yield from every


def train(model: ReaderOfLanguages, alphabet: packed.Packed, teacher: pair_reader.PairReader) -> None:
    """One run."""
    chance = Random(1)
    known = {lang: groups(lang) for lang in LANGUAGES}
    others = {lang: list(own.items()) for lang, own in known.items()}
    english = stream({"en": fit_reader.groups()}, chance)
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    rule = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    falling = torch.optim.lr_scheduler.LambdaLR(
        rule, lambda step: min(1.0, (step + 1) / (WARM * STEPS)) * (1 - step / STEPS)
    )
    model.train()
    for number, (lang, batch) in zip(range(STEPS), stream(known, chance), strict=False):
        own = batch[:EACH]
        together = two_as_one(own, others[lang], chance) if chance.random() < TWO else own
        by_group = [list(asked_of(original, group, lang, chance)) for original, group in together]
        by_group += in_english(next(english)[1][:ENGLISH], teacher, chance)
        asked = [one for group in by_group for one in group]
        of = [at for at, group in enumerate(by_group) for _ in group]
        pieces = [numbered(bare(one.original), bare(one.plain), alphabet) for one in asked]
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(*padded([(row, [0] * len(row)) for row in pieces]))
        wrong = wrong_by(scores.float(), asked, of)
        learn(wrong, rule, falling)
        if number % 50 == 0:
            print(f"{number}/{STEPS} {wrong.item():.3f}", flush=True)


def main() -> None:
    """Trains and writes."""
    torch.manual_seed(0)
    teacher = pair_reader.find("en")
    if teacher is None:
        raise ToolMissingError("The English reader of pairs is not there.", pair_reader.ENGLISH.remedy)
    alphabet = packed.read(multilingual_e5.path().read_bytes())
    model = ReaderOfLanguages(alphabet)
    train(model, alphabet, teacher)
    model.write(Path(pair_reader.__file__).with_name(pair_reader.OTHERS.learnt))


if __name__ == "__main__":
    main()
