# SPDX-License-Identifier: AGPL-3.0-or-later
"""The namespaces of the standards that files are written in and read by."""

from __future__ import annotations

XHTML = "http://www.w3.org/1999/xhtml"
MATHML = "http://www.w3.org/1998/Math/MathML"
SVG = "http://www.w3.org/2000/svg"
OPS = "http://www.idpf.org/2007/ops"  # EPUB 3.3, D.1
PDF1 = "http://iso.org/pdf/ssn"  # ISO 32000-2, 14.8.6.1
PDF2 = "http://iso.org/pdf2/ssn"
OWN_ID = "pariter-"
"""How the ids begin that our pages give to parts of their own; no block has such an id."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
