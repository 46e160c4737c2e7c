"""Character references: hand-written cases, every name and the numbers of note, and the standard's cases if at hand."""

import json
from html.entities import html5
from pathlib import Path

import pytest

from articlekit.entities import EncodeMode, decode, double_encoding, encode, undouble
from reference_tokenizer import tokenize

STANDARD = Path(__file__).parents[2] / "shared" / "html5lib"
MINIMAL, NAMED, NUMERIC, ASCII = EncodeMode

#: Source, what it is in text, what it is in an attribute value.
DECODED = [
    ("no reference", "no reference", "no reference"),
    ("Zo&euml; &amp; Tom&#8217;s caf&#xE9;", "Zoë & Tom’s café", "Zoë & Tom’s café"),
    # Names: case counts, some stand for two characters, the longest wins.
    ("&AMP;&Eacute;&eacute;&NotEqualTilde;", "&Éé≂̸", "&Éé≂̸"),
    ("&notin; &notit; &not;in", "∉ ¬it; ¬in", "∉ &notit; ¬in"),
    ("&nosuch; &Amp; &hellip", "&nosuch; &Amp; &hellip", "&nosuch; &Amp; &hellip"),
    # Names without a semicolon: in an attribute only before a character that no name has.
    ("&copy 1 &eacute, &lt", "© 1 é, <", "© 1 é, <"),
    ("?a=1&copy=2&reg=3", "?a=1©=2®=3", "?a=1&copy=2&reg=3"),
    ("&copyx &copy1 &copyé", "©x ©1 ©é", "&copyx &copy1 ©é"),
    ("&ampamp;", "&amp;", "&ampamp;"),
    ("?caf&eacutes=1&notx=2", "?cafés=1¬x=2", "?caf&eacutes=1&notx=2"),
    # Numbers: semicolon or not, leading zeros, both bases.
    ("&#65;&#65&#x41;&#X41&#0065;&#x0041 ", "AAAAAA ", "AAAAAA "),
    ("&#65a &#x41g &#65=", "Aa Ag A=", "Aa Ag A="),
    ("&#; &#x; &# &#-1; &#+1; &#1_0;", "&#; &#x; &# &#-1; &#+1; \x01_0;", "&#; &#x; &# &#-1; &#+1; \x01_0;"),
    ("&#٣; &#x٣; &#²;", "&#٣; &#x٣; &#²;", "&#٣; &#x٣; &#²;"),
    # Numbers that are no character, or another one.
    ("&#0; &#xD800; &#xDFFF; &#x110000; &#99999999;", "� � � � �", "� � � � �"),
    ("&#128;&#x92;&#150;&#x9f;", "€’–Ÿ", "€’–Ÿ"),
    ("&#129;&#13;&#xFFFE;&#1114111;", "\x81\r\ufffe\U0010ffff", "\x81\r\ufffe\U0010ffff"),
    # Ampersands that begin nothing, and references decoded only once.
    ("& && &; &&amp;& R&D", "& && &; &&& R&D", "& && &; &&& R&D"),
    ("&amp;amp; &amp;#8217; &#38;lt;", "&amp; &#8217; &lt;", "&amp; &#8217; &lt;"),
    # What is no reference is not touched.
    ("\0 \r\n \x80 \ud800", "\0 \r\n \x80 \ud800", "\0 \r\n \x80 \ud800"),
]


@pytest.mark.parametrize(("source", "text", "value"), DECODED)
def test_decode(source: str, text: str, value: str) -> None:
    assert decode(source) == text
    assert decode(source, attribute=True) == value


@pytest.mark.parametrize(("digits", "character"), [("0" * 10**6 + "65", "A"), ("9" * 10**6, "�"), ("0" * 10**6, "�")])
def test_decode_takes_any_number_of_digits(digits: str, character: str) -> None:
    assert decode(f"&#{digits};") == character
    assert decode(f"&#x{digits};") == ("e" if character == "A" else character)


#: The standard's names; those few that need no semicolon are in the table without it too.
LEGACY = sorted(name for name in html5 if not name.endswith(";"))
CLOSED = sorted(name for name in html5 if name.endswith(";"))


def test_every_name_is_decoded_with_its_semicolon() -> None:
    assert (len(CLOSED), len(LEGACY)) == (2125, 106)
    for name in CLOSED:
        for rest in ("", "=", "x", "0", ";", "&"):
            assert decode(f"&{name}{rest}") == decode(f"&{name}{rest}", attribute=True) == html5[name] + rest


@pytest.mark.parametrize("rest", ["", " ", ",", "é", "&", "<", "=", "Q", "0"])
def test_every_name_that_needs_no_semicolon_is_decoded_without(rest: str) -> None:
    """In an attribute value, not where ``=``, a letter or a digit of ASCII follows."""
    for name in LEGACY:
        source = f"&{name}{rest}"
        assert decode(source) == html5[name] + rest
        assert decode(source, attribute=True) == (source if rest in ("=", "Q", "0") else html5[name] + rest)


def test_no_other_name_is_decoded_without_its_semicolon() -> None:
    """But in text for the beginning that is a name which needs none."""
    for name in (name[:-1] for name in CLOSED if name[:-1] not in html5):
        begun = max((legacy for legacy in LEGACY if name.startswith(legacy)), key=len, default="")
        text = html5[begun] + name[len(begun) :] if begun else f"&{name}"
        assert decode(f"&{name} ") == f"{text} "
        assert decode(f"&{name} ", attribute=True) == f"&{name} "


NUMBERS = [
    *range(0x180), 0xD7FF, *range(0xD800, 0xE001, 0x80), 0xDFFF, 0xE000, 0xFDD0, 0xFFFE, 0xFFFF, 0x10000, 0x1FFFF,
    0x10FFFF, 0x110000, 2**31 + 65, 2**32 + 65, 2**64 + 65,
]  # fmt: skip


def standard_character(number: int) -> str:
    """What the "numeric character reference end state" makes of a number."""
    if number == 0 or number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return "\ufffd"
    # Windows-1252 has no character for five of the bytes; those numbers stay the controls that they are.
    remapped = bytes([number]).decode("windows-1252", "ignore") if 0x80 <= number < 0xA0 else ""
    return remapped or chr(number)


def test_numbers_are_the_standards_characters_however_they_are_written() -> None:
    for number in NUMBERS:
        character = standard_character(number)
        for written in (f"{number}", f"0{number}", f"x{number:x}", f"X{number:X}", f"x000{number:X}"):
            for rest in ("", ";", "=", "Q", " "):
                found = character + rest.removeprefix(";")
                assert decode(f"&#{written}{rest}") == decode(f"&#{written}{rest}", attribute=True) == found


@pytest.mark.corpus
@pytest.mark.skipif(not STANDARD.is_dir(), reason="the standard's cases are not here")
@pytest.mark.parametrize("file", ["entities", "namedEntities", "numericEntities"])
def test_decode_agrees_with_the_standards_cases(file: str) -> None:
    cases = json.loads((STANDARD / f"{file}.test").read_text(encoding="utf-8"))["tests"]
    assert cases
    for case in cases:
        match case["output"]:
            case [["Character", text]]:
                assert decode(case["input"]) == text, case["description"]
                assert decode(case["input"], attribute=True) == tokenize(case["input"], attribute=True)
            case [["StartTag", "h", {"a": value}]]:
                source = case["input"].removeprefix("<h a=").removesuffix(">").strip("\"'")
                assert decode(source, attribute=True) == value, case["description"]
            case unknown:
                pytest.fail(f"a kind of case that nothing here reads: {unknown}")


#: Text and what each mode writes, in text and in an attribute value alike.
ENCODED = [
    ("plain", "plain", "plain", "plain", "plain"),
    ("a < b & c > d", "a &lt; b &amp; c &gt; d", "a &lt; b &amp; c &gt; d", "a &#60; b &#38; c &#62; d", None),
    ("\tline\r\n", "\tline&#13;\n", "\tline&#13;\n", "\tline&#13;\n", "\tline&#13;\n"),
    ("Zoë’s", "Zoë’s", "Zo&euml;&rsquo;s", "Zo&#235;&#8217;s", "Zo&euml;&rsquo;s"),
    # Without a name: raw among names. U+2329 had one in HTML 4 that means another character today.
    ("日\u2329🙂", "日\u2329🙂", "日\u2329🙂", "&#26085;&#9001;&#128578;", "&#26085;&#9001;&#128578;"),
    ("1\xa0km", "1\xa0km", "1&nbsp;km", "1&#160;km", "1&nbsp;km"),
    # No reference can express these.
    ("\0\x80\x9f\ud83d", "\0\x80\x9f\ud83d", "\0\x80\x9f\ud83d", "\0\x80\x9f\ud83d", "\0\x80\x9f\ud83d"),
    ("\x81\ufffe", "\x81\ufffe", "\x81\ufffe", "&#129;&#65534;", "&#129;&#65534;"),
]


@pytest.mark.parametrize(("text", "minimal", "named", "numeric", "ascii_only"), ENCODED)
def test_encode(text: str, minimal: str, named: str, numeric: str, ascii_only: str | None) -> None:
    for attribute in (False, True):
        assert encode(text, attribute=attribute) == minimal
        assert encode(text, NAMED, attribute) == named
        assert encode(text, NUMERIC, attribute) == numeric
        assert encode(text, ASCII, attribute) == (ascii_only or named)


@pytest.mark.parametrize(
    ("mode", "value"),
    [(MINIMAL, "&quot;&apos;"), (NAMED, "&quot;&apos;"), (NUMERIC, "&#34;&#39;"), (ASCII, "&quot;&apos;")],
)
def test_encode_touches_quotes_in_attributes_only(mode: EncodeMode, value: str) -> None:
    assert encode("\"'", mode) == "\"'"
    assert encode("\"'", mode, attribute=True) == value


def test_encode_prefers_the_names_everyone_knows() -> None:
    assert encode("&→…–\u2009ε", ASCII) == "&amp;&rarr;&hellip;&ndash;&thinsp;&epsilon;"


def test_encode_refuses_an_unknown_mode() -> None:
    with pytest.raises(ValueError, match="'everything' is not a valid EncodeMode"):
        encode("text", "everything")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "texts",
    [
        ["It&amp;#8217;s what they don&amp;#8217;t say"],
        ["L&amp;rsquo;&amp;eacute;t&amp;eacute;"],
        ["caf&#038;#233; na&#x26;iuml;ve, all by number"],
        ["Q&amp;amp;A", "<p>The caf&amp;eacute;</p>"],
        ["&amp;#8220;Quoted&amp;#8221;"],
        ["One &amp;#8211; two", "Three &amp;amp; four", "Five &amp;#8211; six", "Seven &amp;mdash; eight"],
        ["The start of it [&amp;hellip;]"],
        ["<p>One</p><p>&amp;nbsp;</p><p>Two</p>"],
        # The markup around code and an ampersand that its author left bare were encoded with the rest.
        ["It&amp;#8217;s <code>a &amp;lt; b</code>, don&amp;#8217;t", "AT&amp;T"],
    ],
)
def test_systematic_double_encoding_is_recognised(texts: list[str]) -> None:
    assert double_encoding(*texts).systematic
    assert not double_encoding(*(undouble(text)[0] for text in texts)).systematic


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Nothing to see"],
        ["It&#8217;s encoded once &amp; well", "AT&amp;T"],
        # Prose about references: mentioned, once or often, or in code.
        ["Write &amp;#8217; for an apostrophe"],
        ["Your title reads It&amp;#8217;s"],
        ["The names &amp;amp;, &amp;lt;, &amp;nbsp; and “&amp;copy;” are the best known"],
        ["<td>&amp;nbsp;</td><td>&amp;copy;</td><td>&amp;mdash;</td><td>&amp;hellip;</td>"],
        ["<pre>don&amp;#8217;t</pre> <code class=html>caf&amp;eacute;</code> <kbd>&amp;eacute;t&amp;eacute;</kbd>"],
        ["&amp;lt;p class=&amp;quot;a&amp;quot;&amp;gt;text&amp;lt;/p&amp;gt;"],
        ["&amp;amp;nbsp; and &amp;amp;copy; were themselves encoded twice"],
        # Addresses and attributes may be encoded twice on their own account.
        ['<a href="?a&amp;amp;b&amp;amp;c">one</a> <img alt="Caf&amp;eacute;s, L&amp;#8217;air">'],
        # The excerpt repeats the one mention of the article.
        ["<p>The title reads It&amp;#8217;s here, not It’s here.", "The title reads It&amp;#8217;s here, not It’s […]"],
        # One ampersand that a second encoding would have escaped contradicts all others.
        ["It&amp;#8217;s what they don&amp;#8217;t say, isn&#8217;t it"],
        ["It&amp;#8217;s what they don&amp;#8217;t say & think"],
        ["It&amp;#8217;s what they don&amp;#8217;t say", "another text of it: &nbsp;"],
        # Ampersands that were properly encoded once are the more part.
        ["?a&amp;b&amp;c&amp;d", "It&amp;#8217;s what they don&amp;#8217;t say"],
        ["caf&amp;nosuch;s na&amp;neither;ve"],
    ],
)
def test_what_is_not_systematic_is_left_alone(texts: list[str]) -> None:
    assert not double_encoding(*texts).systematic


def test_double_encoding_says_what_it_found() -> None:
    evidence = double_encoding("A &amp;#8211; B don&amp;#8217;t [&amp;hellip;] <code>&amp;lt;</code> AT&amp;T & &lt;")
    assert (evidence.single, evidence.escaped, evidence.doubled) == (2, 1, 4)
    assert (evidence.in_words, evidence.between_words, evidence.idioms) == (1, 1, 1)


def test_undouble_takes_one_encoding_back() -> None:
    assert undouble("It&amp;#8217;s &#038;amp;lt; AT&amp;T &#8217; & &AMP;&#x26;") == (
        "It&#8217;s &amp;lt; AT&T &#8217; & &&",
        5,
    )
