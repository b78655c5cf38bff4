# SPDX-License-Identifier: AGPL-3.0-or-later
"""How hard a text is to read: formulas and shares, pinned and named, and the gates that a plain text must pass."""
