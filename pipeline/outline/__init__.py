# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of a file gets: one reader for each format, and what the document says it must be."""
