# SPDX-License-Identifier: AGPL-3.0-or-later
"""Repairs of what pages put into a text: their ends, running heads and feet, page numbers, what stands for a picture;
and what is known of a text's pages from these."""
