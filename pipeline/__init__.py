# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pariter: one Markdown source, the same document for everyone."""
