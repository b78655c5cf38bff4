# SPDX-License-Identifier: AGPL-3.0-or-later
"""One file for each promise; the engine finds them by itself."""
