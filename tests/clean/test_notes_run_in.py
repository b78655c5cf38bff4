# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes that an extractor ran into the note before, and what stands below them at the foot of the page. The text was
written for these tests."""

from __future__ import annotations

from pipeline.clean import clean

SAID = (
    "The council met in the spring and heard what the masters of the ferries had to say about the winter, the ice and "
    "the lamps that had gone out one after the other"
)
TEXT = f"""# Of ferries

{SAID}.1 The pilots had asked for more lamps.2 Nobody had read their letter.3 A boat must have:

3. What the keeper has seen:

   - a) {SAID.lower()};4 and

1Letters of the guild, 1904

2Letters of the pilots, part 3 3Ibid., part 5

The book of the pilots is kept at the town hall

4The book of lamps, 1907

The Ferries 1

   - b) {SAID.lower()}.

{SAID}, and that the

The Ferries 2

harbour was closed.

{SAID}, and in the

The Ferries 3

end the lamps were lit.
"""


def test_a_note_that_was_run_into_the_one_before_is_its_own_and_what_stands_below_it_is_its() -> None:
    text = clean(TEXT, lang="en").text
    assert "[^2]: Letters of the pilots, part 3\n" in text
    assert "[^3]: Ibid., part 5 The book of the pilots is kept at the town hall\n" in text
    assert "letter.[^3] A boat" in text
    lines = [line for line in text.splitlines() if line]
    assert lines[lines.index(f"   a) {SAID.lower()};[^4] and") + 1] == f"   b) {SAID.lower()}."


def test_a_number_that_touches_no_word_of_its_own_stays_in_its_note() -> None:
    text = clean(TEXT.replace(" 3Ibid., part 5", " 3 of the year"), lang="en").text
    assert "part 3 3 of the year" in text
