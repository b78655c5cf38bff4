# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is told of two texts in the end: all differences of their facts and statements, weighed by the signs for and
against each, and by the reader of pairs."""
