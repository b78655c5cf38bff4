# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF's objects for the rules, by pikepdf."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.errors import InputError

if TYPE_CHECKING:
    import pikepdf


def open_pdf(data: bytes, file: str) -> pikepdf.Pdf:
    """Open a PDF. Raises InputError for what is none, or needs a password."""
    import pikepdf as engine

    try:
        return engine.open(BytesIO(data))
    except engine.PasswordError:
        raise InputError("the PDF needs a password.", "Give one without.", file=file) from None
    except (engine.PdfError, ValueError, RuntimeError) as error:
        raise InputError(f"this is no readable PDF: {error}.", "Give a PDF file.", file=file) from None
