import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Source
from articlekit_wordpress import sniff

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())
TEXT = SAMPLES[1].read_text(encoding="utf-8").strip()
SHOWN = TEXT.replace("<", "&lt;")


def sure(text: str | bytes) -> float:
    return sniff(Source(data=text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_whole_answers(path: Path) -> None:
    assert sure(path.read_bytes()) >= 0.8


PRETTY = TEXT.replace("{", "{\n").replace("<", "&lt;")
NAME, COLOURED = '"date_gmt"', '<span class="name">"date_gmt"</span>'

DAMAGED = {
    "slashes stripped": TEXT.replace("\\", ""),
    "slashes added": TEXT.replace("\\", "\\\\").replace('"', '\\"'),
    "quotes doubled": TEXT.replace('"', '""'),
    "HTML-escaped": TEXT.replace('"', "&quot;"),
    "inside a string": json.dumps(TEXT),
    "Python's quotes": str(json.loads(TEXT)),
    "cut off": TEXT[:300],
    "start lost": TEXT[1500:],
    "start lost before a script": r"See <script src=\"/a.js\"><\/script>" + TEXT[1500:],
    "after a notice": "<br />\n<b>Warning</b>: in <b>/a.php</b> on line <b>3</b><br />\n" + TEXT,
    "after a closed script": "<script>window.x={};</script>" + TEXT,
    "a callback": f"/**/cb({TEXT})",
    "a variable": "const post = " + TEXT,
    "a page of it": f"<html><head><meta></head><body><pre style='x'>{SHOWN}</pre></body></html>",
    "a page of it, escaped": "<!doctype html><body><pre>" + SHOWN.replace('"', "&quot;") + "</pre>",
    "a page of it, coloured": f"<html><body><pre>{{\n{PRETTY.replace(NAME, COLOURED)}</pre></body></html>",
    "Base64": base64.b64encode(TEXT.encode()).decode(),
    "PHP's print_r": "Array\n(\n    [id] => 1\n    [date_gmt] => 2024-05-02\n    [featured_media] => 3\n)",
    "PHP's serialize": 'a:3:{s:2:"id";i:1;s:8:"date_gmt";s:10:"2024-05-02";s:14:"featured_media";i:3;}',
    "paragraphs added": "<p>" + TEXT.replace('"', "&#8221;"),
    "an error": '{"code":"rest_no_route","message":"None","data":{"status":404}}',
    "an error of WordPress.com": '{"error":"unknown_post","message":"Unknown post"}',
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_damaged_answers(text: str) -> None:
    assert sure(text) >= 0.5


OTHERS = {
    "a page with such data": f"<!doctype html><body><p>Text</p><script>var posts = {TEXT};</script></body>",
    "a page about it": f"<html><body><h1>The API</h1><p>It gives</p><pre>{SHOWN}</pre></body></html>",
    "a page whose data come first": f"<html><body><script type='application/json'>{TEXT}</script><p>Text</p></body>",
    "a feed": f"<?xml version='1.0'?><rss><item>{SHOWN}</item></rss>",
    "prose": "The member date_gmt is in UTC, and featured_media is a number.",
    "linked data": '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "One"}',
    "rich text": "{\\rtf1\\ansi\\deff0 {\\fonttbl{\\f0 Times;}} The harbour is open.\\par}",
    "a notebook": '{"cells": [{"cell_type": "markdown", "source": ["# The title"]}], "nbformat": 4}',
    "a recording of HTTP": '{"log": {"version": "1.2", "entries": [{"response": {"content": {"text": "<p>"}}}]}}',
    "nothing": "",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_formats(text: str) -> None:
    assert sure(text) == 0


@pytest.mark.parametrize("text", ['{"a": 1}', "[]", '{"title": "One", "content": "Two", "slug": "one"}'])
def test_any_json_might_be_one(text: str) -> None:
    assert 0 < sure(text) <= 0.3


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes(data: bytes) -> None:
    assert 0 <= sure(data) <= 1
