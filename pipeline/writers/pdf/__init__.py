# SPDX-License-Identifier: AGPL-3.0-or-later
"""Layout, tags and metadata of the PDF."""

from pipeline.writers.pdf.layout import lay_out

__all__ = ["lay_out"]
