# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of source code and commands that are shown: what belongs to a listing, and what does not."""
