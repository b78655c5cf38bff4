# SPDX-License-Identifier: AGPL-3.0-or-later
"""Chinese as extractors leave it. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean

PAGES = "\n\n".join(
    f"{begins}\n\n第 {n} 页 共 3 页\n\n{ends}"
    for n, (begins, ends) in enumerate(
        [
            ("港口委员会在春天的会议上听取了引航员关于航道的报告，并且", "决定修理旧码头。"),
            ("没有人见过这样高的潮水，自从海关大楼在老港口", "建成以来。"),
            ("书记员宣读了已经支付的费用，以及两位船长还没有", "支付的费用。"),
        ],
        start=1,
    )
)
LAST = "支付的费用。\n\n"


def _cleaned(body: str) -> str:
    return clean(f"# 港口\n\n{PAGES}\n\n{body}\n", lang="zh").text.rpartition(LAST)[2].rstrip("\n")


def test_line_ends_inside_a_sentence_go() -> None:
    assert _cleaned("书记员每天晚上在防波堤上数船，\n然后把船的名字写进费用登\n记簿。") == (
        "书记员每天晚上在防波堤上数船，然后把船的名字写进费用登记簿。"
    )


def test_a_space_inside_a_word_of_the_text_goes() -> None:
    assert _cleaned("引航员每年冬天都要去看防波堤。引 航员在港口里住。").count("引航员") == 2


def test_spaces_that_the_text_means_stay() -> None:
    body = "第三条 引航员每年冬天都要去看防波堤。\n\n甲 乙 丙"
    assert _cleaned(body) == body


def test_an_author_s_lines_stay() -> None:
    text = "书记员每天晚上在防波堤上数船，\n然后把船的名字写进登\n记簿。\n"
    assert clean(text, lang="zh").text == text


def test_a_letter_spaced_line_is_closed() -> None:
    assert _cleaned("## 谁 可 以 把 船 停 在 这 里 ？\n\n船长。") == "## 谁可以把船停在这里？\n\n船长。"


LINES = (
    "港口委员会在春天的会议上听取了引航员关于航道的报告，并且决定修理旧码\n"
    "头。没有人见过这样高的潮水，自从海关大楼在老港口建成以来。书记员宣读\n"
    "了已经支付的费用，以及两位船长还没有支付的费用。委员会明年秋天再开会\n"
    "讨论这些问题，直到所有的船都离开为止。"
)


def test_plain_text_gets_paragraphs_and_headings() -> None:
    parts = [LINES.replace("离开", f"{word}离开") for word in ("今天", "明天", "慢慢", "一起", "早日")]
    page = f"1.1. 谁可以停船\n{parts[1]}\n1.2. 夜里怎么办？\n{parts[2]}\n{parts[3]}"
    text = clean(f"港口的规定\n\n{parts[0]}\n\f\n{page}\n\f\n1.3. 费用\n{parts[4]}\n", lang="zh").text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# 港口的规定", "## 1.1. 谁可以停船", "## 1.2. 夜里怎么办？", "## 1.3. 费用",
    ]  # fmt: skip
    assert [line for line in text.splitlines() if line and not line.startswith("#")] == [
        part.replace("\n", "") for part in parts
    ]
