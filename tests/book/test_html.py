# SPDX-License-Identifier: AGPL-3.0-or-later
"""The web page and the index pages: whole, self-contained, safe, the same bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import tinyhtml5
from lxml import etree

from pipeline import semantic
from pipeline.checks.rule import Subject
from pipeline.checks.rules import math_read
from pipeline.model import Format, Meta, Register, Role
from pipeline.outline import html as html_reader
from pipeline.outline.expected import expected
from pipeline.settings import Review
from pipeline.writers import html, index
from pipeline.writers.markup import Link, contents
from pipeline.writers.resources import Resources
from tests.book import rich
from tests.make import edition

X = "{http://www.w3.org/1999/xhtml}"
LINKS = (
    Link("pdf", "water.pdf", "en", 123_456),
    Link("epub", "water.epub", "en", 260_000),
    Link("html", "water.html", "en", current=True),
    Link("html", "water.plain.html", "en", 20_000, "plain"),
    Link("html", "../ar/water.html", "ar", 30_000),
)


def written(tmp_path: Path, lang: str = "en", **options: object) -> str:
    folder = rich.images(tmp_path)
    options.setdefault("links", LINKS)
    edition = rich.edition(folder, lang)
    return html.write(rich.article(lang), edition, Resources(folder), **options).decode()  # type: ignore[arg-type]


def parsed(text: str) -> etree._Element:
    made = tinyhtml5.parse(text)
    from xml.etree import ElementTree

    return etree.fromstring(ElementTree.tostring(made))


def test_nothing_is_fetched_and_nothing_runs(tmp_path: Path) -> None:
    page = parsed(written(tmp_path))
    for element in page.iter():
        name = str(element.tag).rpartition("}")[2]
        assert name not in ("iframe", "object", "embed", "base", "form")
        if name == "script":
            assert element.get("type") == "application/ld+json"
        if name == "link":
            assert element.get("rel") == "alternate"
        if name == "img":
            assert (element.get("src") or "").startswith("data:image/")
        assert not any(str(key).startswith("on") for key in element.attrib)
    style = page.findtext(f".//{X}style") or ""
    assert "@import" not in style
    assert all(url.startswith("data:font/woff2") for url in re.findall(r"url\(([^)]*)\)", style))


def test_landmarks_and_the_order_of_the_page(tmp_path: Path) -> None:
    body = parsed(written(tmp_path, home="../index.html")).find(f"{X}body")
    assert body is not None
    first = body[0]
    assert (first.get("class"), first.get("href")) == ("skip", "#main")
    assert [str(part.tag).rpartition("}")[2] for part in body] == ["a", "header", "div", "footer"]
    assert len(list(body.iter(f"{X}main"))) == 1


def test_headings_are_those_of_the_document(tmp_path: Path) -> None:
    page = parsed(written(tmp_path))
    found = [
        (str(part.tag)[-2:], "".join(map(str, part.itertext()))) for part in page.iter()
        if re.fullmatch(r"h[1-6]", str(part.tag).rpartition("}")[2])
    ]  # fmt: skip
    assert found == [
        ("h1", "Water for everyone"), ("h2", "What we found"), ("h3", "Numbers"), ("h2", "What must be done"),
        ("h3", "A deeper level"), ("h2", "Notes"),
    ]  # fmt: skip


def test_the_contents_follow_levels_and_languages_through_parts() -> None:
    made = edition("# T\n\n## One\n\nText.\n\n::: {lang=ar}\n## عنوان\n\nنص.\n\n### [Deeper]{lang=en}\n:::\n\n## Two\n")
    first, second, third = contents(semantic.build(made))
    assert [entry.text for entry in (first, second, third)] == ["One", "عنوان", "Two"]
    assert (second.lang, second.dir) == ("ar", "rtl") and (third.lang, third.dir) == ("", "")
    assert [entry.text for entry in second.children] == ["Deeper"] and not first.children


def test_contents_that_are_taller_than_a_screen_are_no_scrolling_region_of_their_own() -> None:
    for many, kind in ((6, "contents"), (40, "contents tall")):
        made = edition("# T\n\n" + "".join(f"## What the town says of boat {n}\n\nText.\n\n" for n in range(many)))
        page = parsed(html.write(semantic.build(made), made, Resources(Path())).decode())
        (found,) = (nav for nav in page.iter(f"{X}nav") if "contents" in (nav.get("class") or ""))
        assert found.get("class") == kind


def test_a_heading_in_a_quotation_is_in_the_contents() -> None:
    made = edition("# T\n\n## One\n\n> ## Quoted\n>\n> Words.\n\n## Two\n")
    assert [entry.text for entry in contents(semantic.build(made))] == ["One", "Quoted", "Two"]


def test_a_formula_that_cannot_be_read_is_one_all_the_same() -> None:
    made = edition("# T\n\nWe write $x \\notequiv y$ and $a = b$.\n")
    page = html.write(semantic.build(made), made, Resources(Path()))
    formulas = [node for node in html_reader.read(page).root.walk() if node.role is Role.FORMULA]
    assert [node.attrs["tex"] for node in formulas] == ["x \\notequiv y", "a = b"]
    assert formulas[0].attrs["alttext"] == "x \\notequiv y"
    subject = Subject(Format.HTML, "a.html", page, expected=expected(made, Format.HTML), edition=made)
    (found,) = math_read.RULE.looks[Format.HTML](subject)
    assert "notequiv" in found.message


def test_every_link_into_the_page_has_its_target(tmp_path: Path) -> None:
    page = parsed(written(tmp_path))
    ids = [part.get("id") for part in page.iter() if part.get("id")]
    assert len(ids) == len(set(ids))
    inner = [href[1:] for part in page.iter(f"{X}a") if (href := part.get("href") or "").startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= set(ids)


def test_tables_scroll_in_a_named_region(tmp_path: Path) -> None:
    page = parsed(written(tmp_path))
    table = next(page.iter(f"{X}table"))
    frame = table.getparent()
    assert frame is not None
    assert (frame.get("role"), frame.get("tabindex"), frame.get("aria-labelledby")) == ("region", "0", "t-1-c")


def test_two_tables_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    tree = rich.article()
    table = next(tree.iter(f"{X}table"))
    second = etree.fromstring(etree.tostring(table).replace(b'id="t-1', b'id="t-2'))
    table.addnext(second)
    page = parsed(html.write(tree, rich.edition(folder), Resources(folder)).decode())
    names = [frame.get("aria-labelledby") or frame.get("aria-label") for frame in page.iter(f"{X}div")
             if frame.get("role") == "region"]  # fmt: skip
    assert names == ["t-1-c", "Table 2: Wells by district"]


def test_other_formats_and_languages(tmp_path: Path) -> None:
    text = written(tmp_path)
    page = parsed(text)
    alternates = {(link.get("hreflang"), link.get("href"), link.get("type")) for link in page.iter(f"{X}link")}
    assert ("ar", "../ar/water.html", "text/html") in alternates
    assert ("en", "water.pdf", "application/pdf") in alternates
    switch = next(part for part in page.iter(f"{X}nav") if part.get("class") == "languages")
    shown = [("".join(map(str, link.itertext())), link.get("aria-current")) for link in switch.iter(f"{X}a")]
    assert shown == [("English", "page"), ("English – Plain language", None), ("العربية", None)]
    assert "123" in text
    assert "260" in text


def test_linked_data_are_true_and_cannot_break_out(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    edition = rich.edition(folder, title="A </script><script>alert(1)</script> & <b>")
    text = html.write(rich.article(), edition, Resources(folder)).decode()
    assert "<script>" not in text
    page = parsed(text)
    data = json.loads(next(page.iter(f"{X}script")).text or "")
    assert data["name"] == "A </script><script>alert(1)</script> & <b>"
    assert data["inLanguage"] == "en"
    assert "MathML" in data["accessibilityFeature"]
    assert "pageNavigation" not in data["accessibilityFeature"]
    assert data["accessibilityHazard"] == ["none"]
    assert page.findtext(f"{X}head/{X}title") == data["name"]


@pytest.mark.parametrize(("text", "claimed"), [("Some words.", False), ("## Gates\n\nSome words.", True)])
def test_contents_are_claimed_where_there_are_some(text: str, claimed: bool) -> None:
    made = edition(f"---\ntitle: Locks\nlang: en\n---\n\n{text}\n")
    page = html.write(semantic.build(made), made, Resources(Path()), links=LINKS).decode()
    assert ("tableOfContents" in page) is claimed


def test_a_recorded_check_is_told_and_never_made_up(tmp_path: Path) -> None:
    review = Review(who="A. Tester", when="2024-04-01", what="all of it")
    assert "A. Tester" not in written(tmp_path)
    assert "Checked by A. Tester on April 1, 2024: all of it." in written(tmp_path, reviews=(review,))


@pytest.mark.parametrize(
    ("contact", "href"),
    [("help@example.org", "mailto:help@example.org"), ("https://example.org/help", "https://example.org/help"),
     ("javascript:alert(1)", ""), ("a b@c", ""), ("", "")],
)  # fmt: skip
def test_where_to_report_a_barrier(contact: str, href: str) -> None:
    assert html.contact_address(contact) == href


def test_labels_are_in_the_language_of_the_page(tmp_path: Path) -> None:
    text = written(tmp_path, "ar", contact="help@example.org")
    page = parsed(text)
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert "الانتقال إلى النص" in text
    assert "Skip to" not in text


def test_the_bytes_are_the_same(tmp_path: Path) -> None:
    assert written(tmp_path / "a") == written(tmp_path / "b")


def test_the_style_knows_every_mode() -> None:
    from pipeline.writers.markup import style

    css = style("screen.css")
    for mode in ("prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active", "print",
                 "prefers-reduced-motion", ":focus-visible"):  # fmt: skip
        assert mode in css


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    digits = colour * 2 if len(colour) == 3 else colour
    if len(colour) == 3:
        digits = "".join(letter * 2 for letter in colour)
    red, green, blue = (_channel(int(digits[start : start + 2], 16)) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_colour_has_a_contrast_of_seven() -> None:
    """WCAG 1.4.6, in each of the four colour schemes, on paper, on raised and on marked ground."""
    from pipeline.writers.markup import style

    blocks = re.findall(r":root \{(.*?)\}", style("screen.css"), re.S)[:4]
    schemes: list[dict[str, str]] = []
    for block in blocks:
        found = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{3,6})", block))
        schemes.append((schemes[0] if schemes else {}) | found)
    assert len(schemes) == 4
    for scheme in schemes:
        for ground in ("paper", "raised"):
            for ink in ("ink", "soft", "link", "visited"):
                lighter, darker = sorted((_luminance(scheme[ground]), _luminance(scheme[ink])), reverse=True)
                assert (lighter + 0.05) / (darker + 0.05) >= 7, (ground, ink, scheme)


# --- index pages ---

META = Meta("Water for everyone", publisher="Water office", date="2024-03-02", version="1.2", rights="CC BY 4.0")
FILES = (
    Link("pdf", "en/water.pdf", "en", 123_456), Link("html", "en/water.html", "en", 54_000),
    Link("html", "en/water.plain.html", "en", 20_000, "plain"), Link("html", "ar/water.html", "ar", 30_000),
)  # fmt: skip
WATER = index.Publication(
    "water", META, FILES, {("ar", "original"): "الماء للجميع"}, (("2024-05-06", "61 metres, not 16."),),
    (("brf", "liblouis is not installed."),), "help@example.org", "accessibility.html", "report.html",
)  # fmt: skip


def test_the_page_of_a_publication_names_everything() -> None:
    text = index.write(WATER, home="../index.html").decode()
    for said in ("Water for everyone", "English – <span", "العربية", "الماء للجميع", "en/water.pdf", "123 kB", "1.2",
                 "61 metres, not 16.", "May 6, 2024", "accessibility.html", "mailto:help@example.org",
                 "liblouis is not installed.", "../index.html"):  # fmt: skip
        assert said in text
    assert text.index("en/water.html") < text.index("en/water.plain.html") < text.index("ar/water.html")


def test_what_is_in_a_title_is_text() -> None:
    nasty = index.Publication("x", Meta("<script>alert(1)</script>"), FILES[:1])
    assert "<script>" not in index.write(nasty).decode()
    assert "<script>" not in index.write_site([nasty]).decode()


def test_all_publications_are_listed_the_latest_first() -> None:
    page = Link("html", "fr/roads.html", "fr")
    older = index.Publication("roads", Meta("Les routes", "fr", date="2020-01-01"), (page,))
    text = index.write_site([older, WATER], contact="help@example.org").decode()
    assert text.index("water/index.html") < text.index("roads/index.html")
    assert 'lang="fr"' in text
    assert text == index.write_site([WATER, older], contact="help@example.org").decode()


def test_no_publication_at_all() -> None:
    assert "Nothing has been published yet." in index.write_site([]).decode()


def test_the_register_of_a_page_is_said(tmp_path: Path) -> None:
    folder = rich.images(tmp_path)
    plain = rich.edition(folder, register=Register.PLAIN)
    text = html.write(rich.article(), plain, Resources(folder)).decode()
    assert "<dd>Plain language</dd>" in text


def test_only_formulas_that_stand_alone_are_numbered_for_their_names() -> None:
    long = "a + b + c + d + e + f + g + h + k + l + m + n + p + q"
    made = edition(f"Here $a$, $b$ and $c$.\n\n$${long}$$\n\nThere $d$.\n\n$${long} + r$$\n", lang="en")
    page = html.write(semantic.build(made), made, Resources(Path()), links=()).decode()
    assert re.findall(r'aria-label="Formula (\d+)"', page) == ["1", "2"]


def test_a_date_is_written_as_in_the_region_of_the_text() -> None:
    made = edition("Words.\n", lang="en-GB", date="2026-03-01")
    page = html.write(semantic.build(made), made, Resources(Path())).decode()
    assert page.count("1 March 2026") >= 2
    assert "March 1" not in page
