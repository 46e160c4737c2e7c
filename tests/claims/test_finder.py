"""What becomes a claim of an article, and what is said of it."""

from datetime import date
from pathlib import Path

import pytest

import articlekit
from articlekit.article import Article, Author
from articlekit.blocks import Block, Code, Heading, List, Mark, Paragraph, Quote
from articlekit.claim import Claim, Review, Span
from articlekit.claims import find_claims

FACT = "The government spent $2.5 billion on 400 new schools in 2016."
SAMPLE = Path(__file__).parents[2] / "samples" / "north-korea-russia.json"
OTHER = "Unemployment in the region fell from 9.4 percent to 4.1 percent between 2010 and 2015."
WISH = "Let us hope for a wonderful day!"


def article(*body: Block | str, title: str | None = None, language: str | None = None) -> Article:
    blocks = tuple(Paragraph(text=block) if isinstance(block, str) else block for block in body)
    return Article(title=title, body=blocks, language=language)


def claims(*body: Block | str, title: str | None = None) -> list[str]:
    return [claim.text for claim in find_claims(article(*body, title=title)).claims]


def test_what_can_be_checked_is_a_claim_and_what_cannot_is_none() -> None:
    assert claims(f"{FACT} {WISH}", OTHER) == [FACT, OTHER]


@pytest.mark.parametrize(
    "statement",
    [
        "declared its support for North Korea’s nuclear program and even vetoed a UN resolution",
        "delegates in Moscow and the two countries have signed a new economic cooperation agreement",
        "Russia has sought to supply North Korea with oil at discounted prices",
    ],
)
def test_what_the_sample_post_states_is_claimed_by_its_author(statement: str) -> None:
    claims = find_claims(articlekit.parse(SAMPLE.read_bytes())).claims
    (claim,) = (claim for claim in claims if statement in claim.text)
    assert claim.attribution is None
    assert claim.score is not None
    assert claim.score > 0.9


def test_a_claim_points_at_its_words_and_says_what_is_in_them() -> None:
    body = Paragraph(
        text="Well. It may not be true that the ministry built 400 schools in May 2016.",
        marks=(
            Mark(kind="link", start=38, end=46, url="https://example.org/report"),
            Mark(kind="strong", start=0, end=4),
        ),
    )
    given = article(body)
    (claim,) = find_claims(given, checkable_from=0.0).claims
    assert claim.span is not None
    assert claim.text == claim.span.of(given.text) == given.text[6:]
    assert [span.of(given.text) for span in claim.hedges] == ["may"]
    assert [span.of(given.text) for span in claim.negations] == ["not"]
    assert [(q.span.of(given.text), q.kind) for q in claim.quantities] == [("400", "number"), ("May 2016", "date")]
    assert claim.links == ("https://example.org/report",)
    assert claim.score is not None
    assert claim.reasons


def test_links_belong_to_the_claims_that_they_reach_into() -> None:
    first, second = "The ministry built 400 schools in 2016.", "It spent $2.5 billion on 30 roads in 2017."
    places = {
        "second": (45, 50),
        "again": (60, 62),
        "all": (0, 82),
        "both": (30, 45),
        "first": (4, 12),
        "none": (39, 40),
    }
    links = (
        Mark(kind="link", start=s, end=e, url="second" if url == "again" else url) for url, (s, e) in places.items()
    )
    text = f"{first} {second}"
    given = article(Paragraph(text="Well."), Paragraph(text=text, marks=tuple(links)))
    claims = {claim.text: claim.links for claim in find_claims(given, checkable_from=0.0).claims}
    assert claims[first] == ("all", "first", "both")
    assert claims[second] == ("all", "both", "second")


def test_what_is_linked_from_who_says_it_is_evidence_too() -> None:
    said, stated = "A study published in May found that ", "400 schools were built in 2016."
    places = {"first": (0, 7), "then": (24, 29), "inside": (len(said) + 4, len(said) + 11)}
    marks = tuple(Mark(kind="link", start=s, end=e, url=url) for url, (s, e) in places.items())
    (claim,) = find_claims(article(Paragraph(text=said + stated, marks=marks))).claims
    assert claim.text == stated[:-1]
    assert claim.links == ("inside", "first", "then")


def test_words_of_others_are_theirs() -> None:
    given = article("Jane Doe said that the government spent $2.5 billion on 400 schools in 2016.")
    (claim,) = find_claims(given).claims
    assert claim.text == "the government spent $2.5 billion on 400 schools in 2016"
    assert claim.attribution is not None
    assert claim.attribution.speaker == "Jane Doe"


def test_what_is_attributed_but_no_statement_leaves_the_sentence_to_the_author() -> None:
    sentence = "In 2016 the minister declared her support for the 400 new schools that the government built."
    (claim,) = find_claims(article(sentence)).claims
    assert (claim.text, claim.attribution) == (sentence, None)


@pytest.mark.parametrize(
    ("sentence", "words", "author"),
    [
        (
            "According to the bank's report, 74% of breaches in 2016 involve its own 400 employees.",
            "74% of breaches in 2016 involve its own 400 employees",
            False,
        ),
        (
            "It is important to note that the government spent $2.5 billion on 400 new schools in 2016.",
            "the government spent $2.5 billion on 400 new schools in 2016",
            True,
        ),
    ],
)
def test_whose_voice_a_clause_is_in(sentence: str, words: str, *, author: bool) -> None:
    (claim,) = find_claims(article(sentence)).claims
    assert claim.text == words
    assert (claim.attribution is None) == author


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("General Motors said profits fell 3%.", [("profits fell 3%", "General Motors")]),
        ("“It will hold,” Ada Lind said.", [("It will hold", "Ada Lind")]),
        ("“Never again,” Ada Lind said on Monday.", []),
        ("‘We don’t know how many,’ Ada Lind said.", [("We don’t know how many", "Ada Lind")]),
        # ``that`` makes a clause of what it opens, whatever its verb.
        (
            "The Lind Institute found that 45% of teenagers sleep less than 7 hours.",
            [("45% of teenagers sleep less than 7 hours", "Lind Institute")],
        ),
        # A quotation that goes on: what its first word leaves of the author’s sentence states nothing.
        (
            "Asked about the plan, Ada Lind said: “No. It costs $40 million and helps nobody.”",
            [("It costs $40 million and helps nobody.", "Ada Lind")],
        ),
    ],
)
def test_who_says_what_is_said_shortly(text: str, found: list[tuple[str, str]]) -> None:
    claims = find_claims(article(text), checkable_from=0.0).claims
    assert [(claim.text, claim.attribution and claim.attribution.speaker) for claim in claims] == found


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("Check with your bank about the 400 accounts before you sign in 2016.", False),
        ("Then use our form to compare the prices of 400 schools in 2016.", False),
        ("Find out how the government spent $2.5 billion in 2016.", False),
        ("Choose the right school: 400 of them were built in 2016.", True),
        ("Use of the bridge fell by 3 percent in 2016.", True),
    ],
)
def test_what_readers_are_told_to_do_is_no_claim(sentence: str, *, claimed: bool) -> None:
    found = [claim.text for claim in find_claims(article(sentence), checkable_from=0.0).claims]
    assert found == ([sentence] if claimed else [])


@pytest.mark.parametrize(
    "opening",
    ["PORT CITY, Sept. 26 (UPI) — ", "NEWPORT, Va. - ", "Port City (AFP) -- ", "NEW SCHOOLS FOR ALL — "],
)
def test_place_and_agency_are_no_part_of_a_claim(opening: str) -> None:
    assert claims(f"{opening}{FACT}") == [FACT]


def test_capitals_before_a_dash_may_be_part_of_a_sentence() -> None:
    sentence = "ASEAN – EU trade rose by 3 percent in 2016, and trade with India fell by 4 percent."
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize("cue", ["denied", "rejected claims"])
def test_what_is_denied_is_negated(cue: str) -> None:
    given = article(f"The ministry {cue} that it had spent $2.5 billion on 400 schools in 2016.")
    (claim,) = find_claims(given).claims
    assert claim.text == "it had spent $2.5 billion on 400 schools in 2016"
    assert [span.of(given.text) for span in claim.negations] == [cue]


@pytest.mark.parametrize(
    ("beside", "left"),
    [
        ("Although nobody was found in the two buildings on Friday", "nobody was found in the two buildings on Friday"),
        ("While some parts of the bridge were built in 2016", "some parts of the bridge were built in 2016"),
        ("In one newspaper interview, for which she was paid $160,000", None),
        ("When asked about the state of the bridge in 2016", None),
        ("If the two buildings are not repaired by 2016", None),
    ],
)
def test_what_stands_beside_words_of_others_is_a_clause_or_nothing(beside: str, left: str | None) -> None:
    given = article(f"{beside}, Ada Lind said that the government had spent $2.5 billion on 400 schools.")
    authors = [claim.text for claim in find_claims(given, checkable_from=0.0).claims if not claim.attribution]
    assert authors == ([left] if left else [])


def test_a_turn_of_a_transcript_is_not_the_author_speaking() -> None:
    given = article(f"JANE DOE, HOST: {FACT}", "PARK JIN: Yes, yes.", f"PARK JIN: {OTHER}")
    found = find_claims(given, checkable_from=0.0).claims
    assert [(claim.text, claim.attribution and claim.attribution.speaker) for claim in found] == [
        (FACT, "JANE DOE"),
        (OTHER, "PARK JIN"),
    ]


def test_a_block_quotation_is_not_the_author_speaking() -> None:
    (claim,) = find_claims(article(Quote(body=(Paragraph(text=FACT),), cite="The ministry"))).claims
    assert claim.attribution is not None
    assert (claim.attribution.kind, claim.attribution.speaker) == ("direct", "The ministry")


def test_the_title_is_looked_at_too_and_comes_first() -> None:
    found = find_claims(article(OTHER, title="Government spent $2.5 billion on 400 schools in 2016")).claims
    assert [claim.span.field for claim in found if claim.span] == ["title", "text"]
    assert found[0].text == "Government spent $2.5 billion on 400 schools in 2016"


def test_what_is_said_twice_is_one_claim() -> None:
    assert claims(FACT, OTHER, FACT.upper()) == [FACT, OTHER]


@pytest.mark.parametrize(
    "line",
    [
        "Did the government spend $2.5 billion on 400 schools in 2016?",
        "Read more: The government spent $2.5 billion on 400 new schools in 2016",
        "Related: Unemployment fell from 9.4 percent to 4.1 percent in 2015",
        "By Jane Doe and John Roe, Washington Bureau, 3 May 2016",
        "Updated: 3 May 2016 at 10:15, by the London news desk of 400 people",
        "Photo: The 400 schools that the government built in 2016",
        "Sign up for our newsletter, which 400,000 people read in 2016.",
        "For more information, visit the page of the 400 schools that were built in 2016.",
        "This article contains affiliate links to the 400 books that we sold in 2016.",
    ],
)
def test_questions_navigation_and_bylines_are_no_claims(line: str) -> None:
    assert claims(line, OTHER) == [OTHER]


@pytest.mark.parametrize("line", ["Jane Doe", "Jane Doe, 3 May 2016", "Jane Doe has covered 400 elections since 2016."])
def test_what_is_said_of_the_author_is_no_claim(line: str) -> None:
    given = Article(authors=(Author(name="Jane Doe"),), body=(Paragraph(text=line), Paragraph(text=OTHER)))
    assert [claim.text for claim in find_claims(given).claims] == [OTHER]


def test_headings_without_a_mark_may_be_questions_and_code_is_never_a_claim() -> None:
    question = Heading(text="Why the government spent $2.5 billion on 400 schools in 2016")
    assert claims(question, Code(text=FACT), List(items=((Paragraph(text=OTHER),),))) == [OTHER]


def test_marks_without_partners_at_its_ends_are_no_part_of_a_claim() -> None:
    (claim,) = find_claims(article(f"“ “ {FACT} “"), checkable_from=0.0).claims
    assert claim.text == FACT


def test_a_bracket_that_holds_who_says_it_is_no_part_of_a_claim() -> None:
    assert claims("Sales rose by 12 percent in May (according to the ministry), and fell in June.") == [
        "Sales rose by 12 percent in May"
    ]


def test_nothing_runs_over_blocks() -> None:
    assert claims("The government spent $2.5 billion", "on 400 new schools in 2016. " + OTHER)[-1] == OTHER


def test_a_higher_bar_lets_fewer_through() -> None:
    given = article(FACT, OTHER, WISH, "He was there.")
    counts = [len(find_claims(given, checkable_from=bar).claims) for bar in (0.0, 0.5, 1.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "de",
            "„Wir haben die Ziele erreicht“, steht in der „Neuen Leipziger Zeitung“.",
            "Wir haben die Ziele erreicht",
        ),
        ("fr", "«\u202fNous avons atteint nos objectifs\u202f», dit-elle.", "Nous avons atteint nos objectifs"),
        ("nl", "‘We hebben de foto’s nooit gezien’, zei hij.", "We hebben de foto’s nooit gezien"),
        ("sv", "”Vi har nått alla våra mål”, sade hon.", "Vi har nått alla våra mål"),
        ("ru", "«Мы достигли всех целей», пишет «Комсомольская правда».", "Мы достигли всех целей"),
        ("ja", "「目標はすべて達成した」と『毎朝新聞』は書いた。", "目標はすべて達成した"),
        ("zh", "“我们已经实现了所有目标”，部长在“新中国”说。", "我们已经实现了所有目标"),
    ],
)
def test_a_quotation_of_another_language_is_bare_and_no_name(language: str, text: str, found: str) -> None:
    assert [claim.text for claim in find_claims(article(text, language=language)).claims] == [found]


def test_other_languages_get_quotations_and_no_scores() -> None:
    text = "Der Präsident sagte: „Wir haben gestern das Gesetz beschlossen.“ Die Regierung will 400 Schulen bauen."
    given = find_claims(article(text, language="de-AT"))
    assert [(claim.text, claim.score) for claim in given.claims] == [
        ("Wir haben gestern das Gesetz beschlossen.", None)
    ]
    assert [diagnostic.code for diagnostic in given.diagnostics] == ["claims.language"]
    assert find_claims(given) == given


def test_a_text_that_is_evidently_not_english_needs_no_declaration() -> None:
    text = "Правительство потратило 2,5 миллиарда рублей на 400 новых школ в 2016 году, сообщает министерство."
    assert [d.code for d in find_claims(article(text)).diagnostics] == ["claims.language"]


def test_reviews_are_put_to_the_claims_they_speak_of() -> None:
    spoken = Claim(text=FACT, review=Review(claim=FACT, reviewed=date(2016, 5, 3)))
    unspoken = Claim(text="The moon is made of cheese.", review=Review(claim="The moon is made of cheese."))
    given = Article(body=(Paragraph(text=f"{FACT} {OTHER}"),), claims=(spoken, unspoken))
    found = find_claims(given).claims
    assert [(claim.text, claim.review is not None, claim.span is not None) for claim in found] == [
        (FACT, True, True),
        (OTHER, False, True),
        ("The moon is made of cheese.", True, False),
    ]
    assert find_claims(find_claims(given)) == find_claims(given)


def test_it_is_what_the_front_door_runs() -> None:
    given = article(FACT)
    assert articlekit.find_claims(given) == find_claims(given)


def test_selectors_of_the_web_annotation_model() -> None:
    given = article(f"{WISH} {FACT}", OTHER)
    claim = Claim(text=FACT, span=Span(start=33, end=33 + len(FACT)))
    assert claim.selectors(given) == (
        {"type": "TextQuoteSelector", "exact": FACT, "prefix": WISH[-31:] + " ", "suffix": "\n\n" + OTHER[:30]},
        {"type": "TextPositionSelector", "start": 33, "end": 33 + len(FACT)},
    )


def test_a_claim_without_a_place_or_an_article_without_an_address_has_no_link() -> None:
    placed = Claim(text=FACT, span=Span(start=0, end=len(FACT)))
    assert placed.deep_link(article(FACT)) is None
    assert Claim(text=FACT).deep_link(Article(url="https://example.org/", body=(Paragraph(text=FACT),))) is None


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=It,so."),
        ("https://example.org/a?b=1#part", "https://example.org/a?b=1#part:~:text=It,so."),
        ("https://example.org/a#part:~:text=old", "https://example.org/a#part:~:text=It,so."),
    ],
)
def test_a_text_fragment_goes_behind_the_fragment_of_the_page(url: str, link: str) -> None:
    given = Article(url=url, body=(Paragraph(text="It is so."),))
    assert Claim(text="It is so.", span=Span(start=0, end=9)).deep_link(given) == link
