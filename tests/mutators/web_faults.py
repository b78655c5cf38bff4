# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults of pages and books: the same changes to the marked text, and those that only a book can have."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Format
from tests.mutators.fault import Fault, in_book, swap

# class, name, pattern, replacement, words of the source
BOTH = (
    ("language", "phrase-lost", r'<span lang="fr"[^>]*>(loi sur l.accessibilité)</span>', r"\1", "This report says"),
    ("language", "phrase-wrong", r'<span lang="fr"([^>]*)>loi', r'<span lang="de"\1>loi', "This report says"),
    ("language", "block-lost", r' lang="ar"((?: dir="rtl")?)( xml:lang="ar")?', r"\1", "هذا نص"),
    ("language", "block-wrong", r' lang="ar"( xml:lang="ar")?', ' lang="fa" xml:lang="fa"', "هذا نص"),
    ("language", "direction-lost", r' dir="rtl"', "", "هذا نص"),
    ("title", "changed", r'(<h1 class="title"[^>]*>)Report on bees', r"\1Report on wasps", "# Report on bees"),
    ("title", "empty", r"<title>[^<]*</title>", "<title></title>", ""),
    ("title", "file-name", r"<title>[^<]*</title>", "<title>report_v2.docx</title>", ""),
    ("title", "no-heading", r'<h1 class="title"([^>]*)>(Report on bees)</h1>', r"<p\1>\2</p>", "# Report on bees"),
    ("title", "missing", r"<title>[^<]*</title>", "", ""),
    ("headings", "level", r"<h3([^>]*)>Details</h3>", r"<h4\1>Details</h4>", "### Details"),
    ("headings", "bold", r"<h2([^>]*)>Figures</h2>", r"<p><strong>Figures</strong></p>", "## Figures"),
    ("headings", "empty", r"(<h2[^>]*>)Lists(</h2>)", r"\1\2", "## Lists"),
    ("headings", "lost", r"<h3[^>]*>Details</h3>", "", "### Details"),
    ("headings", "invented", r"<p([^>]*)>The last paragraph of all\.</p>", r"<h2\1>The last paragraph of all.</h2>",
     "The last paragraph"),
    ("lists", "restart", r' start="5"', "", "5. Five"),
    ("lists", "type", r'<ol([^>]*) type="a"', r'<ol\1 type="i"', "a) nested"),
    ("lists", "typed", r"<li[^>]*><p[^>]*>bullet one</p></li>", "</ul><p>• bullet one</p><ul>", "- bullet one"),
    ("lists", "cut", r'(First item</p></li>)(<li)', r'\1</ol><ol start="2">\2', "2. Second item"),
    ("lists", "unnested", r"(bullet two</p>)<ul[^>]*>(<li.*?deep bullet</p></li>)</ul></li>", r"\1</li>\2",
     "    - deep bullet"),
    ("lists", "value", r"<li([^>]*)>(<p[^>]*>Six)", r'<li value="9"\1>\2', "6. Six"),
    ("tables", "no-header", r"<th([^>]*)>2025</th>", r"<td\1>2025</td>", "| Office"),
    ("tables", "no-headers", r"<thead([^>]*)>(.*?)</thead>",
     r"<tbody\1><tr><td>Office</td><td>2024</td><td>2025</td></tr></tbody>", "| Office"),
    ("tables", "caption-lost", r"<caption[^>]*>.*?</caption>", "", ": Requests by office"),
    ("tables", "span", r"<td([^>]*)>98</td>", r'<td\1 colspan="2">98</td>', "| South"),
    ("tables", "cells-exchanged", r"(<td[^>]*>)120(</td><td[^>]*>)131", r"\g<1>131\g<2>120", "| North"),
    ("tables", "row-lost", r"<tr[^>]*><td[^>]*>South</td>.*?</tr>", "", "| South"),
    ("images", "no-alt", r' alt="A bar chart[^"]*"', "", "![A bar chart"),
    ("images", "empty-alt", r' alt="A bar chart[^"]*"', ' alt=""', "![A bar chart"),
    ("images", "file-name", r' alt="A bar chart[^"]*"', ' alt="chart.png"', "![A bar chart"),
    ("images", "other-alt", r' alt="A bar chart[^"]*"', ' alt="A pie chart"', "![A bar chart"),
    ("lists", "unnumbered", r"</head>", "<style>ol{list-style:none}li::marker{content:none}</style></head>", ""),
    ("order", "reversed", r"</head>", "<style>ol{display:flex;flex-direction:column-reverse}</style></head>", ""),
    ("images", "description", r' aria-details="[^"]*"', "", "![A bar chart"),
    ("images", "lost", r"<figure.*?</figure>", "", "![A bar chart"),
    ("images", "decoration", r' alt="A bar chart', r' role="presentation"\g<0>', "![A bar chart"),
    ("links", "no-keyboard", r">the web</a>", ' tabindex="-1">the web</a>', "This report says"),
    ("words", "inert", r"<p([^>]*)>(Every hive)", r'<p\1 inert="">\2', "Every hive"),
    ("links", "empty", r">the table</a>", "></a>", "This report says"),
    ("links", "lost", r'<a href="[^"]*">the table</a>', "the table", "This report says"),
    ("links", "click-here", r">the web</a>", ">click here</a>", "This report says"),
    ("links", "same-text", r">the web</a>", ">the table</a>", "This report says"),
    ("links", "other-target", r'href="https://example.org/bees"', 'href="https://example.org/x"', "This report says"),
    ("links", "broken", r'href="[^"]*#tab">the table', 'href="#nowhere">the table', "This report says"),
    ("notes", "no-way-back", r'<a class="note-back"[^>]*href="[^"]*fnref-1".*?</a>', "", "[^1]: A short"),
    ("notes", "call-lost", r'<a class="note-call"[^>]*id="fnref-2".*?</a>', "", "Inline `code`"),
    ("notes", "wrong-target", r'(id="fnref-2" href="[^"]*)#fn-2"', r'\1#fn-1"', "Inline `code`"),
    ("notes", "no-role", r'(<aside class="note") role="doc-footnote"', r"\1", ""),
    ("notes", "text-lost", r"A longer note of two lines\.", "", "[^2]: A longer"),
    ("order", "paragraphs", r"(<p[^>]*>The last paragraph of all\.</p>)", "", "The last paragraph"),
    ("order", "exchanged", r"(<p[^>]*>Every hive.*?</p>)(<p[^>]*>The last.*?</p>)", r"\2\1", "Every hive"),
    ("order", "definitions", r"(<dt[^>]*>Term one.*?</dd>)(<dt(?:(?!<dt).)*?Term two.*?</dd>)", r"\2\1", "Term one"),
    ("order", "sections", r"(<blockquote.*?</blockquote>)(<p[^>]*>Inline.*?</p>)", r"\2\1", "> A quotation"),
    ("order", "items", r"(<li[^>]*><p[^>]*>Five</p></li>)(<li[^>]*><p[^>]*>Six</p></li>)", r"\2\1", "5. Five"),
    ("words", "joined", r"twice a year", "twicea year", "Every hive"),
    ("words", "lost", r"in spring and in autumn", "in spring and autumn", "Every hive"),
    ("words", "doubled", r"in spring", "in in spring", "Every hive"),
    ("words", "broken", r"counted twice", "coun ted twice", "Every hive"),
    ("words", "hidden", r"<p([^>]*)>(Every hive)", r'<p\1 aria-hidden="true">\2', "Every hive"),
    ("contrast", "pale", r"</head>", "<style>p{color:#aaa}</style></head>", ""),
    ("contrast", "pale-headings", r"</head>", "<style>h2{color:#ccc;background:#fff}</style></head>", ""),
    ("contrast", "on-grey", r"</head>", "<style>body{background:#777;color:#555}</style></head>", ""),
    ("contrast", "transparent", r"</head>", "<style>p{color:rgba(0,0,0,.3)}</style></head>", ""),
    ("contrast", "inline", r"<p([^>]*)>The last", r'<p style="color:#bbb;background:#fff"\1>The last',
     "The last paragraph"),
    ("marks", "emphasis", r"<strong>counted</strong>", "counted", "This report says"),
    ("marks", "expansion", r' title="United Nations"', "", "The UN agreed"),
    ("marks", "subscript", r"<sub>2</sub>", "2", "Inline `code`"),
    ("marks", "formula", r' alttext="[^"]*"', "", "The formula is"),
    ("marks", "quotation", r"<blockquote[^>]*>(.*?)</blockquote>", r"\1", "> A quotation"),
    ("marks", "formula-displayed", r'<math[^>]*display="block".*?</math>', "", "$$d"),
    ("marks", "formula-picture", r'<math[^>]*display="block".*?</math>', '<img src="data:," alt="Formula">', "$$d"),
    ("lists", "merged", r"(bullet one</p>)</li><li[^>]*>", r"\1", "- bullet two"),
    ("links", "added", r"</strong> in 2025", '</strong> in <a href="https://example.org/x">2025</a>',
     "This report says"),
    ("language", "added", r"Every hive is", '<span lang="fr" xml:lang="fr">Every hive</span> is', "Every hive"),
    ("words", "picture", r"<p([^>]*)>(Every hive)", r'<p\1 role="img" aria-label="A hive">\2', "Every hive"),
    ("marks", "formula-mathml", r"(<math(?:(?!</math>).)*?)<mi>t</mi>", r"\1<mi>s</mi>", "$$d"),
    ("marks", "formula-number", r"(<math(?:(?!</math>).)*?)<mn>2</mn>", r"\1<mn>3</mn>", "The formula is"),
    ("words", "listing", r"count bees", "count wasps", "count bees"),
)  # fmt: skip
BOOK = (
    ("metadata", "language", r"<dc:language>en<", "<dc:language>fr<", "opf"),
    ("metadata", "title", r"<dc:title>[^<]*<", "<dc:title>Wasps<", "opf"),
    ("metadata", "captions", r"(<meta property=\"schema:accessibilityHazard)",
     r'<meta property="schema:accessibilityFeature">captions</meta>\1', "opf"),
    ("metadata", "visual", r'<meta property="schema:accessMode">visual</meta>', "", "opf"),
    ("metadata", "hazard", r'<meta property="schema:accessibilityHazard">[^<]*</meta>', "", "opf"),
    ("metadata", "conformance", r"(<meta property=\"schema:accessibilityHazard)",
     r'<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>\1', "opf"),
    ("order", "chapter-twice", r'(<itemref idref="[^"]*"/>)(</spine>|\s*</spine>)', r"\1\1\2", "opf"),
    ("metadata", "certified", r"(<meta property=\"schema:accessibilityHazard)",
     r'<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>'
     r'<meta property="a11y:certifiedBy">Office</meta>\1', "opf"),
    ("metadata", "vocabulary", r">structuralNavigation<", ">headings<", "opf"),
    ("metadata", "summary", r'(<meta property="schema:accessibilitySummary[^>]*>)', r"\1It conforms to EN 301 549. ",
     "opf"),
    ("metadata", "alternatives-unsaid", r"<meta [^>]*>alternativeText</meta>", "", "opf"),
    ("metadata", "descriptions-unsaid", r"<meta [^>]*>longDescription</meta>", "", "opf"),
    ("metadata", "order-unsaid", r"<meta [^>]*>readingOrder</meta>", "", "opf"),
    ("metadata", "headings-unsaid", r"<meta [^>]*>structuralNavigation</meta>", "", "opf"),
    ("pages", "other-print", r'(<meta property="pageBreakSource">)[^<]*', r"\1first-edition", "opf"),
    ("contents", "start", r'href="[^"]*"( epub:type="bodymatter")', r'href="notes.xhtml"\1', "nav"),
    ("pages", "no-list", r'<nav id="page-list".*?</nav>', "", "nav"),
    ("pages", "twice", r'(<nav id="page-list".*?<ol>)(<li>.*?</li>)', r"\1\2\2", "nav"),
    ("pages", "order", r'(<nav id="page-list".*?<ol>)(<li>.*?</li>)(<li>.*?</li>)', r"\1\3\2", "nav"),
    ("pages", "label", r'(<nav id="page-list".*?<li><a href="[^"]*">)1<', r"\g<1>7<", "nav"),
    ("pages", "target", r'(<nav id="page-list".*?href="[^"#]*)#page-1"', r'\1#page-77"', "nav"),
    ("pages", "source", r'<meta property="pageBreakSource">[^<]*</meta>', "", "opf"),
    ("contents", "entry-lost", r'<li><a href="tab[^"]*">Tables</a></li>', "", "nav"),
    ("contents", "entry-other", r'(<a href="tab[^"]*">)Tables', r"\1Figures", "nav"),
    ("contents", "order", r'(<li><a href="lists[^"]*">Lists</a></li>)(<li><a href="tab[^"]*">Tables</a></li>)',
     r"\2\1", "nav"),
    ("contents", "target", r'<a href="tab[^"]*">Tables', '<a href="tab.xhtml#nowhere">Tables', "nav"),
    ("contents", "role", r' role="doc-toc"', "", "nav"),
    ("contents", "entry-twice", r'(<li><a href="tab[^"]*">Tables</a></li>)', r"\1\1", "nav"),
    ("contents", "landmarks", r'<nav id="landmarks".*?</nav>', "", "nav"),
)  # fmt: skip


PAGE = (
    ("links", "colour-only", r"</head>", "<style>a{text-decoration:none;color:inherit}</style></head>"),
    ("links", "focus-lost", r"</head>", "<style>:focus-visible{outline:none!important}</style></head>"),
    ("contents", "lost", r'<nav class="contents".*?</nav>', ""),
    ("links", "base", r"</head>", '<base href="https://example.org/"></head>'),
    ("notes", "calls-hidden", r"</head>", "<style>.note-call{visibility:hidden}</style></head>"),
    ("contents", "hidden", r"</head>", "<style>nav.contents{display:none}</style></head>"),
    ("metadata", "charset", r'charset="utf-8"', 'charset="iso-8859-1"'),
    ("metadata", "hazard", r'("accessibilityHazard": \[\s*")none', r"\1flashing"),
    ("metadata", "data-title", r'("name": ")Report on bees', r"\1Report on wasps"),
    ("metadata", "other-file", r'(<link rel="alternate"[^>]*href=")[^"]*\.pdf', r"\1wasps.pdf"),
    ("metadata", "summary", r'("accessibilitySummary": ")', r"\1It conforms to EN 301 549. "),
    ("metadata", "alternatives-unsaid", r'"alternativeText",\s*', ""),
    ("metadata", "contents-unsaid", r'"tableOfContents",\s*', ""),
    ("metadata", "visual", r'("accessMode": \[[^\]]*),\s*"visual"', r"\1"),
    ("metadata", "hazard-lost", r'"accessibilityHazard": \[[^\]]*\],\s*', ""),
    ("metadata", "summary-lost", r'"accessibilitySummary": "[^"]*",\s*', ""),
    ("metadata", "data-language", r'"inLanguage": "en",\s*', ""),
    ("metadata", "descriptions-unsaid", r',\s*"longDescription"', ""),
)  # fmt: skip


def faults() -> Iterator[Fault]:
    """All faults of pages and books."""
    for kind, name, pattern, replacement in PAGE:
        yield Fault(kind, Format.HTML, name, swap(pattern, replacement), "")
    for kind, name, pattern, replacement, near in BOTH:
        yield Fault(kind, Format.HTML, name, swap(pattern, replacement), near)
        if (kind, name) not in (("notes", "no-role"),):
            where = r"lists\.xhtml$" if pattern == r"</head>" else r"\.xhtml$"
            yield Fault(kind, Format.EPUB, name, in_book(pattern, replacement, name=where), near)
    for kind, name, pattern, replacement, where in BOOK:
        yield Fault(kind, Format.EPUB, name, in_book(pattern, replacement, name=rf"{where}"))
