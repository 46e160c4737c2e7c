"""Small, sound files of many formats, by the name of their format: what a parser of another format is not to claim."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The harbour is open again</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>The harbour is open again</h1>
<p>The harbour of Emden was opened again on Monday, four weeks after the storm, the port authority said.</p>
<p>About 1,200 ships had been sent to other ports in the meantime.</p></article></body></html>
"""

_POST = """{"id":12,"date":"2024-05-02T10:00:00","date_gmt":"2024-05-02T08:00:00",
"guid":{"rendered":"https:\\/\\/example.org\\/?p=12"},
"slug":"harbour","status":"publish","type":"post","link":"https:\\/\\/example.org\\/harbour\\/",
"title":{"rendered":"The harbour is open again"},
"content":{"rendered":"<p>It was opened on Monday.<\\/p>\\n","protected":false}}
"""

_RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Port news</title>
<link>https://example.org/</link><description>News</description>
<item><title>The harbour is open again</title><link>https://example.org/harbour/</link>
<pubDate>Thu, 02 May 2024 10:00:00 +0200</pubDate>
<description>It was opened on Monday.</description></item></channel></rss>
"""

_ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Port news</title><id>urn:port</id><updated>2024-05-02T10:00:00Z</updated>
<entry><title>The harbour is open again</title><id>urn:port:12</id><updated>2024-05-02T10:00:00Z</updated>
<content type="text">It was opened on Monday.</content></entry></feed>
"""

_WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Port news</title><wp:wxr_version>1.2</wp:wxr_version><item><title>The harbour is open again</title>
<content:encoded><![CDATA[It was opened on Monday.]]></content:encoded><wp:post_id>12</wp:post_id>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>
"""

_TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>The harbour is open again</title></titleStmt>
<publicationStmt><p>Port news</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>It was opened on Monday.</p></body></text></TEI>
"""

_BLOGGER = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">
<id>tag:blogger.com,1999:blog-1</id><title>Port news</title>
<entry><id>tag:blogger.com,1999:blog-1.post-2</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
<title>The harbour is open again</title><content type="html">It was opened on Monday.</content></entry></feed>
"""

_GHOST = """{"posts":[{"id":"66339c7aab","uuid":"7c1e0f8e","title":"The harbour is open again","slug":"harbour",
"html":"<p>It was opened on Monday.</p>","comment_id":"66339c7aab","feature_image":null,"custom_excerpt":null,
"published_at":"2024-05-02T10:00:00.000+02:00","url":"https://example.org/harbour/"}],"meta":{"pagination":{"page":1}}}
"""

_DRUPAL = """{"jsonapi":{"version":"1.0"},"data":{"type":"node--article","id":"2b1f6a70-5f0e-4c55-9d6b-5f3c1b2a7e01",
"attributes":{"drupal_internal__nid":12,"title":"The harbour is open again","created":"2024-05-02T08:00:00+00:00",
"body":{"value":"It was opened on Monday.","format":"basic_html","processed":"<p>It was opened on Monday.</p>"}}}}
"""

_MEDIUM = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>The harbour is open again</title></head><body>
<article class="h-entry"><header><h1 class="p-name">The harbour is open again</h1></header>
<section data-field="body" class="e-content"><p class="graf graf--p">It was opened on Monday.</p></section>
<footer><p><a class="p-author h-card" href="https://example.org/ada">Ada</a></p></footer></article></body></html>
"""

_MHTML = """From: <Saved by a browser>
Subject: The harbour is open again
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----=_part"

------=_part
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit
Content-Location: https://example.org/harbour/

<html><body><p>It was opened on Monday.</p></body></html>
------=_part--
"""

_WARC = (
    "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
    "WARC-Date: 2024-05-02T08:00:00Z\r\nContent-Type: application/warc-fields\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
)

FOREIGN: Mapping[str, bytes] = MappingProxyType(
    {
        "html": _PAGE.encode(),
        "wordpress": _POST.encode(),
        "json": b'{"articlekit":1,"title":"The harbour is open again"}',
        "rss": _RSS.encode(),
        "atom": _ATOM.encode(),
        "wxr": _WXR.encode(),
        "jsonfeed": b'{"version":"https://jsonfeed.org/version/1.1","title":"Port news",'
        b'"items":[{"id":"12","content_text":"Open."}]}',
        "schemaorg": b'{"@context":"https://schema.org","@type":"NewsArticle","headline":"The harbour is open again"}',
        "tei": _TEI.encode(),
        "blogger": _BLOGGER.encode(),
        "ghost": _GHOST.encode(),
        "drupal": _DRUPAL.encode(),
        "medium": _MEDIUM.encode(),
        "markdown": b"# The harbour is open again\n\nIt was opened on *Monday*.\n\n- Ships\n- Cranes\n",
        "mhtml": _MHTML.replace("\n", "\r\n").encode(),
        "warc": _WARC.encode(),
        "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00",
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
        "csv": b"title,date\nThe harbour is open again,2024-05-02\n",
        "python": b"import json\n\n\ndef main() -> None:\n    print(json.dumps({}))\n",
    }
)
"""One file a format. Names that no parser has (`png`, `pdf`) are of formats that nobody is to claim."""
