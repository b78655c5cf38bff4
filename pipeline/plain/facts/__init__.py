# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers, dates and names of two texts compared: which went, came or changed, and what is said of those that both
have."""
