# SPDX-License-Identifier: AGPL-3.0-or-later
"""empty-heading: a heading that shows nothing goes; so does one at the very end that heads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 80
# What shows nothing: marks of emphasis around nothing, tags, spaces and signs that are not seen. «§» or "`-`" do.
_NOTHING = re.compile(
    r"(?:[\s#\xad\u200b-\u200f\u2060\ufeff]|\*\*|__|~~|<[^<>]{0,300}>|&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj);|"
    r"\[\]\([^()]{0,300}\))*",
    re.I,
)
# What pages of the web put under a text: without what it led to, such a heading says nothing.
_PROMISE = re.compile(
    r"^\W*(?:(?:further|more|additional|related|useful|background)\s+(?:information|reading|content|links?|documents?|"
    r"resources?|pages?|news|publications?|topics?)|see also|read more|"
    r"downloads?|links?|contacts?(?: us)?|share(?: this.*)?|"
    r"tags?|topics?|attachments?|"
    r"(?:pour en savoir plus|en savoir plus|informations? complémentaires?|"
    r"plus d.informations?|voir aussi|liens?(?: utiles)?|"
    r"documents? (?:associés?|liés?)|à lire aussi|partager)|"
    r"(?:weitere|mehr|zusätzliche) informationen|weiterführende (?:links|informationen)|siehe auch|mehr zum thema|"
    r"(?:más|mayor) información|información (?:adicional|relacionada)|"
    r"enlaces(?: relacionados)?|véase también|compartir|"
    r"(?:mais|outras) informações|informações adicionais|veja também|ligações|"
    r"معلومات إضافية|مزيد من المعلومات|المزيد من المعلومات|روابط ذات "
    r"صلة|انظر أيضا|更多信息|相关链接|相关信息|更多资讯|参见|延伸阅读"
    r")\W*$",
    re.I,
)


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that head nothing, or say nothing."""
    blocks = scan.blocks
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING:
            continue
        text = scan.slice(block)
        last = index == len(blocks) - 1
        if _NOTHING.fullmatch(text):
            yield _drop(scan, block, "The heading has no words.", "")
        elif last and len(text) <= _LONGEST and any(other.kind is Kind.HEADING for other in blocks[:index]):
            sure = 0.95 if _PROMISE.search(text) else 0.6
            yield _drop(scan, block, "The last heading has nothing under it.", text, sure)


def _drop(scan: Scan, block: Block, reason: str, deleted: str, sure: float = 0.95) -> Fix:
    """The heading goes with the blank lines before it; what stood before keeps its own line end."""
    before = scan.text[: block.start].rstrip()
    keep = len(before)
    line_end = scan.text[keep : keep + len(scan.eol)]
    start = keep + len(scan.eol) if before and line_end == scan.eol else keep
    rest = scan.text[block.lines[-1].stop :]
    if rest.strip():
        end = len(scan.text) - len(rest.lstrip("\r\n"))
        return Fix((Edit(block.start, end, ""),), reason, sure, deleted=deleted)
    return Fix((Edit(start, len(scan.text), ""),), reason, sure, deleted=deleted)


RULE = Rule("empty-heading", "Drops a heading that says or heads nothing.", find, after="bold-in-heading")
