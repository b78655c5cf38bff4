# SPDX-License-Identifier: AGPL-3.0-or-later
"""The order in which repairs look, read off what each says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.fix import Rule


def in_order(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """``rules`` so that each comes after the one that it names.

    Of several that name the same one, those that fewest others follow come first: a new repair looks right after the
    one it names, before all that come later. Two with the same number go by name.

    Raises:
        ValueError: two have the same name, or one waits for a repair that is not there or for itself.
    """
    followers: dict[str, list[Rule]] = {}
    for rule in rules:
        followers.setdefault(rule.after, []).append(rule)
    found = tuple(_walk("", followers))
    names = [rule.name for rule in rules]
    if lost := sorted({*names} - {rule.name for rule in found}):
        raise ValueError(f"no such repair to come after, or a ring of them: {', '.join(lost)}")
    if len({*names}) < len(names):
        raise ValueError(f"two repairs have one name: {', '.join(sorted({n for n in names if names.count(n) > 1}))}")
    return found


def _walk(name: str, followers: dict[str, list[Rule]]) -> list[Rule]:
    branches = [[rule, *_walk(rule.name, followers)] for rule in followers.get(name, ())]
    return [rule for branch in sorted(branches, key=lambda found: (len(found), found[0].name)) for rule in branch]
