"""Names in lines that are written as bylines are."""

import pytest

from articlekit_html.metadata.names.authors import kind_of, read_byline, read_names
from plugins.html.metadata.pages import data, meta, read


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Lovelace in London", ["Ada Lovelace"]),
        ("By ADA LOVELACE in London and GRACE HOPPER in New York", ["ADA LOVELACE", "GRACE HOPPER"]),
        ("By Ada Lovelace For The Daily Paper", ["Ada Lovelace"]),
        ("By Ada Lovelace for the Evening Post", ["Ada Lovelace"]),
        ("Von Ada Lovelace und Grace Hopper, Hamburg", ["Ada Lovelace", "Grace Hopper"]),
        ("Von Ada Lovelace, dpa", ["Ada Lovelace"]),
        ("By Ada Lovelace, Science Correspondent, in London", ["Ada Lovelace"]),
        ("Par Ada Lovelace (avec AFP)", ["Ada Lovelace"]),
        ("(Von Ada Lovelace)", ["Ada Lovelace"]),
        ("Text: Ada Lovelace. Photos: Grace H.", ["Ada Lovelace"]),
        ("By Ada Lovelace ada@paper.example", ["Ada Lovelace"]),
        ("Text: Ada L. Photos: Grace H.", ["Ada L."]),
        ("By Ada Lovelace, Office of Communications, College of Sciences", ["Ada Lovelace"]),
        ("By Ada L.", ["Ada L."]),
        ("By Ada Lovelace Jr. and Grace H.", ["Ada Lovelace Jr.", "Grace H."]),
        ("By Ada Lovelace.", ["Ada Lovelace"]),
        ("Rezept von Ada Lovelace", ["Ada Lovelace"]),
        ("Interview: Ada Lovelace", ["Ada Lovelace"]),
        ("View all posts by Ada Lovelace", ["Ada Lovelace"]),
        ("Von Ada Lovelace/SP-X", ["Ada Lovelace"]),
        ("By Ada Lovelace 0 comments", ["Ada Lovelace"]),
        ("by Ada Lovelace Contributing Writer", ["Ada Lovelace"]),
        ("By Ada Lovelace, Staff Engineer", ["Ada Lovelace"]),
        ("By Ada Lovelace, Software Developer, Engine Works", ["Ada Lovelace"]),
        ("By Ada Lovelace, Vice President of Engines", ["Ada Lovelace"]),
        ("Von Ada Lovelace, Wirtschaftsredakteurin", ["Ada Lovelace"]),
        ("By Ada Lovelace in Paris and AFP", ["Ada Lovelace"]),
        ("Von Ada Lovelace und dpa", ["Ada Lovelace"]),
        ("By Ada Lovelace Reuters", ["Ada Lovelace"]),
        ("Von Ada Lovelace dpa", ["Ada Lovelace"]),
        ("By Ada Lovelace | Reuters", ["Ada Lovelace"]),
        ("By Ada Lovelace and Grace Hopper, Associated Press", ["Ada Lovelace", "Grace Hopper"]),
        ("By ADA LOVELACE Associated Press", ["ADA LOVELACE"]),
        ("Von Ada Lovelace/dpa", ["Ada Lovelace"]),
        ("Von Ada Lovelace/Hopper", ["Ada Lovelace/Hopper"]),
        ("By Ada Lovelace Special to The Paper", ["Ada Lovelace"]),
        ("By Ada Lovelace, New York", ["Ada Lovelace"]),
        ("By Ada Lovelace. Photographs by Grace Hopper", ["Ada Lovelace"]),
        ("Written by Ada Lovelace, edited by Grace Hopper", ["Ada Lovelace"]),
        ("By Ada LovelaceAda Lovelace", ["Ada Lovelace"]),
        ("Zum Profil von Ada Lovelace Ada Lovelace", ["Ada Lovelace"]),
        ("Teksti Ada Lovelace, kuvat Grace Hopper", ["Ada Lovelace"]),
        ("Words Ada Lovelace, sound Grace Hopper", ["Ada Lovelace"]),
        ("نویسنده: آدا لاولیس", ["آدا لاولیس"]),
        ("লেখক: এডা লাভলেস", ["এডা লাভলেস"]),
        ("Von Ada Lovelace / dpa", ["Ada Lovelace"]),
        ("文・森田 亜希", ["森田 亜希"]),
        ("By Monday in London it was over", []),
        ("By Tuesday, London was quiet again", []),
        ("Medically reviewed by Ada Lovelace", []),
    ],
)
def test_bylines_with_more_than_names(line: str, names: list[str]) -> None:
    assert list(read_byline(line)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Eine Reportage von Ada Lovelace", ["Ada Lovelace"]),
        ("Das Interview führte Ada Lovelace.", ["Ada Lovelace"]),
        ("Von unserer Redakteurin Ada Lovelace", ["Ada Lovelace"]),
        ("Propos recueillis par Ada Lovelace", ["Ada Lovelace"]),
        ("Un texte d’Ada Lovelace", ["Ada Lovelace"]),
        ("Par Ada Lovelace, correspondante à Berlin", ["Ada Lovelace"]),
        ("Por Ada Lovelace, enviada especial", ["Ada Lovelace"]),
        ("di Ada Lovelace, inviata a Bruxelles", ["Ada Lovelace"]),
        ("Dal nostro inviato Ada Lovelace", ["Ada Lovelace"]),
        ("Intervista di Ada Lovelace", ["Ada Lovelace"]),
        ("Texto de Ada Lovelace", ["Ada Lovelace"]),
        ("Por Ada Lovelace, g1 — São Paulo", ["Ada Lovelace"]),
        ("Door onze redacteur Ada Lovelace", ["Ada Lovelace"]),
        ("Tekst: Ada Lovelace Beeld: Grace Hopper", ["Ada Lovelace"]),
        ("Opracowała Ada Lovelace", ["Ada Lovelace"]),
        ("Авторы: Ада Лавлейс, Грейс Хоппер", ["Ада Лавлейс", "Грейс Хоппер"]),
        ("Подготовила Ада Лавлейс", ["Ада Лавлейс"]),
        ("執筆：山田太郎", ["山田太郎"]),
        ("文/王晓明", ["王晓明"]),
        ("撰文：王晓明 编辑：李静", ["王晓明"]),
        ("كتبت أحمد علي", ["أحمد علي"]),
        ("إعداد: أحمد علي", ["أحمد علي"]),
        ("Yazar: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
        ("글 김민준", ["김민준"]),
        ("Teksti: Ada Lovelace Kuvat: Grace Hopper", ["Ada Lovelace"]),
        ("Napsala Ada Lovelace", ["Ada Lovelace"]),
        ("Γράφει η Άννα Παππά", ["Άννα Παππά"]),
        ("Ein Abend von Welt und Rang", []),
    ],
)
def test_bylines_in_many_languages(line: str, names: list[str]) -> None:
    assert list(read_byline(line)) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("by Ada Lovelace on May 4, 2024 in News", "Ada Lovelace"),
        ("Geschrieben von: Ada Lovelace am 04.05.2024", "Ada Lovelace"),
        ("Écrit par Ada Lovelace le 4 mai 2024", "Ada Lovelace"),
        ("Scritto da Ada Lovelace il 4 maggio 2024", "Ada Lovelace"),
        ("Publicado por Ada Lovelace em 4 de maio de 2024", "Ada Lovelace"),
    ],
)
def test_what_joins_a_date_to_a_name_is_no_part_of_it(line: str, name: str) -> None:
    said = read(body=f"<h1>Oil falls</h1><p>{line}</p><p>It goes on.</p>")
    assert [author.name for author in said.authors] == [name]


def test_what_an_author_is_may_stand_in_an_element_of_its_own() -> None:
    line = '<div class="author"><span>Ada Lovelace</span><span>Staff Engineer</span></div>'
    said = read(body=f"<h1>Oil falls</h1>{line}<p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]


def test_a_byline_is_a_paragraph_among_others() -> None:
    rows = "<div><p>Section: News</p><p><b>Byline:</b> Ada Lund and Max Frey</p><p>Length: 412 words</p></div>"
    said = read(body=f"<h1>Oil falls</h1>{rows}<p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lund", "Max Frey"]


def test_a_name_that_leads_to_an_account_near_the_title() -> None:
    row = '<table><tr><td><a href="https://letters.example/@ada">Ada Lund</a><div>Feb 18, 2023</div></td></tr></table>'
    said = read(body=f"<h1>Oil falls</h1>{row}<p>It goes on.</p>")
    assert [(author.name, author.url) for author in said.authors] == [("Ada Lund", "https://letters.example/@ada")]


def test_the_credits_of_a_reading_view() -> None:
    said = read(body='<h1>Oil falls</h1><div class="credits reader-credits">Ada Lund</div><hr><p>It goes on.</p>')
    assert [author.name for author in said.authors] == ["Ada Lund"]


def test_a_short_name_of_an_agency_is_one_only_as_agencies_write_it() -> None:
    assert kind_of("Sid Lovelace", None) is None
    assert kind_of("Efe Kaya", None) is None
    assert kind_of("SID", None) == kind_of("dpa", None) == "Organization"


def test_the_name_of_an_authority_is_not_parted() -> None:
    assert read_names("Bundesamt für Wald und Wasser") == ("Bundesamt für Wald und Wasser",)
    assert read_names("Neues Bundesamt für Wald und Wasser") == ("Neues Bundesamt für Wald und Wasser",)


def test_the_seat_of_a_house_is_no_author() -> None:
    assert read_names("Paper Ltd, Hull, England") == ("Paper Ltd",)
    assert read_names("Ada Lovelace, England") == ("Ada Lovelace",)
    assert read_names("Frankfurt, Germany") == ()


def test_an_initial_alone_is_no_name() -> None:
    assert read_names("F. and Ada Lovelace") == ("Ada Lovelace",)


def test_an_agency_among_agencies_is_a_name() -> None:
    assert read_names("DW/AFP") == ("DW/AFP",)


def test_the_name_of_a_site_is_not_parted() -> None:
    said = meta(og_site_name="Home & Garden") + '<meta name="author" content="Home & Garden">'

    assert [author.name for author in read(said).authors] == ["Home & Garden"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published May 3, 2024 <span>by Ada Lovelace</span></p><h1>Oil falls</h1>",
        '<div><time>May 3, 2024</time> <span class="post-author">Ada Lovelace</span></div><h1>Oil falls</h1>',
        '<div>Oil / May 3, 2024 / <a href="/team/lovelace">Ada Lovelace</a></div><h1>Oil falls</h1>',
        "<h1>Oil falls</h1><p>Ada Lovelace | Senior Writer | May 3, 2024</p>",
        '<h1>Oil falls</h1><ul><li><i class="bi bi-person"></i> Ada Lovelace</li></ul>',
        '<h1>Oil falls</h1><p class="author"><span>Ada Lovelace</span> <span>Associate Editor</span></p>',
        '<article><h1>Oil falls</h1><aside><address><a rel="author">Ada Lovelace</a></address></aside></article>',
    ],
)
def test_where_bylines_stand_and_how_they_are_marked(line: str) -> None:
    assert [author.name for author in read("", f"{line}<p>Words.</p>").authors] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    "name", ["Super User", "Unknown", "Full Bio", "Name", "Gesponserte Inhalte", "Sponsored Post", "View my profile"]
)
def test_what_stands_in_place_of_a_name(name: str) -> None:
    assert read_names(name) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Haber: Elif Kaya", ("Elif Kaya",)),
        ("文｜王晓明　编辑｜李静", ("王晓明",)),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(line: str, names: tuple[str, ...]) -> None:
    assert read_names(line, shown=True) == names


def test_a_place_is_cut_off_only_where_readers_see_it() -> None:
    assert read_names("Ada Lovelace in London", shown=True) == ("Ada Lovelace",)
    assert read_names("Good Wines in London") == ("Good Wines in London",)
    assert read_names("Good Wines im Keller unten", shown=True) == ("Good Wines im Keller unten",)


@pytest.mark.parametrize("shown", [False, True])
def test_what_somebody_is_is_no_name(shown: bool) -> None:
    assert read_names("Associate Editor", shown=shown) == ()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Lovelace, Ada", "Ada Lovelace"),
        ("van der Berg, Anna Maria", "Anna Maria van der Berg"),
        ("Ada Lovelace", "Ada Lovelace"),
        ("Ada Lovelace, PhD", "Ada Lovelace"),
    ],
)
def test_a_citation_gives_one_author_a_tag_the_family_name_first(said: str, name: str) -> None:
    tags = f'<meta name="citation_author" content="{said}"><meta name="citation_author" content="Hopper, Grace">'

    assert [author.name for author in read(tags).authors] == [name, "Grace Hopper"]


@pytest.mark.parametrize("names", ["", ' class="byline"'])
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von {} und Grace Hopper, Hamburg", ["Ada Lovelace", "Grace Hopper"]),
        ("By Grace Hopper and {}", ["Grace Hopper", "Ada Lovelace"]),
        ("By {}, New York", ["Ada Lovelace"]),
        ("By {}, Home &amp; Garden Show Editor", ["Ada Lovelace"]),
        ("By {} and follow us", ["Ada Lovelace"]),
    ],
)
def test_who_is_joined_to_a_linked_name_is_an_author_too(names: str, line: str, authors: list[str]) -> None:
    link = '<a href="/authors/ada">Ada Lovelace</a>'
    said = read(body=f"<h1>Oil falls</h1><p{names}>{line.format(link)}</p>")

    assert [author.name for author in said.authors] == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Lovelace, Science Correspondent, in London", ["Ada Lovelace"]),
        ("이하준 기자 · 2024.02.27. 오전 5:00", ["이하준"]),
        ("Ada Lovelace, Redakteurin", ["Ada Lovelace"]),
        ("Ada Lovelace, Chief Executive", []),
        ("Ada Lovelace, 3 March 2024", []),
        ("Ada Lovelace, the writer, died today.", []),
    ],
)
def test_a_line_that_says_that_somebody_writes_names_the_author(line: str, authors: list[str]) -> None:
    said = read(body=f"<h1>Oil falls</h1><p>{line}</p><p>Words.</p>")

    assert [author.name for author in said.authors] == authors


def test_a_short_word_before_a_date_is_no_name() -> None:
    said = read(body="<h1>Oil falls</h1><p>Par Ada Lovelace, le 18 juin 2022</p><p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]


def test_the_name_of_a_house_is_not_parted() -> None:
    assert read_names("Ministry of Agriculture and Fisheries") == ("Ministry of Agriculture and Fisheries",)
    assert read_names("Ministry of Agriculture and Ada Lovelace") == ("Ministry of Agriculture", "Ada Lovelace")


def test_rdfa_with_a_prefix_and_in_a_relation() -> None:
    creator = "<span rel='schema:author'><span property='schema:name'>Ada Lovelace</span></span>"
    date = "<span property='schema:dateCreated' content='2026-02-17T08:35:00+01:00'>17 February</span>"
    said = read(body=f"<h1>Oil falls</h1>{creator}{date}<p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]
    assert str(said.published) == "2026-02-17 08:35:00+01:00"


@pytest.mark.parametrize(
    "line",
    [
        '<p class="by">Written by <a href="/author/ada">Ada Lovelace</a> Reviewed by <a href="/g">Grace Hopper</a></p>',
        '<p>Written by <a href="/author/ada">Ada Lovelace</a> Edited by <a href="/author/grace">Grace Hopper</a></p>',
        '<div>Photo: Grace Hopper By <a href="/author/ada">Ada Lovelace</a></div>',
        '<p>Fact checked by</p><p class="author">Grace Hopper</p><p>By Ada Lovelace</p>',
    ],
)
def test_who_has_looked_over_or_illustrated_it_is_no_author(line: str) -> None:
    said = read(body=f"<h1>Oil falls</h1>{line}<p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]


def test_who_has_looked_it_over_is_named_where_the_byline_names_nobody_else() -> None:
    line = '<p class="author">The Paper, reviewed by <a href="/author/grace">Grace Hopper</a></p>'
    said = read(body=f"<h1>Oil falls</h1>{line}<p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Grace Hopper"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Oil falls</h1><div><h3>Author</h3><p>Ada Lovelace</p></div><p>Words.</p>",
        "<h1>Oil falls</h1><div><span>By</span><p>Ada Lovelace</p></div><p>Words.</p>",
        "<div><a href='/oil'>All About Oil</a><p>by</p><h3>Ada Lovelace</h3></div><h1>Oil falls</h1><p>Words.</p>",
    ],
)
def test_what_begins_a_byline_may_stand_in_a_line_of_its_own(page: str) -> None:
    assert [author.name for author in read(body=page).authors] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Lovelace">',
        '<meta name="twitter:label2" content="Verfasst von"><meta name="twitter:data2" content="Ada Lovelace">',
        '<meta name="twitter:misc:Written by" content="Ada Lovelace">',
    ],
)
def test_a_card_for_sharing_names_the_author_behind_a_label(head: str) -> None:
    other = '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Three Minutes">'
    assert [author.name for author in read(head if "label1" in head else other + head).authors] == ["Ada Lovelace"]


_PROSE = "<p>" + "It rained, and the boats stayed in the harbour until the evening tide had come in. " * 3 + "</p>"


@pytest.mark.parametrize(
    ("signature", "authors"),
    [
        ("<p><em>Von Ada Lovelace</em></p>", ["Ada Lovelace"]),
        ("<p><strong>Autorin: Ada Lovelace, Projektleiterin in Hull.</strong></p>", ["Ada Lovelace"]),
        ("<div><h2>Article by</h2><div>Ada Lovelace</div></div>", ["Ada Lovelace"]),
        ("<p>Von Ada Lovelace</p><p>Von Grace Hopper</p>", []),
        ('<div class="related-posts"><p>By Ada Lovelace</p></div>', []),
        ("<p>Titel: Der Ölpreis</p><p>Autorin: Ada Lovelace</p><p>Verlag: Hopper &amp; Co</p>", []),
        ("<p>By clicking here you agree to our Terms and Privacy Policy.</p>", []),
        ("<p style='text-align: right;'><strong>Nguyễn Thị Hạnh</strong></p>", ["Nguyễn Thị Hạnh"]),
        ("<p align='right'><i>Ирина Ковалёва, Пётр Лось</i></p>", ["Ирина Ковалёва", "Пётр Лось"]),
        ("<p class='has-text-align-right'>Ada Lovelace</p>", ["Ada Lovelace"]),
        ("<p>Ada Lovelace</p>", []),
        ("<p align='right'>Photo of the works</p>", []),
        (f"<p align='right'>Ada Lovelace</p>{_PROSE}<p align='right'>Grace Hopper</p>", []),
    ],
)
def test_a_signature_far_from_the_title_names_the_author_where_it_is_the_only_one(
    signature: str, authors: list[str]
) -> None:
    said = read(body=f"<article><h1>Oil falls</h1>{_PROSE * 6}{signature}</article>")
    assert [author.name for author in said.authors] == authors


def test_a_signature_outranks_the_site_as_the_author() -> None:
    head = meta(og_site_name="The Paper") + '<meta name="author" content="The Paper">'
    said = read(head, f"<h1>Oil falls</h1>{_PROSE * 6}<p>Von Ada Lovelace</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>Posted by Ada on 4 May 2024</p>", "Ada"),
        ("<p>By Reuters</p>", "Reuters"),
        ('<p class="byline">AFP</p>', "AFP"),
        ('<p class="author">Redaktion</p>', "Redaktion"),
    ],
)
def test_a_byline_of_one_word(line: str, name: str) -> None:
    said = read(body=f"<h1>Oil falls</h1>{line}<p>It goes on.</p>")
    assert [author.name for author in said.authors] == [name]


def test_a_byline_of_one_word_is_outranked_by_a_full_name() -> None:
    said = read(body='<h1>Oil falls</h1><p class="author">Redaktion</p><p>Von Ada Lovelace</p><p>It goes on.</p>')
    assert [author.name for author in said.authors] == ["Ada Lovelace"]


def test_a_line_that_is_named_for_its_date_and_its_author_names_both() -> None:
    said = read(body='<h1>Oil falls</h1><p class="date-author">Ada Lovelace, 4 May 2024</p><p>It goes on.</p>')
    assert [author.name for author in said.authors] == ["Ada Lovelace"]
    assert str(said.published) == "2024-05-04"


def test_the_byline_gives_in_full_whom_the_data_name_by_one_word() -> None:
    head = data('{"@type": "Article", "headline": "Oil falls", "author": {"@type": "Person", "name": "Ada"}}')
    said = read(head, "<h1>Oil falls</h1><p>A column by Ada Lovelace</p><p>By Ada Lovelace</p><p>It goes on.</p>")
    assert [author.name for author in said.authors] == ["Ada Lovelace"]


def test_authors_who_are_marked_side_by_side_are_given_together() -> None:
    marked = " and ".join(f'<span itemprop="author">{name}</span>' for name in ("ADA LOVELACE", "GRACE HOPPER"))
    said = read(body=f"<h1>Oil falls</h1>{_PROSE * 6}<h6>By {marked}</h6>")
    assert [author.name for author in said.authors] == ["ADA LOVELACE", "GRACE HOPPER"]


@pytest.mark.parametrize("name", ["testimonial-author", "listing__item__author", "sponsor-author"])
def test_who_praises_pays_or_wrote_something_else_is_no_author(name: str) -> None:
    said = read(body=f'<h1>Oil falls</h1>{_PROSE * 6}<div class="{name}">Ada Lovelace</div>')
    assert said.authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        "By ADA LOVELACE<br><i>Gazette Staff Writer</i>",
        "<b>By Ada Lovelace</b><br>The Inland Post<br>Friday, May 12, 2006; Page A1",
        "Hull, 3 May 2024<br/>Von Ada Lovelace<br/>Kurier am Abend",
        "By<br>Ada Lovelace",
    ],
)
def test_a_byline_ends_with_its_row(byline: str) -> None:
    said = read(body=f"<h1>Oil falls</h1><p>{byline}</p>{_PROSE}")
    assert [author.name.title() for author in said.authors] == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2024-05-03 来源：河网　作者：周晓岚　字号：大 中 小", ["周晓岚"]),
        ("Source: The Paper Author: Ada Lovelace", ["Ada Lovelace"]),
        ("<span>김하늘 기자</span><span>입력 2024.05.03 11:32</span>", ["김하늘"]),
        ("記者林書瑜／山城報導", ["林書瑜"]),
        ("記者張新偉攝", []),
        # All that a sign parts from the date.
        ("3 May 2024 · Ada Lovelace", ["Ada Lovelace"]),
        ("Ada King Lovelace - 3 May 2024", ["Ada King Lovelace"]),
        ("3 May 2024 · Eels and rivers", []),
        ("3 May 2024 · Rivers · Ada Lovelace", []),
        ("3 May 2024 · News Team", []),
        ("3 May 2024 · The River Paper", []),
        ("Ada Lovelace 3 May 2024", []),
    ],
)
def test_names_that_labels_or_signs_part_from_what_else_a_line_says(line: str, names: list[str]) -> None:
    said = read(meta(og_site_name="The River Paper"), f"<h1>Eels come back</h1><div>{line}</div><p>In May.</p>")

    assert [author.name for author in said.authors] == names


def test_a_site_may_have_a_name_of_its_own_for_the_author() -> None:
    assert [author.name for author in read(meta(content_author="Ada Lovelace")).authors] == ["Ada Lovelace"]
    assert read('<meta name="smartbanner:author" content="Ada Lovelace">').authors == ()


def test_names_are_parted_by_and_in_many_languages() -> None:
    for line in ("Ada Lovelace και Grace Hopper", "Ada Lovelace và Grace Hopper", "Ada Lovelace और Grace Hopper"):
        assert list(read_names(line)) == ["Ada Lovelace", "Grace Hopper"]


def test_authors_that_each_say_where_they_work() -> None:
    who = "<span class='creator role'><span>{}</span> <span>Institute of Rivers, University of Harrow</span></span>"
    byline = f"<div class='authors'>{who.format('Ada Lovelace')} {who.format('Grace Hopper')}</div>"
    said = read(body=f"<h1>On weirs</h1>{byline}<p>They hold.</p>")

    assert [author.name for author in said.authors] == ["Ada Lovelace", "Grace Hopper"]


def test_the_day_of_the_week_behind_a_sign_is_no_part_of_the_name() -> None:
    said = read(body="<h1>On weirs</h1><p class='author'>by Riverfan » Wed Nov 03, 2021 7:22 pm</p><p>They hold.</p>")

    assert [author.name for author in said.authors] == ["Riverfan"]
