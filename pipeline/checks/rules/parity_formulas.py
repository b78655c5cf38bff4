# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each formula of the source is there, as a formula, and is the same.

What it does
: Compares the formulas of the file with those of the source, in their order: none lost, none that is only a picture or
  text. The MathML of each has to be the one that its TeX stands for. In a PDF also the TeX of each (ActualText), and
  the words for it (Alt) with those that its MathML asks for. One that stands by itself stands between the same texts.

Why it matters
: A formula is a drawing on the page: who does not see it has only its text and its words. A lost square is another
  law of nature.

Example
: The source says h², the words say «h».

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.checks.parity import mathml
from pipeline.checks.parity.alignment import align
from pipeline.checks.parity.compare import short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.parity.standing import standing
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

SAID = {"alt": "its words (Alt)", "tex": "its TeX (ActualText)"}
"""What each formula of a PDF says of itself, by the name of the attribute."""
COMMAND = re.compile(r"\\[A-Za-z]+")
"""A command of TeX: what has one is no words."""
TAGS = re.compile(r"<[^>]*>")


def look(subject: Subject) -> Iterator[Finding]:
    """The formulas of the document and of the file, side by side in their order."""
    if subject.expected is None:
        raise NotApplicable("the source of this file is not known")
    wanted, given = list(_formulas(subject.expected.root)), list(_formulas(subject.outline.root))
    if not wanted:
        raise NotApplicable("no formulas")
    has_mathml = any(node.attrs.get("mathml") for node, _ in given)
    known = mathml.of_tex(node.attrs.get("tex", "") for node, _ in wanted) if has_mathml else {}
    for a, b in align([_core(node.attrs.get("tex", "")) for node, _ in wanted],
                      [_core(node.attrs.get("tex", "")) for node, _ in given]):  # fmt: skip
        if a is None:
            continue  # what is too much, the rule of texts tells
        if b is None:
            tex = short(wanted[a][0].attrs.get("tex", ""), 40)
            yield RULE.fail(subject, f"The formula «{tex}» is no formula here, or is gone.", block=wanted[a][1])
        elif told := _difference(wanted[a][0], given[b][0], known, is_page=subject.format is not Format.PDF):
            yield RULE.fail(subject, told, place=given[b][0].place, block=wanted[a][1])
    yield from _moved(subject, subject.expected.root)


def _moved(subject: Subject, root: Node) -> Iterator[Finding]:
    """Formulas that stand by themselves, between other texts than in the source; a text that is gone is not theirs."""
    (wanted, texts), (given, others) = standing(root), standing(subject.outline.root)
    for a, b in align([one.tex for one in wanted], [one.tex for one in given]):
        if a is None or b is None or wanted[a].tex != given[b].tex:
            continue
        there, here = wanted[a], given[b]
        known = all(text in others for text in (there.before, there.after) if text)
        known = known and all(text in texts for text in (here.before, here.after) if text)
        if known and there.before != here.before and there.after != here.after:
            after = f"after «{short(there.before, 40)}»" if there.before else "at the beginning"
            message = f"The formula «{short(there.tex, 40)}» stands in another place; in the source it is {after}."
            yield RULE.fail(subject, message, block=there.block)


def _formulas(root: Node) -> Iterator[tuple[Node, str]]:
    """Each formula with the block in which it stands."""
    stack = [(root, "")]
    while stack:
        node, block = stack.pop()
        block = node.attrs.get("block") or node.attrs.get("id") or block
        if node.role is Role.FORMULA:
            yield node, block
        stack.extend((child, block) for child in reversed(node.children))


def _difference(wanted: Node, given: Node, known: Mapping[str, frozenset[str]], *, is_page: bool) -> str:
    tex, said = wanted.attrs.get("tex", ""), given.attrs.get("tex", "")
    shown = short("".join(tex.split()), 40)
    if said and _core(said) != _core(tex):
        return f"The formula «{shown}» says «{short(said, 40)}»."
    own = given.attrs.get("mathml", "")
    text = given.text if is_page or not own else ""  # the characters of MathML in a row are no way to say it
    if tex and not any((said, text, *(given.attrs.get(key) for key in ("alt", "alttext")))):
        return f"The formula «{shown}» says nothing to whoever has no MathML."
    if own and own not in (known.get(wanted.attrs.get("tex", "")) or {own}):
        return f"The formula «{shown}» has other MathML than it asks for: «{short(TAGS.sub('', own), 40)}»."
    lost = [] if is_page else [what for key, what in SAID.items() if tex and not given.attrs.get(key)]
    if lost:
        return f"The formula «{shown}» has not {' and not '.join(lost)}."
    alt, words = given.attrs.get("alt", ""), given.attrs.get("words", "")
    for told in (alt, given.attrs.get("alttext", "")):
        if tex and COMMAND.search(told) and _core(told) != _core(tex):
            return f"The formula «{shown}» is read as «{short(told, 40)}», which is another one."
    if words and alt and _core(alt) not in (_core(words), _core(tex)):
        return f"The formula «{shown}» is told as «{short(alt, 40)}»; its MathML says «{short(words, 40)}»."
    return ""


def _core(text: str) -> str:
    return "".join(text.split())


def _formula(tex: str, alt: str = "", words: str = "", mathml: str = "") -> Node:
    own = f'<math display="inline">{mathml}</math>' if mathml else ""
    return paragraph("so x", part(Role.FORMULA, "x", tex=tex, alt=alt, words=words, mathml=own))


def _alone(tex: str) -> Node:
    return paragraph(tex, part(Role.FORMULA, tex, tex=tex, alt=tex))


RULE = Rule(
    id="parity-formulas",
    title="Each formula is the formula of the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "PDF/UA-2 8.2.5.29", "WCAG 1.1.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(
        pair([_formula(tex=r"\frac{l}{g}")], [_formula(tex=r"\frac{l}{g}", alt=r"\frac{l} {g}")]),
        pair([_formula(tex="h^2")], [_formula(tex="h^2", alt="h squared", words="h squared")]),
        pair([_formula(tex="h^2")], [_formula(tex="h ^ 2", alt="h^2", words="h squared")]),
        pair([_formula(tex="h")], [_formula(tex="h", alt="h", mathml="<mi>h</mi>")]),
        pair([paragraph("So is it:"), _alone("h"), paragraph("Then.")], [_alone("h"), paragraph("Then.")]),
    ),
    bad=(
        pair([_formula(tex="h^2")], [_formula(tex="h")]),
        pair([_formula(tex=r"\frac{l}{g}")], [_formula(tex=r"\frac{l}{g}", alt=r"\frac{g}{l}")]),
        pair([_formula(tex="h^2")], [paragraph("so x")]),
        pair([_formula(tex="h")], [_formula(tex="h", alt="h", mathml="<mi>k</mi>")]),
        pair([_formula(tex="h")], [_formula(tex="h", mathml="<mi>h</mi>")]),
        pair([_formula(tex="h")], [_formula(tex="", mathml="<mi>h</mi>")]),
        pair([_formula(tex="h")], [_formula(tex="h", alt="h", mathml="<mi>k</mi>")], Format.EPUB),
        pair([_formula(tex="h^2")], [paragraph("so x", part(Role.FORMULA))]),
        pair([paragraph("x", part(Role.FORMULA, "x", tex="x")), paragraph("y")], [paragraph("y")], Format.HTML),
        pair([_formula(tex="h^2")], [_formula(tex="h^2", alt="h", words="h squared")]),
        pair([paragraph("So is it:"), _alone("h"), paragraph("Then.")], [_alone("h"), paragraph("So is it:"),
             paragraph("Then.")]),
    ),
)
