"""A real browser, sent to the deep link of a claim, scrolls to it and highlights its words and no others.

What the browser highlights is compared, pixel by pixel, with the same page on which a script highlights the words.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from attrs import evolve, frozen

from articlekit.article import Article
from articlekit.blocks import Paragraph
from articlekit.claim import Claim, Span

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
    pytest.mark.filterwarnings("default"),
]

# Without the network, and as root in a container.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGE = """<!doctype html><html lang="{language}" dir="{direction}"><meta charset="utf-8"><title>A page</title>
<style>
  body {{ font: 16px/1.5 sans-serif; width: 600px }}
  i {{ display: block; height: 3000px }}
  ::target-text {{ background: #fc0; color: #000 }}
  ::highlight(expected) {{ background: #fc0; color: #000 }}
</style>
<h1>{title}</h1><i></i>{paragraphs}<i></i>"""
HIGHLIGHT = """([startBlock, start, endBlock, end]) => {
  const blocks = document.querySelectorAll("p");
  const place = (block, offset) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = Array.from(node.data).length;
      if (offset <= length) return [node, Array.from(node.data).slice(0, offset).join("").length];
      offset -= length;
    }
  };
  const range = new Range();
  range.setStart(...place(blocks[startBlock], start));
  range.setEnd(...place(blocks[endBlock], end));
  CSS.highlights.set("expected", new Highlight(range));
}"""


@frozen(kw_only=True)
class Case:
    """A page, and the words of a claim on it between ``[[`` and ``]]``."""

    paragraphs: tuple[str, ...]
    title: str = "Something else entirely"
    language: str = "en"

    @property
    def marked(self) -> str:
        return "\n\n".join(unescape(re.sub(r"<[^>]+>", "", paragraph)) for paragraph in self.paragraphs)

    @property
    def article(self) -> Article:
        plain = self.marked.replace("[[", "").replace("]]", "")
        return Article(title=self.title, body=tuple(Paragraph(text=text) for text in plain.split("\n\n")))

    @property
    def claim(self) -> Claim:
        start = self.marked.index("[[")
        end = self.marked.index("]]") - 2
        return Claim(text=self.article.text[start:end], span=Span(start=start, end=end))

    @property
    def html(self) -> str:
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        return PAGE.format(
            title=self.title,
            language=self.language,
            direction="rtl" if self.language in {"ar", "he"} else "ltr",
            paragraphs=paragraphs.replace("[[", "").replace("]]", ""),
        )

    def place(self, offset: int) -> tuple[int, int]:
        """The paragraph that an offset is in, and the offset in it."""
        runs = self.article.runs
        index = max(i for i, run in enumerate(runs) if run.start <= offset)
        return index, offset - runs[index].start


CASES = {
    "a sentence": Case(paragraphs=("Prices rose. [[Wages fell by 3% in May.]] Rents did not.",)),
    "a sentence that stands twice": Case(
        paragraphs=("Prices rose by 3%. Wages fell.", "Rents fell. [[Prices rose by 3%.]] So they say.")
    ),
    "the first of two": Case(paragraphs=("[[Prices rose by 3%.]] Wages fell.", "Rents fell. Prices rose by 3%.")),
    "two sentences alike but for their ends": Case(
        paragraphs=("The bridge was built in 1930. [[The bridge was built in 1931.]] The bridge was built in 1932.",)
    ),
    "a paragraph that stands twice": Case(
        paragraphs=("One comes first.", "Prices rose.", "Another comes second.", "[[Prices rose.]]", "Then the end.")
    ),
    "inline tags": Case(
        paragraphs=(
            "News. [[Pro<b>du</b>ction of <a href='#'>crude <em>oil</em></a> fell <s>two</s> three percent.]] All.",
        )
    ),
    "the letters of a longer word": Case(paragraphs=("Catalogue of cats. [[A cat sat.]] Concatenate.",)),
    "case and accents": Case(paragraphs=("THE RÉSUMÉ WAS LONG. He read it. [[The resume was long.]] He slept.",)),
    "typographic and straight marks": Case(
        paragraphs=('He said “don’t go” to her. Later. [[He said "don\'t go" to him.]] She left.',)
    ),
    "characters of the grammar": Case(
        paragraphs=("Some text. [[A well-known, all-in-one R&amp;D centre, built in 2010, closed.]] More.",)
    ),
    "no-break spaces and soft hyphens": Case(
        paragraphs=("It is so. [[It cost 3\u00a0million for the ad\u00admin\u00adis\u00adtra\u00adtion.]] It is.",)
    ),
    "over a line break": Case(paragraphs=("Before it. [[One line of verse,<br>\nand another.]] After it.",)),
    "over paragraphs": Case(paragraphs=("It began. [[He was here.", "She was there.]] It ended.")),
    "the title says the same": Case(
        title="Prices rose by 3%", paragraphs=("All is well.", "[[Prices rose by 3%]], the bank says.")
    ),
    "abbreviations and numbers": Case(
        paragraphs=("The U.S. grew. [[The U.S. spent $3.5 billion (or 3.14%) on it.]] The U.S. rested.",)
    ),
    "Arabic": Case(
        language="ar",
        paragraphs=("ارتفعت الأسعار في مايو. [[انخفضت الأجور بنسبة ٣٪ في مايو.]] لم تتغير الإيجارات.",),
    ),
    "Hebrew that repeats": Case(
        language="he", paragraphs=("המחירים עלו. השכר ירד.", "שכר הדירה ירד. [[המחירים עלו.]] כך אומרים.")
    ),
    "Chinese": Case(
        language="zh", paragraphs=("俄罗斯支持朝鲜。[[俄罗斯否决了决议，并签署了新的协议。]]双方关系密切。",)
    ),
    "Chinese that repeats": Case(
        language="zh", paragraphs=("价格上涨。工资下降。", "房租下降。[[价格上涨。]]大家都这么说。")
    ),
    "Japanese": Case(language="ja", paragraphs=("物価が上がった。[[東京の家賃は5月に3%下がった。]]理由は不明だ。",)),
    "Korean": Case(language="ko", paragraphs=("물가가 올랐다. [[임금은 5월에 3% 떨어졌다.]] 집세는 그대로다.",)),
    "Thai": Case(language="th", paragraphs=("ราคาสูงขึ้น [[ค่าจ้างลดลงในเดือนพฤษภาคม]] ค่าเช่าไม่เปลี่ยน",)),
    "Hindi": Case(language="hi", paragraphs=("कीमतें बढ़ीं। [[मई में वेतन तीन प्रतिशत गिरा।]] किराया नहीं बदला।",)),
    "emoji": Case(paragraphs=("Well 🎉 done. [[Prices 📈 rose 👩‍👩‍👧 by 3% 🇺🇸.]] Wages fell 📉.",)),
}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/") or "0"
        if not name.isdecimal():
            self.send_error(404)  # Browsers ask for an icon.
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(list(CASES.values())[int(name)].html.encode())

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.mark.parametrize("name", CASES)
def test_the_browser_highlights_the_claim(name: str, browser: Any, address: str) -> None:
    case = CASES[name]
    url = f"{address}/{list(CASES).index(name)}"
    link = case.claim.deep_link(evolve(case.article, url=url))
    assert link is not None
    page = browser.new_page(viewport={"width": 700, "height": 400})
    page.goto(link)
    page.wait_for_function("scrollY > 0", timeout=5000)
    scrolled = page.evaluate("scrollY")
    seen = page.screenshot()
    page.goto(url + "?")
    page.evaluate("y => scrollTo(0, y)", scrolled)
    plain = page.screenshot()
    assert case.claim.span is not None
    page.evaluate(HIGHLIGHT, [*case.place(case.claim.span.start), *case.place(case.claim.span.end)])
    expected = page.screenshot()
    page.close()
    assert plain != expected
    assert seen == expected, link
