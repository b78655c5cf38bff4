# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the scanner and all repairs read in a Markdown text: its lines, its blocks, how items and headings are marked,
the language, and what the signs at the edges of a text say. Nothing here repairs anything."""
