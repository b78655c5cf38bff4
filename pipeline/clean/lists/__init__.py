# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of lists: which paragraphs are items, where items begin and end, their numbers and how they are nested."""
