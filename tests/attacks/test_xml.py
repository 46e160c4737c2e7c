"""XML made to harm: what is read of it is bounded, nothing is expanded or fetched, nothing is raised but ParseError."""

from pathlib import Path

import pytest

import articlekit
from articlekit import Article, ArticlekitError

SIZE = 2**18
_CHANNEL = "<channel><title>T</title><item><title>One</title>{}</item><item><title>Two</title></item></channel></rss>"
RSS = '<rss version="2.0">' + _CHANNEL
WXR = '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">' + _CHANNEL
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title>{}</entry>'
    "<entry><title>Two</title></entry></feed>"
)
_HEADER = "<teiHeader><fileDesc><titleStmt><title>{}</title></titleStmt></fileDesc></teiHeader>"
TEI = (
    f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI>{_HEADER.format("One")}<text><body><p>a</p>{{}}</body></text>'
    f"</TEI><TEI>{_HEADER.format('Two')}<text><body><p>b</p></body></text></TEI></teiCorpus>"
)
FEEDS = pytest.mark.parametrize("feed", [RSS, WXR, ATOM], ids=["rss", "wxr", "atom"])
DOCUMENTS = pytest.mark.parametrize("feed", [RSS, WXR, ATOM, TEI], ids=["rss", "wxr", "atom", "tei"])

_LEVELS = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
BILLION = f'<!DOCTYPE x [<!ENTITY e0 "laughter">{_LEVELS}]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY e8 "{"a" * 2_000}">]>'


def read(feed: str) -> list[Article]:
    try:
        return list(articlekit.parse_all(feed))
    except ArticlekitError:
        return []


def said(articles: list[Article]) -> str:
    """All that articles hold; their own representation is short."""
    return articlekit.write(articles, "jsonl")


@FEEDS
@pytest.mark.parametrize("doctype", [BILLION, QUADRATIC], ids=["billion laughs", "quadratic"])
@pytest.mark.parametrize(
    "part",
    ["<description>&e8;</description>", '<link href="&e8;"/>', "<description>" + "&e8;" * 1000 + "</description>"],
    ids=["text", "attribute", "many"],
)
def test_entities_are_not_expanded(feed: str, doctype: str, part: str) -> None:
    found = read(doctype + feed.format(part))

    assert [article.title for article in found] == ["One", "Two"]
    assert len(said(found)) < 100_000
    assert any(article.diagnostics for article in found)


@pytest.mark.parametrize("doctype", [BILLION, QUADRATIC], ids=["billion laughs", "quadratic"])
def test_entities_in_a_text_stand_as_they_are_named(doctype: str) -> None:
    one, two = read(doctype + TEI.format("<p>&e8;</p>"))

    assert one.text == "a\n\n&e8;"
    assert (*one.diagnostics, *two.diagnostics) != ()


@DOCUMENTS
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "{}"> %p;]>',
        '<!DOCTYPE x SYSTEM "{}">',
        '<?xml-stylesheet href="{}"?>',
    ],
    ids=["entity", "parameter", "subset", "stylesheet"],
)
def test_nothing_is_fetched(feed: str, doctype: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY f "s3cret">s3cret')
    part = "<description>&e;&f;</description>" if "ENTITY" in doctype or "DOCTYPE" in doctype else ""

    found = read(doctype.format(secret.as_uri()) + feed.format(part))

    assert [article.title for article in found] == ["One", "Two"]
    assert "s3cret" not in said(found)


def test_an_included_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret")
    spaced = RSS.replace("<rss", '<rss xmlns:xi="http://www.w3.org/2001/XInclude"')
    include = f'<description><xi:include href="{secret.as_uri()}" parse="text"/></description>'

    assert "s3cret" not in said(read(spaced.format(include)))


FLOODS = {
    "deep": "<a>" * (SIZE // 3),
    "deep and closed": "<a>" * (SIZE // 7) + "</a>" * (SIZE // 7),
    "attribute": f'<a href="{"x" * SIZE}"/>',
    "attribute without end": f'<a href="{"x" * SIZE}',
    "attributes": "<a " + " ".join(f"a{i}=''" for i in range(SIZE // 11)) + "/>",
    "name": f"<{'n' * SIZE}/>",
    "name without end": f"<{'n' * SIZE}",
    "namespaces": "".join(f'<a xmlns:n{i}="n{i}"/>' for i in range(SIZE // 22)),
    "sections": "<![CDATA[" * (SIZE // 9),
    "comments": "<!--" * (SIZE // 4),
    "comment": f"<!--{'- ' * (SIZE // 2)}-->",
    "instructions": "<?a" * (SIZE // 3),
    "items": "<item>" * (SIZE // 6),
    "entries": "<entry>" * (SIZE // 7),
    "references": "&amp;" * (SIZE // 5),
    "ampersands": "&" * SIZE,
    "numbers": f"&#{'9' * SIZE};",
    "halves": "&#xD83D;" * (SIZE // 8),
    "halves without end": "&#xD83D" * (SIZE // 7),
    "brackets": "<" * SIZE,
    "doctypes": "<!DOCTYPE x [" * (SIZE // 13),
    "ends": "</a>" * (SIZE // 4),
    "text": f"<description>{'x ' * (SIZE // 2)}</description>",
    "controls": "\x0b" * SIZE,
    "dots": f"<description>{'. ' * (SIZE // 2)}</description>",
    "date": f"<pubDate>{'1' * SIZE}</pubDate>",
    "author": f"<author>{'a@ ' * (SIZE // 3)}</author>",
    "categories": "<category>c</category>" * (SIZE // 22),
}


@pytest.mark.slow
@DOCUMENTS
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_floods_are_read_or_refused(feed: str, flood: str) -> None:
    data = feed.format(flood)

    found = read(data)

    assert len(said(found)) < 20 * len(data)
