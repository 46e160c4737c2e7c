"""What is near the title, and what is said further down of something else."""

from datetime import UTC, date, datetime

import pytest

from articlekit_html.metadata import Metadata
from plugins.html.metadata.pages import meta, read

PARAGRAPH = "<p>The ferries left on time all morning, and nobody at the quay saw that one was missing.</p>"
TITLE = "<h1>Oil falls</h1>"


def names_of(said: Metadata) -> list[str]:
    return [author.name for author in said.authors]


def texts_apart(said: Metadata) -> list[str]:
    return ["".join(element.itertext()) for element in said.apart]


QUOTES = [
    '<div><p>It is loud here, and it never stops.</p><p class="author">Not Me</p></div>',
    '<div><p>It is loud here.</p><p class="quote-author">Not Me</p></div>',
    '<blockquote><p>It is loud here.</p><cite class="author">Not Me</cite></blockquote>',
    '<div><q>It is loud here. <span class="author">Not Me</span></q></div>',
    '<div><img src="a.jpg"><span class="author">Not Me</span></div>',
    '<figure><img src="a.jpg"><figcaption>A port. <b class="author">Not Me</b></figcaption></figure>',
]


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("before", [1, 8])
def test_the_author_of_a_quotation_in_the_text_is_not_the_articles(quote: str, before: int) -> None:
    said = read(body=f"{TITLE}<p>By Ada Lovelace</p>{PARAGRAPH * before}{quote}{PARAGRAPH * 4}")

    assert names_of(said) == ["Ada Lovelace"]
    assert not any("Not Me" in text for text in texts_apart(said))


@pytest.mark.parametrize("quote", QUOTES[2:4])
def test_a_quotation_names_nobody_who_wrote_the_article(quote: str) -> None:
    assert names_of(read(body=f"{TITLE}{quote}{PARAGRAPH * 4}")) == []


@pytest.mark.parametrize("tag", ["blockquote", "figure", "p"])
def test_the_day_of_a_quotation_or_a_picture_is_not_the_articles(tag: str) -> None:
    time = f'<{tag}><time datetime="2020-01-01">It was loud.</time></{tag}>'
    said = read(body=f"{TITLE}{PARAGRAPH * 5}{time}{PARAGRAPH * 4}")

    assert said.published == (date(2020, 1, 1) if tag == "p" else None)


def test_dates_in_the_text_are_none_of_the_article() -> None:
    items = '<li><time datetime="2020-01-01">1 January 2020</time>: it opens</li><li>2 May 2021: it closes</li>'
    said = read(body=f"{TITLE}<p>1 March 2024</p>{PARAGRAPH * 4}<ul>{items}</ul>{PARAGRAPH * 4}")

    assert said.published == date(2024, 3, 1)


def test_headings_that_are_days_belong_to_the_text() -> None:
    days = f"{PARAGRAPH * 5}<h3>3 March 2024</h3>{PARAGRAPH}<h3>9 April 2024</h3>{PARAGRAPH}"
    said = read(body=f"{TITLE}{days}")

    assert (said.published, texts_apart(said)) == (None, ["Oil falls"])


def test_who_is_named_in_the_midst_of_the_text_stays_there() -> None:
    block = '<div class="block"><span class="author">Ada Lovelace</span></div>'
    inside = read(body=f"{TITLE}{PARAGRAPH * 5}{block}{PARAGRAPH * 2}")
    behind = read(body=f"{TITLE}{PARAGRAPH * 5}{block}")

    assert names_of(inside) == names_of(behind) == ["Ada Lovelace"]
    assert texts_apart(inside) == ["Oil falls"]
    assert texts_apart(behind) == ["Oil falls", "Ada Lovelace"]


def test_the_times_of_a_live_blog_belong_to_its_text() -> None:
    times = [
        f'<p><time datetime="2024-03-03T1{hour}:10Z">1{hour}.10 GMT</time></p><p>It goes on.</p>' for hour in "01234"
    ]
    said = read(body=f'{TITLE}<time datetime="2024-03-03T09:00Z">3 March 2024</time>{"".join(times)}')

    assert said.published is not None
    assert said.published.isoformat() == "2024-03-03T09:00:00+00:00"
    assert texts_apart(said) == ["Oil falls", "3 March 2024"]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("{0} (edited {1})", 3, 4),
        ("Published <b>{0}</b>, updated <b>{1}</b>", 3, 4),
        ("Updated {1} – published {0}", 3, 4),
        ("Updated {1}", None, 4),
    ],
)
def test_which_of_two_times_is_one_of_a_change(line: str, published: int | None, modified: int | None) -> None:
    times = [f'<time datetime="2024-03-0{day}T10:00Z">{hours} hours ago</time>' for day, hours in ((3, 30), (4, 6))]
    said = read(body=f"{TITLE}<p>{line.format(*times)}</p>{PARAGRAPH}")

    assert said.published == (datetime(2024, 3, published, 10, tzinfo=UTC) if published else None)
    assert said.modified == (datetime(2024, 3, modified, 10, tzinfo=UTC) if modified else None)


@pytest.mark.parametrize(
    ("line", "is_of_change"),
    [("Published on 3 March 2024, updated 4th March", False), ("3 March 2024 (updated)", True)],
)
def test_a_word_for_changes_behind_a_date_may_be_of_another(line: str, is_of_change: bool) -> None:
    said = read(body=f"{TITLE}<p>{line}</p>{PARAGRAPH}")

    assert (said.modified == date(2024, 3, 3)) is is_of_change


@pytest.mark.parametrize(
    ("shown", "path", "published"),
    [("March 9, 2026", "oil", date(2026, 3, 9)), ("", "2026/september/03/oil", date(2026, 9, 3))],
)
def test_days_that_are_shown_or_in_the_address_tell_the_order_of_the_data(
    shown: str, path: str, published: date
) -> None:
    head = meta(article_published_time="03-09-2026", article_modified_time="03-07-2026")
    said = read(head, f'{TITLE}<p class="date">{shown}</p><p>It goes on.</p>', f"https://news.example/{path}")
    assert said.published == published
    assert said.modified == (date(2026, 3, 7) if shown else date(2026, 7, 3))


def test_the_address_tells_the_order_of_the_day_that_is_shown() -> None:
    body = f'{TITLE}<p class="date">03/10/2023</p><p>It goes on.</p>'
    assert read(body=body, url="https://news.example/2023/october/03/oil").published == date(2023, 10, 3)
    assert read(body=body).published == date(2023, 3, 10)


def test_a_line_of_meta_data_of_a_teaser_beside_the_title_is_of_the_article() -> None:
    said = read(body=f'<h3 class="teaser-meta">02.01.2022</h3>{TITLE}<p>It goes on.</p>')
    assert said.published == date(2022, 1, 2)
    said = read(body=f'<h3 class="teaser-date">02.01.2022</h3>{TITLE}<p>It goes on.</p>')
    assert said.published is None


PROSE = "The price of oil has fallen again, and nobody who was asked on Monday could say for how long it would fall."


def test_a_line_of_meta_data_named_like_one_of_a_card_is_of_the_article() -> None:
    body = '<h1>Oil falls</h1><div class="post-card__meta"><p>By</p><p>Ada Lovelace</p><p>3 May 2023</p></div>'

    assert read("", body).published == date(2023, 5, 3)


@pytest.mark.parametrize("around", ['ol class="comment-list"', 'div id="kb-comments"', 'div class="post-comments box"'])
def test_the_times_of_comments_are_not_the_articles(around: str) -> None:
    tag = around.partition(" ")[0]
    comments = f"<{around}><li>So true. <time datetime='2023-05-04'>May 4</time></{tag}>"

    assert read("", f"<h1>Oil falls</h1><p>Words.</p>{comments}", url=None).published is None


@pytest.mark.parametrize("names", ["single comments-open", "no-comments", "has-comments", "commented"])
def test_names_that_say_whether_there_are_comments_are_none_of_comments(names: str) -> None:
    body = f"<div class='{names}'><h1>Oil falls</h1><p>Words.</p><i><time datetime='2023-05-04'>4</time></i></div>"

    assert read("", body, url=None).published == date(2023, 5, 4)


def test_a_word_for_changes_stands_before_what_the_date_begins() -> None:
    said = read(
        body=f"{TITLE}<p>It goes on.</p><div>Last updated on <b><time datetime='2024-01-30'>Jan 30</time></b></div>"
    )
    assert said.published is None
    assert said.modified == date(2024, 1, 30)


def test_the_name_field_of_drupal_is_the_author_s() -> None:
    meta = "<div>Опубликовано <span class='field field--name-uid'><span>Ольга Ветрова</span></span></div>"
    assert [author.name for author in read(body=f"{TITLE}{meta}<p>It goes on.</p>").authors] == ["Ольга Ветрова"]


def test_what_is_called_a_summary_behind_the_first_paragraphs_is_no_standfirst() -> None:
    behind = "<div class='recipe-summary'>A soup that is made of what the garden gives in autumn.</div>"
    assert read(body=f"{TITLE}<p>{PROSE}</p><p>{PROSE}</p>{behind}").subtitle is None


def test_two_moments_of_one_day_are_told_by_their_times() -> None:
    times = "".join(f'<time datetime="2024-03-03T{at}:44Z">3 March 2024 {at}</time> ' for at in ("09:12", "12:40"))
    said = read(body=f"{TITLE}<p>{times.replace('</time> <time', '</time> Updated <time')}</p><p>It goes on.</p>")
    assert said.published == datetime(2024, 3, 3, 9, 12, 44, tzinfo=UTC)
    assert said.modified == datetime(2024, 3, 3, 12, 40, 44, tzinfo=UTC)


@pytest.mark.parametrize(("language", "month"), [("pt-BR", 2), ("en-US", 8)])
def test_a_date_far_from_the_title_is_read_in_the_language_of_the_page(language: str, month: int) -> None:
    head = f'<meta http-equiv="content-language" content="{language}">'
    said = read(head, f"{TITLE}{f'<p>{PROSE}</p>' * 5}<div>Published: 08/02/2026</div>")
    assert said.published == date(2026, month, 8 if month == 2 else 2)


def test_a_date_in_a_byline_is_marked_as_one() -> None:
    head = '<meta name="created" content="2020-01-01">'
    said = read(head, f"{TITLE}<div>By Ada Lovelace | May 2, 2018</div><p>It goes on.</p>")
    assert said.published == date(2018, 5, 2)


def test_rows_of_a_table_are_lines_of_their_own() -> None:
    rows = "<tr><th>Author</th><td>Ada Lovelace</td></tr><tr><th>Published</th><td>3 March 2024</td></tr>"
    said = read(body=f"{TITLE}<table><tbody>{rows}</tbody></table><p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]
    assert said.published == date(2024, 3, 3)


def test_the_items_of_a_standfirst_are_not_glued_together() -> None:
    said = read(body=f"{TITLE}<div class='standfirst'><ul><li>One has fallen</li><li>Two will rise</li></ul></div>")
    assert said.subtitle == "One has fallen Two will rise"


def test_an_element_of_the_words_of_the_title_shows_it() -> None:
    said = read("<title>Oil falls again | The Paper</title>", "<div>Oil falls again</div><p>It goes on.</p>")
    assert said.title_element is not None
    assert said.title_element.tag == "div"
    assert read("<title>Oil falls</title>", "<h1>Us</h1><p>It goes on.</p>").title_element is None


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        ("2024-05-04T02:25:54Z", "<p>May 3, 2024 | 9:25pm</p>", "2024-05-03 21:25:54-05:00"),
        ("2024-05-03T22:04:00Z", "<p>4 May 2024, 00:04</p>", "2024-05-04 00:04:00+02:00"),
        (
            "2024-05-04T03:05:00Z",
            '<div><time datetime="2024-05-03T19:05:00-08:00">May 3, 2024</time></div>',
            "2024-05-03 19:05:00-08:00",
        ),
        # The day is the same, the minutes differ, the clocks lie too far apart, the zone is known.
        ("2024-05-04T10:05:00Z", "<p>4 May 2024, 12:05</p>", "2024-05-04 10:05:00+00:00"),
        ("2024-05-04T02:25:54Z", "<p>May 3, 2024 | 9:31pm</p>", "2024-05-04 02:25:54+00:00"),
        ("2024-05-04T23:05:00Z", "<p>3 May 2024, 00:05</p>", "2024-05-04 23:05:00+00:00"),
        ("2024-05-04T02:25:54+02:00", "<p>May 3, 2024 | 9:25pm</p>", "2024-05-04 02:25:54+02:00"),
    ],
)
def test_a_moment_in_utc_is_told_by_the_clock_of_the_place_where_it_was_another_day(
    head: str, line: str, published: str
) -> None:
    said = read(meta(article_published_time=head), f"{TITLE}{line}{PARAGRAPH}")
    assert str(said.published) == published


def test_a_box_that_holds_more_than_its_date_is_left_in_the_text() -> None:
    more = (
        "<b>Reading time</b> Five minutes <b>Level</b> For beginners <b>Share</b> By mail, by post <b>Topic</b> Crude"
    )
    said = read(body=f"{TITLE}<div><b>Posted on</b> 2 May 2024 {more} oil and gas</div>{PARAGRAPH}")

    assert said.published == date(2024, 5, 2)
    assert texts_apart(said) == ["Oil falls"]


@pytest.mark.parametrize(("said", "published"), [("01T23:30", 2), ("01T09:30", 1), ("03T02:30", 2), ("03T12:30", 3)])
def test_the_day_in_the_address_is_the_one_of_the_place(said: str, published: int) -> None:
    head = meta(article_published_time=f"2024-05-{said}:00Z")

    assert read(head, url="https://news.example/2024/05/02/oil").published == (
        date(2024, 5, 2) if published == 2 else datetime.fromisoformat(f"2024-05-{said}:00+00:00")
    )


def test_what_a_time_shows_is_the_day_of_the_place() -> None:
    stamp = '<time datetime="2024-05-03T02:30:00Z">2 May 2024</time>'

    assert read(body=f"{TITLE}{stamp}{PARAGRAPH}").published == date(2024, 5, 2)


def test_the_hour_beside_a_day_tells_the_zone_too() -> None:
    stamp = '<p><time datetime="2024-05-02">2 May 2024</time> <time>21:25</time></p>'
    said = read(meta(article_published_time="2024-05-03T00:25:56Z"), f"{TITLE}{PARAGRAPH * 5}{stamp}")

    assert str(said.published) == "2024-05-02 21:25:56-03:00"


@pytest.mark.parametrize(
    "line",
    [
        "<ul><li>23.10.2024 - 25.10.2024</li></ul>",
        "<div>21 Feb 2024 - 23 Mar 2024</div>",
        "<p>Antworten bis 23.06.2024</p>",
        "<p>Made from an article (Stand vom 15.11.2024).</p>",
    ],
)
def test_a_span_of_time_and_its_end_are_no_dates_of_publication(line: str) -> None:
    assert read(body=f"{TITLE}{PARAGRAPH * 4}{line}").published is None
    assert read(body=f"{TITLE}<p>Antworten bis 23.06.2024</p>{PARAGRAPH}").published is None


def test_of_marked_dates_the_one_of_publication_goes_first() -> None:
    marked = (
        '<time itemprop="dateCreated" datetime="2024-05-01">1 May</time>'
        '<time itemprop="datePublished" datetime="2024-05-03">3 May</time>'
    )
    assert read(body=f"{TITLE}{PARAGRAPH * 4}<div>{marked}</div>").published == date(2024, 5, 3)
