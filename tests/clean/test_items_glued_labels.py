# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items with a label in bold and its colon that were run into one. The texts were written for these tests."""

from __future__ import annotations

from tests.clean.test_extracted import _cleaned


def test_each_label_with_its_colon_begins_an_item_where_all_items_begin_so() -> None:
    body = "- **Ropes** : two are needed, **Lamps** : one is enough\n\n- **Oil:** as much as it takes **Bells:** none."
    text = _cleaned(body)
    assert [line[:8] for line in text.splitlines() if line] == ["- **Rope", "- **Lamp", "- **Oil:", "- **Bell"]


def test_labels_inside_items_that_begin_otherwise_stay() -> None:
    body = "- **Ropes** : two are needed, **Lamps** : one is enough\n\n- Oil, as **much:** as it takes, **more:** too."
    assert _cleaned(body) == body
