# SPDX-License-Identifier: AGPL-3.0-or-later
"""One file for each program outside of this one."""
