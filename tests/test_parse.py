import bz2
import gzip
import hashlib
import io
import lzma
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import pytest
from attrs import evolve

import articlekit
from articlekit import (
    Article,
    NoArticleError,
    ParseError,
    PluginError,
    PluginWarning,
    SeveralArticlesError,
    Source,
    StrictError,
    UnknownFormatError,
    WriteError,
    _registry,
)
from articlekit.blocks import Paragraph
from articlekit.plugin import ClaimFinder, hookimpl
from articlekit.testing.foreign import FOREIGN
from breaches.sound import PARSER, WRITER

RECIPE = b"RECIPE 1.0\nSoup\nBoil it."


@pytest.fixture(autouse=True)
def sample_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Our own plugins and the samples."""
    ours = list(_registry.entry_points(group="articlekit"))
    samples = [
        EntryPoint(name=name, value=f"plugin_samples.{name}", group="articlekit")
        for name in ("recipe", "faulty", "lists")
    ]
    monkeypatch.setattr(_registry, "entry_points", lambda group: [*ours, *samples])
    _registry._load.cache_clear()
    yield
    _registry._load.cache_clear()


Install: TypeAlias = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install one more plugin, whose hooks give what is handed over."""

    def put(**brought: object) -> None:
        plugin = ModuleType("bad")
        for hook, given in brought.items():
            setattr(plugin, hook, hookimpl(lambda given=given: given, specname=hook))
        others = _registry.entry_points(group="articlekit")
        monkeypatch.setitem(sys.modules, "bad", plugin)
        point = EntryPoint(name="bad", value="bad", group="articlekit")
        monkeypatch.setattr(_registry, "entry_points", lambda group: [*others, point])
        _registry._load.cache_clear()

    return put


def test_the_format_is_found_and_the_origin_filled_in() -> None:
    article = articlekit.parse(RECIPE, content_type="text/x-recipe; charset=utf-8")

    assert (article.title, article.text) == ("Soup", "Boil it.")
    assert article.origin is not None
    assert article.origin.format == "recipe"
    assert article.origin.parser == "plugin_samples.recipe"
    assert article.origin.media_type == "text/x-recipe"
    assert article.origin.encoding == "utf-8"
    assert article.origin.sha256 == hashlib.sha256(RECIPE).hexdigest()


def test_the_file_is_named_as_it_was_asked_for_and_stays_named(tmp_path: Path) -> None:
    (tmp_path / "soup.txt").write_bytes(RECIPE)
    article = articlekit.parse(Source(path=tmp_path / "soup.txt"))
    assert article.origin is not None
    assert article.origin.path == str(tmp_path / "soup.txt")
    assert articlekit.to_row(article)["path"] == article.origin.path

    (tmp_path / "all.jsonl").write_text(articlekit.write(article, "jsonl"), encoding="utf-8")
    assert articlekit.parse(Source(path=tmp_path / "all.jsonl")).origin == article.origin


def test_text_and_sources_are_read_as_bytes_are() -> None:
    assert articlekit.parse(RECIPE.decode()) == articlekit.parse(RECIPE) == articlekit.parse(Source(data=RECIPE))


def test_decoding_speaks_before_the_parser() -> None:
    article = articlekit.parse(b"RECIPE 1.0\nSoup\nBoil it \xff\xff\xff.")

    assert article.diagnostics
    assert article.diagnostics[0].code.startswith("encoding.")


def test_strict_forbids_repair() -> None:
    with pytest.raises(StrictError) as caught:
        articlekit.parse(b"RECIPE 1.0\nSoup\nBoil it \xff\xff\xff.", strict=True)

    assert caught.value.diagnostics
    assert articlekit.parse(RECIPE, strict=True).title == "Soup"


@pytest.mark.parametrize("url", ["http://[bad/", "//[bad/a", "http://\ud800/", "\0", "x:y", ""])
@pytest.mark.parametrize("name", FOREIGN)
def test_an_address_that_cannot_be_understood_costs_no_article(name: str, url: str) -> None:
    try:
        expected = [article.text for article in articlekit.parse_all(FOREIGN[name])]
    except ParseError:
        return

    assert [article.text for article in articlekit.parse_all(FOREIGN[name], url=url)] == expected


@pytest.mark.parametrize("nothing", [b"", b" \n", ""])
def test_empty_input_is_said_to_be_empty(nothing: bytes | str) -> None:
    with pytest.raises(NoArticleError, match="the input is empty"):
        articlekit.parse(nothing)


def test_several_articles_are_an_error_that_names_parse_all() -> None:
    with pytest.raises(SeveralArticlesError, match="parse_all"):
        articlekit.parse(b"LIST one two")
    assert [a.title for a in articlekit.parse_all(b"LIST one two")] == ["one", "two"]


def test_what_a_parser_gives_no_advice_on_may_be_of_another_format() -> None:
    feed = '<rss version="2.0"><channel><title>Port news</title></channel></rss>'

    with pytest.raises(NoArticleError, match=r"the feed has no items\. If it is something else, say what with format="):
        articlekit.parse(feed)


@pytest.mark.parametrize("read", [articlekit.parse, lambda data: list(articlekit.parse_all(data))])
def test_no_article_is_an_error(read: Callable[[bytes], object]) -> None:
    with pytest.raises(NoArticleError, match="cannot read this as lists: it was read, but there is no article in it"):
        read(b"LIST")


def test_parse_all_is_lazy() -> None:
    articles = articlekit.parse_all(b"LIST one BOOM")

    assert next(articles).title == "one"
    with pytest.raises(ParseError):
        next(articles)


def test_an_unknown_format_lists_what_was_tried() -> None:
    with pytest.raises(UnknownFormatError) as caught:
        articlekit.parse(b"\x00\x01\x02 nothing anyone knows")

    assert "recipe" in caught.value.confidences
    assert "format=" in str(caught.value)
    with pytest.raises(UnknownFormatError, match="recipe"):
        articlekit.parse(RECIPE, format="recipes")


@pytest.mark.parametrize("path", ["page.html", "/home/me/saved pages/a.JSON", "C:\\saved\\feed.xml", "site.json.gz"])
def test_text_that_looks_like_a_path_is_told_how_to_read_a_file(path: str) -> None:
    with pytest.raises(UnknownFormatError, match=r"looks like a path.*Source\(path="):
        articlekit.parse(path)


def test_text_that_looks_like_an_address_is_told_that_nothing_is_fetched() -> None:
    with pytest.raises(UnknownFormatError, match="nothing is fetched"):
        articlekit.parse("https://example.org/soup.html")


@pytest.mark.parametrize("compress", [bz2.compress, lzma.compress])
def test_what_is_packed_is_read(compress: Callable[[bytes], bytes]) -> None:
    article = articlekit.parse(compress(RECIPE))

    assert article.title == articlekit.parse(RECIPE).title
    assert [diagnostic.code for diagnostic in article.diagnostics] == ["source.compressed"]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_what_is_packed_and_empty_is_said_to_be(compress: Callable[[bytes], bytes]) -> None:
    with pytest.raises(NoArticleError, match="what it expands to is empty"):
        articlekit.parse(compress(b""))


@pytest.mark.parametrize("cut", [gzip.compress(RECIPE)[:10], bz2.compress(RECIPE)[:18]], ids=["gzip", "bzip2"])
def test_what_is_packed_and_cut_off_before_its_first_byte_says_so(cut: bytes) -> None:
    with pytest.raises(NoArticleError, match="stream is damaged or cut off; 0 bytes could be expanded"):
        articlekit.parse(cut)


@pytest.mark.parametrize(
    ("start", "name"), [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "RAR"), (b"\x28\xb5\x2f\xfd", "Zstandard")]
)
def test_what_is_packed_in_a_way_that_is_not_undone_is_named(
    start: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "compression.zstd", None)

    with pytest.raises(UnknownFormatError, match=f"packed with {name}: unpack it"):
        articlekit.parse(start + bytes(range(256)))


@pytest.mark.parametrize("text", ["nothing anyone knows", "Read page.html\nand feed.xml", b"page.html"])
def test_what_looks_like_no_path_is_not_called_one(text: bytes | str) -> None:
    with pytest.raises(UnknownFormatError, match="format="):
        articlekit.parse(text)


@pytest.mark.parametrize("data", [Path("page.html"), io.BytesIO(RECIPE), 5, None, [82, 69]])
def test_what_is_neither_bytes_nor_text_is_a_type_error_that_says_what_is(data: object) -> None:
    for read in (articlekit.parse, articlekit.explain, lambda data: list(articlekit.parse_all(data))):
        with pytest.raises(TypeError, match=rf"bytes, str or Source, not from {type(data).__name__}.*Source\(path="):
            read(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_other_kinds_of_bytes_are_read_as_bytes(kind: Callable[[bytes], bytes]) -> None:
    assert articlekit.parse(kind(RECIPE)) == articlekit.parse(RECIPE)


@pytest.mark.parametrize(
    ("text", "kept", "error"),
    [("<p>The harbour is open again.</p>", 11, NoArticleError), ('{"routes": {"/wp/v2": {}}}', 30, NoArticleError)],
)
def test_that_compressed_input_is_cut_off_is_said_before_what_follows_from_it(
    text: str, kept: int, error: type[ParseError]
) -> None:
    with pytest.raises(error, match="gzip stream is damaged or cut off") as caught:
        articlekit.parse(gzip.compress(text.encode())[:kept])

    assert "source.compressed-cut" in {diagnostic.code for diagnostic in caught.value.diagnostics}


def test_a_fault_of_a_parser_is_a_parse_error_that_names_it() -> None:
    articles = articlekit.parse_all(b"FAULTY", format="faulty")

    assert next(articles).title == "The first is sound"
    with pytest.raises(ParseError, match=r"plugin_samples\.faulty.*KeyError.*'colour'") as caught:
        next(articles)
    assert isinstance(caught.value.__cause__, KeyError)


@pytest.mark.parametrize(
    ("yielded", "told"),
    [
        (None, "yields None, where Article belongs"),
        ("text", "yields 'text', where Article belongs"),
        (Article(body="text"), "whose body is 'text', where a tuple of blocks belongs"),  # type: ignore[arg-type]
        (Article(body=[Paragraph(text="a")]), "where a tuple of blocks belongs"),  # type: ignore[arg-type]
        (Article(body=(Paragraph(text="a"), "text")), "whose body holds 'text', where a block belongs"),  # type: ignore[arg-type]
        (Article(diagnostics=None), "diagnostics is None, where a tuple of Diagnostics belongs"),  # type: ignore[arg-type]
        (Article(diagnostics=("oops",)), "diagnostics holds 'oops', where a Diagnostic belongs"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_article_is_a_fault_of_the_parser(install: Install, yielded: object, told: str) -> None:
    install(articlekit_parsers=[evolve(PARSER, format="bad", parse=lambda source: iter([yielded]))])

    with pytest.raises(ParseError, match=f"the parser of bad unknown .*{told}"):
        articlekit.parse(RECIPE, format="bad")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (None, "gives None, where Articles are to be yielded: its parse has no yield"),
        (Article(title="A"), "gives Article.title='A'., where Articles are to be yielded"),
    ],
)
def test_a_parser_that_yields_nothing_is_told_to(install: Install, given: object, told: str) -> None:
    install(articlekit_parsers=[evolve(PARSER, format="bad", parse=lambda source: given)])

    with pytest.raises(ParseError, match=f"the parser of bad unknown {told}"):
        articlekit.parse(RECIPE, format="bad")


def test_a_parser_that_fails_to_sniff_is_passed_over() -> None:
    with pytest.warns(PluginWarning, match="failed to sniff"):
        assert articlekit.parse(RECIPE + b" never mind").title == "Soup"


@pytest.mark.parametrize("said", [None, 2, -1, float("nan"), "0.9"])
def test_what_is_no_share_is_passed_over(install: Install, said: object) -> None:
    install(articlekit_parsers=[evolve(PARSER, format="unsure", sniff=lambda source: said)])

    with pytest.warns(PluginWarning, match=r"plugin 'bad' .* answers .* on sniffing"):
        assert articlekit.parse(RECIPE).title == "Soup"


def leaves(given: object) -> float:
    sys.exit(3)


def interrupted(given: object) -> float:
    raise KeyboardInterrupt


def test_a_plugin_does_not_end_the_program(install: Install) -> None:
    install(articlekit_parsers=[evolve(PARSER, format="bad", sniff=leaves, parse=leaves, explain=leaves)])

    with pytest.warns(PluginWarning, match="failed to sniff, which it never may: SystemExit: 3"):
        assert articlekit.parse(RECIPE).title == "Soup"
    for read in (articlekit.parse, articlekit.explain):
        with pytest.raises(ParseError, match="the parser of bad unknown failed: SystemExit: 3"):
            read(RECIPE, format="bad")  # type: ignore[operator]


def test_an_interruption_is_no_fault_of_a_plugin(install: Install) -> None:
    install(articlekit_parsers=[evolve(PARSER, format="bad", sniff=interrupted, parse=interrupted)])

    for name in (None, "bad"):
        with pytest.raises(KeyboardInterrupt):
            articlekit.parse(RECIPE, format=name)


def test_what_cannot_be_written_says_what_can() -> None:
    with pytest.raises(WriteError, match="json"):
        articlekit.write(Article(title="Soup"), "papyrus")


def fails(given: object) -> object:
    raise KeyError("colour")


FAULTS = [
    (fails, "bad.* failed: KeyError: 'colour'.* tell its authors"),
    (lambda given: None, "bad.* gives None, where .* belongs.* tell its authors"),
]


@pytest.mark.parametrize(("bad", "told"), FAULTS)
def test_a_fault_of_a_writer_is_a_write_error_that_names_it(
    install: Install, bad: Callable[[object], object], told: str
) -> None:
    install(articlekit_writers=[evolve(WRITER, format="bad", write=bad)])

    with pytest.raises(WriteError, match=told):
        articlekit.write(Article(title="Soup"), "bad")


def test_what_the_articles_to_write_are_read_from_is_no_fault_of_the_writer() -> None:
    with pytest.raises(KeyError):
        articlekit.write(map(fails, [1]), "text")  # type: ignore[arg-type]


@pytest.mark.parametrize(("bad", "told"), FAULTS)
def test_a_fault_of_a_claim_finder_names_it(install: Install, bad: Callable[[object], object], told: str) -> None:
    install(articlekit_claim_finders=[ClaimFinder(name="bad", summary="Bad", find=bad)])  # type: ignore[arg-type]

    with pytest.raises(PluginError, match=f"(?i){told}"):
        articlekit.find_claims(Article(title="Soup"), "bad")


@pytest.mark.parametrize(("bad", "told"), FAULTS)
def test_a_fault_of_an_explanation_names_it(install: Install, bad: Callable[[object], object], told: str) -> None:
    install(articlekit_parsers=[evolve(PARSER, format="bad", explain=bad)])

    with pytest.raises(ParseError, match=told):
        articlekit.explain(RECIPE, format="bad")


def test_formats_says_who_brings_what() -> None:
    rows = {row.name: row for row in articlekit.formats()}

    assert rows["recipe"].distribution == "plugin_samples.recipe"
    assert rows["recipe"].reads
    assert not rows["recipe"].writes
    assert rows["json"].distribution == "articlekit"
    assert rows["json"].reads
    assert rows["json"].writes


@pytest.mark.parametrize(
    "name", ["atom", "html", "json", "jsonfeed", "markdown", "rss", "schemaorg", "tei", "wordpress", "wxr"]
)
@pytest.mark.parametrize("shown", ["\xc2\xa0", "\xe2\x80\x99", "dÃ©jÃ\xa0 vÃ»"])
def test_what_a_broken_encoding_looks_like_may_be_written_of(name: str, shown: str) -> None:
    article = Article(id="7", title=f"A {shown} b", body=(Paragraph(text=f"An {shown} example"),))

    again = articlekit.parse(articlekit.write(article, name), format=name)

    assert (again.title, again.text) == (article.title, article.text)


@pytest.mark.parametrize(("name", "meant"), [("HTML", "html"), ("htm", "html"), ("htlm", "html"), ("md", "markdown")])
def test_who_misspells_a_format_is_told_which_may_be_meant(name: str, meant: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"Did you mean '{meant}'"):
        articlekit.parse(RECIPE, format=name)
    with pytest.raises(WriteError, match="Did you mean 'markdown'"):
        articlekit.write(Article(title="One"), "md")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\xef\xbb\xbf", "\ufeff", b"\xff\xfe \0\n\0"])
def test_a_byte_order_mark_alone_is_nothing(data: bytes | str) -> None:
    with pytest.raises(NoArticleError, match="the input is empty"):
        articlekit.parse(data)


def test_a_zip_archive_that_was_compressed_again_is_named() -> None:
    with pytest.raises(UnknownFormatError, match="a ZIP archive that was compressed again: expand it once"):
        articlekit.parse(gzip.compress(b"PK\x03\x04" + bytes(range(256))))


def test_what_is_no_article_is_a_type_error_that_names_it() -> None:
    article = articlekit.parse(RECIPE)
    for fails in (
        lambda: articlekit.write(None, "json"),  # type: ignore[arg-type]
        lambda: articlekit.write([article, "text"], "json"),  # type: ignore[list-item]
        lambda: articlekit.find_claims("text"),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match="an Article is asked for, not "):
            fails()


def zipped(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "<Types/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF: take the page that it was made of"),
        (zipped("[Content_Types].xml"), "an Office document: save it as HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a document of an older Office: save it as HTML"),
        (b"{\\rtf1\\ansi Soup}", "an RTF document: save it as HTML"),
        (b"bplist00\xd1\x01\x02", "a property list, as Safari's web archives are: save the page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture: what is written in it"),
    ],
    ids=lambda value: str(value)[:9],
)
def test_what_other_programs_read_is_named(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"This is {what}"):
        articlekit.parse(data)
