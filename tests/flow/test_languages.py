# SPDX-License-Identifier: AGPL-3.0-or-later
"""A part in another language: its notes, its formulas and what we say in it, the same in every format."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.checks.parity.own_labels import mislabelled
from pipeline.checks.rules import parity_language
from pipeline.checks.subject import Subject
from pipeline.cli import run_command
from pipeline.document import walk, walk_inlines
from pipeline.labels import labels
from pipeline.model import Format, Node, Outline, Role
from pipeline.outline.expected import expected
from pipeline.outline.html import read as read_html
from pipeline.semantic import build
from pipeline.writers import html
from pipeline.writers.epub import tree_entries
from pipeline.writers.resources import Resources
from tests.make import document
from tests.pdf.made import edition, outline

TEXT = """\
Here is a note[^in] and a sum, $a^2$.

::: {lang=fr}
Voici une note[^dedans], une autre[^in] et une somme, $x^2$.

- [x] une tâche

[^dedans]: Le texte de la note.
:::

::: {lang=pl}
Oto przypis[^tu] i jeszcze jeden[^dedans].

- [ ] zadanie

[^tu]: Krótki przypis.
:::

[^in]: The text of the note.
"""


@cache
def read(format: Format, lang: str = "en") -> Outline:
    if format is Format.PDF:
        return outline(TEXT, lang=lang)
    made = edition(TEXT, lang=lang)
    page = html.write(build(made), made, Resources(Path()), links=())
    return read_html(page)


@pytest.mark.parametrize(("lang", "said"), [("sv", ("en", "ltr")), ("he", ("en", "ltr")), ("fr-CA", ("fr-CA", "ltr"))])
def test_the_heading_of_the_notes_is_in_the_language_of_its_word(lang: str, said: tuple[str, str]) -> None:
    made = edition("Text[^a].\n\n[^a]: Note.\n", lang=lang)
    wanted = [node for node in expected(made, Format.HTML).root.walk() if node.attrs.get("kind") == "label"]
    assert [(node.lang, node.dir) for node in wanted] == [said]
    given = read_html(html.write(build(made), made, Resources(Path()), links=()))
    found = [node for node in nodes(given, Role.HEADING) if node.text == wanted[0].text]
    assert [(node.lang, node.dir) for node in found] == [said]


def nodes(made: Outline, role: Role) -> list[Node]:
    return [node for node in made.root.walk() if node.role is role]


def languages(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """The language and direction that each note says of itself."""
    notes: dict[str, tuple[str, str]] = {}
    for block in walk(document(text, lang=lang).blocks):
        notes |= {p.note.label: (p.note.lang, p.note.dir) for p in walk_inlines(block.inlines) if p.note is not None}
    return [notes[label] for label in sorted(notes)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A[^a].\n\n::: {lang=fr}\nB.\n\n[^a]: Note.\n:::\n", ("fr", "")),
        ("::: {lang=fr}\nB[^a].\n:::\n\n[^a]: Note.\n", ("", "")),
        ("::: {lang=fr}\n> ::: {lang=ar}\n> B[^a].\n>\n> [^a]: Note.\n> :::\n\nC.\n:::\n", ("ar", "rtl")),
        ("::: {lang=fr}\n::: {lang=ar}\nB.\n:::\n\nC[^a].\n\n[^a]: Note.\n:::\n", ("fr", "")),
        ("A[^a].\n\n::: {dir=rtl}\nB.\n\n[^a]: Note.\n:::\n", ("", "rtl")),
        ("::: {lang=en}\nA[^a].\n\n[^a]: Note.\n:::\n", ("", "")),
    ],
)
def test_a_note_is_in_the_language_of_the_place_where_it_is_written(text: str, wanted: tuple[str, str]) -> None:
    assert languages(text) == [wanted]


def test_a_note_of_the_document_says_no_direction_in_a_document_from_right_to_left() -> None:
    assert languages("نص[^a].\n\n[^a]: حاشية.\n", "ar") == [("", "")]
    assert languages("نص[^a].\n\n::: {lang=en}\nB.\n\n[^a]: Note.\n:::\n", "ar") == [("en", "ltr")]


@pytest.mark.parametrize("format", [Format.PDF, Format.HTML])
def test_every_format_gives_a_note_the_same_language(format: Format) -> None:
    given = {node.attrs["label"]: (node.lang, node.dir) for node in nodes(read(format), Role.NOTE)}
    assert given == {"1": ("en", "ltr"), "2": ("fr", "ltr"), "3": ("pl", "ltr")}
    wanted = expected(edition(TEXT, lang="en"), format)
    assert given == {node.attrs["label"]: (node.lang, node.dir) for node in nodes(wanted, Role.NOTE)}


@pytest.mark.parametrize("format", [Format.PDF, Format.HTML])
@pytest.mark.parametrize(("lang", "polish"), [("en", "en"), ("de", "de"), ("sv", "en")])
def test_what_we_say_is_in_the_language_of_the_part_and_marked_where_it_is_not(
    format: Format, lang: str, polish: str
) -> None:
    made = read(format, lang)
    states = [(node.attrs["state"], node.attrs.get("state_lang", node.lang))
              for node in nodes(made, Role.ITEM) if "state" in node.attrs]  # fmt: skip
    assert states == [(labels("fr")("done"), "fr"), (labels(polish)("not_done"), polish)]
    back = {node.lang for node in nodes(made, Role.LINK) if node.attrs.get("kind") == "back"}
    assert back == {labels(lang).lang, "fr", polish}
    assert not list(mislabelled(made.root))


@pytest.mark.parametrize("format", [Format.PDF, Format.HTML])
def test_a_formula_is_told_in_the_language_of_the_part(format: Format) -> None:
    told = [node.attrs.get("alttext") or node.attrs.get("alt") for node in nodes(read(format), Role.FORMULA)]
    assert told == ["a squared", "x au carré"]


def test_a_frame_whose_label_is_in_another_language_says_so() -> None:
    made = edition("::: {lang=pl}\n| A | B |\n|---|---|\n| 1 | 2 |\n:::\n", lang="fr")
    page = html.write(build(made), made, Resources(Path()), links=()).decode()
    label = labels("fr")("table_unnamed", number="1")
    assert f'lang="fr" dir="ltr" aria-label="{label}"' in page
    assert {node.lang for node in nodes(read_html(page.encode()), Role.TABLE)} == {"pl"}


@pytest.mark.parametrize(
    ("text", "lang", "ways"),
    [
        ("نص عربي.\n\nA line of ours.\n", "ar", ["rtl", "ltr"]),
        ("این نوشته است.\n\nA line of ours.\n", "fa", ["rtl", "ltr"]),
        ("A line.\n\nهذا نص عربي.\n", "en", ["ltr", "rtl"]),
        ("نص عربي.\n\nWHO قالت إن الماء نظيف.\n", "ar", ["rtl", "rtl"]),  # the first letter alone would turn it
        ("نص عربي.\n\nانظر The Great Weir at Brook End, 5 W. 137.\n", "ar", ["rtl", "rtl"]),  # it cites a long name
        ("A line.\n\nSee النص العربي الطويل في الكتاب.\n", "en", ["ltr", "ltr"]),
        ("نص عربي.\n\nPDF\n", "ar", ["rtl", "rtl"]),
        ("نص عربي.\n\n`a = b c` 12 — 34.\n", "ar", ["rtl", "rtl"]),
        ("نص عربي.\n\n[A line of ours]{lang=en}.\n", "ar", ["rtl", "rtl"]),
        ("A line.\n\n::: {dir=rtl}\nAnother line of ours.\n:::\n", "en", ["ltr", "rtl"]),
        ("نص عربي.\n\n::: {lang=en}\nA line.\n\nهذا نص عربي.\n:::\n", "ar", ["rtl", "ltr", "rtl"]),
    ],
)
def test_words_run_their_own_way_where_nothing_is_marked(text: str, lang: str, ways: list[str]) -> None:
    made = edition(text, lang=lang)
    page = read_html(html.write(build(made), made, Resources(Path()), links=()))
    wanted = nodes(expected(made, Format.PDF), Role.PARAGRAPH)
    assert [node.dir for node in wanted] == ways
    texts = [node.text for node in wanted]
    for given in (outline(text, lang=lang), page):
        assert [node.dir for node in nodes(given, Role.PARAGRAPH) if node.text in texts] == ways


def test_the_contents_of_a_book_run_as_the_title_runs() -> None:
    made = edition("---\nlang: ar\ntitle: Our view of the water\n---\n\nنص عربي.\n\n## Our other words\n\nنص.\n")
    assert [(entry.text, entry.dir) for entry in tree_entries(build(made))] == [
        ("Our view of the water", "ltr"), ("Our other words", "ltr")
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["fa", "ja", "en-GB"])
def test_the_heading_above_the_notes_is_in_the_language_of_its_words(lang: str) -> None:
    made = edition("متن[^1].\n\n[^1]: یادداشت.\n", lang=lang)
    page = read_html(html.write(build(made), made, Resources(Path()), links=()))
    own = (lang, "ltr") if lang == "en-GB" else ("en", "ltr")
    for outlined in (page, expected(made, Format.HTML)):
        (heading,) = [node for node in nodes(outlined, Role.HEADING) if node.text == labels(lang)("notes")]
        assert (heading.lang, heading.dir) == own
    subject = Subject(Format.HTML, "test.html", b"-", expected(made, Format.HTML), made, page)
    assert list(parity_language.look(subject)) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "# 港の報告\n\nこの文書は港の安全について説明します。\n"),
        ("he", "# דוח הנמל\n\nהמסמך הזה מסביר את הבטיחות.\n"),
    ],
)
def test_a_short_text_in_a_language_that_we_have_no_words_of_is_published_without_a_finding(
    lang: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "source.md").write_text(text, "utf-8")
    version = text.split("\n", maxsplit=1)[0].removeprefix("# ")
    settings = f'lang: {lang}\nversion: "{version}"\nformats: [html, epub, plain]\n'
    (tmp_path / "document.yaml").write_text(settings, "utf-8")
    arguments = ["publish", str(tmp_path), "--out", str(tmp_path / "out"), "--validators", "none"]
    assert run_command(arguments) == 0
    assert " error:" not in (said := capsys.readouterr().out) and " warning:" not in said
