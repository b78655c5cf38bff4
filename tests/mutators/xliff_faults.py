# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults of an XLIFF file."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Format
from tests.mutators.fault import Fault, swap

LISTED = (
    ("segments", "lost", r"<segment [^>]*><source>Every hive.*?</segment>", "", "Every hive"),
    ("segments", "doubled", r"(<segment [^>]*><source>Every hive.*?</segment>)", r"\1\1", "Every hive"),
    ("segments", "empty", r"<source>Every hive.*?</source>", "<source></source>", "Every hive"),
    ("segments", "words", r"twice a year", "twice year", "Every hive"),
    ("segments", "order", r"(<unit [^>]*>(?:(?!</unit>).)*Every hive.*?</unit>)(\s*)(<unit .*?</unit>)", r"\3\2\1",
     "The last paragraph"),
    ("codes", "lost", r"<pc [^>]*>counted</pc>", "counted", "This report says"),
    ("codes", "id-twice", r'<pc id="2"', '<pc id="1"', "This report says"),
    ("codes", "data-lost", r'<data id="d2">[^<]*</data>', "", "This report says"),
    ("codes", "reference", r'dataRefStart="d2"', 'dataRefStart="d99"', "This report says"),
    ("codes", "note-lost", r'<ph id="5"[^>]*/>', "", "This report says"),
    ("ids", "unit-twice", r'<unit id="lists"', '<unit id="tab"', ""),
    ("ids", "unit-changed", r'<unit id="lists"', '<unit id="lists-2"', "## Lists"),
    ("ids", "unit-missing", r'<unit id="lists"', "<unit", ""),
    ("ids", "segment-twice", r'(<segment id="[^"]*")(><source>This report.*?)<segment id="[^"]*"', r"\1\2\1", ""),
    ("ids", "segment-renamed", r'<segment id="[^"]*"([^>]*><source>Every hive)', r'<segment id="s-x"\1', "Every hive"),
    ("ids", "file", r'<file id="f1"', "<file", ""),
    ("targets", "language-missing", r"(<source>Every hive.*?</source>)", r"\1<target>Jeder Stock</target>", ""),
    ("targets", "before-source", r"(<source>Every hive.*?</source>)", r"<target>x</target>\1", ""),
    ("targets", "twice", r"(<source>Every hive.*?</source>)", r"\1<target>x</target><target>y</target>", ""),
    ("targets", "state", r"<segment (id=\"[^\"]*\")><source>Every", r'<segment \1 state="done"><source>Every', ""),
    ("targets", "code-lost", r"(<source>(?:(?!</source>).)*counted.*?</source>)", r"\1<target>gezählt</target>", ""),
    ("language", "source", r'srcLang="en"', 'srcLang="fr"', ""),
    ("language", "missing", r' srcLang="en"', "", ""),
    ("language", "unknown", r'srcLang="en"', 'srcLang="english!"', ""),
    ("words", "joined", r"The last paragraph of all", "The lastparagraph of all", "The last paragraph"),
    ("codes", "address", r"\]\(https://example.org/bees\)", "](https://example.org/wasps)", "This report says"),
    ("codes", "markup", r'(<data id="d2">)\*\*(</data>)', r"\1*\2", "This report says"),
    ("codes", "kind", r'subType="xlf:b"', 'subType="xlf:i"', "This report says"),
    ("codes", "free", r'<pc id="1" canCopy="no" canDelete="no"', '<pc id="1" canCopy="no"', "This report says"),
    ("codes", "shown", r'dispStart="\[strong\]"', 'dispStart="[small]"', "This report says"),
    ("codes", "text", r'equiv="code"', 'equiv="node"', "Inline `code`"),
    ("codes", "flows", r' subFlows="[^"]*"', "", "This report says"),
    ("codes", "moved", r"(<pc [^>]*>)counted</pc> in", r"counted \1in</pc>", "This report says"),
    ("units", "alternative", r"<unit id=\"[^\"]*alt1.*?</unit>", "", "A bar chart"),
    ("units", "alternative-words", r"from 22 to 154", "from 22 to 145", "A bar chart"),
    ("units", "expansion", r"<source>United Nations</source>", "<source>Nations</source>", "*[UN]"),
    ("units", "publisher", r"<unit id=\"meta.publisher.*?</unit>", "", ""),
    ("units", "foreign", r"(<unit id=\")tab(\".*?</unit>)", r"\1tab\2\1tab-2\2", "## Tables"),
    ("units", "closed", r'(<unit id="lists")', r'\1 translate="no"', "## Lists"),
    ("notes", "place", r'name="heading of level 2"', 'name="cell"', "## Lists"),
    ("notes", "words", r"Heading of level 2. Section", "Heading of level 3. Section", "## Lists"),
    ("notes", "kind", r'fs:fs="h2"', 'fs:fs="h3"', "## Lists"),
    ("notes", "section", r'name="Report on bees &gt; Lists"|name="Lists"', 'name="Figures"', "## Lists"),
    ("notes", "count", r'type="words">\d+<', 'type="words">7000<', ""),
    ("metadata", "digest", r'source-digest">.{8}', 'source-digest">00000000', ""),
    ("metadata", "title", r'source-title">Report on bees', 'source-title">Report on wasps', ""),
    ("metadata", "document", r'original="bees"', 'original="wasps"', ""),
    ("metadata", "segments", r'type="segments">\d+<', 'type="segments">7<', ""),
    ("metadata", "direction", r'srcDir="ltr"', 'srcDir="rtl"', ""),
    ("segments", "within-word", r"(<source>The last para)(graph)", r"\1</source></segment><segment><source>\2",
     "The last paragraph"),
    ("segments", "within-name", r"<source>United Nations</source>",
     "<source>United </source></segment><segment><source>Nations</source>", "*[UN]"),
    ("words", "listing", r"(for hive in hives)\n\s*(count bees)", r"\1 \2", "for hive"),
    ("segments", "ignorable", r"<segment ([^>]*)>(<source>Every hive.*?</source>)</segment>",
     r"<ignorable \1>\2</ignorable>", "Every hive"),
    ("words", "lost", r"The last paragraph of all", "The last of all", "The last paragraph"),
)  # fmt: skip


def faults() -> Iterator[Fault]:
    """All faults of the XLIFF file."""
    for kind, name, pattern, replacement, near in LISTED:
        yield Fault(kind, Format.XLIFF, name, swap(pattern, replacement), near)
