"""An article with something in every field."""

from datetime import UTC, date, datetime, timedelta, timezone

from articlekit.article import Article, Author, Origin, Site
from articlekit.blocks import (
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
from articlekit.claim import Attribution, Claim, Quantity, Rating, Review, Span
from articlekit.diagnostic import Diagnostic

CLAIM = Claim(
    text="Fish swim.",
    span=Span(start=0, end=10),
    attribution=Attribution(
        source=(Span(start=3, end=5),), cue=(Span(start=6, end=7),), content=(), kind="mixed", speaker="A. Cod"
    ),
    score=0.75,
    checkable=1.0,
    reasons=("a number", "a name"),
    hedges=(Span(start=0, end=1, field="title"),),
    negations=(Span(start=2, end=3),),
    quantities=(
        Quantity(span=Span(start=1, end=2), kind="money", value=2.5e6, unit="EUR"),
        Quantity(span=Span(start=1, end=2), kind="date", date="2024-05"),
    ),
    links=("https://example.org/evidence",),
    review=Review(
        url="https://check.example/1",
        claim="Fish can swim",
        claimant="A. Cod",
        claimed=date(2024, 5, 2),
        appearances=("https://example.org/said",),
        reviewer="Check & Co.",
        reviewer_url="https://check.example/",
        reviewed=datetime(2024, 5, 3, 12, tzinfo=UTC),
        rating=Rating(name="Mostly true", value=4, best=5, worst=1.5),
    ),
)
BODY = (
    Paragraph(
        text="Fish swim.\nThey do.",
        marks=(Mark(kind="link", start=0, end=4, url="https://example.org/?a=b&c", title="A fish"),),
    ),
    Heading(text="More", level=3, marks=(Mark(kind="emphasis", start=0, end=4),)),
    Quote(body=(Paragraph(text="Indeed."),), cite="A. Cod", url="https://example.org/cod", pull=True),
    List(
        items=((Paragraph(text="One"),), (), (Rule(), Code(text="  x = 1\n", language="python"))), ordered=True, start=4
    ),
    DefinitionList(items=(Definition(terms=(Paragraph(text="Fin"),), descriptions=((Paragraph(text="A limb"),),)),)),
    Table(
        header=((Cell(body=(Paragraph(text="Kind"),), header=True, colspan=2),),),
        rows=((Cell(body=(Paragraph(text="Cod"),), rowspan=2), Cell()),),
        caption="Kinds",
        caption_marks=(Mark(kind="strong", start=0, end=5),),
    ),
    Image(
        url="https://example.org/cod.jpg", alt="A cod", caption="Cod", credit="B. Sea", link="https://example.org/big"
    ),
    Figure(body=(Math(text="E=mc^2", mathml="<math><mi>E</mi></math>"),), caption="Energy", credit="A. E."),
    Embed(url="https://video.example/1", media="video", title="Film", caption="A film", credit="C. Dive"),
    Note(name="1", body=(Paragraph(text="A note"),)),
    Rule(),
)
EVERYTHING = Article(
    id="7",
    url="https://example.org/fish",
    title="Fish & chips </script>",
    subtitle="On <b>fish</b>",
    summary="They “swim”",
    authors=(
        Author(name="A. Cod", url="https://example.org/cod", kind="Person"),
        Author(name="Sea News", kind="Organization"),
        Author(name="B"),
    ),
    published=datetime(2023, 11, 30, 0, 30, 53, 120, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    modified=date(2024, 1, 1),
    language="en-GB",
    site=Site(name="The Sea", url="https://example.org/"),
    categories=("Food", "Sea & shore"),
    tags=("fish", "chips"),
    image="https://example.org/fish.jpg",
    license="https://creativecommons.org/licenses/by/4.0/",
    body=BODY,
    claims=(CLAIM,),
    origin=Origin(
        format="html",
        parser="articlekit",
        version="1",
        media_type="text/html",
        encoding="utf-8",
        sha256="ab" * 32,
        path="pages/fish.html",
        place="$[3]",
        offset=12,
        retrieved=datetime(2024, 2, 1, 8, 0),
    ),
    diagnostics=(
        Diagnostic(code="body.truncated", message="it ends", offset=3),
        Diagnostic(code="mine.own", message="own", severity="info"),
    ),
    extra={"null": None, "nested": {"list": [1, 2.5, "x", True, {}]}, "": [], "big": 2**70},
)
