# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is made while collections are rare is not looked through when they are frequent again."""

from __future__ import annotations

import gc

from pipeline.garbage import few_collections


def test_what_lives_at_the_end_is_old_and_thresholds_are_as_before() -> None:
    before = gc.get_threshold()
    collected: list[object] = []
    with few_collections(every=1_000_000):
        gc.callbacks.append(lambda phase, info: collected.append(info))
        made = [[number] for number in range(50_000)]
    young = {id(one) for one in gc.get_objects(generation=0)}
    gc.callbacks.pop()
    assert gc.get_threshold() == before
    assert not collected
    assert not any(id(one) in young for one in made)


def test_what_was_frozen_by_others_stays_so() -> None:
    gc.freeze()
    try:
        with few_collections():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
