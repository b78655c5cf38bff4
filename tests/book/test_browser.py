# SPDX-License-Identifier: AGPL-3.0-or-later
"""The web page in a real Chromium, as people use it: by keyboard alone, enlarged, dark, printed, without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Meta
from pipeline.tools import chromium
from pipeline.writers import html, index
from pipeline.writers.markup import Link, style
from pipeline.writers.resources import Resources
from tests.book import rich

pytestmark = [pytest.mark.browser]
playwright = pytest.importorskip("playwright.sync_api")
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = chromium.find()
    if program is None:
        pytest.skip("Chromium is not there")
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(program), args=list(chromium.flags()))
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with two languages and the pages that lead to them."""
    out = tmp_path_factory.mktemp("site")
    folder = rich.images(tmp_path_factory.mktemp("source"))
    files = []
    for lang, other in (("en", "ar"), ("ar", "en")):
        links = [Link("pdf", "water.pdf", lang, 123_456), Link("html", f"../{other}/water.html", other)]
        page = html.write(rich.article(lang), rich.edition(folder, lang), Resources(folder), links=links,
                          home="../index.html", contact="help@example.org")  # fmt: skip
        (out / "water" / lang).mkdir(parents=True)
        (out / "water" / lang / "water.html").write_bytes(page)
        files.append(Link("html", f"{lang}/water.html", lang, len(page)))
    water = index.Publication("water", Meta("Water for everyone"), tuple(files), contact="help@example.org")
    (out / "water" / "index.html").write_bytes(index.write(water, home="../index.html"))
    (out / "index.html").write_bytes(index.write_site([water]))
    return out


@pytest.fixture
def show(browser: Any, site: Path) -> Iterator[Open]:
    """Opens a page of the site; whatever it asks of a network fails the test."""
    contexts: list[Any] = []
    asked: list[str] = []

    def open_page(name: str = "water/en/water.html", **options: Any) -> Any:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / name).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


FOCUSED = "() => document.activeElement.textContent.trim() || document.activeElement.tagName"
IN_VIEW = """id => { const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight; }"""
WIDER = "() => document.documentElement.scrollWidth - innerWidth"
PAGES = ["water/en/water.html", "water/ar/water.html", "water/index.html", "index.html"]


def arrive(page: Any, identifier: str) -> None:
    page.wait_for_function("id => location.hash === '#' + id", arg=identifier, timeout=5000)


def tab_to(page: Any, text: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == text:
            return
    raise AssertionError(f"{text} is not reached by Tab")


def test_the_first_stop_skips_to_the_text(show: Open) -> None:
    page = show()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to the text"
    box = page.locator(".skip").bounding_box()
    assert box["y"] >= 0
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", PAGES)
def test_everything_is_reached_by_keyboard_and_focus_is_seen(show: Open, name: str) -> None:
    page = show(name)
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    seen = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        number, outline, width = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
            return [[...document.querySelectorAll('*')].indexOf(e), s.outlineStyle, parseFloat(s.outlineWidth)]; }"""
        )
        seen.add(number)
        assert outline == "solid"
        assert width >= 2
    assert len(seen) == wanted
    assert wanted >= 3


def test_the_contents_lead_to_the_sections(show: Open) -> None:
    page = show()
    tab_to(page, "What must be done")
    page.keyboard.press("Enter")
    arrive(page, "h-2")
    assert page.evaluate(IN_VIEW, "h-2")


def test_on_a_narrow_screen_the_text_begins_at_once_and_the_contents_open_on_demand(show: Open) -> None:
    page = show(java_script_enabled=False, viewport={"width": 320, "height": 640})
    item = page.locator(".contents a").first
    assert not item.is_visible()
    assert page.locator("h1").bounding_box()["y"] < 640 / 2
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert item.is_visible()
    page.keyboard.press("Enter")
    assert not item.is_visible()


@pytest.mark.parametrize("name", ["water/en/water.html", "water/ar/water.html"])
def test_on_a_wide_screen_the_contents_stand_open_beside_the_text(show: Open, name: str) -> None:
    """Without a switch that would say of itself that they are closed."""
    page = show(name, java_script_enabled=False)
    items = page.locator(".contents a")
    assert items.count() >= 2
    assert all(item.is_visible() for item in items.all())
    assert not page.locator(".contents summary").is_visible()
    called = page.locator(".contents .part-title")
    assert called.is_visible()
    assert page.get_by_role("navigation", name=called.inner_text()).get_by_role("link").count() == items.count()


def test_footnotes_there_and_back(show: Open) -> None:
    page = show()
    page.locator("#fnref-2").focus()
    page.keyboard.press("Enter")
    arrive(page, "fn-2")
    assert page.evaluate(IN_VIEW, "fn-2")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Back to the text, note 2"
    page.keyboard.press("Enter")
    arrive(page, "fnref-2")
    assert page.evaluate(IN_VIEW, "fnref-2")


@pytest.mark.parametrize("sheet", ["screen.css", "epub.css"])
def test_a_call_behind_a_number_stands_behind_it_in_text_from_right_to_left(browser: Any, sheet: str) -> None:
    page = browser.new_page()
    call = '<a class="note-call" href="#n"><sup>2</sup></a>'
    page.set_content(f"<style>{style(sheet)}</style><p dir=rtl lang=ar>مرسوم <b>14</b>{call} في مارس.</p>")
    left = "name => document.querySelector(name).getBoundingClientRect().left"
    assert page.evaluate(left, "a") < page.evaluate(left, "b")
    page.close()


DRAWING = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9'/></svg>"


@pytest.mark.parametrize("sheet", ["screen.css", "epub.css"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_a_drawing_without_a_ground_is_seen_on_dark_paper(browser: Any, sheet: str, forced: str) -> None:
    """In a figure and in a line of text, in colours that the system forces too: black lines stand on white."""
    context = browser.new_context(color_scheme="dark", forced_colors=forced)
    page = context.new_page()
    night = "html, body { background: #000; color: #eee }" if sheet == "epub.css" else ""
    images = f'<figure><img alt="A" src="{DRAWING}"></figure><p>See <img alt="B" src="{DRAWING}">.</p>'
    page.set_content(f"<style>{style(sheet)}{night}</style>{images}")
    grounds = "() => [...document.images].map(e => getComputedStyle(e).backgroundColor)"
    assert page.evaluate(grounds) == ["rgb(255, 255, 255)"] * 2
    context.close()


def test_links_of_a_book_have_the_colour_of_the_text_that_the_reader_chose(browser: Any) -> None:
    """A reading system may change paper and text only: blue would be left on black (2.2 to 1)."""
    page = browser.new_page()
    body = '<p>See <a href="#x">the law</a><a class="note-call" href="#n"><sup>2</sup></a>.</p>'
    page.set_content(f"<style>{style('epub.css')} body {{ background: #000; color: #eee }}</style>{body}")
    shown = "() => [...document.links].map(e => getComputedStyle(e).color)"
    assert page.evaluate(shown) == ["rgb(238, 238, 238)"] * 2
    lines = "() => ['a', '.note-call sup'].map(e => getComputedStyle(document.querySelector(e)).textDecorationLine)"
    assert page.evaluate(lines) == ["underline"] * 2
    page.close()


@pytest.mark.parametrize("way", ["ltr", "rtl"])
def test_a_note_of_a_book_shows_its_number_before_its_first_line(browser: Any, way: str) -> None:
    """A reader who comes by a page and not by a pop-up has to know which note is which."""
    page = browser.new_page()
    note = '<aside class="note" data-label="12"><p id="n">Counted by hand, and again.</p></aside>'
    page.set_content(f"<style>{style('epub.css')}</style><body dir={way}><section>{note}</section></body>")
    shown = page.locator(".note").evaluate(
        """e => { const s = getComputedStyle(e, '::before'), a = e.getBoundingClientRect(),
        p = e.firstElementChild.getBoundingClientRect();
        return [s.content, s.float, a.top === p.top, Math.max(p.left - a.left, a.right - p.right) >= 24]; }"""
    )
    assert shown == ['"12"', "left" if way == "ltr" else "right", True, True]
    page.close()


def test_the_language_is_switched_there_and_back(show: Open) -> None:
    page = show()
    tab_to(page, "العربية")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/water.html")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("h1").inner_text() == "الماء للجميع"
    tab_to(page, "English")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/water.html")
    assert page.locator("h1").inner_text() == "Water for everyone"


def test_from_all_publications_to_the_text_and_back(show: Open) -> None:
    page = show("index.html")
    page.get_by_role("link", name="Water for everyone", exact=True).click()
    page.get_by_role("link", name="Web page English").click()
    page.wait_for_url("**/en/water.html")
    page.get_by_role("link", name="About this document").click()
    page.get_by_role("link", name="All publications").click()
    assert page.locator("h1").inner_text() == "Publications"


@pytest.mark.parametrize("name", PAGES)
def test_at_400_percent_nothing_runs_off_the_page(show: Open, name: str) -> None:
    """1280 pixels at 400 % are 320 CSS pixels (WCAG 1.4.10)."""
    page = show(name, viewport={"width": 320, "height": 256})
    assert page.evaluate(WIDER) <= 0
    off = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => {
          const box = e.getBoundingClientRect();
          return !e.closest('.table-region, .formula, .visually-hidden, .skip') && box.width > 1 &&
            (box.right > innerWidth + 1 || box.left < -1); }).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert off == []


def test_a_wide_table_scrolls_by_keyboard(show: Open) -> None:
    page = show(viewport={"width": 320, "height": 400})
    page.evaluate("() => { document.querySelector('td').textContent = 'x'.repeat(200); }")
    region = page.locator(".table-region")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert region.evaluate("e => e.scrollLeft") > 0
    assert page.evaluate(WIDER) <= 0


@pytest.mark.parametrize("name", PAGES)
def test_text_may_be_spaced_without_loss(show: Open, name: str) -> None:
    """The spacing of WCAG 1.4.12, at 320 pixels."""
    page = show(name, viewport={"width": 320, "height": 640})
    page.add_style_tag(content="* { line-height: 1.5 !important; letter-spacing: .12em !important; "
                               "word-spacing: .16em !important; } p { margin-bottom: 2em !important; }")  # fmt: skip
    assert page.evaluate(WIDER) <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => {
          const style = getComputedStyle(e);
          return !e.matches('.visually-hidden') && style.overflow === 'hidden' && e.scrollHeight > e.clientHeight + 1;
          }).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert cut == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_24_pixels_or_in_a_line_of_text(show: Open, name: str, width: int) -> None:
    page = show(name, viewport={"width": width, "height": 900})
    small = page.evaluate(
        """() => [...document.querySelectorAll('a[href], summary')].filter(e => {
          const box = e.getBoundingClientRect(), inline = getComputedStyle(e).display === 'inline';
          const alone = e.parentElement.textContent.trim() === e.textContent.trim();
          return e.checkVisibility() && (!inline || alone) && !e.matches('.note-call') &&
            (box.height < 23.9 || box.width < 23.9); })
          .map(e => e.outerHTML.slice(0, 100) + JSON.stringify(e.getBoundingClientRect()))"""
    )
    assert small == []


def test_a_call_of_a_note_is_easy_to_hit(show: Open) -> None:
    page = show()
    page.locator("#fnref-2").scroll_into_view_if_needed()
    box = page.locator("#fnref-2").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2 + 10, box["y"] + box["height"] / 2)
    arrive(page, "fn-2")


def test_dark_and_high_contrast_change_the_paper(show: Open) -> None:
    def paper(**options: Any) -> str:
        return str(show(**options).evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))

    light, dark = paper(), paper(color_scheme="dark")
    high = paper(contrast="more")
    assert len({light, dark, high}) == 3
    assert high == "rgb(255, 255, 255)"


def test_forced_colours_keep_focus_and_the_current_language(show: Open) -> None:
    page = show(forced_colors="active")
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    page.keyboard.press("Tab")
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    current = page.locator("[aria-current]")
    assert current.evaluate("e => parseFloat(getComputedStyle(e).borderBottomWidth)") > 1


def test_in_print_only_the_document_is_left(show: Open) -> None:
    page = show(color_scheme="dark")
    page.emulate_media(media="print")
    hidden = [".skip", ".page-header", ".contents"]
    assert not any(page.locator(part).is_visible() for part in hidden)
    assert page.locator("h1").is_visible()
    colours = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_labels_of_lists_are_shown_as_written(show: Open) -> None:
    page = show()
    marker = page.evaluate("() => getComputedStyle(document.querySelector('#i-1'), '::marker').content")
    assert "lower-alpha" in marker
    assert marker.startswith('"("')


def test_without_script_all_of_the_text_is_there(show: Open) -> None:
    with_script = show().locator("main").inner_text()
    without = show(java_script_enabled=False).locator("main").inner_text()
    assert with_script == without
    assert len(without) > 1000


def test_the_reading_order_is_the_order_of_the_tree(show: Open) -> None:
    """Nothing in the text is moved by style: what comes later stands lower."""
    page = show(viewport={"width": 320, "height": 640})
    tops = page.evaluate(
        "() => [...document.querySelectorAll('main h1, main h2, main h3, main p, main table, main figure')]"
        ".map(e => e.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
