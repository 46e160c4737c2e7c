"""How time grows with size, for input made to make it grow faster than that: markup, WordPress answers, feeds, pages.

    python benchmarks/growth.py [--size BYTES] [NAME …]

Every shape is made in three sizes, each twice the one before, and read. Printed are the seconds of processor time that
the largest took, and by what factor time grows when size is doubled: 2 is linear, 4 quadratic. What is nearer to 4, and
takes long enough to be measured, is said to grow too fast, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable

import articlekit
from articlekit import ArticlekitError
from articlekit.entities import decode
from articlekit.markup import plain_text, read_blocks

#: What is repeated until the text has its size.
HTML = {
    "paragraphs": "<p>One two three.</p>\n",
    "paragraphs without ends": "<p>One two three.\n",
    "marks": "<b>x</b> y ",
    "marks that overlap": "<b>x<i>y</b>z</i>",
    "links": '<a href="/x">y</a>',
    "line breaks": "x<br>",
    "empty marks": "<i> </i>",
    "items": "<li>x",
    "cells": "<tr><td>x<td>y",
    "pictures": '<img src="a.jpg" alt="x">',
    "figures": "<figure><img src=a.jpg><figcaption>x</figcaption></figure>",
    "boxes for a link": '<div><a href="/x">y</a></div>',
    "headings": "<h1>x</h1>",
    "frames": '<iframe src="/x"></iframe>',
    "notes": '<a href="#fn1" id="fnref1">1</a>',
    "comments": "<!-- x -->",
    "white space": " \n\t",
    "one word": "x",
    "one long line": "One two three. ",
    "ampersands": "&",
    "references": "&amp;",
    "brackets": "<",
    "ends": "</b></p>",
    "classes": '<span class="a b">x</span>',
    **{
        f"deep {name}": f"<{name}>"
        for name in ("div", "b", "span", "blockquote", "ul><li", "table><tr><td", "sup", "q")
    },
    **{
        f"open {name}": f"<{name}>"
        for name in ("svg", "script", "noscript", "object", "math", "pre", "x-y", "a href=x")
    },
    "open comments": "<!--",
    "open tags": "<a ",
    "open quotes": '<a b="',
    "open quotes of both kinds": "<a x=\"' ",
}
WORDPRESS = {
    "shortcodes": '[vc_row a="b"]One[/vc_row]',
    "open shortcodes": "[a ",
    "captions": '[caption a="b" caption="',
    "typed lines": "One\n\n",
    "boxes": '<div class="toc"><a href="#a">A</a></div>',
    "boxes in boxes": '<div class="toc share related-posts">',
    "open blocks": "<!-- wp:a {",
    "lost starts": "One</p>\n",
    "escaped ends": "<p>One<\\/p>",
    "doubled references": "It&amp;#8217;s ",
    "question marks": "x?x ?? ",
}
JSON = {
    "lists": "[",
    "objects": '{"a":',
    "posts": '{"id":1,"title":{"rendered":"x"}},',
    "quotes": '"',
    "members": '"title":"',
    "backslashes": "\\",
    "escapes": "\\u2019",
    "slashes": "\\/",
    "commas": ",",
    "line ends": "\n",
    "colons": '":',
}
XML = {
    "deep": "<a>",
    "deep items": "<item>",
    "names": "<a/>",
    "one name": "n",
    "sections": "<![CDATA[",
    "comments": "<!--",
    "instructions": "<?a",
    "references": "&amp;",
    "ampersands": "&",
    "brackets": "<",
    "ends": "</a>",
    "items": "<item><title>x</title></item>",
    "categories": "<category>c</category>",
    "paragraphs": "&lt;p&gt;x&lt;/p&gt;",
}

POST = {"id": 1, "date": "2024-01-01T00:00:00", "title": {"rendered": "x"}}


def read(format: str) -> Callable[[str], None]:  # noqa: A002
    def reader(text: str) -> None:
        try:
            for _ in articlekit.parse_all(text, format=format):
                pass
        except ArticlekitError:
            pass  # A refusal has to be quick too.

    return reader


def post(html: str) -> str:
    return json.dumps({**POST, "content": {"rendered": html}})


#: What is read: the shapes, what is put around them, and what reads them.
READERS: dict[str, tuple[dict[str, str], Callable[[str], str], Callable[[str], object]]] = {
    "decode": (
        {"&": "&", "&amp;": "&amp;", "&#": "&#", "&#0": "&#0", "&a": "&a", "digits": "9"},
        "&#{}".format,
        decode,
    ),
    "markup": (HTML, str, read_blocks),
    "plain text": (HTML, str, plain_text),
    "page": (HTML, "<html><head><title>x</title></head><body>{}".format, read("html")),
    "wordpress": ({**HTML, **WORDPRESS}, post, read("wordpress")),
    "wordpress, cut": ({**HTML, **WORDPRESS}, lambda html: post(html)[:-3], read("wordpress")),
    "wordpress, broken": (
        JSON,
        '{{"id":1,"title":{{"rendered":"x"}},"content":{{"rendered":"x{}'.format,
        read("wordpress"),
    ),
    "feed": (
        XML,
        "<rss><channel><title>x</title><item><description>{}</description></item></channel></rss>".format,
        read("rss"),
    ),
    "export": (
        XML,
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>{}</item></channel></rss>'.format,
        read("wxr"),
    ),
}
TOO_FAST = 8**0.5
LEAST = 0.1


def seconds(reader: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    reader(text)
    return time.process_time() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--size", type=int, default=1_000_000, help="characters of the largest input")
    arguments.add_argument("names", nargs="*", help=f"what is read: {', '.join(READERS)}")
    given = arguments.parse_args()
    failed = 0
    for name in given.names or READERS:
        shapes, around, reader = READERS[name]
        reader(around("x"))
        for shape, piece in shapes.items():
            texts = [around(piece * (size // len(piece))) for size in (given.size // 4, given.size // 2, given.size)]
            taken = [min(seconds(reader, text) for _ in range(3)) for text in texts]
            growth = (taken[2] / taken[0]) ** 0.5 if taken[2] > LEAST else 0
            verdict = f"{growth:4.1f}{'  grows too fast' * (growth > TOO_FAST)}" if growth else "   -"
            failed += growth > TOO_FAST
            print(f"{name:18} {shape:26} {taken[2]:7.2f} s for {given.size:,}  × {verdict}", flush=True)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
