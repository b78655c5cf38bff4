# SPDX-License-Identifier: AGPL-3.0-or-later
"""A rich document by hand, in the vocabulary of docs/semantic-xhtml.md: what the writers are given."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from pipeline.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    Inline,
    InlineKind,
    Layout,
    Meta,
    PageStart,
    Register,
)

HEAD = {
    "en": ("Water for everyone", "A report on wells", "Water office, 2 March 2024"),
    "ar": ("الماء للجميع", "تقرير عن الآبار", "مكتب المياه، 2 مارس 2024"),
}

RICH = """<article xmlns="http://www.w3.org/1999/xhtml" id="document" class="document" lang="en" dir="ltr">
<header class="title-block"><h1 class="title" id="title">Water for everyone</h1>
<p class="subtitle">A report on wells</p><p class="byline">Water office, 2 March 2024</p>
<p class="notice draft">Draft: this text is not final.</p></header>
<p id="p-1">Clean water is a <strong>right</strong>. The <abbr title="World Well Fund">WWF2</abbr> counts
wells<a class="note-call" role="doc-noteref" id="fnref-1" href="#fn-1"><sup>1</sup></a> every year; see
<a href="#h-2">the second part</a> and <a href="https://example.org/wells">the register of wells</a>.</p>
<p id="p-2">In French one says <span lang="fr">l’eau potable</span>, in Arabic <span lang="ar" dir="rtl">مياه
الشرب</span>, and <bdi lang="he" dir="rtl">מים</bdi>; H<sub>2</sub>O, x<sup>2</sup>, <code>wells.count()</code>,
<del>old</del>, <q>well said</q>, <span class="small-caps">nato</span>, <em>very</em> <span
class="underline">clear</span>.</p>
<section class="level2" aria-labelledby="h-1"><h2 id="h-1">What we found</h2>
<p id="p-3">We found three things:</p>
<ol id="l-1" start="3" type="a" class="label-before label-after delim-parens">
<li id="i-1" data-label="(c)"><p id="p-4">Wells are deep.</p></li>
<li id="i-2" data-label="(d)"><p id="p-5">Wells are <em>old</em>.</p>
<ul id="l-2" class="tight"><li id="i-3" data-label="•"><p id="p-6">Some are older.</p></li>
<li id="i-4" data-label="•"><p id="p-7">None is new.</p></li></ul></li>
<li id="i-5" data-label="(f)" value="6"><p id="p-8">Wells are few.</p></li></ol>
<ul id="l-3"><li id="i-6" class="task" data-checked="yes" data-label="☑"><p id="p-9"><span class="checkbox" role="img"
aria-label="Done">☑</span> Count wells</p></li><li id="i-7" class="task" data-checked="no" data-label="☐"><p
id="p-10"><span class="checkbox" role="img" aria-label="Not done">☐</span> Dig wells</p></li></ul>
<section class="level3" aria-labelledby="h-1-1"><h3 id="h-1-1">Numbers</h3>
<table id="t-1"><caption id="t-1-c">Wells by district</caption><thead><tr><th id="t-1-a" scope="col">District</th>
<th id="t-1-b" scope="col" class="align-right">Wells</th><th id="t-1-d" scope="col" class="align-right">Depth in
metres</th></tr></thead><tbody><tr><th id="t-1-e" scope="row">North</th><td id="t-1-f" class="align-right">120</td>
<td id="t-1-g" class="align-right">35</td></tr><tr><th id="t-1-h" scope="row">South</th><td id="t-1-i"
class="align-right">80</td><td id="t-1-j" class="align-right">61</td></tr></tbody></table>
<p id="p-11">The depth grows with <math xmlns="http://www.w3.org/1998/Math/MathML" display="inline"
alttext="d = 2 r" data-tex="d = 2r"><mi>d</mi><mo>=</mo><mn>2</mn><mi>r</mi></math>, and the whole is</p>
<p id="p-12"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="V = pi r squared h"
data-tex="V = \\pi r^2 h"><mi>V</mi><mo>=</mo><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup><mi>h</mi></math></p>
<figure id="f-1"><img src="images/chart.png" alt="Bar chart: 120 wells in the north, 80 in the south"
aria-details="g-1"/><figcaption id="f-1-c">Wells in two districts</figcaption></figure>
<div id="g-1" class="group u-description"><p id="p-13">The bar for the north is half as high again as the bar for
the south.</p></div></section></section>
<section class="level2" aria-labelledby="h-2"><h2 id="h-2">What must be done</h2>
<dl id="d-1"><dt id="d-1-a">Well</dt><dd id="d-1-b"><p id="p-14">A hole with water.</p></dd></dl>
<blockquote id="q-1"><p id="p-15">No one can live without water.</p></blockquote>
<pre id="c-1"><code class="language-python">for well in wells:
    dig(well)</code></pre><hr id="r-1"/>
<div class="lines" id="v-1"><p class="line" id="v-1-a">Water office</p><p class="line" id="v-1-b">Main street
1</p></div>
<p id="p-16">Ask again<a class="note-call" role="doc-noteref" id="fnref-2" href="#fn-2"><sup>2</sup></a> and see the
first note<a class="note-call" role="doc-noteref" id="fnref-1-2" href="#fn-1"><sup>1</sup></a>. A picture in the
line: <img src="images/drop.svg" alt="A drop of water"/> and one that says nothing <img src="images/drop.svg" alt=""
role="presentation"/>.</p>
<section class="level3" aria-labelledby="h-2-1"><h3 id="h-2-1">A deeper <em>level</em></h3>
<p id="p-17">Last words.</p></section></section>
<section class="notes" role="doc-endnotes" aria-labelledby="notes-title"><h2 class="notes-title"
id="notes-title">Notes</h2><aside class="note" role="doc-footnote" id="fn-1" data-label="1"><p id="n-1">Counted by
hand. <a class="note-back" role="doc-backlink" href="#fnref-1" aria-label="Back to the text, note 1">↩</a></p></aside>
<aside class="note" role="doc-footnote" id="fn-2" data-label="2"><p id="n-2">The office answers. <a
class="note-back" role="doc-backlink" href="#fnref-2" aria-label="Back to the text, note 2">↩</a></p></aside></section>
</article>"""

ARABIC = """<article xmlns="http://www.w3.org/1999/xhtml" id="document" class="document" lang="ar" dir="rtl">
<header class="title-block"><h1 class="title" id="title">الماء للجميع</h1></header>
<p id="p-1">الماء النظيف حق<a class="note-call" role="doc-noteref" id="fnref-1" href="#fn-1"><sup>1</sup></a>،
ويقول التقرير <span lang="en" dir="ltr">Water for everyone</span> ذلك.</p>
<section class="level2" aria-labelledby="h-1"><h2 id="h-1">ما وجدناه</h2><p id="p-3">ثلاثة أشياء.</p>
<ol id="l-1" class="delim-period"><li id="i-1" data-label="1."><p id="p-4">الآبار عميقة.</p></li>
<li id="i-2" data-label="2."><p id="p-5">الآبار قديمة.</p></li></ol></section>
<section class="notes" role="doc-endnotes" aria-labelledby="notes-title"><h2 class="notes-title"
id="notes-title">الحواشي</h2><aside class="note" role="doc-footnote" id="fn-1" data-label="1"><p id="n-1">عُدّت باليد.
<a class="note-back" role="doc-backlink" href="#fnref-1" aria-label="العودة إلى النص، حاشية 1">↩</a></p></aside>
</section>
</article>"""

DROP = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 1 C4 7 3 9 3 11 a5 5 0 0 0 10 0
C13 9 12 7 8 1z" fill="#1a5fb4"/></svg>"""


def article(lang: str = "en") -> etree._Element:
    """The semantic tree in English (rich) or Arabic (short)."""
    return etree.fromstring(RICH if lang == "en" else ARABIC)


def edition(folder: Path, lang: str = "en", register: Register = Register.ORIGINAL, **meta: str) -> Edition:
    """The edition that the tree is of."""
    known = {"title": HEAD[lang][0], "lang": lang, "dir": "rtl" if lang == "ar" else "ltr",
             "publisher": "Water office", "date": "2024-03-02", "version": "1.2"}
    about = Meta(**(known | meta))  # type: ignore[arg-type]
    title = Block(BlockKind.HEADING, "title", (Inline(InlineKind.TEXT, HEAD[lang][0]),), level=1)
    document = Document("water", about, title, (), "", "0" * 64, folder, folder / "source.md")
    return Edition(document, lang, about.dir, register, original_lang="en")


def layout() -> Layout:
    """Four pages: one begins in a paragraph, one with a heading, one with a table."""
    starts = (PageStart(0, "1", "title", 0), PageStart(1, "2", "p-2", 25), PageStart(2, "3", "h-1", 0),
              PageStart(3, "4", "t-1", 0), PageStart(4, "5", "p-16", 10))
    return Layout(b"%PDF-1.7", starts)


def arabic_layout() -> Layout:
    """Two pages of the short one."""
    return Layout(b"%PDF-1.7", (PageStart(0, "1", "title", 0), PageStart(1, "2", "i-2", 0)))


def images(folder: Path) -> Path:
    """The pictures of the document, made in ``folder``."""
    from PIL import Image, ImageDraw

    (folder / "images").mkdir(parents=True, exist_ok=True)
    (folder / "images" / "drop.svg").write_bytes(DROP)
    chart = Image.new("RGB", (480, 240), "white")
    pen = ImageDraw.Draw(chart)
    pen.rectangle((60, 40, 200, 220), fill="#1a5fb4")
    pen.rectangle((260, 100, 400, 220), fill="#813d9c")
    chart.save(folder / "images" / "chart.png")
    return folder
