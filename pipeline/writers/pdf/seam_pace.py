# SPDX-License-Identifier: AGPL-3.0-or-later
"""Layout whose time grows with the pages alone: what the engine looks for in lists, looked up.

Part of the seam (see ``seam.py``): ``TargetCollector``, ``LayoutContext``, ``find_style_attributes`` and
``set_page_type_computed_styles`` of WeasyPrint are replaced while pages are laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def replaced(*changes: tuple[Any, str, Any]) -> Iterator[None]:
    """Ours in the place of the engine's: (owner, name, value)."""
    before = [(owner, name, owner.__dict__[name]) for owner, name, _ in changes]
    try:
        for owner, name, value in changes:
            setattr(owner, name, value)
        yield
    finally:
        for owner, name, value in before:
            setattr(owner, name, value)


@contextmanager
def linear(listed: set[str]) -> Iterator[None]:
    """Layout whose time grows with the pages alone.

    For each id the engine goes through all ids so far, for each that the contents list through all entries of the
    contents, for each line through all notes that are still to come, for each page through all styles: at 400 pages
    more than a sixth of its time. And elements with an id share no style. Links and bookmarks are made from the tags,
    so the engine hears only of the ids whose pages are printed (a style may name any), and looks up the rest.
    """
    import weasyprint.css as styles
    import weasyprint.document as engine
    import weasyprint.layout.page as paging

    find = styles.find_style_attributes
    same: dict[str, Any] = {}

    def find_style_attributes(*given: Any) -> Iterator[Any]:
        for specificity, element, declarations, base in find(*given):
            if specificity[0]:  # a style attribute; what says the same is to be the same
                yield specificity, element, same.setdefault(element.get("style"), declarations), base
            elif declarations[0].name != "-weasy-anchor" or element.get("id") in listed:
                yield specificity, element, declarations, base

    class Targets(engine.TargetCollector):  # type: ignore[misc]
        """Asks only those boxes about a target's page that print it, and all of them. The engine looks for a box whose
        target is named by an attribute under no name at all: a page's number that the contents got first was printed
        even when a longer line of them moved its heading to the next page."""

        counter_lookup_items: dict[Any, Any]
        _askers: dict[str, dict[Any, Any]] | None = None

        def collect_missing_counters(self, parent_box: Any, css_token: str, parse_again: Any, missing: Any,
                                     of_targets: dict[str | None, Any]) -> None:  # fmt: skip
            if None in of_targets:
                name = (parent_box.element.get("href") or "")[1:]
                of_targets = {key or name: value for key, value in of_targets.items()}
            super().collect_missing_counters(parent_box, css_token, parse_again, missing, of_targets)

        def cache_target_page_counters(self, anchor_name: str, *rest: Any) -> None:
            every = self.counter_lookup_items
            if self._askers is None and not self.collecting:  # from here on there are no new ones
                self._askers = {}
                for key, item in every.items():
                    for name in item.missing_target_counters:
                        self._askers.setdefault(name, {})[key] = item
            self.counter_lookup_items = (self._askers or {}).get(anchor_name, {})
            try:
                super().cache_target_page_counters(anchor_name, *rest)
            finally:
                self.counter_lookup_items = every

    class Context(engine.LayoutContext):  # type: ignore[misc]
        """Keeps the notes to come in a list that knows at once whether it holds a box."""

        @property
        def footnotes(self) -> _Boxes:
            return self._footnotes

        @footnotes.setter
        def footnotes(self, boxes: list[Any]) -> None:
            self._footnotes = _Boxes(boxes)

    style_page = paging.set_page_type_computed_styles

    def set_page_type_computed_styles(page_type: Any, tree: Any, style_for: Any) -> None:
        style_page(page_type, tree, _PageStyles(style_for, page_type))

    with replaced(
        (paging, "set_page_type_computed_styles", set_page_type_computed_styles),
        (engine, "TargetCollector", Targets),
        (engine, "LayoutContext", Context),
        (styles, "find_style_attributes", find_style_attributes),
    ):
        yield


class _PageStyles:
    """The engine's styles as one page's own are made: of all cascaded ones it sees those of the page and its
    margins."""

    def __init__(self, styles: Any, page_type: Any) -> None:
        self.add_page_declarations = styles.add_page_declarations
        self.set_computed_styles = styles.set_computed_styles
        self._styles = styles
        self._page_type = page_type

    def get_cascaded_styles(self) -> list[tuple[Any, str | None]]:
        every = self._styles.get_cascaded_styles()
        rules = (rule for sheet, _, _ in self._styles._sheets for rule in sheet.page_rules)
        parts = dict.fromkeys(part for _, selectors, _ in rules for _, part, _ in selectors)
        return [key for part in parts if (key := (self._page_type, part)) in every]


class _Boxes(list[Any]):
    """A list of boxes, each in it once, that also keeps them as a set. What the engine does with its list is here and
    nothing more."""

    def __init__(self, boxes: list[Any]) -> None:
        super().__init__(boxes)
        self._held = set(boxes)

    def __contains__(self, box: object) -> bool:
        return box in self._held

    def append(self, box: Any) -> None:
        super().append(box)
        self._held.add(box)

    def remove(self, box: Any) -> None:
        super().remove(box)
        self._held.discard(box)
