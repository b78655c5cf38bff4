# SPDX-License-Identifier: AGPL-3.0-or-later
"""The readers of web pages and books: what is there, worked out as a browser does, from anybody's files."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
import tinyhtml5
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tinyhtml5 import inputstream

from pipeline.model import Node, Outline, Role
from pipeline.outline import epub as epub_reader
from pipeline.outline import html as html_reader
from pipeline.outline import lists, markup
from pipeline.writers import epub, html
from pipeline.writers.resources import Resources
from tests.book import rich
from tests.corpora import corpora


def page(body: str, head: str = "", attributes: str = "lang=en") -> Outline:
    top = f"<!DOCTYPE html><html {attributes}><head><meta charset=utf-8>{head}</head>"
    return html_reader.read(f"{top}<body>{body}</body></html>".encode())


def nodes(outline: Outline, role: Role) -> list[Node]:
    return [node for node in outline.root.walk() if node.role is role]


def only(outline: Outline, role: Role) -> Node:
    found = nodes(outline, role)
    assert len(found) == 1, found
    return found[0]


# --- lists ---


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3.", "7.", "8."]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."]),
        ("<ol reversed start=10><li>a<li>b</ol>", ["10.", "9."]),
        ("<ol type=a start=26><li>a<li>b</ol>", ["z.", "aa."]),
        ("<ol type=I start=8><li>a<li>b</ol>", ["VIII.", "IX."]),
        ("<ol type=i start=4000><li>a</ol>", ["4000."]),
        ("<ol type=A start=0><li>a<li>b</ol>", ["0.", "A."]),
        ("<ol class=delim-parens type=a><li>a</ol>", ["(a)"]),
        ("<ol class=delim-paren start=-1><li>a<li>b</ol>", ["-1)", "0)"]),
        ('<ol style="list-style-type: upper-latin"><li>a</ol>', ["A."]),
        ('<ol start="3x"><li value="z">a</ol>', ["3."]),
        ("<ul><li>a</ul>", [""]),
    ],
)
def test_labels_of_lists(body: str, labels: list[str]) -> None:
    assert [node.attrs.get("label", "") for node in nodes(page(body), Role.ITEM)] == labels


@given(st.integers(1, 100_000))
def test_letters_count_without_a_zero(number: int) -> None:
    letters = lists.counter(number, "lower-alpha")
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number


def test_tasks_are_checked_or_not() -> None:
    made = page("<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>")
    assert [(node.attrs["checked"], node.text) for node in nodes(made, Role.ITEM)] == [("yes", "a"), ("no", "b")]


# --- tables ---


def heads(rows: str) -> dict[str, str]:
    outline = page(f"<table>{rows}</table>")
    cells = [node for node in outline.root.walk() if node.role in (Role.CELL, Role.HEADER)]
    return {node.text: node.attrs.get("headers", "") for node in cells}


def test_headers_of_a_simple_table() -> None:
    found = heads("<tr><th>A<th>B<tr><td>1<td>2")
    assert found == {"A": "", "B": "", "1": "A", "2": "B"}


def test_headers_by_row_and_column() -> None:
    assert heads("<tr><th><th>Jan<tr><th>North<td>7")["7"] == "North | Jan"
    # A data cell in the corner makes the first row no row of column headers, by the letter of the standard.
    assert heads("<tr><td>x<th>Jan<tr><th>North<td>7")["7"] == ""


def test_headers_over_spans() -> None:
    found = heads("<thead><tr><th colspan=2 scope=colgroup>Wells<tr><th>Old<th>New<tbody><tr><td>1<td>2")
    assert (found["1"], found["2"]) == ("Old | Wells", "New | Wells")


def test_a_second_block_of_headers_hides_the_first() -> None:
    found = heads("<tr><th>A<th>B<tr><td>1<td>2<tr><th>C<th>D<tr><td>3<td>4")
    assert (found["1"], found["3"], found["4"]) == ("A", "C", "D")


def test_headers_of_row_groups() -> None:
    found = heads("<tbody><tr><th scope=rowgroup>North<td>x<tr><td>7<td>8<tbody><tr><td>9<td>0")
    assert "North" in found["8"]
    assert "North" not in found["0"]


def test_headers_that_are_named() -> None:
    found = heads("<tr><th id=a>A<th id=b>B<tr><td headers='b nothing a'>1<td>2")
    assert (found["1"], found["2"]) == ("B | A", "B")


def test_row_spans_end_with_their_group() -> None:
    outline = page("<table><thead><tr><th rowspan=9>A<th>B<tbody><tr><td>1<td>2</table>")
    assert [node.attrs.get("headers") for node in nodes(outline, Role.CELL)] == ["A", "B"]


def test_a_table_of_giant_spans_is_bounded() -> None:
    start = time.process_time()
    outline = page("<table>" + "<tr><td colspan=1000 rowspan=65534>x" * 3000 + "</table>")
    assert outline.problems
    assert time.process_time() - start < 20


# --- text, languages, what is hidden ---


def test_what_is_hidden_is_not_read() -> None:
    made = page("<p>a<span hidden>b</span><span aria-hidden=true>c</span><span style='display: none'>d</span>e"
                "<script>f</script><template>g</template><!-- h --></p>")  # fmt: skip
    assert only(made, Role.PARAGRAPH).text == "ae"


def test_languages_and_directions_are_those_in_force() -> None:
    text = "<p>a <span lang=ar dir=rtl>ب</span> <bdi>ש</bdi> <span dir=auto>x</span></p>"
    made = page(text, attributes="lang=fr dir=ltr")
    spans = nodes(made, Role.SPAN)
    assert [(span.lang, span.dir) for span in spans] == [("ar", "rtl"), ("fr", "ltr")]
    assert (only(made, Role.PARAGRAPH).lang, made.root.lang) == ("fr", "fr")


def test_bare_text_and_broken_markup() -> None:
    made = page("one<p>two<b>three</p>four</b><li>five<h2>six")
    assert [node.text for node in nodes(made, Role.PARAGRAPH)] == ["one", "twothree", "four", "five"]
    assert only(made, Role.HEADING).text == "six"


def test_links_into_the_page_say_where_they_lead() -> None:
    made = page('<h2 id="é">There</h2><p><a href="#%C3%A9">a</a><a href="#gone">b</a><a href="https://x.org/#y">c</a></p>')
    assert [node.attrs["target"] for node in nodes(made, Role.LINK)] == ["#There", "#", "https://x.org/#y"]


def test_images_formulas_abbreviations() -> None:
    made = page(
        "<p><img alt='a  b'><img><svg><title>c</title></svg><abbr title=d>e</abbr>"
        "<math alttext='x squared'><msup><mi>x</mi><mn>2</mn></msup></math></p>"
    )
    assert [node.attrs["alt"] for node in nodes(made, Role.IMAGE)] == ["a b", "", "c"]
    assert nodes(made, Role.IMAGE)[1].attrs["missing"] == "yes"
    assert only(made, Role.ABBREVIATION).attrs["expansion"] == "d"
    assert only(made, Role.FORMULA).text == "x squared"


def test_metadata_of_a_page() -> None:
    made = page("x", '<title> A  title </title><meta name=author content="B"><meta name=keywords content="c, d">')
    assert made.meta == {"lang": "en", "title": "A title", "creators": "B", "subjects": "c; d"}


# --- our own files ---


def _texts(outline: Outline) -> list[tuple[str, str]]:
    roles = (Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.LINE, Role.CODE, Role.CAPTION, Role.CELL, Role.HEADER)
    skip = {"skip", "bare"}
    found = []
    stack = [outline.root]
    while stack:
        node = stack.pop()
        if node.role in roles and node.attrs.get("kind") not in skip:
            found.append((node.role.value, node.text))
        if node.role not in (Role.LANDMARK, Role.CONTENTS):
            stack.extend(reversed(node.children))
    return found


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_web_page_and_book_give_their_readers_the_same(tmp_path: Path, lang: str) -> None:
    folder = rich.images(tmp_path)
    edition, resources = rich.edition(folder, lang), Resources(folder)
    pages = rich.layout() if lang == "en" else rich.arabic_layout()
    web = html_reader.read(html.write(rich.article(lang), edition, resources))
    book = epub_reader.read(epub.write(rich.article(lang), edition, pages, resources))
    assert web.problems == book.problems == ()
    assert _texts(web) == _texts(book)
    assert len(_texts(web)) > 5


def test_the_pages_of_a_book_are_where_the_layout_says(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    book = epub_reader.read(epub.write(rich.article(), rich.edition(folder), rich.layout(), Resources(folder)))
    found = [(node.attrs["page"], int(node.attrs["offset"])) for node in nodes(book, Role.PAGE_BREAK)]
    assert found == [(start.label, start.offset) for start in rich.layout().pages]


def test_contents_of_web_page_and_book(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    web = html_reader.read(html.write(rich.article(), rich.edition(folder), Resources(folder)))
    book = epub_reader.read(epub.write(rich.article(), rich.edition(folder), rich.layout(), Resources(folder)))

    def lines(outline: Outline) -> list[tuple[int, str, str]]:
        toc = next(node for node in nodes(outline, Role.CONTENTS) if node.attrs["kind"] == "toc")
        return [(node.level, node.text, node.attrs["target"]) for node in toc.walk() if node.role is Role.CONTENTS_ITEM]

    assert lines(book)[1:] == lines(web)
    assert all(target == f"#{text}" for _, text, target in lines(book))


def test_what_a_book_claims(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    book = epub_reader.read(epub.write(rich.article(), rich.edition(folder), rich.layout(), Resources(folder)))
    assert book.meta["title"] == "Water for everyone"
    assert book.meta["accessMode"] == "textual; visual"
    assert book.meta["pageBreakSource"] == "water.pdf"
    assert "certifiedBy" not in book.meta


# --- hostile and broken files ---


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


CONTAINER = b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>'  # noqa: E501
OPF = b"""<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml"
media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def with_page(content: bytes) -> bytes:
    return zipped({"META-INF/container.xml": CONTAINER, "o.opf": OPF, "a.xhtml": content})


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x03\x04" + b"\0" * 40, zipped({}), zipped({"META-INF/container.xml": b"<"}),
     zipped({"META-INF/container.xml": CONTAINER}), zipped({"META-INF/container.xml": CONTAINER, "o.opf": OPF})],
)  # fmt: skip
def test_a_broken_book_is_a_problem_and_no_crash(data: bytes) -> None:
    assert epub_reader.read(data).problems


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = with_page(b"<html>" + b"\0" * (epub_reader.LARGEST_FILE + 1) + b"</html>")
    assert len(bomb) < 200_000
    assert any("unpacks to too much" in problem for problem in epub_reader.read(bomb).problems)


def test_entities_of_a_book_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    page_file = (f'<!DOCTYPE html [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "{"x" * 9}">]>'
                 '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&a;&b;&b;</p></body></html>')  # fmt: skip
    outline = epub_reader.read(with_page(page_file.encode()))
    assert "secret" not in str(outline.root)
    assert outline.problems


def test_an_entity_bomb_is_not_blown_up() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    page_file = f'<!DOCTYPE html [<!ENTITY e0 "x">{levels}]><html xmlns="http://www.w3.org/1999/xhtml"><body>&e11;</body></html>'
    outline = epub_reader.read(with_page(page_file.encode()))
    assert sum(len(node.text) for node in outline.root.walk()) < 1000


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "ul><li", "table><tr><td", "a href=x"])
def test_deep_nesting_ends(tag: str) -> None:
    opened = "".join(f"<{part}>" for part in tag.split("><")) if "><" in tag else f"<{tag}>"
    start = time.process_time()
    outline = html_reader.read((opened * 20_000 + "deep").encode())
    assert isinstance(outline, Outline)
    assert time.process_time() - start < 20


def test_a_deep_book_ends() -> None:
    deep = b"<div>" * 5000 + b"x" + b"</div>" * 5000
    page_file = b'<html xmlns="http://www.w3.org/1999/xhtml"><body>' + deep + b"</body></html>"
    assert epub_reader.read(with_page(page_file)).problems


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<b>", "</i>", "<table>", "<td>", "<tr>", "<ol start=x>", "<li value=-1>", "</ol>", "<a href='#a'>",
     "<h1>", "<svg>", "<math>", "<mi>", "text ", "&amp;", "&#0;", "<!--", "-->", "<![CDATA[", "\0", "<a:b c:d=e>",
     "<nav>", "<figure>", "<img alt=a>", "<th scope=row>", "<dl>", "<dd>", "</html>", "<pre>\n",
     "<select>", "<template>"]),
    max_size=40))  # fmt: skip
def test_any_soup_is_read(parts: list[str]) -> None:
    outline = html_reader.read("".join(parts).encode())
    assert outline.root.role is Role.DOCUMENT
    assert [node.role for node in outline.root.walk()]


def test_other_peoples_books_are_read() -> None:
    folder = corpora("epub-faults")
    for path in sorted(folder.glob("*.epub")):
        outline = epub_reader.read(path.read_bytes())
        assert outline.problems == (), path.name
        assert sum(len(node.text) for node in outline.root.walk()) > 500, path.name


def test_the_parsers_expressions_are_kept_and_are_the_ones_that_it_makes() -> None:
    text = b"<!doctype html><title>A &amp; b</title><p class='x y' id=z>Some <em>words</em>.<script>1 < 2</script>"
    inputstream.characters_until_regex = {}
    plain = etree.tostring(markup.copied(tinyhtml5.parse(text)))
    own = {pattern.pattern for pattern in inputstream.characters_until_regex.values()}
    assert etree.tostring(markup.exact(text)) == plain
    kept = dict(inputstream.characters_until_regex)
    assert kept and not any(isinstance(characters, re.Pattern) for characters, _ in kept)
    assert {pattern.pattern for pattern in kept.values()} == own
    markup.exact(text)
    assert inputstream.characters_until_regex == kept
