# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person writes: ``plain.md`` read, its blocks beside those of the original, whether they are written for what
the original says now, the answers to findings, and the plain edition made of it."""
