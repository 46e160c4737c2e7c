"""A small book, made when it is asked for, so that its parts can be read here and changed in tests."""

import io
import zipfile

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
 <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">
 <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:identifier id="uid">urn:isbn:0000000000</dc:identifier>
  <dc:title>Papers of the harbour</dc:title>
  <dc:creator id="c1">Ada Marsh</dc:creator><meta refines="#c1" property="role">aut</meta>
  <dc:creator id="c2">Ben Cod</dc:creator><meta refines="#c2" property="role">ill</meta>
  <dc:language>en-GB</dc:language><dc:date>2024-05-02</dc:date><dc:publisher>Port press</dc:publisher>
  <dc:subject>Ships</dc:subject><dc:description>&lt;p&gt;What a port is.&lt;/p&gt;</dc:description>
  <meta property="dcterms:modified">2024-05-03T08:00:00Z</meta>
 </metadata>
 <manifest>
  <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
  <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
  <item id="one" href="text/one%20.xhtml" media-type="application/xhtml+xml"/>
  <item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
  <item id="jpg" href="cover.jpg" media-type="image/jpeg"/>
 </manifest>
 <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/></spine>
</package>
"""
NAVIGATION = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol><li><a href="text/two.xhtml">Tides</a></li></ol></nav>
<nav epub:type="landmarks"><ol><li><a href="text/one%20.xhtml">Start</a></li></ol></nav></body></html>
"""
ONE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>
<section><h1>The harbour</h1><a id="p1"/><p>It was opened<a epub:type="noteref" href="#n1">1</a>&nbsp;again.</p>
<aside epub:type="footnote" id="n1"><p>In May.</p></aside></section></body></html>
"""
TWO = """<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>Tides</h2><p>High at six.</p></body></html>"""
COVER = """<html xmlns="http://www.w3.org/1999/xhtml"><body><div/></body></html>"""
FILES = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": NAVIGATION,
    "OEBPS/cover.xhtml": COVER,
    "OEBPS/text/one .xhtml": ONE,
    "OEBPS/text/two.xhtml": TWO,
}


def written(files: dict[str, str | bytes | None], *, mimetype: bool = True) -> bytes:
    """Write the book with these files instead of its own; None leaves one out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        for name, data in {**FILES, **files}.items():
            if data is not None:
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
