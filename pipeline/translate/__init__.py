# SPDX-License-Identifier: AGPL-3.0-or-later
"""Segments, leverage and the way back from XLIFF."""
