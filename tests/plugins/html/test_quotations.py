"""Quotations that only a name tells, and who says them: behind a dash, or in what is named as the source."""

import pytest

import articlekit
from articlekit.blocks import Paragraph, Quote
from plugins.html.test_belongings import PARAGRAPHS, read

SAID = "We shall see what becomes of it."


def among_text(body: str) -> articlekit.Article:
    return read("".join(PARAGRAPHS[:3]) + body + "".join(PARAGRAPHS[3:]))


def quoted(*lines: str, cite: str | None = None, pull: bool = False) -> Quote:
    return Quote(body=tuple(Paragraph(text=line) for line in lines), cite=cite, pull=pull)


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (f"<div class='c-quote'><p>{SAID}</p></div>", quoted(SAID)),
        (f"<p class='pull-quote'>{SAID}</p>", quoted(SAID, pull=True)),
        (
            f"<div class='QuoteBlock'><div>{SAID}</div><div class='QuoteBlock-author'>Ada Brook</div></div>",
            quoted(SAID, cite="Ada Brook"),
        ),
        (
            f"<div class='blockquote'><p>{SAID}</p><footer class='blockquote-footer'>Ada Brook</footer></div>",
            quoted(SAID, cite="Ada Brook"),
        ),
        (
            f"<div class='quote'><div><p>{SAID}</p><div class='name'><div>Ada Brook</div></div></div></div>",
            quoted(SAID, cite="Ada Brook"),
        ),
        (f"<blockquote><p>{SAID}</p><p>— Ada Brook</p></blockquote>", quoted(SAID, cite="Ada Brook")),
        (f"<blockquote><p>{SAID}</p><p class='source'>Ada Brook</p></blockquote>", quoted(SAID, cite="Ada Brook")),
        (f"<blockquote><p>— {SAID}</p><p>— Yes</p></blockquote>", quoted(f"— {SAID}", "— Yes")),
        (f"<blockquote><p>{SAID}</p><p>— And so it was.</p></blockquote>", quoted(SAID, "— And so it was.")),
        (f"<blockquote><p>{SAID}</p><p>So be it</p></blockquote>", quoted(SAID, "So be it")),
    ],
)
def test_a_quotation_and_its_source(body: str, quote: Quote) -> None:
    article = among_text(body)
    assert [block for block in article.body if isinstance(block, Quote)] == [quote]


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='quote'><h3>Those who know</h3><p>{SAID}</p></div>",
        f"<div class='quotes'><p>{SAID} {SAID.upper()}</p></div>",
        f"<div class='quote-list'>{''.join(f'<p>{n}. {SAID}</p>' for n in range(5))}</div>",
    ],
    ids=["with a heading", "of another name", "many"],
)
def test_what_is_no_quotation_by_its_name(body: str) -> None:
    article = among_text(body)
    assert SAID in article.text
    assert not any(isinstance(block, Quote) for block in article.body)
