"""Threads: the article is what opens them, for its author wrote that; what others have answered is theirs."""

import articlekit
from plugins.html.shells import page

QUESTION = (
    "The pump stops each night at about two, and starts again when somebody opens the tap in the yard.",
    "I have cleaned the filter and changed the fuse, and nothing of that made any difference. What else may it be?",
)
ANSWERS = (
    "Look at the float: when the well is low at night it sinks, and the switch turns the motor off until it is up.",
    "Mine did so for a year. It was the valve behind the tank, which had rust in it and closed when nothing ran.",
    "Measure the voltage at two. Where I live the mill starts then, and all lamps of the village get darker.",
)
ASKED = "".join(f"<p>{said}</p>" for said in QUESTION)


def read(body: str) -> str:
    return articlekit.parse(page("utility", body), format="html").text


def test_the_first_of_the_entries_that_hold_all_text_is_the_article_though_it_is_called_a_comment() -> None:
    entries = "".join(
        f"<div class='timeline-comment'><h3>Reader {n}</h3><div class='comment-body'>{said}</div></div>"
        for n, said in enumerate((ASKED, *(f"<p>{answer}</p>" for answer in ANSWERS)))
    )

    assert read(f"<div>{entries}</div>") == "\n\n".join(QUESTION)


ENTRY = "<div class='message k{n}'><h4>{who}</h4><time>May {n}, 2025</time><div><p>{said}</p></div></div>"
SAID = tuple(enumerate((" ".join(QUESTION), *ANSWERS), 1))
ENTRIES = "".join(ENTRY.format(n=n, who=f"Reader {n}", said=said) for n, said in SAID)
DECLARED = '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "A flood"}</script>'


def test_of_a_declared_discussion_the_first_of_the_entries_with_a_day_each_is_the_article() -> None:
    assert read(f"{DECLARED}<div>{ENTRIES}</div>") == " ".join(QUESTION)


def test_entries_of_a_page_that_is_no_discussion_are_all_text() -> None:
    text = read(f"<div>{ENTRIES}</div>")

    assert all(answer in text for answer in ANSWERS)


def test_what_is_declared_as_an_answer_is_none_of_it_though_it_is_longer() -> None:
    answer = "".join(f"<p>{said}</p>" for said in ANSWERS)
    declared = (
        "<div itemscope itemtype='https://schema.org/QAPage'><div itemprop='mainEntity' itemscope "
        f"itemtype='https://schema.org/Question'><div itemprop='text'>{ASKED}</div>"
        f"<div itemprop='acceptedAnswer' itemscope itemtype='https://schema.org/Answer'>{answer * 3}</div></div></div>"
    )

    assert read(declared) == "\n\n".join(QUESTION)


def test_who_asks_on_a_page_of_frequent_questions_answers_too() -> None:
    said = "".join(
        "<div itemprop='mainEntity' itemscope itemtype='https://schema.org/Question'><h2 itemprop='name'>Why "
        f"{word}?</h2><div itemprop='acceptedAnswer' itemscope itemtype='https://schema.org/Answer'>"
        f"<p itemprop='text'>{answer}</p></div></div>"
        for word, answer in zip(("at night", "for a year", "at two"), ANSWERS, strict=True)
    )
    text = read(f"{ASKED}<div itemscope itemtype='https://schema.org/FAQPage'>{said}</div>")

    assert text.startswith("\n\n".join(QUESTION))
    assert all(answer in text for answer in ANSWERS)


def test_comments_behind_an_article_are_none() -> None:
    comments = "".join(f"<div class='comment'><p>{answer}</p></div>" for answer in ANSWERS)

    assert read(f"{ASKED}<div>{comments * 3}</div>") == "\n\n".join(QUESTION)
