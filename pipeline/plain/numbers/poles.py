# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two of a kind, each named in several words: the employer and the firm, the employee and the worker; men, women; the
first weeks, the time thereafter. What stands beside a value is known by its pole, whatever the word for it. English
only."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Each row: one pole and the other, by the beginnings of words ("…" ends a word there).
_ROWS = (
    ("employer company firm business boss", "employee worker staff wage-earner"),
    ("landlord landlady lessor owner", "tenant lessee renter subtenant occup"),
    ("buyer purchaser customer client consumer", "seller vendor supplier trader dealer"),
    ("lender creditor bank", "borrower debtor"),
    ("adult grown-up grownup parent", "child… children minor… minors… pupil kid… kids… youngster juvenile"),
    ("man… men… male… males… boy husband father", "woman… women… female… females… girl wife wives mother"),
    ("elder… eldest older senior", "younger… youngest junior"),
    ("north… northern", "south… southern"),
    ("east… eastern", "west… western"),
    ("upper… top… upstairs", "lower… bottom… downstairs ground…"),
    ("large big… bigger biggest major… serious grave… grave-", "small… smaller smallest minor… little… slight light…"),
    ("urban town… towns… city… cities", "rural village country… countryside"),
    ("domestic inland… home…", "foreign abroad overseas"),
    ("weekday weekdays", "weekend saturday sunday"),
    ("summer", "winter"),
    ("granted accepted approved allowed admitted upheld yes…", "refused rejected denied dismissed no…"),
    ("single… alone…", "couple married spouse pair… family families"),
    ("teacher instructor", "student learner"),
    ("full-time", "part-time"),
    ("public state… government authority", "private club… association"),
    ("claimant plaintiff applicant petitioner", "defendant respondent accused"),
    ("professional trained qualified", "lay… untrained"),
    ("present… current… currently now… today", "former… formerly previous previously earlier… past… until… used…"),
    ("arrival arriv entry enter", "departure depart leav exit"),
    ("member", "non-member nonmember guest visitor"),
    ("resident local…", "non-resident tourist visitor outsider"),
    ("newborn new…", "old… existing second-hand used-"),
    ("cat… cats…", "dog… dogs…"),
    ("satisfied happy content…", "dissatisfied unhappy unsatisfied"),
    ("death died dead killed", "injur wounded hurt"),
)


def _either(words: str) -> str:
    return "|".join(re.escape(word.removesuffix("…")) + (r"\b" if word.endswith("…") else "") for word in words.split())


_POLES = [(re.compile(rf"(?<![\w-])(?:{_either(one)})", re.IGNORECASE),
           re.compile(rf"(?<![\w-])(?:{_either(other)})", re.IGNORECASE)) for one, other in _ROWS]  # fmt: skip


def poles(text: str) -> Iterator[tuple[int, int]]:
    """The rows of which a text names one pole only, each with the pole (1, or -1)."""
    for row, (one, other) in enumerate(_POLES):
        sides = bool(one.search(text)), bool(other.search(text))
        if sides[0] != sides[1]:
            yield row, 1 if sides[0] else -1
