# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands on a PDF's pages leads back to its tags.

What it does
: Compares the two ways through a tagged PDF: from the tags to the content of the pages, and from the content to the
  tags (the parent tree, and the tree of IDs). Both must tell the same. And no tag stands in two places.

Why it matters
: A screen reader that is asked what stands under the finger or the pointer goes from the page to the tag. When that
  way leads astray it reads another paragraph, or nothing.

Example
: The parent trees of two pages are exchanged: pointing at the heading reads the footnote of the next page.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import Tag, Tree, tree_of
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity

MOST_TOLD = 3
MOST = 1_000_000


def look(subject: Subject) -> Iterator[Finding]:
    """Every marked content that a tag holds, every annotation that one refers to, every ID."""
    tree = tree_of(subject)
    root = subject.pdf.Root.StructTreeRoot
    parents = _numbers(root.get("/ParentTree"))
    if not parents and any(tag.content for tag in tree.tags):
        yield RULE.fail(subject, "The tags have no parent tree: from the pages no way leads to them.")
    told = 0
    for tag, what in _astray(subject, tree, parents):
        told += 1
        if told <= MOST_TOLD:
            yield at(RULE, subject, tag, f"{what} leads back to another tag, or to none.")
    if told > MOST_TOLD:
        yield RULE.fail(subject, f"{told} parts of the pages lead back to another tag than the one that holds them.")
    yield from _ids(subject, tree, root)
    for tag in tree.tags:
        if tag.obj.objgen in tree.twice:
            yield at(RULE, subject, tag, f"This {tag.raw} stands in several places of the tags.")


def _astray(subject: Subject, tree: Tree, parents: Mapping[int, Any]) -> Iterator[tuple[Tag, str]]:
    """Tags whose content or annotations have another parent, each once."""
    if not parents:
        return
    keys: dict[tuple[int, int], list[Any]] = {}
    for tag in tree.tags:
        for where, mcid in tag.content:
            if where not in keys:
                own = _key(subject, where)
                keys[where] = _listed(parents.get(own))
                if own not in parents:
                    yield tag, "The page has no entry in the parent tree, and its text"
                    break
            listed = keys[where]
            if listed and not _is(listed[mcid] if 0 <= mcid < len(listed) else None, tag):
                yield tag, "Its text on the page"
                break
        for item in tag.objects:
            number = item.get("/StructParent") if hasattr(item, "get") else None
            lost = number is None and "/Subtype" in item and "/Rect" in item
            if lost or (isinstance(number, int) and number in parents and not _is(parents[number], tag)):
                yield tag, "Its annotation"
                break


def _key(subject: Subject, where: tuple[int, int]) -> int:
    """The number under which the content of a page or form stands in the parent tree."""
    number = subject.pdf.get_object(where).get("/StructParents")
    return int(number) if isinstance(number, int) else -1


def _listed(value: Any) -> list[Any]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else []


def _is(value: Any, tag: Tag) -> bool:
    """Whether a parent is the element of a tag; what is no element of its own in the file cannot be compared."""
    if not hasattr(value, "objgen"):
        return False
    return bool(value.objgen == tag.obj.objgen)


def _numbers(node: Any) -> dict[int, Any]:
    """A number tree (ISO 32000-2, 7.9.7), flat."""
    import pikepdf

    found: dict[int, Any] = {}
    stack, steps = [node], 0
    while stack and steps < MOST:
        here = stack.pop()
        steps += 1
        if not isinstance(here, pikepdf.Dictionary):
            continue
        pairs = _listed(here.get("/Nums"))
        found.update((int(pairs[n]), pairs[n + 1]) for n in range(0, len(pairs) - 1, 2) if isinstance(pairs[n], int))
        stack.extend(_listed(here.get("/Kids")))
    return found


def _ids(subject: Subject, tree: Tree, root: Any) -> Iterator[Finding]:
    """Elements with an ID stand in the tree of IDs (ISO 32000-2, table 354), where headers and notes look for them."""
    import pikepdf

    named = [tag for tag in tree.tags if tag.text("ID")]
    if not named:
        return
    listed = root.get("/IDTree")
    if not isinstance(listed, pikepdf.Dictionary):
        yield RULE.fail(subject, f"{len(named)} tags have an ID, and the file has no tree of IDs.")
        return
    names = pikepdf.NameTree(listed)
    for tag in named:
        found = names.get(tag.text("ID") or "")
        if found is not None and not _is(found, tag):
            yield at(RULE, subject, tag, f"The ID «{(tag.text('ID') or '')[:40]}» leads to another tag.")


def _one_gone(made: Any) -> None:
    numbers = made.Root.StructTreeRoot.ParentTree.Nums
    numbers[0] = 999


def _unnumbered(made: Any) -> None:
    del made.pages[0].obj["/StructParents"]


def _exchanged(made: Any) -> None:
    import pikepdf

    listed = made.Root.StructTreeRoot.ParentTree.Nums[1]
    listed[0], listed[1] = listed[1], listed[0]
    made.Root.StructTreeRoot.ParentTree.Nums[1] = pikepdf.Array(list(listed))


def _unparented(made: Any) -> None:
    del made.Root.StructTreeRoot["/ParentTree"]


RULE = Rule(
    id="pdf-parents",
    title="What stands on a PDF's pages leads back to its tags",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.2.1", "WCAG 1.3.1", "WCAG 4.1.2", "Matterhorn 01-004"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(),),
    bad=(
        pdf(change=_exchanged),
        pdf(change=_one_gone),
        pdf(change=_unnumbered),
        pdf(change=_unparented),
        pdf(("Document", ("H1", {"ID": "a"}, 0), ("P", 1))),
    ),
)
