# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading Markdown: kinds, labels, languages, islands, and where everything stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import text_of, walk, walk_inlines
from pipeline.document.even import Draft, even
from pipeline.document.grid import headers_of, slots
from pipeline.document.language import guess
from pipeline.errors import InputError
from pipeline.model import Block, BlockKind, CellSpan, Document, InlineKind, Severity
from tests.make import document


def kinds(made: Document) -> list[str]:
    return [block.kind.value for block in walk(made.blocks)]


def only(made: Document, kind: BlockKind) -> Block:
    (found,) = (block for block in walk(made.blocks) if block.kind is kind)
    return found


def test_the_only_h1_is_the_title_and_is_not_printed_twice() -> None:
    made = document("# Bees *dance*\n\nText.\n")
    assert made.meta.title == "Bees dance"
    assert kinds(made) == ["paragraph"]
    assert made.title.pos is not None


def test_metadata_title_that_says_the_same_replaces_the_h1() -> None:
    made = document("---\ntitle: Bees dance\n---\n\n# Bees, dance!\n\nText.\n")
    assert text_of(made.title) == "Bees, dance!"
    assert kinds(made) == ["paragraph"]


@pytest.mark.parametrize("mark", ["#", "##"])
def test_a_first_heading_that_says_the_title_is_not_printed_again_though_others_are_on_its_level(mark: str) -> None:
    made = document(f"---\ntitle: The Bees\n---\n\n{mark} The bees\n\nLead.\n\n{mark} Hives\n\nText.\n", lang="en")
    assert text_of(made.title) == "The bees" and made.title.level == 1
    assert [text_of(block) for block in made.blocks] == ["Lead.", "Hives", "Text."]
    assert not made.notices and not made.meta.guessed


@pytest.mark.parametrize("text", ["Lead.\n\n# The bees\n\n# Hives\n", "## The bees\n\n# Hives\n\n# Wax\n"])
def test_a_heading_that_says_the_title_further_below_or_under_another_stays(text: str) -> None:
    made = document(text, title="The bees", lang="en")
    assert "The bees" in [text_of(block) for block in made.blocks]


def test_another_metadata_title_leaves_the_headings_alone() -> None:
    made = document("# One\n\nText.\n\n# Two\n", title="Both")
    assert made.meta.title == "Both"
    assert kinds(made) == ["heading", "paragraph", "heading"]


@pytest.mark.parametrize(
    ("text", "labels", "style"),
    [
        ("3. a\n4. b\n", ["3.", "4."], "decimal"),
        ("(a) a\n(b) b\n", ["(a)", "(b)"], "lower-alpha"),
        ("iv) a\nv) b\n", ["iv)", "v)"], "lower-roman"),
        ("A.  a\nB.  b\n", ["A.", "B."], "upper-alpha"),
        ("- a\n- b\n", ["", ""], "disc"),
    ],
)
def test_list_labels(text: str, labels: list[str], style: str) -> None:
    made = only(document(f"Lead.\n\n{text}"), BlockKind.LIST)
    assert [item.label for item in made.blocks] == labels
    assert made.list is not None and made.list.style == style


def test_tasks_have_a_state_and_no_typed_box() -> None:
    made = only(document("Lead.\n\n- [ ] to do\n- [x] done *now*\n- [ ]not a task\n"), BlockKind.LIST)
    assert [item.checked for item in made.blocks] == [False, True, None]
    assert [text_of(item) for item in made.blocks] == ["to do", "done now", "[ ]not a task"]


def test_notes_are_one_block_however_often_they_are_called() -> None:
    made = document("One[^a] two[^b] three[^a].\n\n[^a]: First.\n\n[^b]: Second.\n\n    More.\n")
    calls = [p.note for b in made.blocks for p in walk_inlines(b.inlines) if p.note is not None]
    assert [note.label for note in calls] == ["1", "2", "1"]
    assert calls[0].id == calls[2].id != calls[1].id
    assert text_of(calls[1]) == "Second. More."


def test_abbreviations_are_marked_everywhere_and_their_line_is_gone() -> None:
    made = document("The UN and UNHCR of the UN.\n\n*[UN]: United Nations\n")
    found = [p for p in walk_inlines(made.blocks[0].inlines) if p.kind is InlineKind.ABBREVIATION]
    assert [p.title for p in found] == ["United Nations"] * 2
    assert kinds(made) == ["paragraph"]


def test_languages_and_directions() -> None:
    made = document("Lead [سلام]{lang=ar}.\n\n::: {lang=ar}\nنص [word]{lang=en}\n:::\n", lang="en")
    span = next(p for p in walk_inlines(made.blocks[0].inlines) if p.kind is InlineKind.SPAN)
    assert (span.lang, span.dir) == ("ar", "rtl")
    group = only(made, BlockKind.GROUP)
    assert (group.lang, group.dir) == ("ar", "rtl")
    inner = next(p for p in walk_inlines(group.blocks[0].inlines) if p.kind is InlineKind.SPAN)
    assert (inner.lang, inner.dir) == ("en", "ltr")


def test_captions_and_row_headers() -> None:
    made = document("Table: Of bees\n\n|   | 2023 |\n|---|---:|\n| A | 1 |\n")
    table = only(made, BlockKind.TABLE)
    assert table.blocks[0].kind is BlockKind.CAPTION and text_of(table.blocks[0]) == "Of bees"
    cells = [block for block in walk(table.blocks) if block.kind is BlockKind.CELL]
    headers = [(text_of(cell), cell.cell.scope) for cell in cells if cell.cell and cell.cell.header]
    assert headers == [("2023", "col"), ("A", "row")]


def test_a_lone_image_is_a_figure_and_its_title_the_caption() -> None:
    figure = only(document('Lead.\n\n![A bee](bee.png "Fig. 1")\n'), BlockKind.FIGURE)
    assert figure.inlines[0].text == "A bee"
    assert text_of(figure.blocks[0]) == "Fig. 1"


def test_islands_grid_table_line_block_html_table() -> None:
    made = document(
        "| one\n| *two*\n\n+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n"
        "<table><tr><th colspan=2 scope=colgroup>H</th></tr>\n\n<tr><td>a</td><td>b</td></tr></table>\n\nEnd.\n"
    )
    assert kinds(made)[:3] == ["lines", "line", "line"]
    tables = [block for block in made.blocks if block.kind is BlockKind.TABLE]
    assert [text_of(table) for table in tables] == ["A B 1 2", "H a b"]
    assert made.blocks[-1].pos is not None and made.blocks[-1].pos.line == 14


def test_html_is_read_or_refused_and_never_passed_on() -> None:
    made = document(
        'A <abbr title="United Nations">UN</abbr> <b>bold</b> <script>alert(1)</script> <blink>x</blink>\n\n'
        "<div onclick=x>\n\nkept\n\n</div>\n\n<p>para <a href='javascript:alert(1)'>no</a></p>\n"
    )
    text = " ".join(text_of(block) for block in made.blocks)
    assert "kept" in text and "bold" in text and "no" in text and "x" in text
    inlines = [p for b in walk(made.blocks) for p in walk_inlines(b.inlines)]
    assert not any(p.kind is InlineKind.LINK for p in inlines)
    assert {notice.rule for notice in made.notices} == {"raw-markup", "link-refused", "no-title", "no-language"}


def test_an_indented_wrapper_weighs_no_more_than_another() -> None:
    text = "# Shells\n\n#### Zsh\n\n  <details>\n  Add this:\n\n  </details>\n\n<details>\n\nkept\n\n</details>\n"
    made = document(text)
    assert {(n.rule, n.severity) for n in made.notices if n.rule != "no-language"} == {("raw-markup", Severity.NOTE)}


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVa\tScript:x", "data:text/html,x", "vbscript:x", "//evil/x"]
)
def test_dangerous_links_become_text(target: str) -> None:
    made = document(f"A [word](<{target}>) here.\n")
    assert not any(p.kind is InlineKind.LINK for p in walk_inlines(made.blocks[0].inlines))
    assert text_of(made.blocks[0]) == "A word here."


def test_deep_nesting_is_an_input_error() -> None:
    with pytest.raises(InputError, match="nested"):
        document("> " * 200 + "deep\n")


def test_raw_latex_is_refused_as_an_error() -> None:
    made = document("Text.\n\n```{=latex}\n\\input{/etc/passwd}\n```\n")
    assert [n.rule for n in made.notices if n.severity is Severity.ERROR] == ["raw-markup"]


WORDS = st.text(st.sampled_from("abc é*_`[]()<>#&\\$^~|\t-1.\n\"'!{}:"), max_size=200)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_every_run_stands_where_it_says(text: str) -> None:
    try:
        made = document("x " + text)
    except InputError:
        return
    for block in walk((made.title, *made.blocks)):
        for piece in walk_inlines(block.inlines):
            if piece.kind is InlineKind.TEXT and piece.pos is not None and len(piece.text) > 1:
                assert made.source[piece.pos.start : piece.pos.end] == piece.text or _is_atom(made, piece.text)


def _is_atom(made: Document, text: str) -> bool:
    """An entity can stand for several characters; nothing else may differ from the source."""
    return "&" in made.source and len(text) <= 2


def test_angle_brackets_around_words_are_text() -> None:
    made = document("Write <your name> and <surname> here.\n\n<placeholder>\n")
    assert [text_of(block) for block in made.blocks] == ["Write <your name> and <surname> here.", "<placeholder>"]


def test_a_note_that_nothing_calls_is_told() -> None:
    made = document("Text[^a].\n\n[^a]: Called.\n\n[^b]: Not called.\n")
    assert ("note-uncalled", 5) in [(notice.rule, notice.line) for notice in made.notices]


def targets(made: Document) -> dict[str, str]:
    """The words of each link and what the block that it leads to says; "" where it leads nowhere."""
    ids = {block.id: text_of(block) for block in walk((made.title, *made.blocks))}
    links = [piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines)]
    return {
        text_of(piece.children): ids.get(piece.target[1:], "") for piece in links if piece.kind is InlineKind.LINK
    }


def test_links_to_headings_follow_the_ids_that_markdown_makes_of_their_words() -> None:
    long = "A heading which is longer than any of the ids that we would give to it"
    links = (
        "[a](#über-uns) [b](#2-räume) [c](#%C3%BCber-uns) [d](#Über-uns) [e](#weir-1) [f](#weir-2) [g](#nowhere) "
        f"[h](#mine) [i](#t) [j](#مقدمة) [k](#{long.lower().replace(' ', '-')})"
    )
    headings = ["Über uns", "2. Räume", "Weir", "Weir", "Weir {#third}", "Weir 2", "Other {#mine}", "مقدمة", long]
    made = document("\n\n## ".join([f"# T\n\n{links}", *headings]) + "\n")
    found = targets(made)
    assert {key: found[key] for key in "abcdeghijk"} == {
        "a": "Über uns", "b": "2. Räume", "c": "Über uns", "d": "Über uns", "e": "Weir", "g": "", "h": "Other",
        "i": "T", "j": "مقدمة", "k": long,
    }  # fmt: skip
    assert found["f"] == "Weir 2"


def test_a_note_without_a_paragraph_is_one_note_however_often_it_is_called() -> None:
    made = document("# T\n\nOne[^a] and two.[^a] Three.[^b]\n\n[^a]: > Quoted.\n\n[^b]:\n    - listed\n")
    assert [block.label for block in walk(made.blocks) if block.kind is BlockKind.NOTE] == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Report. One. Text of a kind. Two. More and more words here. عنوان عربي نص عربي قصير هنا", "en"),
        ("تقرير سنوي عن العمل في المكتب مع UNHCR و IOM", "ar"),
        ("گزارش سالانه درباره‌ی چگونگی پژوهش", "fa"),
        ("年度报告：联合国难民署 UNHCR 的工作", "zh"),
        ("これは年度の報告です。", "ja"),
        ("연간 보고서입니다", "ko"),
        ("Ο ετήσιος απολογισμός", "el"),
        ("In the Chinese text 北京 stands for the capital of the country", "en"),
        ("", "en"),
    ],
)
def test_a_part_in_another_script_does_not_make_the_whole_text_one_in_it(text: str, lang: str) -> None:
    assert guess(text) == lang


def heads(html: str) -> dict[str, list[str]]:
    """For each cell of an HTML table, by its words, those of its headers."""
    made = document(f"# T\n\n{html}\n")
    cells = slots(only(made, BlockKind.TABLE))
    found = headers_of(cells)
    return {text_of(cell.block): [text_of(cells[h].block) for h in found[i]] for i, cell in enumerate(cells)}


def test_a_header_without_scope_heads_the_rows_that_it_spans_and_no_more() -> None:
    found = heads(
        "<table><thead><tr><th>Pond</th><th>Day</th><th>Depth</th></tr></thead><tbody>"
        "<tr><th rowspan='2'>Upper</th><td>Monday</td><td>7</td></tr><tr><td>Friday</td><td>8</td></tr>"
        "<tr><th rowspan='2'>Lower</th><td>Sunday</td><td>9</td></tr><tr><td>Monday 2</td><td>4</td></tr>"
        "</tbody></table>"
    )
    assert found["8"] == ["Upper", "Depth"]
    assert found["9"] == found["4"] == ["Lower", "Depth"]


def test_a_row_of_headers_beside_an_empty_corner_heads_columns() -> None:
    found = heads(
        "<table><tr><td></td><th>May</th><th>June</th></tr><tr><th>Mill</th><td>1</td><td>2</td></tr></table>"
    )
    assert found["1"] == ["Mill", "May"]
    assert found["2"] == ["Mill", "June"]


def test_a_header_over_part_of_a_body_ends_at_the_next() -> None:
    found = heads(
        "<table><tr><th>Weir</th><th>Flow</th></tr><tr><th colspan='2'>North</th></tr><tr><td>A</td><td>1</td></tr>"
        "<tr><th colspan='2'>South</th></tr><tr><td>B</td><td>2</td></tr></table>"
    )
    assert found["1"] == ["North", "Flow"]
    assert found["2"] == ["South", "Flow"]


def test_a_span_that_is_no_number_is_one() -> None:
    assert heads("<table><tr><th colspan='x'>A</th></tr><tr><td rowspan='100%'>1</td></tr></table>")["1"] == ["A"]


def test_an_anchor_by_itself_marks_the_block_that_follows() -> None:
    made = document("# T\n\n<a name='weir'></a>\n\n## The weir\n\n<a id='flow'></a>\n\n| a |\n|---|\n| 1 |\n")
    assert kinds(made)[:2] == ["heading", "table"]
    assert next(walk_inlines(made.blocks[0].inlines)).attr.get("id") == "weir"
    assert made.blocks[1].id == "flow"


def test_an_empty_line_of_a_line_block_is_a_line() -> None:
    made = document("# T\n\n| One,\n|\n|   two.\n")
    assert [text_of(block) for block in walk(made.blocks) if block.kind is BlockKind.LINE] == ["One,", "", "two."]


def test_a_note_called_inside_a_note_is_said_and_its_mark_kept() -> None:
    made = document("# T\n\nCall.[^a]\n\n[^a]: Outer[^b].\n\n[^b]: Inner.\n", lang="en")
    (note,) = [block for block in walk(made.blocks) if block.kind is BlockKind.NOTE]
    assert text_of(note.blocks[0]) == "Outer[^b]."
    assert [(notice.rule, notice.severity, notice.line) for notice in made.notices] == [
        ("note-in-note", Severity.ERROR, 5)
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Words ^[a note in the line] and more.\n", 1),
        ("Before.\n\n#. One\n#. Two\n", 3),
        ("Town     Ponds\n-------  ------\nUpper Hill 7\n", 2),
        ("Before.\n\n\\begin{align*}\na &= b\n\\end{align*}\n", 3),
        ("The value $ \\alpha\n$ is small.\n", 1),
        ("The path is\n:\n\n- one\n", 1),
        ("1. One\n2. Two\n    a. red\n    b. blue\n3. Three\n", 2),
        ("- One\n  (i) red\n  (ii) blue\n", 1),
        ("See [the weir][weir] here.\n", 1),
        ("See [weir][] here.\n", 1),
        ("Words.\n\n~~~\nrow\n\nMore words.\n", 3),
        ("Words.\n\n````\nrow\n```\n", 3),
        ("> ```\n> row\n\nMore.\n", 1),
        ("- One\n\n  ```\n  row\n\nMore.\n", 3),
        ("1.  One, and\n    a.  red,\n    b.  blue;\n2.  Two.\n", 1),
        ("- One *and*\n  a.  *red*,\n  b.  [blue](#x)\n", 1),
        ("*    *   I\n\n    *   red\n\n\n*    *   II\n\n    *   blue\n", 3),
        ("- One\n\nWords.\n\n> *    Two\n>\n>     1. red\n>     2. blue\n", 7),
    ],
)
def test_forms_of_other_markdowns_are_told(text: str, line: int) -> None:
    told = [notice for notice in document(text).notices if notice.rule == "markdown-unread"]
    assert [(notice.line, notice.severity) for notice in told] == [(line, Severity.WARNING)]


@pytest.mark.parametrize(
    "text",
    ["`^[x]` is code.\n", "    #. code\n", "```\na  b\n-- --\n```\n", "One.\n\n--- ---\n\nTwo.\n", "$x^[2]$\n", "#1\n",
     "It costs $ 3 or $ 4.\n", "`\\begin{x}` and $\\begin{matrix}a\\end{matrix}$\n", "Word\n:   What it is.\n",
     "- One\n\n    a. red\n    b. blue\n", "- By\n  A. Smith and\n  C. Jones\n", "- In point\n  (i) of it\n",
     "See [weir][a].\n\n[a]: https://example.org\n", "See [1][2] and [3][].\n", "`a[i][j]` and a[i][j]\n",
     "\\[weir\\]\\[a\\]\n", "````\nrow\n````\n", "> ~~~ py\n> row\n> ~~~~\n\nMore.\n", "- One\n\n  ```\n  row\n  ```\n",
     "The harbour[ \\[https://example.org/list?of=boats&in_port=1\\]]{.target}\n",
     "```\n```\n", "    ```\n    row\n", "- One\n\n```\n* code\n```\n", "- One\n\n<!-- -->\n\n    * code\n",
     "- Do:\n\n      - name: x\n", "- One\n\nWords.\n\n    * code\n", "*   One\n\n        ls *\n"],
)
def test_what_only_looks_like_them_is_not(text: str) -> None:
    assert not [notice for notice in document(text).notices if notice.rule == "markdown-unread"]


def test_a_table_whose_rows_are_not_closed_is_no_block_of_lines() -> None:
    (table,) = document("# T\n\n| Alpha | Beta\n|-------|-----\n| 1     | 2\n").blocks
    assert table.kind is BlockKind.TABLE
    cells = [block for block in walk([table]) if block.kind is BlockKind.CELL]
    assert [text_of(cell) for cell in cells] == ["Alpha", "Beta", "1", "2"]
    assert not any(block.kind is BlockKind.LINES for block in walk([table]))


@pytest.mark.parametrize(
    ("text", "title", "rest", "told"),
    [
        ("# One\n\nWords.\n\n# Two\n\nMore.\n", "One", ["Words.", "Two", "More."], Severity.NOTE),
        ("## One\n\nWords.\n\n### Two\n\nMore.\n", "One", ["Words.", "Two", "More."], Severity.NOTE),
        ("## A\n\nWords.\n\n# B\n\nMore.\n\n# C\n", "A", ["A", "Words.", "B", "More.", "C"], Severity.WARNING),
        ("Words.\n\n# One\n\n# Two\n\nMore.\n", "One", ["Words.", "One", "Two", "More."], Severity.WARNING),
        ("A few words.\n", "A few words.", ["A few words."], Severity.WARNING),
        ("Words.\n\n# One\n\nMore.\n", "One", ["Words.", "More."], None),
    ],
)
def test_a_title_that_is_not_given_is_taken_and_told(
    text: str, title: str, rest: list[str], told: Severity | None
) -> None:
    made = document(text)
    assert (made.meta.title, [text_of(block) for block in made.blocks]) == (title, rest)
    found = [notice.severity for notice in made.notices if notice.rule == "no-title"]
    assert found == ([told] if told is not None else [])


def test_a_language_that_is_not_given_is_told() -> None:
    text = "---\ntitle: T\n---\n\nThese are words of a language that is easy to tell.\n"
    assert [notice.message for notice in document(text).notices] == [
        "No language is given: en is taken from the words."
    ]
    assert not document(text, lang="en").notices


def test_headers_that_the_author_names_win_and_a_wrong_name_is_told() -> None:
    table = (
        "<table><tr><th id='size'>Size</th><th id='rent'>Rent</th><th>Year</th></tr>"
        "<tr><td headers='rent size'>900</td><td headers='size'>40</td><td>2020</td></tr>"
        "<tr><td headers='nowhere'>800</td><td id='x' headers='x rent'>30</td><td headers='x'>2021</td></tr></table>"
    )
    found = heads(table)
    assert found["900"] == ["Rent", "Size"]
    assert found["40"] == ["Size"]
    assert found["2020"] == ["Year"]
    assert found["800"] == ["Size"]  # a name that leads nowhere takes no header away
    assert found["30"] == ["Rent"]
    assert found["2021"] == ["Year"]
    told = [n.message for n in document(f"# T\n\n{table}\n").notices if n.rule == "headers-attribute"]
    assert [message.split("»")[0].split("«")[1] for message in told] == ["800", "30", "2021"]


def test_a_name_of_a_header_is_one_of_its_own_table() -> None:
    one = "<table><tr><th id='a'>{0}</th><th id='b'>{1}</th></tr><tr><td headers='b'>{2}</td><td>-</td></tr></table>"
    made = document(f"# T\n\n{one.format('Oats', 'Rye', 1)}\n\n{one.format('Salt', 'Tea', 2)}\n")
    for table, wanted in zip((b for b in made.blocks if b.kind is BlockKind.TABLE), ("Rye", "Tea"), strict=True):
        cells = slots(table)
        assert [text_of(cells[h].block) for h in headers_of(cells)[2]] == [wanted]


def shape(html: str) -> list[list[tuple[str, int, int]]]:
    """The rows of an HTML table: words, rows and columns of each cell."""
    rows = [block for block in walk(document(f"# T\n\n{html}\n").blocks) if block.kind is BlockKind.ROW]
    return [[(text_of(c), c.cell.rows, c.cell.columns) for c in row.blocks if c.cell] for row in rows]


@pytest.mark.parametrize("rows", ["0", "3", "900"])
def test_a_span_of_rows_ends_with_its_group(rows: str) -> None:
    table = (
        f"<table><tr><th>H</th><th>K</th></tr><tr><td rowspan={rows}>z</td><td>1</td></tr><tr><td>2</td></tr></table>"
    )
    assert shape(table) == [[("H", 1, 1), ("K", 1, 1)], [("z", 2, 1), ("1", 1, 1)], [("2", 1, 1)]]
    assert heads(table)["2"] == ["K"]


def test_a_span_of_columns_ends_with_the_table() -> None:
    assert shape("<table><tr><th colspan=9>T</th></tr><tr><td>1</td><td>2</td></tr></table>") == [
        [("T", 1, 2)], [("1", 1, 1), ("2", 1, 1)]
    ]  # fmt: skip


def test_headers_of_two_rows_without_a_head_of_their_own_are_the_head() -> None:
    table = (
        "<table><tr><th rowspan=2>Name</th><th colspan=2>2020</th></tr><tr><th>a</th><th>b</th></tr>"
        "<tr><th>x</th><td>1</td><td>2</td></tr></table>"
    )
    made = document(f"# T\n\n{table}\n")
    assert [block.attr.classes for block in only(made, BlockKind.TABLE).blocks] == [("head",), ("body",)]
    assert shape(table)[0] == [("Name", 2, 1), ("2020", 1, 2)]
    assert heads(table)["2"] == ["x", "b", "2020"]


def test_a_header_that_reaches_down_to_data_heads_its_rows() -> None:
    found = heads("<table><tr><th rowspan=3>Name</th><th>K</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>")
    assert found["1"] == found["2"] == ["Name", "K"]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("<tr><td>1</td><td>2</td></tr>", [("1", 1, 1), ("2", 1, 1), ("", 1, 1)]),
        ("<tr><td>1</td></tr>", [("1", 1, 1), ("", 1, 2)]),
    ],
)
def test_a_row_that_is_short_is_filled_and_told(rows: str, wanted: list[tuple[str, int, int]]) -> None:
    table = f"<table><tr><th>a</th><th>b</th><th>c</th></tr>{rows}</table>"
    assert shape(table)[1] == wanted
    assert "table-even" in {notice.rule for notice in document(f"# T\n\n{table}\n").notices}


def test_no_cell_lies_over_another() -> None:
    table = (
        "<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td>1</td><td rowspan=2>2</td><td>3</td></tr>"
        "<tr><td colspan=2>4</td><td>5</td></tr></table>"
    )
    assert shape(table)[2] == [("4", 1, 1), ("5", 1, 1)]
    assert heads(table)["5"] == ["c"]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4), st.booleans()), max_size=4), min_size=1, max_size=5
    )
)
def test_every_slot_of_a_table_belongs_to_one_cell(drawn: list[list[tuple[int, int, bool]]]) -> None:
    rows = [
        [Draft(Block(BlockKind.CELL, "", cell=CellSpan(high, wide, header))) for high, wide, header in row]
        for row in drawn
    ]
    written = [len(row) for row in rows]
    even([rows])
    lines = tuple(Block(BlockKind.ROW, "", blocks=tuple(cell.block for cell in row)) for row in rows)
    cells = slots(Block(BlockKind.TABLE, "", blocks=(Block(BlockKind.ROW_GROUP, "", blocks=lines),)))
    taken = [(x, y) for c in cells for x in range(c.x, c.x + c.width) for y in range(c.y, c.y + c.height)]
    assert len(taken) == len(set(taken)) == len(rows) * (1 + max(x for x, _ in taken))
    assert all(len(row) >= count for row, count in zip(rows, written, strict=True))


def test_the_foot_of_a_table_is_last_wherever_it_is_written() -> None:
    table = (
        "<table><tfoot><tr><td>Sum</td><td headers='n'>3</td></tr></tfoot><tbody><tr><th>K</th><th id='n'>N</th></tr>"
        "<tr><td>a</td><td>3</td></tr></tbody></table>"
    )
    assert [row[0][0] for row in shape(table)] == ["K", "a", "Sum"]
    assert heads(table)["3"] == ["N"]


@pytest.mark.parametrize("caption", ["Table: Berths {#berths}\n\n{}", "{}\n: Berths *by quay* {#berths .wide}\n"])
def test_an_id_at_the_end_of_a_caption_is_that_of_the_table(caption: str) -> None:
    table = "| Boat | Berth |\n|---|---|\n| Heron | 4 |\n"
    made = document("# T\n\n" + caption.replace("{}", table + "\n") + "\nSee [it](#berths).\n")
    (found,) = [block for block in walk(made.blocks) if block.id == "berths"]
    assert found.kind is BlockKind.TABLE and text_of(found.blocks[0]).startswith("Berths")
    assert "{" not in text_of(found)


def test_an_id_at_the_end_of_a_paragraph_is_its_own() -> None:
    made = document("# T\n\nThe weir is old. {#weir}\n\n- a boat {#boat}\n\nSee [it](#weir) and [that](#boat).\n")
    assert {block.id: text_of(block) for block in walk(made.blocks) if block.id in ("weir", "boat")} == {
        "weir": "The weir is old.", "boat": "a boat"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("The *weir* and [its gate](https://example.org)", {InlineKind.EMPHASIS, InlineKind.LINK}),
        ("Flow $x^2$", {InlineKind.MATH}),
        ("The `weir_2`", {InlineKind.CODE}),
        ("5 * 3 and snake_case_name", set()),
        ("# The weir", set()),
        ("The weir", set()),
    ],
)
def test_the_title_of_a_picture_is_a_line_of_markdown(title: str, kinds: set[InlineKind]) -> None:
    (figure,) = document(f'![A map](map.png "{title}")\n', title="T").blocks
    (caption,) = figure.blocks
    found = {piece.kind for piece in walk_inlines(caption.inlines)}
    assert found - {InlineKind.TEXT} == kinds
    assert kinds or text_of(caption) == title
    assert "*weir" not in text_of(caption) and "](" not in text_of(caption)
