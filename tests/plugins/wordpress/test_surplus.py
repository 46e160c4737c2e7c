"""What of a post stays in `extra`: all but what says no more than a field holds."""

from typing import ClassVar

from articlekit.plugin import Author, Json
from articlekit_wordpress.metadata import Metadata
from articlekit_wordpress.surplus import prune


def test_what_says_more_than_a_name_stays() -> None:
    numbered: Json = {"id": 7, "name": "Tea", "taxonomy": "post_tag"}
    shown: Json = {"name": "Ada", "avatar_urls": {"24": "a.jpg"}}
    post: dict[str, Json] = {
        "_embedded": {
            "wp:term": [[{"taxonomy": "post_tag", "name": "Tea &amp; rum"}, numbered], [{"taxonomy": "series"}]],
            "author": [shown, {"name": "Bob"}],
        }
    }

    prune(post, Metadata(tags=("Tea & rum", "Tea"), authors=(Author(name="Ada"), Author(name="Bob"))))

    assert post == {"_embedded": {"wp:term": [[numbered], [{"taxonomy": "series"}]], "author": [shown]}}


class Name(str):
    """A name that counts how often it is compared with others."""

    __slots__ = ()
    __hash__ = str.__hash__
    comparisons: ClassVar[list[str]] = []

    def __eq__(self, other: object) -> bool:
        self.comparisons.append(self)
        return str.__eq__(self, other)


def test_names_are_looked_for_at_once() -> None:
    names = tuple(f"n{i}" for i in range(100))
    terms: list[Json] = [{"name": Name(name), "taxonomy": "post_tag"} for name in names]
    authors: list[Json] = [{"name": Name(name)} for name in names]
    post: dict[str, Json] = {"_embedded": {"wp:term": [terms], "author": authors}}

    prune(post, Metadata(tags=names, authors=tuple(Author(name=name) for name in names)))

    assert post == {}
    assert len(Name.comparisons) < 3 * 200
