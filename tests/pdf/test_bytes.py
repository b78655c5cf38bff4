# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same document gives the same bytes: in another process, folder, time zone, with another hash seed."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from pipeline.errors import RefusedError
from pipeline.semantic import build
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.pdf.made import RICH, edition, layout, pdf

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import hashlib
from tests.pdf.made import layout
print(hashlib.sha256(layout("ua-2").pdf).hexdigest())
"""


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "zone"), [("77", "Pacific/Kiritimati")])
def test_bytes_do_not_depend_on_process_folder_zone_or_seed(seed: str, zone: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT),
                   "SOURCE_DATE_EPOCH": seed}  # fmt: skip
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True,
                          text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(layout("ua-2").pdf).hexdigest()


def test_no_date_but_the_documents_own() -> None:
    with pikepdf.open(BytesIO(layout("ua-1").pdf)) as made:
        assert str(made.trailer.Info.CreationDate) == "D:20250314"
    with pikepdf.open(BytesIO(pdf("# T\n\nWords.", "ua-1"))) as made:
        assert "/CreationDate" not in made.trailer.Info


def test_an_image_outside_of_the_folder_is_refused() -> None:
    made = edition("# T\n\n![x](../rich/leaf.svg)", RICH / "inner")
    with pytest.raises(RefusedError):
        lay_out(build(made), made, Resources(RICH.parent / "nowhere"), profile="ua-2")


def test_nothing_but_named_resources_is_served() -> None:
    from xml.etree import ElementTree as ET

    from pipeline.writers.pdf import seam

    root = ET.fromstring('<html lang="en"><body><img src="file:///etc/hostname" alt=""/><p>x</p></body></html>')
    document = seam.render(root, "p { background: url(http://127.0.0.1:9/x.png) }", {}, listed=set(), srgb=False)
    assert len(document.pages) == 1


@pytest.mark.parametrize("profile", ["ua-2", "ua-1"])
def test_the_end_of_every_stream_is_clear(profile: str) -> None:
    data = layout(profile, archive=True).pdf
    ends = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    assert len(ends) == data.count(b"\nendstream") > 5
    for found in ends:
        after = found.end() + int(found.group(1))
        assert data[after : after + 11] == b"\r\nendstream"
