# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of where paragraphs begin and end: the margin of plain text, texts run into one, texts that a page or a
line end cut; and what speaks against joining two."""
