# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words survive without positions: spaces, scripts, code, quotations, and characters that no font has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.writers import fonts
from tests.pdf.made import find, outline, pdf

LONG = " ".join(f"word{number}" for number in range(400))


def test_words_at_line_ends_keep_their_space() -> None:
    assert find(outline(f"# T\n\n{LONG}"), "paragraph")[0].text == LONG


def test_words_keep_their_space_across_pages_and_emphasis() -> None:
    text = " ".join(f"*a{number}* **b{number}** c{number}" for number in range(600))
    made = find(outline(f"# T\n\n{text}"), "paragraph")
    assert len(made) == 1
    assert made[0].text == text.replace("*", "")
    assert len(find(outline(f"# T\n\n{text}"), "emphasis")) == 600


def test_no_space_where_the_source_has_none() -> None:
    made = find(outline("# T\n\nun*believ*able, H~2~O, (*a*).[^1]\n\n[^1]: Note."), "paragraph")
    assert made[0].text == "unbelievable, H2O, (a).1"


def test_hard_breaks_and_no_break_spaces_are_spaces() -> None:
    assert find(outline("# T\n\none\\\ntwo 10 km"), "paragraph")[0].text == "one two 10 km"


def test_soft_hyphens_never_leak() -> None:
    text = "Ko­ali­ti­on " * 60
    made = find(outline(f"# T\n\n{text}", lang="de"), "paragraph")[0].text
    assert made == " ".join(["Koalition"] * 60)


def test_ligatures_are_letters() -> None:
    words = "office flow fierce affluent " * 30
    assert find(outline(f"# T\n\n{words}"), "paragraph")[0].text == words.strip()


def test_code_keeps_its_lines_and_indentation() -> None:
    code = "def f(a):\n    if a:\n        return 1\n\n    return 2  # end"
    assert find(outline(f"# T\n\n```\n{code}\n```"), "code")[0].text == code


def test_arabic_is_in_logical_order() -> None:
    text = "هذا نص باللغة العربية عن الماء في الوادي وفيه كلمة English في وسطه ثم رقم 2025 في آخره. " * 6
    made = find(outline(f"# عنوان\n\n{text}", lang="ar"), "paragraph")[0]
    assert made.text == text.strip()
    assert (made.lang, made.dir) == ("ar", "rtl")


def test_hebrew_is_read_as_it_is_written() -> None:
    text = "שָׁלוֹם עֲלֵיכֶם, והנה משפט ארוך על המים בעמק ובו המילה English והמספר 2025 וגם 120 ₪. " * 5
    made = find(outline(f"# כותרת\n\n{text}", lang="he"), "paragraph")[0]
    assert made.text == text.strip()
    assert (made.lang, made.dir) == ("he", "rtl")


def test_chinese_lines_get_no_spaces() -> None:
    text = "这是一个用来测试换行的段落。" * 30
    assert find(outline(f"# 标题\n\n{text}", lang="zh-Hans"), "paragraph")[0].text == text


def test_a_character_without_a_font_is_named_with_its_line_and_wheel() -> None:
    with pytest.raises(InputError) as caught:
        pdf("# T\n\nText.\n\nA sign: ⲁ and ก.\n\nMore: ขก\u05c6 🚀.")
    message = caught.value.one_line()
    assert message.startswith("test.md:5: ")
    assert "«ⲁ» (U+2C81, line 5)" in message
    assert "-m pip install fontpkg-noto-sans-thai» for «ก» (U+0E01, line 5), «ข» (U+0E02, line 7)" in message
    assert "add a font wheel that has them, or write otherwise: «ⲁ» (U+2C81, line 5), «\u05c6»" in message
    assert "-m pip install manimgx-fonts» for «🚀» (U+1F680, line 7)" in message


def test_every_installed_family_has_its_place_in_the_stack() -> None:
    stack = fonts.stack()
    assert stack.startswith('"Atkinson Hyperlegible"')
    assert '"Noto Sans Arabic"' in stack
    assert fonts.stack("ar") == stack
    assert not fonts.missing(["a\u00ad\u200d\u200f\ufe0f\t"])


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(["a", "b c", "*e*", "**s**", "`k`", "x^2^", "نص", "—", "(p)"]), min_size=1,
                         max_size=30), min_size=1, max_size=6))  # fmt: skip
def test_any_mixture_of_words_is_read_back(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join("w " + " ".join(words) for words in paragraphs)
    wanted = ["w " + " ".join(words).replace("*", "").replace("`", "").replace("^2^", "2") for words in paragraphs]
    assert [node.text for node in find(outline(f"# T\n\n{text}"), "paragraph")] == wanted


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_the_terms_of_a_list_are_words_of_what_a_link_leads_to(profile: str) -> None:
    """Their labels are no labels: a link to the part was told as one that leads elsewhere."""
    text = "# T\n\nSee [boats](#b).\n\n::: {#b}\n## Boats\n\nskiff\n:   A light boat.\n\n1. One.\n:::\n"
    (link,) = (node for node in find(outline(text, profile), "link"))
    assert link.attrs["target"] == "#Boats skiff A light boat. One."
