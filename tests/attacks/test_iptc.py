"""NITF and NewsML-G2 made to harm: what is read of them is bounded, nothing is expanded or fetched."""

from pathlib import Path

import pytest

import articlekit
from articlekit import Article, ArticlekitError
from attacks.test_xml import BILLION, FLOODS, QUADRATIC, SIZE, said

_NITF = "<nitf><head><title>One</title></head><body><body.content><p>{}</p></body.content></body></nitf>"
_ITEM = (
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta><title>One</title></itemMeta>'
    f"<contentSet><inlineXML>{_NITF}</inlineXML></contentSet></newsItem></itemSet></newsMessage>"
)
DOCUMENTS = pytest.mark.parametrize(
    ("document", "name"), [(_NITF, "nitf"), (_ITEM, "newsmlg2")], ids=["nitf", "newsmlg2"]
)


def read(document: str, name: str) -> list[Article]:
    try:
        return list(articlekit.parse_all(document, format=name))
    except ArticlekitError:
        return []


@DOCUMENTS
@pytest.mark.parametrize("doctype", [BILLION, QUADRATIC], ids=["billion laughs", "quadratic"])
@pytest.mark.parametrize("part", ["&e8;", "&e8;" * 1000], ids=["one", "many"])
def test_entities_are_not_expanded(document: str, name: str, doctype: str, part: str) -> None:
    (article,) = read(doctype + document.format(part), name)

    assert (article.title, article.text) == ("One", part)
    assert article.diagnostics


@DOCUMENTS
@pytest.mark.parametrize("doctype", [BILLION, QUADRATIC], ids=["billion laughs", "quadratic"])
def test_entities_in_attributes_are_bounded(document: str, name: str, doctype: str) -> None:
    (article,) = read(doctype + document.format('<a href="&e8;">x</a>' * 1000), name)

    assert article.title == "One"
    assert len(said([article])) < 100_000


@DOCUMENTS
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "{}"> %p;]>',
        '<!DOCTYPE x SYSTEM "{}">',
    ],
    ids=["entity", "parameter", "subset"],
)
def test_nothing_is_fetched(document: str, name: str, doctype: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY f "s3cret">s3cret')

    found = read(doctype.format(secret.as_uri()) + document.format("&e;&f;"), name)

    assert [article.title for article in found] == ["One"]
    assert "s3cret" not in said(found)


@pytest.mark.slow
@DOCUMENTS
@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_floods_are_read_or_refused(document: str, name: str, flood: str) -> None:
    data = document.format(flood)

    assert len(said(read(data, name))) < 30 * len(data)


@DOCUMENTS
@pytest.mark.parametrize(
    "unit",
    ["<media>", '<media media-type="image"><media-reference source="a"/></media>', "<frac><numer/>"],
    ids=["media in media", "media", "fractions"],
)
def test_floods_of_their_own_elements(document: str, name: str, unit: str) -> None:
    assert len(read(document.format(unit * (SIZE // len(unit))), name)) <= 1
