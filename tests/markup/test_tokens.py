import pytest

from articlekit.markup import parse_html
from articlekit.markup.tokens import attributes_of, tokenize
from articlekit.markup.tree_tokens import tokens_of


def laid_out(html: str) -> str:
    """Show tokens: ``<name|content>`` for an element of text alone, ``<name>`` for a tag, the texts between them."""
    tokens = tokenize(html)
    return "".join(
        (f"<{name}>" if leaf is None else f"<{name}|{tokens.decoded(leaf)}>") * (name is not None)
        + tokens.decoded(text)
        for name, leaf, text in zip(tokens.names, tokens.leaves, tokens.texts, strict=True)
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<p class=x>b<br>c</p>d", "a<p>b<br>c</p>d"),
        ("<b>x</b>y<i></i>", "<b|x>y<i|>"),
        ("<b>x</i>", "<b>x</i>"),
        ('<a href="a>b">c</a>', "<a|c>"),
        ("<a b='c>\"' d=e'f>g</a>", "<a|g>"),
        ("<p title=it's>isn't</p> it's", "<p|isn't> it's"),
        ('<a href="x>y</a> z', "<a|y> z"),
        ("a<!-- <b> -->c<!-->d<!--->e<!-- f --!>g<!-- h", "acdeg"),
        ("a<!doctype html>b<?xml x?>c</>d</ e>f<![CDATA[g]]>h", "abcdfh"),
        ("1 < 2 <3 <= >", "1 < 2 <3 <= >"),
        ("a<b", "a<b>"),
        ('a<b c="d', "a<b>"),
        ("<script>if (a<b) '</p>'</script>c", "<script|if (a<b) '</p>'>c"),
        ("<SCRIPT>a</ScRiPt >b", "<SCRIPT>a</ScRiPt>b"),
        ("<style>a<b", "<style|a<b>"),
        ("<textarea><b>&amp;</textarea>c", "<textarea|<b>&>c"),
        ("<iframe src=x>a<b>c</iframe><xmp>&amp;<p></xmp>", "<iframe|a<b>c><xmp|&amp;<p>>"),
        ("<script src=x />a", "<script>a"),
        ("<plaintext>a</plaintext>", "<plaintext|a</plaintext>>"),
        ("&lt;b&gt; &notit; &#8217;", "<b> ¬it; ’"),
        ("a\r\nb\rc\0d\ud800e\ud83d\ude00", "a\nb\nc\ufffdd\ufffde😀"),
        ("", ""),
    ],
)
def test_tags_are_cut_as_the_standard_cuts_them(html: str, expected: str) -> None:
    assert laid_out(html) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (" a=\"1\" b='2' c=3 d", {"a": "1", "b": "2", "c": "3", "d": ""}),
        (' A="x" a="y"', {"a": "x"}),
        (" href = '/x' /", {"href": "/x"}),
        (' a="&amp;&quot;" b="?c=1&copy=2"', {"a": '&"', "b": "?c=1&copy=2"}),
        (' data-x="a\nb"', {"data-x": "a\nb"}),
        (' a="never closed', {"a": "never", "closed": ""}),
        (' =x "y" ', {"x": "", '"y"': ""}),
        ("", {}),
    ],
)
def test_attributes(source: str, expected: dict[str, str]) -> None:
    assert attributes_of(source) == expected


def test_a_tree_is_laid_out_as_its_text_would_be() -> None:
    tokens = tokens_of([parse_html("<p>a<br>b<img src=x>c<!-- d -->e<b>f &amp;amp; g</b>h</p><wbr>i")])
    assert list(zip(tokens.names, tokens.leaves, tokens.texts, strict=True)) == [
        ("html", None, ""),
        ("body", None, ""),
        ("p", None, "a"),
        ("br", None, "b"),
        ("img", None, "ce"),
        ("b", "f &amp; g", "h"),
        ("/p", None, ""),
        ("wbr", None, "i"),
        ("/body", None, ""),
        ("/html", None, ""),
    ]
    assert not tokens.encoded
    assert attributes_of(tokens.slots[4]) == {"src": "x"}
