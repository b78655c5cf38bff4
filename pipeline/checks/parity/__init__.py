# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a file must hold beside what a reader of it gets: one comparison, many promises (rules ``parity_*``)."""
