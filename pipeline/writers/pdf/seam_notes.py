# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes that a page has no room for go to the next one in the order of their calls.

Part of the seam (see ``seam.py``): ``make_page`` of WeasyPrint is replaced while pages are laid out. It puts the notes
left over from the page before first on its page; they come in the order in which they were found not to fit, the last
of a page before the first.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET


def changes(root: ET.Element) -> list[tuple[Any, str, Any]]:
    """What has to be replaced in the engine while the tree ``root`` is laid out: owner, name, value."""
    from weasyprint.layout import page

    make = page.make_page
    places = {note: place for place, note in enumerate(root.iter("aside"))}

    def make_page(context: Any, *rest: Any) -> Any:
        context.reported_footnotes.sort(key=lambda note: places.get(note.element, -1))
        return make(context, *rest)

    return [(page, "make_page", make_page)]
