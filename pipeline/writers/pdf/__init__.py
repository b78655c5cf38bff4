# SPDX-License-Identifier: AGPL-3.0-or-later
"""Layout, tags and metadata of the PDF."""
