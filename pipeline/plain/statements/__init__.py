# SPDX-License-Identifier: AGPL-3.0-or-later
"""Denials, duties, permissions and cases of two texts compared, by rules."""
