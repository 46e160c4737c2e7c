from urllib.parse import urljoin

import pytest

from articlekit.markup import is_safe_frame, is_safe_link, is_safe_picture, resolve
from articlekit.markup.safety import clean, is_plain_path, origin_of

SCRIPTS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,<script>x</script>",
    "data:image/svg+xml,<svg onload=x>",
    "javascript&colon;x".replace("&colon;", ":"),
    "blob:https://x/1",
    "file:///etc/passwd",
    "view-source:x",
    "about:blank",
    "feed:javascript:alert(1)",
    "FEED:feed: JavaScript:alert(1)",
]


@pytest.mark.parametrize(
    "url", [*SCRIPTS, "", " ", " java\nscript:x", "\x01\tjavascript:x", "data:image/png;base64,AA"]
)
def test_links_that_are_not_safe(url: str) -> None:
    assert not is_safe_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a",
        "HTTPS://a",
        "//a/b",
        "/a",
        "a",
        "a/b:c",
        "?a",
        "#a",
        "mailto:a@b",
        "tel:1",
        "./a:b",
        "feed:https://a/b",
        "feed://a/b",
    ],
)
def test_links_that_are_safe(url: str) -> None:
    assert is_safe_link(url)


@pytest.mark.parametrize("url", SCRIPTS)
def test_nothing_that_runs_is_shown(url: str) -> None:
    assert not is_safe_frame(url)
    assert not is_safe_picture(url)


def test_pictures_may_be_data_and_frames_may_not() -> None:
    assert is_safe_picture("data:image/png;base64,AA")
    assert is_safe_picture("DATA:image/jpeg,x")
    assert not is_safe_frame("data:image/png;base64,AA")
    assert not is_safe_frame("mailto:a@b")
    assert is_safe_frame("//a/b")


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [(" \x01a b\t\n", "a b"), ("java\nscr\tipt:x", "javascript:x"), ("\x00javascript:x", "javascript:x"), ("é", "é")],
)
def test_addresses_are_cleaned_as_browsers_do(url: str, cleaned: str) -> None:
    assert clean(url) == cleaned


@pytest.mark.parametrize(
    ("url", "base", "absolute"),
    [
        ("../a", "https://x.example/b/c/d", "https://x.example/b/a"),
        ("//y.example/a", "https://x.example/", "https://y.example/a"),
        ("https://y.example", "https://x.example/", "https://y.example"),
        (" a ", None, "a"),
        ("http://[", "https://x.example/", "http://["),
        ("a", "http://[", "a"),
        ("", "https://x.example/", ""),
        ("/a", "", "/a"),
        ("/a", "http://[bad/", "/a"),
        ("//[bad/a", "https://x.example/", "//[bad/a"),
    ],
)
def test_addresses_are_made_absolute(url: str, base: str | None, absolute: str) -> None:
    assert resolve(url, base) == absolute


_BASES = ("https://x.example/", "http://X.example/a/b.html?c#d", "https://x.example//e;f", "https://-/..")


@pytest.mark.parametrize("base", _BASES)
@pytest.mark.parametrize("url", ["/", "/a", "/a//b/", "/a?b=/c#d?e", "/a:b", "/é d/[e]", "/a\\b"])
def test_a_plain_path_stands_behind_the_origin(url: str, base: str) -> None:
    assert is_plain_path(url)
    assert origin_of(base) + url == urljoin(base, url) == resolve(url, base)


@pytest.mark.parametrize(
    "url", ["", "a", "//a", "/./a", "/a/../b", "/a;b", "/a;?b", "/a?", "/a#", "/a?#b", "/a ", "/\na"]
)
def test_paths_that_are_joined_otherwise(url: str) -> None:
    assert not is_plain_path(url)


@pytest.mark.parametrize(
    "base", [None, "", "a/b", "https://x.example", "https:///a", "ftp://x.example/", "https://x.example?/", "http://[/"]
)
def test_bases_without_a_plain_origin(base: str | None) -> None:
    assert origin_of(base) == ""
