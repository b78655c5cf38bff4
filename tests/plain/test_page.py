# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language, and the page with reading aids: what every reader of them must get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as parser

from pipeline import labels
from pipeline.checks.rules import plain_page
from pipeline.checks.subject import Subject
from pipeline.document import text_of
from pipeline.model import Document, Edition, Format
from pipeline.plain.authored.edition import plain_edition
from pipeline.plain.check import check
from pipeline.settings import Settings
from pipeline.writers import plain_html
from pipeline.writers.resources import Resources
from tests.make import document
from tests.plain.samples import TEXTS, lake, plain_markdown, read_text

AUTHORITATIVE = "../en/lake.html"


def page(text: str = "", original: Document | None = None, **settings: str) -> bytes:
    original = original or lake()
    plain = read_text(text or plain_markdown(original), original)
    made = check(original, plain, Settings.model_validate({"lang": "en", **settings}))
    first = Edition(original, "en", "ltr", original_lang="en")
    edition = plain_edition(original, plain)
    return plain_html.write(edition, first, plain, made, Resources(Path()), authoritative=AUTHORITATIVE)


def tree(data: bytes) -> parser.HtmlElement:
    return parser.document_fromstring(data.decode())


def flat(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_plain_text_is_the_main_text_with_the_original_of_each_part_beside_it() -> None:
    pairs = tree(page()).xpath("//main//div[@class='pair']")
    assert [flat(pair.find(".//div[@class='plain-text']")) for pair in pairs] == list(TEXTS.values())
    originals = " ".join(
        flat(pair.xpath("./details[@class='original']/div[@class='original-text']")[0]) for pair in pairs
    )
    for block in lake().blocks:
        assert all(part in originals for part in text_of(block).split(". ")[:1])


def test_summary_notices_reading_time_and_the_way_to_the_text_that_prevails() -> None:
    root = tree(page())
    box = flat(root.xpath("//div[@class='first']")[0])
    assert "The lake has rules." in box and "Reading time: about 1 min." in box and "Reading level" in box
    assert "the original text prevails" in box and "no person has compared" in box
    assert root.xpath("//div[@class='first']//a/@href") == [AUTHORITATIVE]
    reviewed = plain_markdown(lake()).replace("{who: , when: }", "{who: A. Person, when: 2024-05-01}")
    assert "Compared with the original text by A. Person on May 1, 2024." in flat(tree(page(reviewed)))


def test_the_glossary_is_reached_and_left_by_links() -> None:
    root = tree(page())
    (use,) = root.xpath("//a[@class='term']")
    assert use.text == "nests"
    (term,) = root.xpath(f"//dt[@id='{use.get('href')[1:]}']")
    assert flat(term) == "nest"
    back = root.xpath(f"//dd[@class='uses']/a[@href='#{use.get('id')}']")
    assert (
        len(back) == 1
        and "The home that a bird builds." in flat(root)
        and "In the original text: “nesting”" in flat(root)
    )


def test_parts_in_another_language_say_so_in_each_of_their_places_and_formulas_are_shown() -> None:
    original = lake(
        "# The lake\n\nThe fee is:\n\n$$ a = b \\cdot c $$\n\n::: {lang=fr}\n\n"
        "Les prix sont valables dès le premier janvier, et la réduction se demande par écrit.\n\n:::\n"
    )
    texts = {
        "The fee is": "You pay:",
        "a = b": "$$ a = b \\cdot c $$",
        "Les prix": "[Les prix changent le premier janvier. Demandez la réduction par écrit.]{lang=fr}",
    }
    text = plain_markdown(original, texts)
    made = page(text, original)
    french = tree(made).xpath("//p[contains(., 'janvier')]")
    assert len(french) == 4
    assert all(one.xpath("ancestor-or-self::*[@lang][1]/@lang | ./span/@lang")[-1] == "fr" for one in french)
    edition = plain_edition(original, read_text(text, original))
    assert list(plain_page.look(Subject(Format.HTML, "lake.plain.html", made, None, edition))) == []


def test_what_differs_is_shown_on_request() -> None:
    first = tree(page()).xpath("//details[@class='differences']")[0]
    assert first.get("open") is None
    original, plain = first.xpath("./p[@class='marked']")
    assert [flat(mark) for mark in original.xpath(".//mark")] == ["enter"]
    assert "visitors" not in [flat(mark).lower() for mark in plain.xpath(".//mark")]


def test_answered_findings_stand_with_their_reasons() -> None:
    original = lake()
    text = plain_markdown(original).replace("at least 30 boats", "at most 30 boats")
    block = next(
        one.block
        for one in check(original, read_text(text, original), Settings(lang="en")).findings
        if "meaning" in one.rule
    )
    signed = text.replace(
        "reviewed:", f"sign-offs:\n  - {{block: {block}, finding: quantities, reason: It is a limit now.}}\nreviewed:"
    )
    assert "“at least 30” → “at most 30”: It is a limit now." in flat(tree(page(signed)))


def test_there_is_no_script_nothing_is_fetched_and_no_id_stands_twice() -> None:
    data = page().decode()
    root = tree(page())
    assert re.findall(r"<script(?! type=\"application/ld\+json\")|\son\w+=|javascript:", data) == []
    assert root.xpath("//link[@rel='stylesheet'] | //img[starts-with(@src,'http')] | //iframe") == []
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(target[1:] in ids for target in root.xpath("//a/@href") if target.startswith("#"))
    assert page() == page()


def test_a_grade_that_is_rounded_to_nothing_is_no_negative_one() -> None:
    assert [labels.number(value, "en") for value in (-0.04, 0.0, -0.06, 7.25)] == ["0", "0", "-0.1", "7.2"]


def test_nothing_claims_to_be_easy_to_read() -> None:
    assert re.search(r"easy[- ]to[- ]read|leichte sprache|facile à lire", page().decode(), re.IGNORECASE) is None


def aids(text: str = "# Rules\n\n## Boats\n\nThe WHO has rules for nests.\n") -> bytes:
    made = document(
        text,
        lang="en",
        abbreviations={"WHO": "World Health Organization"},
        terms=({"term": "nest", "definition": "A bird's home."},),
    )
    return plain_html.write_aids(Edition(made, "en", "ltr", original_lang="en"), Resources(Path()))


def test_without_a_plain_text_the_page_is_the_original_with_aids_and_never_called_plain() -> None:
    root = tree(aids())
    text = flat(root.body)
    assert "Original text with reading aids" in text and "Reading time" in text and "Reading level" in text
    assert "A bird's home." in text and "World Health Organization" in text
    assert root.xpath("//nav[@class='contents']//a/@href")[:1] == ["#boats"]
    visible = re.sub(r"<style>.*?</style>", "", aids().decode(), flags=re.DOTALL)
    assert "plain" not in re.sub(r'class="plain-page"', "", visible).lower()


@pytest.mark.parametrize("lang", ["fr", "de", "ar", "ja"])
def test_other_languages_have_their_own_words_or_marked_ones(lang: str) -> None:
    made = document("Texte.\n", lang=lang)
    data = plain_html.write_aids(Edition(made, lang, made.meta.dir, original_lang=lang), Resources(Path()))
    kind = tree(data).xpath("//p[@class='kind']")[0]
    assert (kind.get("lang") == "en") == (lang == "ja")
    assert (flat(kind) == "Original text with reading aids") == (lang == "ja")


# --- in a browser ---


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    import shutil

    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("there is no Chromium here")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=chromium, args=[*flags, "--disable-component-update", "--disable-sync"]
        )
        yield started
        started.close()


@pytest.mark.browser
@pytest.mark.slow
def test_side_by_side_when_wide_and_opened_by_keyboard_when_narrow(browser: object, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(page())
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    view = context.new_page()
    view.goto(file.as_uri())
    body, text = view.locator(".original-text").first, view.locator(".plain-text").first
    view.set_viewport_size({"width": 1400, "height": 900})
    beside, main = body.bounding_box(), text.bounding_box()
    assert beside and main and beside["x"] >= main["x"] + main["width"] and abs(beside["y"] - main["y"]) < 60
    view.set_viewport_size({"width": 320, "height": 700})
    assert not body.is_visible()
    for _ in range(60):
        view.keyboard.press("Tab")
        if view.locator(".original > summary:focus").count():
            break
    assert view.locator(".original > summary:focus").count()
    view.keyboard.press("Enter")
    assert body.is_visible()
    context.close()


@pytest.mark.browser
@pytest.mark.slow
def test_axe_finds_nothing(tmp_path: Path) -> None:
    from pipeline.model import Outcome
    from pipeline.tools import axe
    from pipeline.tools.base import Status

    if not axe.probe().present:
        pytest.skip("axe-core is not here")
    plain, other = tmp_path / "plain.html", tmp_path / "aids.html"
    plain.write_bytes(page().replace(b'<details class="', b'<details open class="'))
    other.write_bytes(aids())
    for report in axe.run([plain, other]):
        assert report.status is Status.OK, report.note
        assert [item for item in report.items if item.outcome is not Outcome.PASS] == []


def test_the_report_of_a_language_that_no_formula_knows_is_made() -> None:
    from pipeline.plain.report import report_data
    from pipeline.report import write
    from tests.report.samples import report

    original = lake()
    checked = check(original, read_text(plain_markdown(original), original), Settings.model_validate({"lang": "en"}))
    data = report_data(replace(checked, measures=replace(checked.measures, scores=()),
                               original=replace(checked.original, scores=())))  # fmt: skip
    assert "not measured" in write("html", report(plain=data)).decode()
