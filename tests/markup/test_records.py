"""Records of XML, sound and broken: what is read, and what is said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articlekit import Source
from articlekit.markup import read_records

SOUND = """<?xml version="1.0"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Port news</title>
<item><title>One</title><dc:creator>Ada</dc:creator></item>
<item><title>Two</title><text><![CDATA[<p>Fish & chips</p>]]></text></item>
<item><title>Three</title></item>
</channel></rss>
"""


def read(xml: str) -> tuple[list[str], list[str]]:
    """Titles of the items (and of what surrounds them, in brackets), and the codes of what is said."""
    titles, codes = [], []
    for record in read_records(
        Source(data=xml.encode("utf-8", "surrogatepass")), frozenset({"channel"}), frozenset({"item"})
    ):
        text = "|".join(t.strip() for t in record.element.itertext() if t.strip())
        titles.append(text if record.name == "item" else f"[{record.name}: {text}]")
        codes += [diagnostic.code for diagnostic in record.diagnostics]
    return titles, codes


ALL = HEAD, ONE, TWO, THREE = ["[title: Port news]", "One|Ada", "Two|<p>Fish & chips</p>", "Three"]


@pytest.mark.parametrize(
    ("damage", "titles", "codes"),
    [
        (lambda xml: xml, ALL, []),
        (lambda xml: xml.replace("Ada", "A<!-- b -->d<?c?>a"), ALL, []),
        (lambda xml: xml.replace("Ada", "A<!-- b -->d<?c?>a").replace("One</title>", "One"), ALL, ["xml.malformed"]),
        (lambda xml: xml[: xml.index("</text>")], [HEAD, ONE, TWO], ["xml.truncated"]),
        (lambda xml: xml[: xml.index("</channel>")], ALL, ["xml.malformed"]),
        (lambda xml: xml.replace("One</title>", "One"), ALL, ["xml.malformed"]),
        (lambda xml: xml.replace("Ada", "A\x0bda"), ALL, ["xml.control-characters"]),
        (lambda xml: xml.replace("Two</title></item>", "Two</title>"), ALL, []),
        (lambda xml: xml.replace("]]>", ""), ALL, ["xml.malformed"]),
        (lambda xml: xml.replace("Ada", "A &amp; B & C&nbsp;D"), [HEAD, "One|A & B & C\xa0D", TWO, THREE], []),
        (lambda xml: xml.replace("</item>\n<item><title>Two", "<item><title>Two"), ALL, ["xml.truncated"]),
    ],
    ids=[
        "sound", "comment", "comment in broken", "cut off", "cut after", "title", "controls", "same", "section",
        "ampersands", "item",
    ],
)  # fmt: skip
def test_one_broken_record_costs_no_other(damage, titles: list[str], codes: list[str]) -> None:  # type: ignore[no-untyped-def]
    found, said = read(damage(SOUND))

    assert found == titles
    assert said[: len(codes)] == codes


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("&#xD83D;&#xDE00;", "😀"),
        ("&#55357;&#56832;", "😀"),
        ("&#xd83d;", "\ufffd"),
        ("&#56832;&#233;", "\ufffdé"),
        ("&#0;", "\ufffd"),
        ("&#3;&#10;&#xFFFE;", "\ufffd\n\ufffd"),
        ("&#x110000;", "\ufffd"),
        ("&#x;", "&#x;"),
        ("<![CDATA[&#xD83D;]]>", "&#xD83D;"),
    ],
)
def test_references_to_what_is_no_character_cost_nothing_around_them(reference: str, meant: str) -> None:
    xml = f"<rss><channel><item><title a='{reference[:8]}'>A{reference}B</title></item><item>C</item></channel></rss>"

    titles, codes = read(xml)

    assert titles == [f"A{meant}B", "C"]
    assert codes == ["xml.malformed"]


@pytest.mark.parametrize("unsound", ["&#xD800;", "&", "\x0b"])
def test_names_of_namespaces_are_mended_too(unsound: str) -> None:
    titles, codes = read(SOUND.replace("http://purl", f"http://{unsound}purl"))

    assert titles == ALL
    assert codes


@pytest.mark.parametrize("namespace", ["http://www.w3.org/2005/Atom", None])
def test_a_namespace_of_one_part_is_none_of_the_records(namespace: str | None) -> None:
    root = f'<feed xmlns="{namespace}">' if namespace else ""
    before = '<subtitle><div xmlns="http://www.w3.org/1999/xhtml">All of the harbour</div></subtitle>'
    xml = f"{root}{before}<entry><title>A</title></entry><entry><title>B &copy</title></entry>"

    found = list(read_records(Source.from_text(xml), frozenset({"feed"}), frozenset({"entry"})))

    entries = [record.element for record in found if record.name == "entry"]
    assert {etree.QName(entry).namespace for entry in entries} == {namespace}


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item>&b;&nbsp;.</item></channel></rss>'

    titles, codes = read(bomb)

    assert "aaaa" not in "".join(titles)
    assert codes


@given(st.text(alphabet="<>/![]CDAT-item channel&;\x00x", max_size=200))
def test_any_text_is_read(text: str) -> None:
    titles, _ = read(f"<rss><channel>{text}")

    assert isinstance(titles, list)


@pytest.mark.parametrize(
    ("xml", "names", "codes"),
    [
        ("<item>one</item>", ["item"], []),
        ("<other><item>one</item></other>", [], []),
        ("<item>one</item>\n<item>two</item>", ["item", "item"], ["xml.malformed"]),
        ("<item>one", ["item"], ["xml.truncated"]),
    ],
    ids=["sound", "of another name", "several documents", "cut off"],
)
def test_a_root_may_be_a_record_itself(xml: str, names: list[str], codes: list[str]) -> None:
    found = list(read_records(Source.from_text(xml), frozenset(), frozenset({"item"})))

    assert [record.name for record in found] == names
    assert [diagnostic.code for record in found for diagnostic in record.diagnostics] == codes


def test_what_is_broken_is_said_without_a_file_that_there_is_not() -> None:
    (record,) = read_records(Source.from_text("<item>one"), frozenset(), frozenset({"item"}))
    (said,) = record.diagnostics

    assert "line 1, column 10" in said.message
    assert "<string>" not in said.message
