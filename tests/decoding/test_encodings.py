import codecs

import pytest

from articlekit.decoding import decode, labels
from articlekit.decoding.encodings import Decoded
from decoding.languages import ENCODINGS, TEXTS

# A text that is written in a legacy encoding, and the encoding; a table of Python's own, to be independent of ours.
PYTHON = {
    "windows-874": "cp874",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
LEGACY = [(language, name) for language, names in ENCODINGS.items() for name in names]
UNICODE = ["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"]


def codes(decoded: Decoded) -> list[str]:
    return [diagnostic.code for diagnostic in decoded.diagnostics]


def legacy(language: str, name: str) -> tuple[bytes, str]:
    """What of the sample the encoding holds: its bytes and its text."""
    codec = PYTHON.get(name, name)
    data = TEXTS[language].encode(codec, "ignore")
    return data, data.decode(codec)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("name", UNICODE)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "marked"])
def test_unicode_needs_no_declaration(language: str, name: str, mark: str) -> None:
    decoded = decode((mark + TEXTS[language]).encode(name))

    assert decoded == Decoded(text=TEXTS[language], encoding=name)


@pytest.mark.parametrize(("language", "name"), LEGACY)
def test_declared_encoding(language: str, name: str) -> None:
    data, text = legacy(language, name)

    assert decode(data, name).text == text
    assert decode(b'<html><meta charset="' + name.encode() + b'">' + data).text.endswith(">" + text)


# What two short sentences are not enough for, and ISO-2022, which hides in ASCII and is taken at its word alone.
NOT_GUESSED = {("hr", "iso-8859-2"), ("lv", "windows-1257"), ("ja", "iso-2022-jp")}


@pytest.mark.parametrize(("language", "name"), [pair for pair in LEGACY if pair not in NOT_GUESSED])
def test_undeclared_encoding_is_guessed_and_said(language: str, name: str) -> None:
    data, text = legacy(language, name)
    decoded = decode(data)

    assert decoded.text == text
    assert codes(decoded) == ["encoding.guessed"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "windows-1252"),
        ("ISO-8859-1", "windows-1252"),
        (" us-ascii\n", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("gb2312", "gbk"),
        ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("utf-7", None),
        ("rot13", None),
        ("unicode_escape", None),
    ],
)
def test_labels_are_those_of_the_standard(label: str, name: str | None) -> None:
    assert labels.name_of(label) == name


def test_every_byte_has_a_character_in_windows_1252() -> None:
    text = decode(bytes(range(0x80, 0x100)), "latin1").text

    assert text[:3] == "€\x81‚"
    assert "\ufffd" not in text


def test_byte_that_the_encoding_leaves_undefined() -> None:
    decoded = decode(b"\xe1\xe2\xe3\xd2\xe4\xe5", "windows-1253")

    assert decoded.text == "αβγ\ufffdδε"
    assert [(d.code, d.offset) for d in decoded.diagnostics] == [("encoding.invalid-bytes", 3)]


@pytest.mark.parametrize(
    "label", ["windows-1252", "gbk", "shift_jis", "big5", "euc-kr", "iso-8859-2", "utf-16", "no-such"]
)
def test_utf8_outranks_another_declaration(label: str) -> None:
    decoded = decode("Grüße aus Köln, schöne Straße".encode(), label)

    assert decoded.text == "Grüße aus Köln, schöne Straße"
    assert codes(decoded) == ["encoding.declared-wrong"]
    assert label in decoded.diagnostics[0].message


def test_two_bytes_that_are_utf8_by_chance_are_what_was_declared() -> None:
    assert decode("CAFÉ’S".encode("cp1252"), "windows-1252").text == "CAFÉ’S"


def test_declared_utf8_that_is_windows() -> None:
    decoded = decode("L’été à Genève".encode("cp1252"), "utf-8")

    assert (decoded.text, decoded.encoding) == ("L’été à Genève", "windows-1252")
    assert codes(decoded) == ["encoding.declared-wrong"]


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0" encoding="windows-1251"?>',
        b"<?xml version='1.0' encoding='windows-1251'?><rss>",
        b"<meta charset=windows-1251>",
        b"<html><!-- <meta charset=koi8-r> --><META CHARSET = 'Windows-1251' />",
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        b"<meta name=x content='charset=koi8-r'><meta content='text/html; charset=cp1251' http-equiv=content-type>",
        b"<html>" + b"<link rel=x>" * 400 + b"<meta charset=windows-1251>",
    ],
)
def test_declaration_inside_the_bytes(head: bytes) -> None:
    # Two letters, which no guess could tell.
    assert decode(head + "Яд".encode("cp1251")).text.endswith("Яд")


@pytest.mark.parametrize(
    "head",
    [
        b'{"html": "<meta charset=koi8-r>',
        b"<!-- <meta charset=koi8-r> -->",
        b"<!-- <meta charset=koi8-r>",
        b"<p charset=koi8-r>",
    ],
)
def test_no_declaration_inside_the_bytes(head: bytes) -> None:
    assert decode(head + b"caf\xe9s").text.endswith("cafés")


def test_the_protocol_outranks_the_markup() -> None:
    assert decode(b"<meta charset=koi8-r>" + "Яд".encode("cp1251"), "windows-1251").text.endswith("Яд")


def test_some_stray_bytes_in_utf8() -> None:
    decoded = decode("“Schöne Grüße”, ".encode() + "– schrieb Jörg".encode("cp1252"))

    assert decoded.text == "“Schöne Grüße”, – schrieb Jörg"
    assert [(d.code, d.offset) for d in decoded.diagnostics] == [("encoding.mixed", 23)]


def test_characters_that_were_cut_in_two() -> None:
    data = "Привет, мир".encode()
    decoded = decode(data[:5] + b" " + data[6:])

    assert decoded.text == "Пр\ufffd вет, мир"
    assert [(d.code, d.offset) for d in decoded.diagnostics] == [("encoding.invalid-bytes", 4)]


@pytest.mark.parametrize("left", [1, 2, 3])
def test_utf8_that_ends_inside_a_character(left: int) -> None:
    decoded = decode(("Grüße " + "😀").encode()[: 8 + left])

    assert decoded.text == "Grüße "
    assert [(d.code, d.offset) for d in decoded.diagnostics] == [("encoding.invalid-bytes", 8)]


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        (b'{"title":"It\xe2', '{"title":"It', "encoding.invalid-bytes"),
        (b"It\xe2\x80", "It", "encoding.invalid-bytes"),
        (b"caf\xe9", "café", "encoding.guessed"),
    ],
)
def test_ascii_that_ends_with_something_else(data: bytes, text: str, code: str) -> None:
    decoded = decode(data)

    assert decoded.text == text
    assert codes(decoded) == [code]


def test_utf16_that_ends_inside_a_character() -> None:
    decoded = decode("Die Grüße".encode("utf-16")[:-1])

    assert decoded.text == "Die Grüß\ufffd"
    assert codes(decoded) == ["encoding.invalid-bytes"]


def test_surrogate_pairs_written_as_characters() -> None:
    decoded = decode("Schön 😀 – hübsch".encode().replace("😀".encode(), b"\xed\xa0\xbd\xed\xb8\x80"))

    assert decoded.text == "Schön 😀 – hübsch"
    assert codes(decoded) == ["encoding.mixed"]


@pytest.mark.parametrize(
    "data",
    [b"name\0value\0other\0", b"All of it is text." + b"\0" * 12, b"<p>One NUL \0 in it</p>" * 9],
    ids=["parted", "padded", "strewn"],
)
def test_nuls_do_not_make_utf16(data: bytes) -> None:
    assert decode(data) == Decoded(text=data.decode(), encoding="utf-8")


def test_utf16_whatever_is_declared() -> None:
    decoded = decode('<?xml version="1.0" encoding="utf-8"?><p>…</p>'.encode("utf-16le"), "utf-8")

    assert decoded.encoding == "utf-16le"
    assert decoded.text.endswith("<p>…</p>")


@pytest.mark.parametrize(
    ("data", "is_verbatim"),
    [
        (b"plain", True),
        ("Sch\u00f6n \0\r\n \U0001f600".encode(), True),
        (codecs.BOM_UTF8 + b"text", False),
        (b"sch\xf6n", False),
        ("sch\u00f6n".encode()[:-2] + b"\xc3", False),
        ("Sch\u00c3\u00b6n".encode(), False),
        ("text".encode("utf-16"), False),
    ],
    ids=["ascii", "utf-8", "mark", "latin-1", "cut", "mojibake", "utf-16"],
)
def test_whether_the_bytes_are_the_text_in_utf8(data: bytes, is_verbatim: bool) -> None:
    decoded = decode(data)

    assert decoded.is_verbatim == is_verbatim
    assert (decoded.text.encode() == data) == is_verbatim


@pytest.mark.parametrize("marks", [1, 2, 3])
def test_any_number_of_byte_order_marks(marks: int) -> None:
    assert decode(codecs.BOM_UTF8 * marks + b"text") == Decoded(text="text", encoding="utf-8")


def test_byte_order_mark_that_was_read_as_characters() -> None:
    decoded = decode("ï»¿text".encode())

    assert decoded.text == "text"
    assert codes(decoded) == ["encoding.mojibake"]
