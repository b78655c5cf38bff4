# SPDX-License-Identifier: AGPL-3.0-or-later
"""What begins with the number of a clause goes on no sentence, whatever word the one above ends with."""

from __future__ import annotations

from pipeline.clean import clean

TEXT = (
    "# Ferries\n\n2.1.3. The master tells the harbour in one of these ways, whichever is the quicker for both:\n\n"
    "2.1.3.1. By wire. The wire is sent to the harbour before the ferry has left the mole behind it; or\n\n"
    "2.1.3.2. By hand. The mate takes the paper to the harbour, and waits there for the answer.\n"
)


def test_a_clause_is_joined_to_no_other() -> None:
    assert clean(TEXT, lang="en").text == TEXT


def test_a_number_that_a_sentence_cites_begins_no_other() -> None:
    above = "If a ferry waits for any of the reasons that the pilots have set out in sub-paragraph"
    below = "(4), the harbour bears the dues of the day."
    cut = f"# Ferries\n\n- (3) Dues are paid at the mole.\n\n- (4) {above}\n\n\n{below}\n"
    assert f"{above} {below}" in clean(cut, lang="en").text
    whole = cut.replace("(4), the harbour", "(4) The harbour")
    assert f"{above} (4)" not in clean(whole, lang="en").text
