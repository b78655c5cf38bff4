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
