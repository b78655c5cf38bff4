# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files for archives: what PDF/A forbids beside what PDF/UA asks for, in images and in Chinese."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from pipeline.semantic import build
from pipeline.tools import verapdf
from pipeline.tools.base import Status
from pipeline.writers.pdf import lay_out
from pipeline.writers.pdf.pictures import archived
from pipeline.writers.resources import Resources
from tests.pdf.made import edition

CLAIMS = {"ua-2": ("ua2", "wt1a", "wt1r", "4"), "ua-1": ("ua1", "2a")}
VECTORS = """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><defs><linearGradient id="a">
<stop offset="0" stop-color="red" stop-opacity="0.2"/><stop offset="1" stop-color="blue"/></linearGradient></defs>
<rect width="80" height="60" fill="url(#a)" opacity="0.5"/><text x="9" y="50" font-size="10">Gauge</text></svg>"""


@cache
def pictures() -> dict[str, bytes]:
    """One image of each kind that a PDF stores in its own way."""
    grey = Image.linear_gradient("L").resize((60, 40))
    colour = Image.merge("RGB", (grey, grey.transpose(Image.Transpose.FLIP_LEFT_RIGHT), grey))
    clear = colour.copy()
    clear.putalpha(grey)
    made: dict[str, tuple[Image.Image, dict[str, Any]]] = {
        "colour.png": (colour, {}), "colour.jpg": (colour, {}), "grey.jpg": (grey, {}), "clear.png": (clear, {}),
        "clear.webp": (clear, {}), "inks.jpg": (colour.convert("CMYK"), {}),
        "few.gif": (colour.convert("P"), {"transparency": 3}), "greyclear.png": (Image.merge("LA", (grey, grey)), {}),
        "bits.png": (grey.convert("1"), {}), "deep.png": (grey.convert("I;16"), {}),
    }  # fmt: skip
    found = {}
    for name, (image, options) in made.items():
        out = io.BytesIO()
        image.save(out, name.rpartition(".")[2].replace("jpg", "jpeg"), **options)
        found[name] = out.getvalue()
    return {**found, "vectors.svg": VECTORS.encode()}


def archive(folder: Path, profile: str) -> bytes:
    """A document with every kind of image, for archives."""
    for name, data in pictures().items():
        (folder / name).write_bytes(data)
    listed = "\n\n".join(f"![Picture {number}]({name})" for number, name in enumerate(pictures()))
    made = edition(f'---\ntitle: Pictures\nlang: en\n---\n\n# Pictures\n\nSome words.\n\n{listed}\n', folder)
    return lay_out(build(made), made, Resources(folder), profile=profile, archive=True).pdf


@pytest.mark.slow
@pytest.mark.parametrize("profile", CLAIMS)
def test_images_are_as_archives_ask(tmp_path: Path, profile: str) -> None:
    with pikepdf.open(io.BytesIO(archive(tmp_path, profile))) as made:
        streams = [item for item in made.objects if isinstance(item, pikepdf.Stream)]
        images = [item for item in streams if item.get("/Subtype") == "/Image"]
        assert len(images) >= len(pictures()) - 1
        assert {str(image.get("/Interpolate", False)) for image in images} == {"False"}
        assert {str(image.ColorSpace) for image in images} == {"/DeviceRGB", "/DeviceGray"}


def verify(path: Path, claims: tuple[str, ...]) -> None:
    for report in verapdf.run([path], profiles=claims):
        if report.status is Status.MISSING:
            pytest.skip(report.note)
        assert report.status is Status.OK, report.note
        assert [(item.rule, item.message) for item in report.items] == []
        assert report.passed


@pytest.mark.java
@pytest.mark.slow
@pytest.mark.parametrize("profile", CLAIMS)
def test_verapdf_passes_every_kind_of_image(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(archive(tmp_path, profile))
    verify(path, CLAIMS[profile])


CHINESE = """---
title: 河谷水务年度说明
lang: zh
---

# 概述

办公室每天测量十一条小溪。*重点*和**要点**，`程序`，H~2~O，[外部链接](https://example.org/shui)和注释。[^一]
公式 $E = mc^2$ 也在这里。

[^一]: 这条注释在页脚，有 English words。

: 各站的水位

| 站名 | 一月 |
|:----|----:|
| 北桥 | 12 |

1. 第一项
2. 第二项
   - 内层
"""


@pytest.mark.java
@pytest.mark.slow
@pytest.mark.parametrize("profile", CLAIMS)
def test_verapdf_passes_chinese(tmp_path: Path, profile: str) -> None:
    made = edition(CHINESE, lang="zh")
    path = tmp_path / "made.pdf"
    path.write_bytes(lay_out(build(made), made, Resources(tmp_path), profile=profile, archive=True).pdf)
    verify(path, CLAIMS[profile])


def test_only_colours_of_inks_are_written_anew() -> None:
    for name, data in pictures().items():
        media_type = "image/jpeg" if name.endswith(".jpg") else "image/png"
        if name != "inks.jpg":
            assert archived(data, media_type) is data
    with Image.open(io.BytesIO(archived(pictures()["inks.jpg"], "image/jpeg"))) as made:
        assert (made.mode, made.size) == ("RGB", (60, 40))
        with Image.open(io.BytesIO(pictures()["colour.jpg"])) as before:
            pairs = zip(made.tobytes(), before.tobytes(), strict=True)
            assert max(abs(a - b) for a, b in pairs) < 24


def test_a_profile_that_is_of_other_colours_is_passed_over() -> None:
    out = io.BytesIO()
    wrong = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(out, "JPEG", icc_profile=wrong)
    with Image.open(io.BytesIO(archived(out.getvalue(), "image/jpeg"))) as made:
        red, green, blue = made.getpixel((4, 4))  # type: ignore[misc]
    assert red > 200
    assert green < 60
    assert blue < 60
