"""The body of a page, with what had to be done to find it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from attrs import frozen

from articlekit.markup import Element, Reading
from articlekit.plugin import Article, Block, Diagnostic, Paragraph
from articlekit_html.body.blocks import hand_over
from articlekit_html.body.choice import Choice
from articlekit_html.body.diagnosis import NO_ARTICLE, diagnose
from articlekit_html.body.fallback import from_metadata
from articlekit_html.body.first_rules.against import spoken_against
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.apart import lines_apart, without_entries
from articlekit_html.body.left_out.standfirst import find_standfirst
from articlekit_html.body.lines import choose, choose_by_rules
from articlekit_html.body.named import choose_named
from articlekit_html.body.outline.addresses import host_of
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.walk import outline_of
from articlekit_html.body.scripted import read_scripted
from articlekit_html.metadata import Metadata

_ANSWER: Final = int(Hint.ANSWER)
_ASIDE: Final = int(Hint.SIDE | Hint.WIDGET)
LITTLE: Final = 500
"""Where fewer characters are found, the parts of the page that were passed over are looked through too."""
_UNPARTED: Final = "\u3040"
"""From here on stand the letters of Kana, Han and Hangul: full names are written in them without a space."""
_PART: Final = 1 / 3
"""What a name chooses is the text where it holds so large a part of all sentences."""


@frozen(kw_only=True)
class Body:
    """The body of a page."""

    blocks: tuple[Block, ...] = ()
    #: Where it is shown before the text and only the metadata tell it.
    standfirst: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


OF_METADATA: Final = Diagnostic(
    code="html.body-from-metadata",
    message="the page itself shows less of the article than its metadata hold: the text is theirs",
)


def find_lines(root: Element, said: Metadata, url: str | None = None) -> Choice:
    """Choose the lines of a page that are the article's; changes nothing of the tree that readers see.

    Args:
        root: The page.
        said: What its metadata say: the elements that show title, standfirst, byline and date are told by them.
        url: Where the page is from.
    """
    apart, host = said.apart, host_of(url)
    authors = _people(said)
    choice = _choose_beside(View(_outline(root, said), host, authors, said.image), apart)
    if choice.length < LITTLE:
        _open_unseen(root)
        whole = _choose_beside(View(_outline(root, said, whole=True), host, authors, said.image), apart)
        if whole.length > 2 * choice.length:
            choice = whole
        named = choose_named(whole.view, lines_apart(whole.view.page, apart))
        if named and named.length and _is_the_text(named, choice):
            choice = named
        scripted = read_scripted(root, said.title)
        if scripted is not None:
            held = choose(View(outline_of(scripted, whole=True), host, authors))
            if held.length > 2 * choice.length:
                choice = held
                choice.is_scripted = True
    return choice


def _outline(root: Element, said: Metadata, *, whole: bool = False) -> Outline:
    """Walk a page, and say in its outline what its metadata know of its elements."""
    page = outline_of(root, said.title_element, whole=whole)
    page.is_thread = said.is_thread
    if said.answers:
        answers = frozenset(said.answers)
        page.hint((node for node, element in enumerate(page.elements) if element in answers), _ANSWER)
    return page


def _people(said: Metadata) -> tuple[str, ...]:
    """Give the full names of the people who wrote it: not the site's."""
    site = said.site.name if said.site else None
    named = (author.name for author in said.authors if author.kind != "Organization")
    return tuple(name for name in named if (" " in name or min(name) >= _UNPARTED) and name != site)


def _open_unseen(root: Element) -> None:
    """Open what no reader sees where it holds a text: a template that nobody closed, or that a script would show."""
    seen: set[Element] = set()
    for element in list(root.iter("noscript", "template")):
        if element not in seen:
            inside = list(element.iter("noscript", "template"))
            seen.update(inside)
            if len("".join(element.itertext())) >= LITTLE:
                for unseen in inside:
                    unseen.tag = "div"


def _is_the_text(named: Choice, choice: Choice) -> bool:
    """Whether what is chosen by a name is the text: it is longer, or most of it are sentences, no small part of all.

    What stands in sidebars beside it does not count.
    """
    page = choice.view.page
    element = named.view.page.elements[named.container]
    node = page.elements.index(element) if element in page.elements else 0
    own = range(node, page.end[node]) if node else range(0)
    aside = page.outermost(n for n, hints in enumerate(page.hints) if n and hints & _ASIDE and n not in own)
    others = [line for line in choice.kept if not aside[page.line_node[line]]]
    size, spoken = page.size(others), _spoken(named, named.kept)
    return (
        named.length > size
        or named.length == size < choice.length
        or (2 * spoken > named.length and spoken >= _PART * _spoken(choice, others))
    )


def _spoken(choice: Choice, lines: list[int]) -> int:
    """Count the characters in those of some lines that are sentences and that no name speaks against."""
    page, sentences = choice.view.page, choice.view.prose.sentences
    against = spoken_against(choice.view, 0)
    return page.size(line for line in lines if sentences[line] and not against[page.line_node[line]])


def _choose_beside(view: View, apart: Collection[Element]) -> Choice:
    """Choose lines other than those that are set apart; where these are the longer ones, they are the text."""
    lines = without_entries(view, lines_apart(view.page, apart))
    choice = choose(view, lines)
    if choice.length < view.page.size(lines):
        return choose(view)
    return choice


def read_body(root: Element, said: Metadata, url: str | None = None, *, beside_files: bool = False) -> Body:
    """Find the article in a page and read it into blocks. Changes the tree: read all else before.

    Args:
        root: The page.
        said: What its metadata say: where they are shown, and the text of the article, to fall back on.
        url: Where the page is from, to resolve the addresses in it.
        beside_files: Whether those that are relative are of files that were saved with it: they stay as they are.
    """
    choice = find_lines(root, said, url)
    stated = from_metadata(said.article_body, choice)
    if stated is not None:
        return Body(blocks=stated, diagnostics=said_of_stated(choice, said))
    choice, notes = settled(choice, said)
    line = find_standfirst(choice, said.descriptions)
    standfirst = None if line is None else choice.view.page.texts[line]
    reading = hand_over.read(choice, None if beside_files else url)
    if choice.length and not _says(reading.blocks):
        reading = _lines_alone(choice)
    return Body(blocks=reading.blocks, standfirst=standfirst, diagnostics=(*notes, *reading.diagnostics))


def said_of_stated(choice: Choice, said: Metadata) -> tuple[Diagnostic, ...]:
    """Say what is to be said where the text is that of the metadata."""
    return (OF_METADATA, *_but_empty(diagnose(choice, said)))


def settled(choice: Choice, said: Metadata) -> tuple[Choice, tuple[Diagnostic, ...]]:
    """Take all that may be the article where nothing stands out and nothing tells why; say what is to be said."""
    notes = diagnose(choice, said)
    if not choice.length and NO_ARTICLE.isdisjoint(note.code for note in notes):
        choice = choose_by_rules(choice.view, lines_apart(choice.view.page, said.apart))
        if choice.length:
            message = "nothing stands out as the article; all text that may be it was taken"
            notes = (Diagnostic(code="html.body-guessed", message=message), *_but_empty(notes))
    return choice, notes


def _but_empty(notes: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Leave out that there is no text, where one was found otherwise."""
    return tuple(note for note in notes if note.code not in ("body.empty", "body.short", "html.scripts-only"))


def _says(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Paragraph) for block in blocks) or bool(Article(body=blocks).text)


def _lines_alone(choice: Choice) -> Reading:
    """Read the lines of a text for themselves, where its markup takes them for what is no text."""
    blocks = tuple(Paragraph(text=choice.view.page.texts[line]) for line in choice.kept)
    message = "the markup is so broken that the lines of the text were read alone"
    return Reading(blocks=blocks, diagnostics=(Diagnostic(code="html.malformed", message=message),))
