# SPDX-License-Identifier: AGPL-3.0-or-later
"""Arabic as extractors leave it. The texts were written for these tests."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean, restore
from pipeline.clean.characters.visual_order import logical

LINES = (
    "اجتمع مجلس الميناء في الربيع، وسمع ما قاله المرشدون عن القناة",
    "وعن الجليد الذي أصاب الرصيف القديم في الشتاء الماضي (وكان باردا)",
    "ثم كتب الكاتب 25 اسما من أسماء السفن في دفتر الرسوم.",
)
_FINAL = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFE8D, 0xFEF3)
    if unicodedata.decomposition(chr(code)).startswith("<final>")
}


def _drawn(line: str) -> str:
    """A line as a page shows it from left to right: words begin with the forms that end them."""
    words = []
    for word in line.replace("(", "\0").replace(")", "(").replace("\0", ")").split(" "):
        if word.isdigit():
            words.append(word[::-1])
            continue
        core = word.rstrip("،.()")
        last = _FINAL.get(core[-1:], core[-1:])
        first = core[:1]
        for code in range(0xFE8D, 0xFEF3):
            form = unicodedata.decomposition(chr(code))
            if form.startswith("<initial>") and unicodedata.normalize("NFKC", chr(code)) == first:
                first = chr(code)
        words.append(first + core[1:-1] + last + word[len(core) :] if len(core) > 1 else word)
    return " ".join(words)[::-1]


def test_lines_that_were_written_as_they_are_drawn_are_turned_round() -> None:
    drawn = "\n".join(_drawn(line) for line in LINES) + "\n"
    cleaned = clean(drawn, lang="ar")
    assert cleaned.text == "\n".join(LINES) + "\n"
    assert restore(cleaned.text, cleaned.repairs) == drawn
    assert clean(cleaned.text, lang="ar").text == cleaned.text


def test_lines_that_were_joined_so_are_told_and_stay() -> None:
    drawn = " ".join(_drawn(line) for line in LINES) + "\n"
    cleaned = clean(drawn, lang="ar")
    assert cleaned.text == drawn
    assert any(notice.rule == "visual-order" for notice in cleaned.notices)


def test_presentation_forms_in_the_right_order_are_only_letters() -> None:
    forms = "\n".join(_drawn(line)[::-1] for line in LINES) + "\n"
    cleaned = clean(forms, lang="ar").text
    assert "اجتمع مجلس الميناء" in cleaned and not any("\ufb50" <= char <= "\ufefc" for char in cleaned)


def test_marks_of_direction_around_a_line_go_and_those_inside_a_line_stay() -> None:
    assert clean(f"\u202b{LINES[2]}\u202c\n", lang="ar").text == f"{LINES[2]}\n"
    nested = LINES[0].replace("،", "\u202a،\u202c")
    assert clean(f"  \u202b{nested}\u202c\n", lang="ar").text.strip() == LINES[0]
    numbered = "\u202b\u202a.1\u202cقال\u202c\n"  # the marks are all that parts the number from the word
    assert clean(numbered, lang="ar").text == ".1 قال\n"
    inside = "قال \u202bنعم\u202c ثم خرج.\n"
    assert clean(inside, lang="ar").text == inside


@settings(deadline=None)
@given(st.text("ابتثجح 12،.()", max_size=40))
def test_no_letter_is_lost_when_a_line_is_turned(text: str) -> None:
    assert sorted(logical(text)) == sorted(text.translate(str.maketrans("()", ")(")))


def test_lam_and_alef_that_an_extractor_changed_are_put_right() -> None:
    right = "تلقى المجلس الأخبار عن الإبلاغ، ثم طلب الاستجابة من كل السفن والسجلات لا تزال في الميناء."
    wrong = "تلقى المجلس األخبار عن اإلبالغ، ثم طلب االستجابة من كل السفن والسجالت ال تزال في الميناء."
    cleaned = clean(f"{wrong}\n", lang="ar")
    assert cleaned.text == f"{right}\n"
    assert restore(cleaned.text, cleaned.repairs) == f"{wrong}\n"
    assert clean(f"{right}\n", lang="ar").text == f"{right}\n"


def test_a_text_that_has_no_impossible_word_keeps_what_looks_like_one() -> None:
    text = "كتب الكاتب والسجالت في دفتر، ورد المجلس بالعربية.\n"
    assert clean(text, lang="ar").text == text


SETTER = (
    "يجتمع مجلس الميناء في الربيع ويسمع من المرشدين ما حدث للممر في الشتاء ثم يقرر\n"
    "إصلاح الرصيف القديم قبل أن يعود الجليد إلى المدينة وتقف السفن في الخارج مرة\n"
    "أخرى كما وقفت في السنة الماضية ولا يدفع أحد شيئا حتى تنتهي الأعمال كلها."
)


def test_plain_text_gets_headings() -> None:
    text = clean(f"قواعد الميناء\n\n{SETTER}\n\f\nمن يدفع الرسوم\n\n{SETTER}\n", lang="ar").text
    assert [line for line in text.splitlines() if line.startswith("#")] == ["# قواعد الميناء", "## من يدفع الرسوم"]
