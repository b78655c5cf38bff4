# SPDX-License-Identifier: AGPL-3.0-or-later
"""What assistive technology makes of a page: style, visibility, roles, names. Used by the rules."""
