# SPDX-License-Identifier: AGPL-3.0-or-later
"""Our own rules on translation files: silent on what is right in every profile, loud on what changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import Subject, check
from pipeline.checks.parity.xliff_examples import recorded
from pipeline.checks.rules import unit_numbers, unit_states, unit_targets
from pipeline.model import Edition, Finding, Format, Outcome, Severity
from pipeline.outline.expected import expected
from pipeline.writers import xliff
from tests.corpora import corpora
from tests.xliff import rich
from tests.xliff.tools import document

HEAD = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="{}"><file id="f">'
UNIT = '<unit id="u{}"><segment state="translated"><source>{}</source><target>{}</target></segment></unit>'


def failures(subject: Subject) -> list[Finding]:
    """What fails, and what no rule could look at."""
    found = check([subject]).findings
    looked = [f for f in found if f.outcome is Outcome.NOT_LOOKED_AT]
    return looked + [f for f in found if f.outcome is Outcome.FAIL and f.severity >= Severity.WARNING]


def alone(lang: str, *pairs: tuple[str, str]) -> Subject:
    """A file of unknown origin."""
    units = "".join(UNIT.format(number, *pair) for number, pair in enumerate(pairs))
    return Subject(Format.XLIFF, "a.xlf", (HEAD.format(lang) + units + "</file></xliff>").encode())


@pytest.mark.parametrize("profile", xliff.PROFILES)
@pytest.mark.parametrize("target", ["", "fr", "ar"])
def test_no_alarm_in_any_profile(profile: str, target: str) -> None:
    doc = document(rich.TEXT, terms=rich.TERMS)
    edition = Edition(doc, "en", "ltr", original_lang="en")
    data = xliff.write(doc, target=target, profile=profile)
    assert failures(Subject(Format.XLIFF, "a.xlf", data, expected(edition, Format.XLIFF), edition)) == []


def test_valid_files_of_others_are_not_accused() -> None:
    base = corpora("xliff")
    accused = []
    for line in (base / "expected.tsv").read_text().splitlines():
        name, wanted = line.split("\t")
        if wanted == "valid":
            accused += failures(Subject(Format.XLIFF, name, (base / name).read_bytes()))
    assert accused == []


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("fr", "Meet on June 5, 2024 at 4:30 pm.", "Rendez-vous le 5 juin 2024 à 16 h 30."),
        ("fr", "It grew by 2.5% to $1,250,000.", "La hausse est de 2,5 %, à 1 250 000 $."),
        ("de", "Three of the 12 boats", "Drei der 12 Boote"),
        ("de", "More than 1.5 million", "Mehr als 1,5 Millionen"),
        ("es", "About 40,000 trees in 2019", "Unos 40.000 árboles en 2019"),
        ("ar", "Room 14 opens on 3 May.", "تفتح القاعة ١٤ في ٣ أيار/مايو."),
        ("ja", "Open from 9:00 to 17:00", "9:00から17:00まで開館"),
        ("fr", "If <ph id=\"1\"/> rings, press <pc id=\"2\">stop</pc>.",
         "Appuyez sur <pc id=\"2\">stop</pc> si <ph id=\"1\"/> sonne."),
        ("fr", "Total", "Total"),
        ("fr", "Use a*b and c_d here.", "Ici, utilisez a*b et c_d."),
    ],
)  # fmt: skip
def test_right_translations_are_silent(lang: str, source: str, target: str) -> None:
    assert failures(alone(lang, (source, target))) == []


@pytest.mark.parametrize(
    ("lang", "source", "target", "rule"),
    [
        ("fr", "Meet on June 5, 2024.", "Rendez-vous le 6 juin 2024.", "unit-numbers"),
        ("fr", "Meet on June 5, 2024.", "Rendez-vous le 5 juillet 2024.", "unit-numbers"),
        ("fr", "It costs $3 million.", "Cela coûte 3 milliards de dollars.", "unit-numbers"),
        ("ja", "Room 14", "部屋 41", "unit-numbers"),
        ("fr", "Ask us.", "Demandez-nous au 0800 14.", "unit-numbers"),
        ("ar", "Open the door of the old mill slowly.", "open the door of the old mill", "unit-targets"),
        ("fr", "Write to desk@mill.example.", "Écrivez à desk@moulin.example.", "unit-targets"),
        ("fr", "Read it.", "&lt;b&gt;Lisez&lt;/b&gt;-le.", "unit-targets"),
    ],
)
def test_wrong_translations_are_found(lang: str, source: str, target: str, rule: str) -> None:
    assert rule in {finding.rule for finding in failures(alone(lang, (source, target)))}


@given(st.integers(13, 10**7))
def test_a_number_is_found_in_other_signs_and_missed_when_it_changed(number: int) -> None:
    look = unit_numbers.look
    grouped = f"{number:,}"
    assert not list(look(alone("fr", (f"{grouped} trees", f"{grouped.replace(',', chr(0x202F))} arbres"))))
    eastern = "".join(chr(0x660 + int(digit)) for digit in str(number))
    assert not list(look(alone("ar", (f"{number} trees", f"{eastern} شجرة"))))
    assert list(look(alone("fr", (f"{number} trees", f"{number + 1} arbres"))))


@given(st.text("ab *_`[]()<>", max_size=20))
def test_what_stands_in_the_source_may_stand_in_the_target(text: str) -> None:
    safe = text.replace("<", "&lt;").replace(">", "&gt;")
    said = [f.message for f in unit_targets.look(alone("fr", (f"x{safe}", f"y{safe}")))]
    assert not [message for message in said if "Markdown" in message]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("Toutes les abeilles dansent.", 0),
        ("Toutes les abeilles dansent ici.", 0),
        ("All bees dance.", 1),
    ],
)
def test_a_part_in_the_language_of_the_translation_is_its_own_translation(target: str, told: int) -> None:
    doc = document("# Bees\n\n::: {lang=fr}\nToutes les abeilles dansent.\n:::\n")
    data = xliff.write(doc, target="fr").decode()
    said = f"<source>Toutes les abeilles dansent.</source><target>{target}</target>"
    data = data.replace("<source>Toutes les abeilles dansent.</source>", said)
    data = data.replace('<segment id="', '<segment state="translated" id="')
    edition = Edition(doc, "en", "ltr", original_lang="en")
    subject = Subject(Format.XLIFF, "a.xlf", data.encode(), expected(edition, Format.XLIFF), edition)
    assert len([f for f in unit_targets.look(subject) if "already" in f.message]) == told


@pytest.mark.parametrize(("state", "level"), [("reviewed", Severity.NOTE), ("final", Severity.WARNING)])
def test_a_translation_that_comes_back_reviewed_is_only_noted(state: str, level: Severity) -> None:
    example = recorded('<pc id="1">Bienen</pc> tanzen.', f' state="{state}"', "Über Bienen", lang="de")
    assert [finding.severity for finding in unit_states.look(example.subject())] == [level]
