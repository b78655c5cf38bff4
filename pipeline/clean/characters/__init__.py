# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of signs and words: what no reader sees, wrong encodings, ligatures, hyphens, addresses, markup that was
broken inside a line."""
