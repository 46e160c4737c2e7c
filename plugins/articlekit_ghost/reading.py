"""From a post of Ghost to an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from articlekit.json_repair import JsonReading, cut, read, repair
from articlekit.json_rest import Records, begun, is_rest
from articlekit.markup import Reading, html_of_text, plain_text, read_blocks, resolve
from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Diagnostic, Json, Moment, Origin, ParseError, Site, Source
from articlekit_ghost.answers import TEXTS, Found, Object, find_posts, objects, strays, text
from articlekit_ghost.cards import Written
from articlekit_ghost.lexical import lexical_html
from articlekit_ghost.mobiledoc import mobiledoc_html

PLACEHOLDER: Final = "__GHOST_URL__"
"""What an export has in the place of the site's own address."""

_WINDOW: Final = 65_536
_POSTS = re.compile(r'"(?:posts|pages)"\s*:\s*\[')
_OWN = re.compile(
    r'"(comment_id|feature_image|custom_excerpt|codeinjection_head|mobiledoc|lexical|primary_author|og_image'
    r"|canonical_url|custom_template|email_subject|exported_on|published_at|posts_tags|posts_authors)\"\s*:"
)
_TEXT = re.compile(rf'"(?:{"|".join(TEXTS)})"\s*:\s*"')
# How a post begins, and no author or tag in it, whichever system wrote it.
_RECORD: Final = (
    r'"(?:id|uuid|slug|title)"\s*:\s*(?:"(?:[^"\\]|\\.){0,300}+"|\d{1,20}+)\s*,\s*"(?:id|uuid|slug|title)"\s*:'
)
_RECORDS: Final = Records(
    begin=_RECORD,
    members=frozenset((*TEXTS, "comment_id", "published_at", "custom_excerpt", "email_subject")),
    list="posts",
    holders=frozenset({"posts", "pages", "data", "db"}),
    html="html",
)
_ERROR = re.compile(r'\{\s*"errors"\s*:\s*\[\s*\{\s*"message"\s*:[^{}]{0,2000}"type"\s*:\s*"\w+Error"')
# What the APIs make of what is said elsewhere.
_DERIVED: Final = ("primary_tag", "reading_time", "excerpt", "plaintext")


def sniff(source: Source) -> float:
    """Say how sure it is, by the names of members that Ghost's posts have."""
    head = source.head
    is_begun = head.startswith(("{", "["))
    if not is_begun and not is_rest(source.text):
        return 0.0
    if _ERROR.match(head):
        return 0.8
    text_ = head if len(head) < 4000 else source.text[:_WINDOW]
    own = len({found[1] for found in _OWN.finditer(text_)})
    if not is_begun:
        return 0.9 if own >= 3 else 0.0
    if _POSTS.search(text_):
        # Who asks for few members gets none of Ghost's own; lists of posts that others give have no such text.
        return 0.97 if own >= 3 else 0.6 if _TEXT.search(text_) else 0.0
    return 0.9 if own >= 5 else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the posts and pages of an answer or an export, one by one.

    Raises:
        ErrorAnswer: It is the server's error message.
        NoArticleError: There is no post in it.
        ParseError: It is no JSON.
    """
    rest = begun(source.text, _RECORDS)
    answer = _read(rest.text if rest else source.text)
    notes, start = answer.diagnostics, rest.diagnostics if rest else ()
    if without := strays(answer.value):
        message = f"beside the posts stands something else ({len(without)}), first at {without[0]}"
        notes = (*notes, Diagnostic(code="item.skipped", message=message))
    for found in find_posts(answer.value):
        yield _article(found, source.url, (*start, *notes))
        start = ()


def _read(text_: str) -> JsonReading:
    """Read an answer; of one that is broken and too large to be repaired as a whole each post for itself."""
    try:
        return read(text_)
    except ParseError as failed:
        begun = _POSTS.search(text_)
        posts: list[Json] = []
        lost = 0
        for piece in cut("{" + text_[begun.start() :], record=_RECORD, lists=("posts", "pages")) if begun else ():
            try:
                post = repair(piece).value
            except ValueError:
                lost += 1
                continue
            posts += [post] if isinstance(post, dict) and not _POSTS.match(piece[1:]) else []
        if not posts:
            raise
        message = f"the JSON is broken; its posts were read one by one: {failed.reason}"
        notes = [Diagnostic(code="json.invalid", message=message)]
        if lost:
            notes.append(Diagnostic(code="item.skipped", message=f"posts that could not be understood: {lost}"))
        return JsonReading(value={"posts": posts}, diagnostics=tuple(notes))


def _article(found: Found, base: str | None, known: tuple[Diagnostic, ...]) -> Article:
    settings = {name: text(value) for name, value in found.settings.items()}
    site = Site(name=settings.get("title"), url=settings.get("url"))
    post = _Post(dict(found.post), site.url or _root_of(base))
    url = post.address("url") or post.address("canonical_url")
    reading = post.body(url)
    summary = post.taken("custom_excerpt")
    return Article(
        id=_number(post.said.pop("id", None)),
        url=url,
        title=post.taken("title"),
        summary=(plain_text(summary) or None) if summary else None,
        authors=tuple(post.authors()),
        published=post.moment("published_at"),
        modified=post.moment("updated_at"),
        language=post.taken("locale") or settings.get("locale") or settings.get("lang"),
        site=site if site != Site() else None,
        tags=tuple(post.tags()),
        image=post.address("feature_image"),
        body=reading.blocks,
        origin=Origin(place=found.place),
        diagnostics=(*known, *reading.diagnostics, *post.diagnostics),
        extra={name: value for name, value in post.said.items() if value not in (None, "", [], {})},
    )


def _plain(text_: str) -> Written:
    return Written(html=html_of_text(text_))


def _number(value: Json) -> str | None:
    return str(value) if isinstance(value, int) else text(value)


def _root_of(url: str | None) -> str | None:
    root = resolve("/", url)
    return root if root.startswith(("https://", "http://")) else None


class _Post:
    """A post while it is read: what a field holds is taken out of it."""

    def __init__(self, said: Object, root: str | None) -> None:
        self.said = said
        self.root = root
        self.diagnostics: list[Diagnostic] = []

    def taken(self, name: str) -> str | None:
        """Take a text out."""
        value = text(self.said.get(name))
        if value is not None:
            del self.said[name]
        return value

    def placed(self, value: str) -> str:
        """Put the site's address where an export has a placeholder."""
        return value.replace(PLACEHOLDER, (self.root or "").rstrip("/")) if PLACEHOLDER in value else value

    def address(self, name: str) -> str | None:
        """Take an address out, if it is absolute or can be made so."""
        value = text(self.said.get(name))
        whole = resolve(self.placed(value), self.root) if value else ""
        if not whole.startswith(("https://", "http://")):
            return None
        del self.said[name]
        return whole

    def moment(self, name: str) -> Moment | None:
        value = self.said.get(name)
        moment: Moment | None
        if isinstance(value, int) and 0 < value < 10**14:
            # Milliseconds, as the earliest exports have it.
            moment = datetime.fromtimestamp(value / 1000, UTC)
        else:
            moment = noted_moment(value, name, self.diagnostics)
        if moment is not None:
            del self.said[name]
        return moment

    def authors(self) -> Iterator[Author]:
        for author in objects(self.said.get("authors") or [self.said.get("primary_author")]):
            if name := text(author.get("name")):
                url = text(author.get("url")) or text(author.get("website"))
                yield Author(name=name, url=self.placed(url) if url else None, kind="Person")
        self.said.pop("authors", None)
        self.said.pop("primary_author", None)

    def tags(self) -> Iterator[str]:
        """Give the tags; internal ones, which readers never see, stay in `extra`."""
        internal: list[Json] = []
        for tag in objects(self.said.pop("tags", None)):
            name = text(tag.get("name"))
            if name and (name.startswith("#") or tag.get("visibility") == "internal"):
                internal.append(name)
            elif name:
                yield name
        if internal:
            self.said["internal_tags"] = internal

    def body(self, url: str | None) -> Reading:
        html = text(self.said.pop("html", None)) or self._written()
        if html:
            # The editors' own forms say no more than what is shown.
            self.said.pop("lexical", None)
            self.said.pop("mobiledoc", None)
        reading = read_blocks(self.placed(html or ""), url=url or self.root)
        self.diagnostics.extend(self._losses(reading))
        if self.said.get("excerpt") and not text(self.said.get("custom_excerpt")):
            message = "the excerpt is the beginning of the text"
            self.diagnostics.append(Diagnostic(code="summary.automatic", message=message))
        for name in _DERIVED:
            self.said.pop(name, None)
        return reading

    def _written(self) -> str | None:
        """Give what an editor keeps, where there is no HTML."""
        for name, html_of in (("lexical", lexical_html), ("mobiledoc", mobiledoc_html), ("plaintext", _plain)):
            kept = text(self.said.get(name))
            if kept and (written := html_of(kept)) is not None:
                if written.left_out:
                    message = f"cards of its editor that hold nothing to read: {', '.join(written.left_out)}"
                    self.diagnostics.append(Diagnostic(code="ghost.cards-dropped", message=message))
                return written.html
        return None

    def _losses(self, reading: Reading) -> Iterator[Diagnostic]:
        if self.said.get("access") is False:
            message = f"it is for {self.said.get('visibility') or 'members'} only"
            code = "body.truncated" if reading.blocks else "body.protected"
            yield Diagnostic(code=code, message=f"{message}; the answer holds what is public")
        elif not reading.blocks:
            yield Diagnostic(code="body.empty", message="the post has no HTML, nor text that its editor keeps")
