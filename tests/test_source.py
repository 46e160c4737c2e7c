import gzip
import hashlib
import pickle
from pathlib import Path

import attrs
import pytest

from articlekit.source import HEAD, Source


def test_bytes() -> None:
    source = Source(data="Ärger".encode(), url="https://example.org/", content_type="text/HTML; charset=UTF-8")

    assert source.text == "Ärger"
    assert source.decoded.encoding == "utf-8"
    assert source.decoded.diagnostics == ()
    assert source.sha256 == hashlib.sha256("Ärger".encode()).hexdigest()
    assert (source.media_type, source.charset) == ("text/html", "UTF-8")


@pytest.mark.parametrize(
    ("content_type", "media_type", "charset"),
    [
        (None, None, None),
        ("", None, None),
        ("text/html", "text/html", None),
        (" application/JSON ;charset=latin1", "application/json", "latin1"),
        ('text/html; a=b; CharSet="iso-8859-2"; c=d', "text/html", "iso-8859-2"),
        ("text/html; charset=", "text/html", None),
        ("; charset=é☃", None, "é?"),
    ],
)
def test_content_type(content_type: str | None, media_type: str | None, charset: str | None) -> None:
    source = Source(data=b"", content_type=content_type)

    assert (source.media_type, source.charset) == (media_type, charset)


def test_declared_charset_is_used() -> None:
    assert Source(data=b"\xc1\xc2", content_type="text/plain; charset=koi8-r").text == "аб"


@pytest.mark.parametrize("text", ["", "Ärger", "a\0b", "lone \ud800 and \udc00\ud83d", "pair \ud83d\ude00", "😀\n"])
def test_text_stays_as_it_is(text: str) -> None:
    source = Source.from_text(text, url="https://example.org/")

    assert source.text == text
    assert source.decoded.encoding == "utf-8"
    assert source.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_text_is_not_decoded_again() -> None:
    assert Source.from_text(
        "\x1f\x8b\x08 <meta charset=koi8-r> é", content_type="text/html; charset=koi8-r"
    ).text.endswith("é")


def test_text_keeps_being_text() -> None:
    moved = attrs.evolve(Source.from_text("é \ud800"), url="https://example.org/")

    assert moved.text == "é \ud800"


def test_compressed() -> None:
    data = gzip.compress(b"caf\xe9")
    source = Source(data=data)

    assert (source.content, source.text) == (b"caf\xe9", "café")
    assert [d.code for d in source.decoded.diagnostics] == ["source.compressed", "encoding.guessed"]
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_head() -> None:
    assert Source(data=b" \n\t" + b"x" * 9000).head == "x" * HEAD
    assert Source(data=b"\xef\xbb\xbf\r\n{").head == "{"
    assert Source(data=b"").head == ""


def test_repr_is_short() -> None:
    assert "<5,000 bytes>" in repr(Source(data=b"x" * 5000))
    assert len(repr(Source(data=b"x" * 5000))) < 120


def test_a_file_is_a_source_too(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_bytes("Genève".encode())
    source = Source(path=path)

    assert (source.head, source.sha256) == ("Genève", hashlib.sha256(path.read_bytes()).hexdigest())
    with source.open() as stream:
        assert stream.read() == source.data == path.read_bytes()


def test_the_head_of_a_large_file_is_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(gzip.compress(b"begins so" + bytes(3 * 2**20), compresslevel=0))

    assert Source(path=path).head.startswith("begins so")


def test_pickled_after_use() -> None:
    source = Source(data=b"text")
    assert source.text == "text"

    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301  our own


@pytest.mark.parametrize(
    ("text", "is_verbatim"),
    [("text é", True), ("\ufefftext", False), ("a\ud800b", False), ("SchÃ¶n", False)],
    ids=["sound", "mark", "surrogate", "mojibake"],
)
def test_whether_given_text_stands_as_it_is_in_utf8(text: str, is_verbatim: bool) -> None:
    source = Source.from_text(text)

    assert source.decoded.is_verbatim == is_verbatim
    assert not is_verbatim or source.content.decode() == source.text


def test_a_path_may_be_text_and_text_is_no_bytes(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"The harbour")

    assert Source(path=str(path)) == Source(path=path)
    assert Source(path=str(path)).text == Source(data=bytearray(b"The harbour")).text == "The harbour"
    with pytest.raises(TypeError, match=r"Source\.from_text"):
        Source(data="The harbour")  # type: ignore[arg-type]
