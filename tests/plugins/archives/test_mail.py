"""Saved mail: which part of it is read, what its headers say, and what is no mail."""

from base64 import encodebytes
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from pathlib import Path
from quopri import encodestring

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, Source
from articlekit.blocks import Paragraph
from articlekit.testing import ParserConformance
from articlekit_archives import mail

SAMPLES = Path(__file__).parent / "mail"
LETTER = (SAMPLES / "letter.eml").read_bytes()
ADA = (Author(name="Ada Märsh"),)
SENT = datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
PAGE = "<title>{}</title><p>The harbour of Emden was opened again on Monday, four weeks after the storm.</p>"


class TestMail(ParserConformance):
    format = "mail"
    samples = SAMPLES
    cuts = 12


def written(html: str, encoding: str = "8bit") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "ada@port.example"
    message["Subject"] = "News of the port"
    message.set_content(html, subtype="html", cte=encoding)
    return message


def codes(article: Article) -> set[str]:
    return {diagnostic.code for diagnostic in article.diagnostics}


def test_the_page_of_a_mail_is_read_and_its_headers_say_what_it_does_not() -> None:
    article = articlekit.parse(LETTER)

    assert (article.title, article.authors, article.published) == ("Hafen wieder geöffnet", ADA, SENT)
    assert "Ships of more than 90\xa0metres = those of the lines to Norway — have" in article.text
    assert article.origin is not None
    assert (article.origin.format, article.origin.place) == ("html", "part 2")
    assert codes(article) >= {"archive.passed-over"}


def test_a_mail_without_a_page_is_plain_text_with_its_subject_for_a_title() -> None:
    article = articlekit.parse((SAMPLES / "plain.eml").read_bytes())

    assert (article.title, article.authors, article.published) == ("The café stays closed.", ADA, SENT)
    first, *_ = article.body
    assert first == Paragraph(text="Dear readers,")
    assert article.text.endswith("The café at the gate stays closed.")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_what_the_page_says_itself_counts(encoding: str) -> None:
    article = articlekit.parse(written(PAGE.format("The café is open"), encoding).as_bytes())

    assert (article.title, article.authors) == ("The café is open", (Author(name="ada@port.example"),))


def test_what_is_attached_is_no_part_of_the_text() -> None:
    message = written(PAGE.format(""))
    message.add_attachment("<title>Attached</title>", subtype="html", filename="page.html")

    assert articlekit.parse(message.as_bytes()).title == "News of the port"


def message(kind: str, *parts: str, head: str = "From: Ann Lee <ann@port.example>\nSubject: The harbour\n") -> bytes:
    inside = "".join(f"--b\nContent-Type: {part}\n" for part in parts)
    return f'{head}Content-Type: {kind}; boundary="b"\n\n{inside}--b--\n'.encode()


def test_the_texts_of_a_mail_that_is_mixed_are_joined_in_order() -> None:
    article = articlekit.parse(
        message(
            "multipart/mixed",
            "text/plain\n\nThe first half.\n",
            "image/png\nContent-Disposition: inline\n\n…\n",
            "text/plain\n\nThe other half.\n",
        )
    )

    assert article.text == "The first half.\n\nThe other half."
    assert article.title == "The harbour"


def test_a_footer_in_html_does_not_stand_for_the_letter() -> None:
    letter = "The harbour was built < 1994 after a storm had destroyed\nthe piers.\nAnn\n\nThe town paid for it.\n"
    footer = "text/html\nContent-Disposition: inline\n\n<p>To leave, write to the list.</p>\n"
    article = articlekit.parse(message("multipart/mixed", f"text/plain\n\n{letter}", footer))

    assert article.text.startswith(
        "The harbour was built < 1994 after a storm had destroyed the piers.\nAnn\n\nThe town"
    )
    assert article.authors == (Author(name="Ann Lee"),)


@pytest.mark.parametrize("head", ["text/html; name=list.html", 'text/plain\nContent-Disposition: inline; filename="a"'])
def test_a_part_with_a_file_name_is_attached_and_said_to_be_left_out(head: str) -> None:
    article = articlekit.parse(message("multipart/mixed", f"{head}\n\nPrices.\n", "text/plain\n\nThe letter.\n"))

    assert article.text == "The letter."
    assert [d.severity for d in article.diagnostics] == ["warning"]


@pytest.mark.parametrize("page", ["", "<html><head><style>p {}</style></head><body><img src=a></body></html>"])
def test_a_form_of_the_letter_without_text_is_not_taken(page: str) -> None:
    plain = "text/plain\n\nThe harbour is open.\n"
    article = articlekit.parse(message("multipart/alternative", plain, f"text/html\n\n{page}\n"))

    assert article.text == "The harbour is open."


@pytest.mark.parametrize("kind", ["multipart/mixed", "multipart/digest"])
def test_who_sends_a_mail_on_is_not_its_author(kind: str) -> None:
    bob = "From: Bob <bob@port.example>\nSubject: Tides\nContent-Type: text/html\n\n<p>The tide came in.</p>\n"
    eve = "From: Eve <eve@port.example>\nSubject: Cranes\n\nThe crane is sold.\n"
    forwarded = [f"message/rfc822\n\n{inner}" for inner in (bob, eve)]
    articles = list(articlekit.parse_all(message(kind, "text/plain\n\nSee below.\n", *forwarded)))

    assert [(a.title, a.authors[0].name, a.text) for a in articles] == [
        ("The harbour", "Ann Lee", "See below."),
        ("Tides", "Bob", "The tide came in."),
        ("Cranes", "Eve", "The crane is sold."),
    ]
    assert [a.origin.place for a in articles if a.origin] == ["part 1", "part 2", "part 3"]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_headers_beyond_ascii_are_read_as_they_were_meant(encoding: str) -> None:
    head = "From: Jörg <j@port.example>\nSubject: Größe und\n Güte\nContent-Type: text/plain; charset=utf-8\n\n"
    article = articlekit.parse(head.encode(encoding) + b"The harbour is open.\n")

    assert (article.title, article.authors) == ("Größe und Güte", (Author(name="Jörg"),))
    assert article.diagnostics == ()


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ('"Lee,\n Ann" <ann@port.example>,\n Bob <bob@port.example>', ["Lee, Ann", "Bob"]),
        ("=?utf-8?q?M=C3=A4rsh=2C_Ada?= <ada@port.example>", ["Märsh, Ada"]),
        ("Lee, Ann <ann@port.example>", ["Lee, Ann"]),
        ("ann@port.example (Ann Lee)", ["Ann Lee"]),
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee <ann@port.example>" + "(" * 900, ["Ann Lee"]),
    ],
)
def test_all_who_wrote_a_mail_are_its_authors(said: str, names: list[str]) -> None:
    article = articlekit.parse(f"From: {said}\nMessage-ID: <1@port.example>\n\nThe harbour is open.\n".encode())

    assert [author.name for author in article.authors] == names


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n", b"From ann@port.example Tue Mar  3 10:11:12 2026\n"])
def test_what_stands_in_front_of_the_headers_is_passed_over(before: bytes) -> None:
    assert articlekit.parse(before + (SAMPLES / "plain.eml").read_bytes()).title == "The café stays closed."


def test_the_mails_of_a_box() -> None:
    start = b"From ann@port.example Tue Mar  3 10:11:12 2026\n"
    first = (
        b"From: Ann <ann@port.example>\nSubject: One\n\nShe came.\n\nFrom here on it is new.\n\n>From now on too.\n\n"
    )
    second = b"From: Bob <bob@port.example>\nSubject: Two\n\nIt is open.\n"
    one, two = articlekit.parse_all(start + first + start + second)

    assert (one.title, one.text) == ("One", "She came.\n\nFrom here on it is new.\n\nFrom now on too.")
    assert (two.title, two.authors, two.text) == ("Two", (Author(name="Bob"),), "It is open.")
    assert [article.origin.place for article in (one, two) if article.origin] == ["mail 1, part 1", "mail 2, part 1"]


@pytest.mark.parametrize("boundary", ["", "; boundary=other"])
def test_the_parts_of_a_mail_that_does_not_name_their_boundary_are_found(boundary: str) -> None:
    plain, page = "text/plain\n\nPlain.\n", "text/html\n\n<p>The harbour is open.</p>\n"
    whole = message("multipart/alternative", plain, page)
    article = articlekit.parse(whole.replace(b'; boundary="b"', boundary.encode()))

    assert article.text == "The harbour is open."
    assert "archive.damaged" in codes(article)


BOB = b"From: Bob <bob@port.example>\nSubject: Tides\n\nThe tide is h=\xf6her.\n" + b"It came over the quay. " * 9


@pytest.mark.parametrize(("encoding", "encode"), [("base64", encodebytes), ("quoted-printable", encodestring)])
def test_a_message_inside_that_is_encoded_is_an_article_of_its_own(
    encoding: str, encode: Callable[[bytes], bytes]
) -> None:
    inner = f"message/rfc822\nContent-Transfer-Encoding: {encoding}\n\n{encode(BOB).decode()}"
    around, found = articlekit.parse_all(message("multipart/mixed", "text/plain\n\nSee below.\n", inner))

    assert around.text == "See below."
    assert (found.title, found.authors) == ("Tides", (Author(name="Bob"),))
    assert found.text.startswith("The tide is h=öher.\n\nIt came over the quay. It")


def test_a_message_that_is_encoded_twice_and_cut_off_is_read_as_far_as_it_goes() -> None:
    head = b"From: Ann <ann@port.example>\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    (found,) = articlekit.parse_all(head + encodebytes(head + encodebytes(BOB)).rstrip()[:-9])

    assert found.title == "Tides"


def test_what_is_no_message_when_it_is_decoded_is_named_and_not_taken_for_text() -> None:
    inner = f"message/rfc822\nContent-Transfer-Encoding: base64\n\n{encodebytes(b'No headers.').decode()}"
    article = articlekit.parse(message("multipart/mixed", "text/plain\n\nSee below.\n", inner))

    assert article.text == "See below."
    assert codes(article) == {"item.skipped"}


@pytest.mark.parametrize("head", ["", "Content-Transfer-Encoding: base64\n"])
def test_a_charset_that_is_none_stops_nothing(head: str) -> None:
    data = f'From: Ann <ann@port.example>\nSubject: A\n{head}Content-Type: text/plain; charset="a\0b"\n\nQUJDR\xe9'

    assert articlekit.parse(data.encode("latin-1")).title == "A"


@pytest.mark.parametrize(("many", "is_read"), [(300, False), (3_000, True)])
def test_parameters_beyond_the_limit_of_a_header_do_not_count(many: int, is_read: bool) -> None:
    part = f"text/plain{'; a' * many}; name=tides.txt\n\nHigh at six.\n"
    article = articlekit.parse(message("multipart/mixed", "text/plain\n\nSee below.\n", part))

    assert ("High at six." in article.text) is is_read


def test_a_notice_to_old_readers_is_no_letter() -> None:
    head = message("multipart/mixed").partition(b"\n\n")[0]

    with pytest.raises(NoArticleError):
        articlekit.parse(head + b"\n\nThis is a multi-part message in MIME format.\n")


def test_headers_that_are_cut_off_are_said() -> None:
    assert "archive.damaged" in codes(articlekit.parse(b"From: Ann <ann@port.example>\nTo: a@port.example\nSubj"))


def test_a_mail_of_parts_without_parts_is_its_text() -> None:
    head = b"From: Ann <ann@port.example>\nSubject: News\nContent-Type: multipart/mixed\n\n"
    article = articlekit.parse(head + b"The harbour is open.\n")

    assert article.text == "The harbour is open."
    assert "archive.damaged" in codes(article)


@pytest.mark.parametrize(
    ("parameters", "sent", "text"),
    [
        ("format=flowed", "A line \nflows on.\n\n> So does \n> this. \nNot this.\n-- \nAnn", None),
        ("format=flowed; delsp=yes", "The har \nbour.", "The harbour."),
        ("charset=utf-7", "Der Hafen f+APw-r Boote.", "Der Hafen für Boote."),
    ],
)
def test_how_plain_text_was_made_fit_for_sending_is_undone(parameters: str, sent: str, text: str | None) -> None:
    head = f"From: Ann <ann@port.example>\nSubject: News\nContent-Type: text/plain; {parameters}\n\n"
    article = articlekit.parse(f"{head}{sent}\n".encode())

    assert article.text == (text or "A line flows on.\n\n> So does this.\nNot this.\n--\nAnn")


def test_a_mail_without_a_subject_has_no_title() -> None:
    head = "From: Ann Lee <ann@port.example>\nMessage-ID: <1@port.example>\n\n"
    article = articlekit.parse(f"{head}The crane is sold\n".encode())

    assert (article.title, article.text) == (None, "The crane is sold")


def test_a_mail_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    for end in (LETTER.index(b"stays closed"), LETTER.index(b"have to wait"), len(LETTER) - 30):
        article = articlekit.parse(LETTER[:end])
        assert article.title == "Hafen wieder geöffnet"
        assert "opened again on Monday" in article.text
        assert "archive.damaged" in codes(article)


@pytest.mark.parametrize("subject", [b"=?utf-8?b?/?=", b"=?none?q?=ff?=", b"=?utf-16?b?2A==?=", b"\xff\xfe"])
def test_a_subject_that_cannot_be_decoded_stops_nothing(subject: bytes) -> None:
    article = articlekit.parse(written(PAGE.format("")).as_bytes().replace(b"News of the port", subject))

    assert article.text.startswith("The harbour of Emden")
    articlekit.write(article, "json")


@pytest.mark.parametrize("date", ["nonsense", "caf\xe9"])
def test_a_date_that_is_none_is_said(date: str) -> None:
    letter = LETTER.replace(b"Thu, 02 May 2024 10:00:00 +0200", date.encode("latin-1"))
    article = articlekit.parse(letter)

    assert article.published is None
    assert "date.invalid" in codes(article)


def test_a_mail_without_text_says_what_to_do() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "ada@port.example", "The plan"
    message.set_content(b"%PDF-1.7", maintype="application", subtype="pdf")

    with pytest.raises(NoArticleError, match="attached"):
        articlekit.parse(message.as_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "From: a reader\nOn: the harbour\n\nThe harbour of Emden was opened again on Monday, says the authority.",
        "The mail ada@port.example wrote.\nFrom: ada@port.example\n\nIt was opened again on Monday, she says.",
        "HTTP/1.1 200 OK\nReceived: now\n\n<p>The harbour of Emden was opened again on Monday.</p>",
    ],
)
def test_what_is_no_mail(text: str) -> None:
    assert mail.sniff(Source(data=text.encode())) == 0


def test_a_mail_that_nests_too_deep_costs_no_other_of_a_box() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(120))
    box = f"From ada Thu May 2 10:00:00 2024\n{deep}Text.\n\nFrom ada Thu May 2 10:00:00 2024\n{LETTER.decode()}"
    (article,) = articlekit.parse_all(box.encode(), format="mail")

    assert article.authors == ADA
    assert "source.too-large" in codes(article)
