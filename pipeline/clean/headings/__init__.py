# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of headings: which lines are one, where they begin and end, and on which level they stand."""
