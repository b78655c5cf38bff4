# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of footnotes: their marks in the text, their texts at the feet of pages or at the end, and the two
joined."""
