# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is told and not mended, since the text alone does not say how."""
