# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link or bookmark of a PDF leads everybody to one place.

What it does
: Finds links and bookmarks whose destination is not in the file, and those whose page and whose tag are two places: the
  page is not the one on which the tag stands, or it is the place of another tag that links lead to.

Why it matters
: Most viewers go by the page, assistive technology goes by the tag. Where they differ, people who look and people who
  listen are led to different texts.

Example
: The call of note 4 leads to the tag of note 4, and to the place on the page where note 3 stands.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.checks.examples_pdf import annotate, pdf
from pipeline.checks.examples_pdf import tags as tags_of
from pipeline.checks.parity.compare import short
from pipeline.checks.pdf.annotations import structure_target
from pipeline.checks.pdf.goals import Goal, Way, goal_of, spans, ways
from pipeline.checks.pdf.look import block_of
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

BELOW = 6.0
"""How far, in points, a view may begin below a tag and still show its first line."""
NEAR = 4.0
"""Goals that are nearer to each other than this, in points, are one place."""


class Aimed(NamedTuple):
    """A link or bookmark with its goal by page, and its tag."""

    way: Way
    goal: Goal
    tag: Tag | None


def look(subject: Subject) -> Iterator[Finding]:
    """Every link and bookmark that stays in the file."""
    try:
        tags = {tag.obj.objgen: tag for tag in tree_of(subject).tags}
    except NotApplicable:
        tags = {}
    if not ways(subject):
        raise NotApplicable("no link or bookmark leads to a place in the file")
    aimed: list[Aimed] = []
    for way in ways(subject):
        goal = goal_of(subject, way.item)
        if isinstance(goal, str):
            message = f"{way.what} leads to «{short(goal, 40)}», a destination that the file does not have."
            yield RULE.fail(subject, message, place=way.place, block=way.block)
        elif goal is not None and not goal.page:
            message = f"{way.what} leads to a page that the file does not have."
            yield RULE.fail(subject, message, place=way.place, block=way.block)
        elif goal is not None:
            aim = structure_target(way.item)
            aimed.append(Aimed(way, goal, tags.get(aim) if aim else None))
    yield from _parted(subject, aimed)


def _parted(subject: Subject, aimed: list[Aimed]) -> Iterator[Finding]:
    """Ways whose page and tag are two places."""
    known: dict[tuple[int, int], dict[int, tuple[float, float]]] = {}
    tops: dict[Goal, list[float]] = {}  # how high the tags stand to which the ways of a goal lead
    for _, goal, tag in aimed:
        if tag is None:
            continue
        key = tag.obj.objgen
        if key not in known:
            known[key] = spans(subject, tag)
        if goal.page in known[key]:
            tops.setdefault(goal, []).append(known[key][goal.page][0])
    for way, goal, tag in aimed:
        where = known[tag.obj.objgen] if tag is not None else {}
        if tag is None or not where:
            continue
        if goal.page not in where:
            message = f"{way.what} leads to page {goal.page}; its tag stands on page {min(where)}."
        elif goal.top is not None and _beside(goal.top, *where[goal.page], tops[goal]):
            message = f"{way.what} leads to another place on page {goal.page} than that of its tag."
        else:
            continue
        block = way.block or block_of(subject, tag)
        yield RULE.fail(subject, message, place=way.place, block=block)


def _beside(goal: float, top: float, foot: float, others: list[float]) -> bool:
    """Whether a goal on the page of its tag is the place of something else: below the tag, or another tag's own."""
    if goal < foot - BELOW:
        return True
    own = abs(goal - top)
    return any(abs(top - other) > NEAR and abs(goal - other) + NEAR < own for other in others)


def _leading(place: Any, *, tag: str = "H1") -> Any:
    """The example's link with an action to a place on the page and to a tag."""

    def change(made: Any) -> None:
        import pikepdf

        page = made.pages[0].obj
        height = pikepdf.Array([page, pikepdf.Name.XYZ, 0, place, 0])
        where = pikepdf.String(place) if isinstance(place, str) else height
        aim = pikepdf.Array([tags_of(made, tag)[0], pikepdf.Name.XYZ, 0, 0, 0])
        action = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=where, SD=aim)
        box = pikepdf.Array([15, 160, 60, 180])
        annotate(made, pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=box, A=action))

    return change


def _elsewhere(made: Any) -> None:
    """The page of the link is another one than that of its tag."""
    import pikepdf

    made.add_blank_page(page_size=(200, 200))
    _leading(190)(made)
    made.pages[0].obj.Annots[0].A.D = pikepdf.Array([made.pages[1].obj, pikepdf.Name.Fit])


TREE = ("Document", ("H1", 0), ("P", ("Link", 1)), ("P", 5))

RULE = Rule(
    id="pdf-goals",
    title="A link or bookmark of a PDF leads everybody to one place",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.8", "WCAG 2.4.4", "WCAG 2.4.5", "EN 301 549 10.2.4.4"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(TREE, _leading(195)),),
    bad=(pdf(TREE, _leading(40)), pdf(TREE, _leading("nowhere")), pdf(TREE, _elsewhere)),
)
