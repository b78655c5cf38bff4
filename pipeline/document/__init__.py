# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clean source to document: pandoc's AST with positions, islands, ids."""
