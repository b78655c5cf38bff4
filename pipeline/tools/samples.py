# SPDX-License-Identifier: AGPL-3.0-or-later
"""Known-good and known-bad files for the validators' self-tests, made here byte by byte.

Each bad file differs from its good one in a single way that matters to a reader: a figure, an image or a
picture without a description, or (XLIFF) an id that is used twice.
"""

from __future__ import annotations

import io
import zipfile

_UA_XMP = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>'
_UA2_XMP = (
    '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">2</pdfuaid:part>'
    '<pdfuaid:rev xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">2024</pdfuaid:rev>'
)
_DECLARATION = (
    '<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#{kind}1.0</pdfd:conformsTo>"
    "</rdf:li></rdf:Bag></pdfd:declarations>"
)
_PDF2_NAMESPACE = "http://iso.org/pdf2/ssn"


def _claim(profile: str) -> str:
    """The XMP properties by which a file claims ``profile``."""
    if profile == "ua1":
        return _UA_XMP
    if profile == "ua2":
        return _UA2_XMP
    if profile.startswith("wt1"):
        return _DECLARATION.format(kind={"a": "accessibility", "r": "reuse"}[profile[-1]])
    part, level = profile[0], profile[1:]
    space = 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    more = f"<pdfaid:conformance {space}>{level.upper()}</pdfaid:conformance>" if level else ""
    more += f"<pdfaid:rev {space}>2020</pdfaid:rev>" if part == "4" else ""
    return f"<pdfaid:part {space}>{part}</pdfaid:part>{more}"


def _xmp(profile: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        '<rdf:li xml:lang="x-default">Sample</rdf:li></rdf:Alt></dc:title>'
        f'{_claim(profile)}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def pdf(profile: str, *, good: bool) -> bytes:
    """A PDF of one page with one tagged figure; its claim is ``profile`` as veraPDF names it.

    The bad one claims nothing in its metadata and its figure has no description.
    """
    modern = profile in ("ua2", "wt1a", "wt1r") or profile.startswith("4")
    space = "/NS 9 0 R " if modern else ""
    alt = "/Alt (A black square) " if good else ""
    xmp = _xmp(profile) if good else b""
    content = b"/Figure <</MCID 0>> BDC /Grey cs 0 sc 100 100 50 50 re f EMC"
    metadata = "/Metadata 4 0 R " if good else ""
    root_spaces = "/Namespaces [9 0 R] " if modern else ""
    objects = [
        f"<</Type /Catalog /Pages 2 0 R {metadata}/Lang (en) /MarkInfo <</Marked true>> "
        "/ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot 5 0 R>>".encode(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 8 0 R /StructParents 0 /Tabs /S "
        b"/Resources <</ColorSpace <</Grey [/CalGray <</WhitePoint [0.9505 1 1.089]>>]>>>>>>",
        b"<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream" % (len(xmp), xmp),
        f"<</Type /StructTreeRoot /K [6 0 R] {root_spaces}/ParentTreeNextKey 1 "
        "/ParentTree <</Nums [0 [7 0 R]]>>>>".encode(),
        f"<</Type /StructElem /S /Document {space}/P 5 0 R /K [7 0 R]>>".encode(),
        f"<</Type /StructElem /S /Figure {space}/P 6 0 R /Pg 3 0 R {alt}/K 0 "
        "/A <</O /Layout /BBox [100 100 150 150]>>>>".encode(),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        f"<</Type /Namespace /NS ({_PDF2_NAMESPACE})>>".encode(),
    ]
    return _assemble(objects, "2.0" if modern else "1.7")


def _assemble(objects: list[bytes], version: str) -> bytes:
    out = bytearray(f"%PDF-{version}\n".encode() + b"%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    identity = b"<00112233445566778899AABBCCDDEEFF>"
    out += b"trailer\n<</Size %d /Root 1 0 R /ID [%s %s]>>\n" % (len(objects) + 1, identity, identity)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x-sample:1</dc:identifier>
<dc:title>Sample</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">A sample with one described picture.</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="dot" href="dot.gif" media-type="image/gif"/></manifest>
<spine><itemref idref="text"/></spine></package>
"""
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Sample</title></head><body>{body}</body></html>
"""
_NAV = '<nav epub:type="toc" role="doc-toc" aria-label="Contents"><ol><li><a href="{href}">Sample</a></li></ol></nav>'
_DOT = bytes.fromhex("47494638396101000100800000000000ffffff21f90400000000002c000000000100010000020144003b")


def epub(*, good: bool) -> bytes:
    """An EPUB 3 of one page with one picture; the bad one's picture has no alternative text and its table of
    contents leads to a page that is not there, so that any checker must find fault with it."""
    alt = 'alt="A dot" ' if good else ""
    body = f'<section><h1>Sample</h1><p>A text with a dot: <img {alt}src="dot.gif"/></p></section>'
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "package.opf": _PACKAGE.encode(),
        "nav.xhtml": _PAGE.format(body=_NAV.format(href="text.xhtml" if good else "gone.xhtml")).encode(),
        "text.xhtml": _PAGE.format(body=body).encode(),
        "dot.gif": _DOT,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr(zipfile.ZipInfo("mimetype"), b"application/epub+zip")
        for name, data in files.items():
            book.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def html(*, good: bool) -> bytes:
    """An HTML page; the bad one's picture has no alternative text."""
    alt = 'alt="A dot" ' if good else ""
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAIBRAA7"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Sample</title></head>'
        f'<body><main><h1>Sample</h1><p>A text with a dot: <img {alt}src="{dot}"></p></main></body></html>\n'
    ).encode()


def xliff(version: str, *, good: bool) -> bytes:
    """An XLIFF 2 file with two units; in the bad one both have the same id."""
    second = "u2" if good else "u1"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        f'version="{version}" srcLang="en" trgLang="fr"><file id="f1">'
        '<unit id="u1"><segment><source>One.</source><target>Un.</target></segment></unit>'
        f'<unit id="{second}"><segment><source>Two.</source></segment></unit></file></xliff>\n'
    ).encode()
