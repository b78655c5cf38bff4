# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers of a text, with dates and hours, as they are compared: each as it is written, what it counts, and the
other ways to say the same."""
