import pytest
from lxml import etree

from articlekit.blocks import Mark, Paragraph
from articlekit.errors import LimitError, ParseError
from articlekit.markup import Element, parse_document, parse_fragment, parse_html, parse_xml, read_blocks, recover_xml
from articlekit.markup.parsing.parsers import TREE_DEPTH


def written(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")


def text_of(element: Element) -> str:
    return etree.tostring(element, method="text", encoding="unicode")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", "<html><body/></html>"),
        ("text", "<html><body>text</body></html>"),
        ("<!doctype html><title>t</title><p>x", "<html><head><title>t</title></head><body><p>x</p></body></html>"),
        ("<?xml version='1.0' encoding='utf-16'?><p>é", "<html><body><p>é</p></body></html>"),
        ("<meta charset=iso-8859-1>é", '<html><head><meta charset="iso-8859-1"/></head><body>é</body></html>'),
        ("a<!-- b -->c<?d?>e", "<html><body>ace</body></html>"),
        ("\ufeffa\0b\ud800c", "<html><body>a\ufffdb\ufffdc</body></html>"),
        ("a</br>b", "<html><body>a<br/>b</body></html>"),
        ("<html><body>a</body></html>\n", "<html><body>a</body></html>"),
        ("<title/></title><main>a</main>", "<html><head><title/></head><body><main>a</main></body></html>"),
        ("<base><nav>a</nav><p>b", "<html><head><base/></head><body><nav>a</nav><p>b</p></body></html>"),
        ("<base><article>a</article>b<br>", "<html><head><base/></head><body><article>a</article>b<br/></body></html>"),
        ("<head><aside/><link></head><body>b<br>", "<html><head/><body><aside/><link/>b<br/></body></html>"),
        ("<head><noscript>a</noscript></head>b", "<html><head><noscript>a</noscript></head><body>b</body></html>"),
        ("<body>a</body></html><div>b</div></HTML><p>c", "<html><body>a<div>b</div><p>c</p></body></html>"),
    ],
)
def test_documents(html: str, expected: str) -> None:
    assert written(parse_html(html)) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<title>é</title><p>“x”",
        "a\0b",
        "a</br>b</body><p>c",
        "<p title='a\r\nb'>a\r\nb\rc<pre>\r\nd</pre><script>e\r\nf</script>",
        "<div>" * 3 * TREE_DEPTH + "é",
        "<p " + " ".join(f"a{number}=é" for number in range(5_000)) + ">x",
    ],
    ids=["plain", "null", "early end", "line breaks", "deep", "attributes"],
)
def test_utf8_is_parsed_as_the_text_that_it_is(html: str) -> None:
    text, data = parse_document(html), parse_document(html.encode())
    assert written(data.root) == written(text.root)
    assert data.diagnostics == text.diagnostics


def test_bytes_that_are_no_utf8_are_parsed_somehow() -> None:
    for html in (b"<p>a\xffb", b"\xff" + b"<b>" * 3 * TREE_DEPTH, b"\xff<p " + b"a=b " * 5_000):
        assert parse_document(html).root.tag == "html"


def test_line_breaks_of_any_system_are_line_feeds() -> None:
    root = parse_html("<p title='a\r\nb\rc'>a\r\nb\rc</p><script>a\r\nb\rc</script>")
    assert [root.find(".//p").get("title"), *root.itertext()] == ["a\nb\nc"] * 3


def test_a_fragment_is_held_by_the_body() -> None:
    assert written(parse_fragment("<p>a</p>b")) == "<body><p>a</p>b</body>"
    assert written(parse_fragment("")) == "<body/>"


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "section class='a>b'", "x-y"])
@pytest.mark.parametrize("depth", [TREE_DEPTH - 60, TREE_DEPTH, 3 * TREE_DEPTH])
def test_no_text_is_lost_by_depth(tag: str, depth: int) -> None:
    name = tag.split(maxsplit=1)[0].split(">", maxsplit=1)[0]
    html = "".join(f"<{tag}>{level} " for level in range(depth)) + f"</{name}>" * depth + "<p>end"
    document = parse_document(html)
    assert text_of(document.root).split() == [*map(str, range(depth)), "end"]
    too_deep = depth * (tag.count("<") + 1) >= TREE_DEPTH
    assert [diagnostic.code for diagnostic in document.diagnostics] == ["html.too-deep"] * too_deep


def test_scripts_stay_whole_in_a_document_that_is_too_deep() -> None:
    script = "<script>" + "'<div>' " * 3000 + "</script>"
    html = "<div>" * 3000 + script + "<p>end"
    root = parse_html(html)
    assert [element.text for element in root.iter("script")] == ["'<div>' " * 3000]
    assert text_of(root).endswith("end")


def test_more_attributes_than_anybody_writes_are_cut() -> None:
    html = "<p id=a>one</p><div class=b " + " ".join(f"a{number}=x" for number in range(50_000)) + ">two</div><p>three"
    root = parse_html(html)
    assert text_of(root) == "onetwothree"
    (division,) = root.iter("div")
    assert division.get("class") == "b"
    assert len(division.keys()) < 1000


def test_long_attributes_and_long_words_are_not_cut() -> None:
    html = f'<p>{"x" * 20_000}<img src="data:,{"y= " * 20_000}" alt="z">a < b {"w" * 20_000}</p>'
    root = parse_html(html)
    (image,) = root.iter("img")
    assert image.get("src") == "data:," + "y= " * 20_000
    assert text_of(root) == "x" * 20_000 + "a < b " + "w" * 20_000


def test_xml() -> None:
    assert written(parse_xml(b"<a b='c'>d<!-- e --><f/></a>")) == '<a b="c">d<f/></a>'
    assert parse_xml('<?xml version="1.0" encoding="utf-16"?><a>é</a>'.encode("utf-16")).text == "é"


def test_broken_xml_is_read_as_far_as_it_goes_if_asked() -> None:
    broken = b"<a><b>one&nbsp;&eacute;&lt;</b><b>two &unknown; "
    with pytest.raises(ParseError, match="broken"):
        parse_xml(broken)
    one, two = parse_xml(broken, recover=True)
    assert one.text == "one\xa0é<"
    assert two.text == "two "
    assert two[0].text == "&unknown;"


@pytest.mark.parametrize("recover", [False, True])
@pytest.mark.parametrize("data", [b"", b" ", b"no xml", b"\xff\xfe\x00"])
def test_what_is_no_xml_is_refused(data: bytes, recover: bool) -> None:
    with pytest.raises(ParseError):
        parse_xml(data, recover=recover)


LAUGHS = b"<!DOCTYPE a [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
)


@pytest.mark.parametrize("recover", [False, True])
@pytest.mark.parametrize(
    "data",
    [
        LAUGHS + b"]><a>&j;</a>",
        LAUGHS + b"]><a b='&j;'/>",
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        b"<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1/x.dtd'>%x;]><a/>",
        b"<a>" * (TREE_DEPTH + 1) + b"x" + b"</a>" * (TREE_DEPTH + 1),
    ],
)
def test_attacks_on_xml_are_refused(data: bytes, recover: bool) -> None:
    with pytest.raises(LimitError):
        parse_xml(data, recover=recover)


def test_controls_are_moved_into_the_body_with_the_text_around_them() -> None:
    root = parse_html("<title>x</title><main>a</main><body>e\x0ff\fg")

    assert written(root) == ("<html><head><title>x</title></head><body><main>a</main>e\ufffdf g</body></html>")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"<a>x&nbsp;<b>y</b></a>\n", []),
        (b"<a>x<b>y</a>", ["xml.malformed"]),
        (b"<a>x<b>y</b>", ["xml.truncated"]),
        (b"<x:a xmlns:x='urn:x'>x<b>y</x:a>", ["xml.malformed"]),
        (b"<x:a xmlns:x='urn:x'>x<b>y", ["xml.truncated"]),
    ],
)
def test_where_xml_is_broken_is_said(data: bytes, codes: list[str]) -> None:
    document = recover_xml(data)

    assert text_of(document.root).strip().replace("\xa0", "") == "xy"
    assert [diagnostic.code for diagnostic in document.diagnostics] == codes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_references_to_halves_of_characters_are_mended_in_any_encoding(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><a b="&#xD800;">é&#xD83D;&#xDE00;</a>'

    document = recover_xml(xml.encode(encoding))

    assert (document.root.get("b"), document.root.text) == ("\ufffd", "é😀")
    assert [diagnostic.code for diagnostic in document.diagnostics] == ["xml.malformed"]


def test_a_document_type_is_not_fetched() -> None:
    data = b'<!DOCTYPE rss PUBLIC "-//N//DTD 0.91//EN" "http://127.0.0.1/rss.dtd"><rss><a>b</a></rss>'
    assert text_of(parse_xml(data)) == "b"


@pytest.mark.parametrize("name", [":", "0", "a:b:c", "=x", "é·"])
def test_attributes_that_xml_cannot_name_are_passed_over(name: str) -> None:
    tree = parse_html(f'<p><a {name}="1" href="/there">words</a></p>')
    assert read_blocks(tree).blocks == (
        Paragraph(text="words", marks=(Mark(kind="link", start=0, end=5, url="/there"),)),
    )


SCRIPT = (
    "<html><head>\n<script>var a = 1;\n{end}<link rel=x>\n</head>\n{body}<p>One</p><script>b()</script><p>Two</p>"
    "</body></html>"
)


@pytest.mark.parametrize(
    ("end", "body", "is_closed"),
    [
        ("", "<body>", True),
        ("</script>\n", "<body>", False),
        # The script speaks of a body itself.
        ("", "var b = '<body>';</script>\n<body>", False),
        ("</script>\n<script>document.write('<body>')</script>\n", "<body>", False),
    ],
)
def test_a_script_that_has_lost_its_end_does_not_swallow_the_page(end: str, body: str, is_closed: bool) -> None:
    document = parse_document(SCRIPT.format(end=end, body=body))
    assert [p.text for p in document.root.iter("p")] == ["One", "Two"]
    assert [d.code for d in document.diagnostics] == ["html.malformed"] * is_closed
