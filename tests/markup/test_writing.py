import pytest

from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Mark,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from articlekit.markup import read_blocks, write_blocks, write_inline

ONE = Paragraph(text="one")
TWO = Paragraph(text="two")


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Paragraph(text='a < b & "c"\nd\xa0e'), '<p>a &lt; b &amp; "c"<br>d\xa0e</p>'),
        (Heading(text="a", level=3), "<h3>a</h3>"),
        (Code(text="\n a\n", language="c++"), '<pre><code class="language-c++">\n a\n</code></pre>'),
        (Math(text="x < y"), '<div class="math display">\\[x &lt; y\\]</div>'),
        (Math(text="x2", notation="plain"), '<div class="math display plain">x2</div>'),
        (
            Math(text="x", notation="plain", mathml="<math><mi>x</mi></math>"),
            '<div class="math display"><math display="block"><mi>x</mi></math></div>',
        ),
        (
            Quote(body=(ONE,), cite="Who", url="/w", pull=True),
            '<blockquote class="pullquote" cite="/w"><p>one</p><footer>Who</footer></blockquote>',
        ),
        (
            List(items=((ONE,), (TWO, List(items=((ONE,),)))), ordered=True, start=3),
            '<ol start="3"><li>one</li><li><p>two</p><ul><li>one</li></ul></li></ol>',
        ),
        (
            DefinitionList(items=(Definition(terms=(ONE, TWO), descriptions=((ONE,), (ONE, TWO))),)),
            "<dl><div><dt>one</dt><dt>two</dt><dd>one</dd><dd><p>one</p><p>two</p></dd></div></dl>",
        ),
        (
            Table(
                header=((Cell(body=(ONE,), header=True, colspan=2),),),
                rows=((Cell(body=(TWO,), rowspan=2), Cell()),),
                caption="cap",
            ),
            (
                '<table><caption>cap</caption><thead><tr><th colspan="2">one</th></tr></thead>'
                '<tbody><tr><td rowspan="2">two</td><td></td></tr></tbody></table>'
            ),
        ),
        (
            Image(url="a.jpg", alt="A", caption="cap", credit="Jo", link="/b"),
            (
                '<figure><a href="/b"><img src="a.jpg" alt="A"></a>'
                '<figcaption>cap <span class="credit">Jo</span></figcaption></figure>'
            ),
        ),
        (Figure(body=(ONE, TWO)), "<figure><p>one</p><p>two</p></figure>"),
        (
            Embed(url="v.mp4", media="video", title="T"),
            '<figure><video src="v.mp4" title="T" controls></video></figure>',
        ),
        (
            Embed(url="https://v.example", media="object", caption="cap"),
            (
                '<figure><iframe src="https://v.example" data-media="object" loading="lazy" '
                'sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"></iframe>'
                "<figcaption>cap</figcaption></figure>"
            ),
        ),
        (Note(name="n1", body=(ONE,)), '<aside id="n1" role="doc-footnote"><p>one</p></aside>'),
        (Rule(), "<hr>"),
    ],
)
def test_each_kind_of_block(block: Block, html: str) -> None:
    assert write_blocks([block]) == html
    assert read_blocks(html).blocks == (block,)


def test_nothing_is_nothing() -> None:
    assert write_blocks(()) == ""


@pytest.mark.parametrize(
    ("text", "marks", "html"),
    [
        ("ab cd", (Mark(kind="strong", start=0, end=2),), "<strong>ab</strong> cd"),
        (
            "abcd",
            (Mark(kind="strong", start=0, end=3), Mark(kind="emphasis", start=1, end=4)),
            "<strong>a<em>bc</em></strong><em>d</em>",
        ),
        (
            "abc",
            (Mark(kind="link", start=0, end=3, url="/x", title='"t"'), Mark(kind="code", start=1, end=2)),
            '<a href="/x" title="&quot;t&quot;">a<code>b</code>c</a>',
        ),
        ("a1", (Mark(kind="note", start=1, end=2, url="#n"),), 'a<a href="#n" role="doc-noteref">1</a>'),
        ("HTML", (Mark(kind="abbreviation", start=0, end=4, title="H"),), '<abbr title="H">HTML</abbr>'),
        ("q", (Mark(kind="quotation", start=0, end=1, url="/q"),), '<q cite="/q">q</q>'),
        ("x<2", (Mark(kind="math", start=0, end=3),), '<span class="math inline">\\(x&lt;2\\)</span>'),
        (
            "so x",
            (Mark(kind="math", start=3, end=4, mathml="<math><mi onclick='y'>x</mi></math>"),),
            "so <math><mi>x</mi></math>",
        ),
    ],
)
def test_marks(text: str, marks: tuple[Mark, ...], html: str) -> None:
    assert write_inline(text, marks) == html


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ((Mark(kind="strong", start=2, end=2), Mark(kind="strong", start=3, end=99)), "abc<strong>d</strong>"),
        ((Mark(kind="strong", start=-1, end=2),), "abcd"),
        ((Mark(kind="strong", start=0, end=2), Mark(kind="strong", start=1, end=4)), "<strong>abcd</strong>"),
        (
            (Mark(kind="link", start=0, end=4, url="/1"), Mark(kind="link", start=2, end=3, url="/2")),
            '<a href="/1">ab</a><a href="/2">c</a>d',
        ),
        ((Mark(kind="link", start=0, end=4),), "abcd"),
        (
            (Mark(kind="math", start=0, end=3, mathml="<math><mi>z</mi></math>"), Mark(kind="strong", start=1, end=2)),
            "a<strong>b</strong>cd",
        ),
    ],
)
def test_marks_out_of_canonical_form(marks: tuple[Mark, ...], html: str) -> None:
    assert write_inline("abcd", marks) == html


def test_what_html_cannot_hold_is_replaced() -> None:
    assert write_blocks([Paragraph(text="a\0b\ud800c")]) == "<p>a\ufffdb\ufffdc</p>"
    assert write_blocks([Note(name="\ud83d\ude00\0", body=(ONE,))]).startswith('<aside id="😀\ufffd"')


def test_unsafe_addresses_are_left_out_and_what_is_said_stays() -> None:
    unsafe = "javascript:alert(1)"
    written = write_blocks(
        [
            Paragraph(text="words", marks=(Mark(kind="link", start=0, end=5, url=unsafe),)),
            Image(url=unsafe, alt="a", caption="cap"),
            Image(url="a.jpg", link=unsafe),
            Embed(url=unsafe, caption="cap 2"),
            Embed(url="data:text/html,x", media="video"),
            Quote(body=(ONE,), url=unsafe),
        ]
    )
    assert written == (
        "<p>words</p><figure><figcaption>cap</figcaption></figure>"
        '<figure><img src="a.jpg" alt=""></figure><figure><figcaption>cap 2</figcaption></figure><figure></figure>'
        "<blockquote><p>one</p></blockquote>"
    )


@pytest.mark.parametrize("url", ["/player", "a.html", "//v.example/1", "http:player", "httpſ://v.example", "https:"])
def test_a_frame_that_may_be_of_the_page_s_own_host_is_not_let_out_of_its_sandbox(url: str) -> None:
    written = write_blocks([Embed(url=url)])
    assert 'sandbox="allow-scripts allow-popups allow-presentation"' in written
    assert "allow-same-origin" in write_blocks([Embed(url=" HTTPS://v.example/1")])


def test_deeper_than_any_stack() -> None:
    block: Block = ONE
    for _ in range(20_000):
        block = Quote(body=(block,))
    assert write_blocks([block]) == "<blockquote>" * 20_000 + "<p>one</p>" + "</blockquote>" * 20_000
