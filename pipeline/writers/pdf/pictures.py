# SPDX-License-Identifier: AGPL-3.0-or-later
"""Images as an archive can keep them.

A file for archives says what its colours look like by one profile, sRGB (ISO 19005-2, 6.2.4.3; ISO 19005-4,
6.2.4.3): colours for printing presses have no meaning beside it, so such an image is turned into sRGB.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 95  # of a JPEG that is written anew: no loss that an eye sees


def archived(data: bytes, media_type: str) -> bytes:
    """A raster image whose colours sRGB can tell: ``data`` itself but for a JPEG in CMYK, which is turned into
    RGB by the profile that it carries, or, where it carries none, as its inks mix."""
    if media_type != "image/jpeg":
        return data
    import PIL.Image

    with PIL.Image.open(io.BytesIO(data)) as image:
        if image.mode != "CMYK":
            return data
        made = _by_profile(image, image.info.get("icc_profile")) or image.convert("RGB")
    out = io.BytesIO()
    made.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()


def _by_profile(image: Image, profile: object) -> Image | None:
    from PIL import ImageCms

    if not isinstance(profile, bytes):
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that is broken, or is of another kind of colour
        return None
