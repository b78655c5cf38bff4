# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults of the page in plain language (its text, the original beside it) and of the page with reading aids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.commands.loading import one_document
from pipeline.model import Format
from pipeline.plain.suggestions.skeleton import init
from tests.mutators.document import write_document
from tests.mutators.fault import Fault, swap

FRONT = """\
title: "Bees, in short"
lang: en
summary:
  - The office counts bees.
  - There are more of them now.
audience: people who keep bees
glossary:
  - {term: hive, definition: The house of the bees., original: hive}
abbreviations: {UN: United Nations}
"""
# What is said in plain language of each block of the document, in its order; a reason in brackets: it is left out.
TEXTS = (
    "We counted the bees in 2025. You find more on [the web](https://example.org/bees).[^1] "
    "French people say [loi sur l'accessibilité]{lang=fr}.",
    "## Things in a row", "1. The first", "2. The second, in two parts", "3. The third one has more words.",
    "- A dot", "- One more dot", "Some words stand in between.", "5. Number five", "6. Number six", "A word",
    "What it means.", "Another word", "What that means.", "## Numbers", "(You find the table beside.)", "## Pictures",
    "The bars get longer: from 22 to 154.", "They grow to the right.", "> Somebody said this.",
    "Water is H~2~O. There is a note.[^2]", "(The formula is beside.)", "(This formula is beside too.)",
    "You can count with `count bees`.", "[هذا نص عربي سهل مع رقم 2026.]{lang=ar dir=rtl}", "The UN said yes.",
    "### More", "People count each hive two times in a year.", "This is the end.",
)  # fmt: skip
NOTES = "\n[^1]: A note in short words.\n\n[^2]: Another note in short words.\n"

# class, name, pattern, replacement, words of the plain text on whose line it is
TEXT = (
    ("language", "phrase", r'<span lang="fr"[^>]*>(loi[^<]*)</span>(?=\.</p></div>)', r"\1", "We counted"),
    ("language", "other", r'(<div class="plain-text">(?:(?!</div>).)*)<span lang="fr"', r'\1<span lang="de"',
     "We counted"),
    ("language", "direction", r'(<div class="plain-text"><p[^>]*><span[^>]*) dir="rtl"', r"\1", "[هذا"),
    ("language", "page", r'<html lang="en"', '<html lang="fr"', ""),
    ("language", "added", r"This is the end\.</p>", '<span lang="de">This is the end.</span></p>', "This is the end"),
    ("title", "changed", r"Bees, in short</h1>", "Wasps, in short</h1>", "title:"),
    ("title", "window", r"<title>[^<]*</title>", "<title></title>", ""),
    ("title", "other-window", r"<title>Bees, in short", "<title>Report", ""),
    ("title", "level", r'<h1 class="title"([^>]*)>(.*?)</h1>', r"<p\1>\2</p>", "title:"),
    ("title", "kind", r"<title>(.*?) – Plain language", r"<title>\1 – Report", ""),
    ("headings", "level", r"<h3([^>]*)>More</h3>", r"<h4\1>More</h4>", "### More"),
    ("headings", "bold", r"<h2([^>]*)>Numbers</h2>", r"<p\1><strong>Numbers</strong></p>", "## Numbers"),
    ("headings", "lost", r"<h2[^>]*>Pictures</h2>", "", "## Pictures"),
    ("headings", "words", r">Things in a row</h2>", ">Things in row</h2>", "## Things"),
    ("headings", "added", r"<p([^>]*)>This is the end\.</p>", r"<h2\1>This is the end.</h2>", "This is the end"),
    ("lists", "number", r'<ol([^>]*) start="5"', r'<ol\1 start="7"', "5. Number five"),
    ("lists", "typed",
     r'<ul[^>]* pairs[^>]*><li[^>]*>((?:(?!</li>).)*)(A dot</p>.*?)</li><li[^>]*>(.*?)(One more.*)</li></ul>'
     r'(?=<div class="pair")', r"\1• \2\3• \4", "- A dot"),
    ("lists", "kind", r'<ol([^>]*) type="1"((?:(?!</ol>).)*Number five.*?)</ol>', r'<ol\1 type="i"\2</ol>',
     "5. Number five"),
    ("lists", "item", r'</li><li[^>]*>(<div class="pair"[^>]*><div class="plain-text"><p[^>]*>One more)', r"\1",
     "- One more dot"),
    ("lists", "lost", r'<ol[^>]* start="5"[^>]*><li[^>]*>(.*?)</li><li[^>]*>(.*?)</li></ol>', r"\1\2",
     "5. Number five"),
    ("links", "elsewhere", r'href="https://example.org/bees"', 'href="https://example.org/x"', "We counted"),
    ("links", "lost", r'<a href="https://example.org/bees">(the web)</a>', r"\1", "We counted"),
    ("links", "original", r'<a href="../en/bees.html">Read', '<a href="../fr/wasps.html">Read', ""),
    ("links", "added", r"Number five", '<a href="https://example.org/x">Number</a> five', "5. Number five"),
    ("links", "empty", r">the web</a>", "></a>", "We counted"),
    ("links", "elsewhere-named", r'<a href="../en/bees.html">Read', '<a href="../en/wasps.html">Read', ""),
    ("links", "language", r'(<nav class="languages".*?)href="../en/bees.html"', r'\1href="../en/wasps.html"', ""),
    ("links", "languages-lost", r'<nav class="languages".*?</nav>', "", ""),
    ("links", "home", r'(<p class="home"><a href=")../index.html', r"\1#", ""),
    ("links", "skip", r'(<a class="skip" href=")#main', r"\1#contents-title", ""),
    ("links", "term", r'(<a class="term" id="pariter-use-1-1" href="#pariter-term-1">)hive', r"\1year", "People count"),
    ("links", "term-lost", r'<a class="term" id="[\w-]*use-1-1" href="#[\w-]*term-1">hive</a>', "hive", "People count"),
    ("links", "term-back", r'<a href="#pariter-use-1-1">', '<a href="#pariter-use-1-2">', ""),
    ("links", "term-back-named", r'(<a href="#pariter-use-1-1">.*?</span>)[^<]*', r"\1 7", ""),
    ("links", "term-back-lost", r'<dd class="uses">.*?</dd>', "", ""),
    ("notes", "call", r'<a class="note-call"[^>]*href="#fn-1".*?</a>', "", "We counted"),
    ("notes", "text", r'(id="fn-2"[^>]*>(?:(?!</aside>).)*)Another note in short words', r"\1Another",
     "[^2]: Another note"),
    ("notes", "exchanged", r'href="#fn-2"', 'href="#fn-1"', "Water is"),
    ("notes", "lost", r'<aside[^>]*id="fn-2".*?</aside>', "", "[^2]: Another note"),
    ("notes", "way-back", r'(<a class="note-back"[^>]*)href="#fnref-2"', r'\1href="#fnref-1"', "[^2]: Another note"),
    ("order", "parts", r'(<div class="pair" id="[\w-]*28">.*?)(<div class="pair" id="[\w-]*29">.*?)(?=<section)',
     r"\2\1", "People count"),
    ("order", "texts", r"(Number )five(</p>.*?Number )six", r"\1six\2five", "5. Number five"),
    ("order", "other-part", r"(<p[^>]*>They grow[^<]*</p>)(.*?<div class=\"plain-text\">)", r"\2\1", "They grow"),
    ("order", "summary", r'(<section class="summary">.*?</section>)(.*)(?=<section class="notes)', r"\2\1", "summary:"),
    ("order", "turned", r"</head>", "<style>.document{display:flex;flex-direction:column-reverse}</style></head>", ""),
    ("words", "lost", r"two times in a year", "times in a year", "People count"),
    ("words", "doubled", r"(They grow to the right\.)", r"\1 \1", "They grow"),
    ("words", "joined", r"Some words", "Somewords", "Some words"),
    ("words", "changed", r"from 22 to 154\.</p></div>", "from 22 to 145.</p></div>", "The bars get"),
    ("words", "hidden", r"<p([^>]*)>This is the end", r'<p\1 hidden="">This is the end', "This is the end"),
    ("words", "reason", r"(It is left out|[^<>]*)You find the table beside\.", "", "t-cb656f94"),
    ("words", "part", r"<div class=\"plain-text\"><p[^>]*>They grow.*?</div>", '<div class="plain-text"></div>',
     "They grow"),
    ("metadata", "draft", r'<p class="notice">Draft.*?</p>', "", "reviewed:"),
    ("metadata", "prevails", r'<p class="notice">[^<]*prevails.*?</p>', "", ""),
    ("metadata", "easy", r'<p class="kind">Plain language', '<p class="kind">Easy to read', ""),
    ("metadata", "summary", r"<li>The office counts bees\.", "<li>The office sells bees.", "  - The office"),
    ("metadata", "audience", r"people who keep bees", "people who sell bees", "audience:"),
    ("metadata", "description", r'(<meta name="description" content=")The office', r"\1No office", ""),
    ("metadata", "summary-second", r"<li>There are", "<li>There were", "  - There are"),
    ("metadata", "term", r"The house of the bees", "The house of the birds", "  - {term: hive"),
    ("metadata", "terms-lost", r"<dt[^>]*><dfn>hive</dfn>.*?(?=</dl>)", "", "  - {term: hive"),
    ("metadata", "abbreviation", r"<dt>UN</dt><dd>United Nations</dd>", "", "abbreviations:"),
    ("metadata", "abbreviations", r"(<dt>UN</dt><dd>)United Nations", r"\1United Nurses", "abbreviations:"),
    ("metadata", "reviewed", r'<p class="notice">Draft.*?</p>',
     '<p class="notice">Ann Lee compared this version with the original text.</p>', "reviewed:"),
    ("metadata", "reviewed-too", r'(<p class="notice">Draft.*?</p>)', r'\1<p class="fact">Read by Ann Lee.</p>', ""),
    ("metadata", "time", r"about 1 min", "about 9 min", ""),
    ("metadata", "grade", r"school grade [^;]*;", "school grade 0.1;", ""),
    ("metadata", "about-date", r"(<dt>Date</dt><dd>January) 2", r"\1 12", ""),
    ("metadata", "about-lost", r'<dl class="about">.*?</dl>', "", ""),
    ("metadata", "about-added", r'(<dl class="about">)', r"\1<div><dt>Rights</dt><dd>None</dd></div>", ""),
    ("metadata", "feature", r'("accessibilityFeature": \[)', r'\1"largePrint", ', ""),
    ("contents", "missing", r'<li><a href="#tab">.*?</li>', "", "## Numbers"),
    ("contents", "elsewhere", r'<a href="#tab">Numbers', '<a href="#figures">Numbers', "## Numbers"),
    ("contents", "words", r'(<a href="#figures">)Pictures', r"\1Picture", "## Pictures"),
    ("contents", "gone", r'<nav class="contents".*?</nav>', "", ""),
    ("contents", "notes", r'<li><a href="#notes-title">.*?</li>', "", ""),
    ("contents", "nameless", r'(<nav class="contents") aria-labelledby="contents-title"', r"\1", ""),
    ("contents", "glossary", r'<li><a href="#pariter-glossary">.*?</li>', "", ""),
    ("contrast", "pale", r"</head>", "<style>.plain-text{color:#aaa}</style></head>", ""),
    ("contrast", "pale-original", r"</head>", "<style>.original-text p{color:#bbb}</style></head>", ""),
    ("contrast", "marks", r"</head>", "<style>.marked mark{color:#ccc;background:#fff}</style></head>", ""),
    ("contrast", "box-hidden", r"</head>", "<style>.notice{display:none}</style></head>", ""),
    ("contrast", "original-hidden", r"</head>", "<style>.original{display:none}</style></head>", ""),
    ("contrast", "inline", r"<p([^>]*)>This is the", r'<p style="color:#bbb;background:#fff"\1>This is the',
     "This is the end"),
    ("contrast", "headings", r"</head>", "<style>h2{color:#ccc;background:#fff}</style></head>", ""),
    ("ids", "twice", r'id="p-99779ebf"', 'id="p-498c0d56"', ""),
    ("ids", "twice-original", r'id="o-p-99779ebf"', 'id="o-p-498c0d56"', ""),
    ("ids", "term", r'id="pariter-term-1"', 'id="term-x"', ""),
    ("ids", "paragraph", r' id="p-99779ebf"', "", "This is the end"),
    ("ids", "paragraph-original", r' id="o-p-99779ebf"', "", "The last paragraph"),
    ("ids", "main", r"<main ([^>]*)>(.*)</main>", r"<div \1>\2</div>", ""),
    ("ids", "heading", r' id="details"', "", ""),
    ("ids", "original-text", r' id="o-tab"', "", ""),
)  # fmt: skip
# The original beside the plain text: words of the source.
BESIDE = (
    ("words", "beside-lost", r'<p id="o-p-99779ebf">.*?</p>', "", "The last paragraph"),
    ("words", "beside-number", r'(id="o-p-84fc15f4">[^<]*<em>(?:(?!</p>).)*)2025', r"\g<1>2052", "This report says"),
    ("words", "beside-joined", r'(id="o-p-498c0d56">Every hive) is', r"\1is", "Every hive"),
    ("words", "beside-doubled", r'(<p id="o-p-d97d661b">.*?</p>)', r"\1\1", "A sentence between"),
    ("words", "beside-listing", r"(<pre[^>]*>.*?)count bees", r"\1count wasps", "count bees"),
    ("words", "shown-joined", r'(<p class="marked">[^<]*\w) (\w)', r"\1\2", ""),
    ("words", "beside-hidden", r'(<p id="p-99779ebf">.*?<details class="original")', r'\1 hidden=""',
     "The last paragraph"),
    ("language", "beside-around", r'(<p id="p-99779ebf">.*?<details class="original")', r'\1 lang="nl"',
     "The last paragraph"),
    ("marks", "shown-moved", r"<mark>(\w+)</mark> (\w{5,})", r"\1 <mark>\2</mark>", ""),
    ("marks", "shown-unmarked", r"<mark>(\w+)</mark>", r"\1", ""),
    ("marks", "shown-legend",
     r'(<p class="legend">)Original text\. Marked: words that the plain version does not use',
     r"\1Plain version. Marked: words that the original text does not use", ""),
    ("marks", "shown-gone", r'<details class="differences">.*?</details>', "", ""),
    ("marks", "beside-called", r"<summary>Original text", "<summary>Plain language", ""),
    ("marks", "beside-part", r'(<summary>Original text<span class="of-part">: )4<', r"\g<1>5<", ""),
    ("lists", "beside-painted", r'(<ol id="o-[^>]*)count-lower-alpha', r"\1count-lower-roman", "   a) nested one"),
    ("words", "shown-lost", r'<p class="marked">[^<]*</p>', "", ""),
    ("order", "beside-exchanged", r'(<p id="o-p-498c0d56">.*?</p>)(.*?)(<p id="o-p-99779ebf">.*?</p>)', r"\3\2\1",
     "Every hive"),
    ("tables", "cell", r"(<td[^>]*>)131", r"\g<1>113", "| North"),
    ("tables", "exchanged", r"(<td[^>]*>)120(</td><td[^>]*>)131", r"\g<1>131\g<2>120", "| North"),
    ("tables", "header", r"<th([^>]*)>2025</th>", r"<td\1>2025</td>", "| Office"),
    ("tables", "caption", r"<caption[^>]*>.*?</caption>", "", ": Requests by office"),
    ("tables", "row", r"<tr[^>]*><td[^>]*>South</td>.*?</tr>", "", "| South"),
    ("images", "no-alt", r' alt="A bar chart[^"]*"', "", "![A bar chart"),
    ("images", "other-alt", r' alt="A bar chart[^"]*"', ' alt="A pie chart"', "![A bar chart"),
    ("images", "lost", r"<figure.*?</figure>", "", "![A bar chart"),
    ("images", "decoration", r' alt="A bar chart', r' role="presentation"\g<0>', "![A bar chart"),
    ("images", "description", r' aria-details="[^"]*"', "", "![A bar chart"),
    ("images", "empty-alt", r' alt="A bar chart[^"]*"', ' alt=""', "![A bar chart"),
    ("lists", "beside-number", r'(<ol id="o-[^>]*count-lower-alpha"[^>]*)>', r'\1 start="3">', "   a) nested one"),
    ("lists",
     "beside-unnested", r"<ul id=\"o-[^>]*><li[^>]*>(<p[^>]*>deep bullet</p>)</li></ul>", r"\1",
     "    - deep bullet"),
    ("notes", "beside-lost", r'<aside[^>]*id="o-fn-2".*?</aside>', "", "[^2]: A longer"),
    ("notes", "beside-text", r"A longer note of two lines\.", "A note.", "[^2]: A longer"),
    ("notes", "beside-crossed", r'(id="o-fnref-1" href="#)o-', r"\1", "This report says"),
    ("notes", "beside-call", r'<a class="note-call" role="doc-noteref" id="o-fnref-1".*?</a>', "", "This report says"),
    ("language", "beside-phrase", r'(id="o-p-84fc15f4">(?:(?!</p>).)*)<span lang="fr">(.*?)</span>', r"\1\2",
     "This report says"),
    ("language", "beside-block", r'(<p id="o-p-081dc65e"[^>]*) lang="ar"', r"\1", "هذا نص"),
    ("links", "beside-elsewhere", r'(id="o-p-84fc15f4">(?:(?!</p>).)*)example.org/bees', r"\1example.org/x",
     "This report says"),
    ("links", "beside-part", r'href="#o-tab"', 'href="#o-lists"', "This report says"),
    ("marks", "beside-formula", r"<mi>t</mi>", "<mi>s</mi>", "$$d"),
    ("marks", "beside-strong", r"<strong>counted</strong>", "counted", "This report says"),
    ("marks", "beside-quotation", r'<blockquote id="o-[^>]*>(.*?)</blockquote>', r"\1", "> A quotation"),
    ("marks", "quotation", r'(<div class="plain-text">)<blockquote[^>]*>(.*?)</blockquote>', r"\1\2", "> Somebody"),
    ("marks", "subscript", r"<sub>2</sub>(O\. There)", r"2\1", "Water is"),
)  # fmt: skip
# The same document without a plain text: the page of the original with reading aids. Words of the source.
AIDS = (
    ("words", "aids-lost", r"in spring and in autumn", "in spring and autumn", "Every hive"),
    ("words", "aids-joined", r"twice a year", "twicea year", "Every hive"),
    ("words", "aids-doubled", r"(<p id=\"p-99779ebf\">.*?</p>)", r"\1\1", "The last paragraph"),
    ("words", "aids-hidden", r"<p([^>]*)>(Every hive)", r'<p\1 hidden="">\2', "Every hive"),
    ("headings", "aids-level", r"<h3([^>]*)>Details</h3>", r"<h4\1>Details</h4>", "### Details"),
    ("lists", "aids-restart", r' start="5"', "", "5. Five"),
    ("tables", "aids-header", r"<th([^>]*)>2025</th>", r"<td\1>2025</td>", "| Office"),
    ("tables", "aids-cell", r"(<td[^>]*>)131", r"\g<1>113", "| North"),
    ("images", "aids-other-alt", r' alt="A bar chart[^"]*"', ' alt="A pie chart"', "![A bar chart"),
    ("links", "aids-elsewhere", r'href="https://example.org/bees"', 'href="https://example.org/x"', "This report says"),
    ("notes", "aids-text", r"A longer note of two lines\.", "A note.", "[^2]: A longer"),
    ("language", "aids-phrase", r'<span lang="fr"[^>]*>(loi sur l.accessibilité)</span>', r"\1", "This report says"),
    ("order", "aids-exchanged", r"(<p[^>]*>Every hive.*?</p>)(<p[^>]*>The last.*?</p>)", r"\2\1", "Every hive"),
    ("contents", "aids-missing", r'<li><a href="#tab">.*?</li>', "", "## Tables"),
    ("marks", "aids-emphasis", r"<strong>counted</strong>", "counted", "This report says"),
    ("metadata", "aids-kind", r'<p class="kind">[^<]*', '<p class="kind">Plain language', ""),
    ("metadata", "aids-notice", r'<p class="notice">(?:(?!</p>).)*</p>', "", ""),
    ("metadata", "aids-easy", r"(<title>[^<]*–)[^<]*", r"\1 Easy to read", ""),
    ("metadata", "aids-abbreviation", r"<dt>UN</dt><dd>United Nations</dd>", "", ""),
    ("title", "aids-changed", r'(<h1 class="title"[^>]*>)Report on bees', r"\1Report on wasps", "# Report on bees"),
    ("ids", "aids-twice", r'id="p-99779ebf"', 'id="p-498c0d56"', ""),
    ("contrast", "aids-pale", r"</head>", "<style>p{color:#aaa}</style></head>", ""),
)  # fmt: skip


def write_with_plain_text(folder: Path) -> Path:
    """Write the document with its plain text into a folder, ready to be published."""
    write_document(folder)
    skeleton = init(one_document(folder / "source.md").document)
    _, _, body = skeleton.partition("\n---\n")
    parts = re.findall(r'\{\.plain( for="[^"]*" hash="[^"]*")\}', body)
    text = f"---\n{FRONT}reviewed: {{who: , when: }}\n---\n\n"
    for names, said in zip(parts, TEXTS, strict=True):
        if said.startswith("("):
            text += f'::: {{.omitted{names} reason="{said[1:-1]}"}}\n:::\n\n'
        else:
            text += f"::: {{.plain{names}}}\n\n{said}\n\n:::\n\n"
    (folder / "plain.md").write_text(text + NOTES, "utf-8")
    return folder


def of_text() -> Iterator[Fault]:
    """Faults of the plain text and of what the page says of itself; their words are those of ``plain.md``."""
    for kind, name, pattern, replacement, near in TEXT:
        yield Fault(kind, Format.HTML, name, swap(pattern, replacement), near)


def of_original() -> Iterator[Fault]:
    """Faults of the original beside it."""
    for kind, name, pattern, replacement, near in BESIDE:
        yield Fault(kind, Format.HTML, name, swap(pattern, replacement), near)


def of_aids() -> Iterator[Fault]:
    """Faults of the page with reading aids."""
    for kind, name, pattern, replacement, near in AIDS:
        yield Fault(kind, Format.HTML, name, swap(pattern, replacement), near)
