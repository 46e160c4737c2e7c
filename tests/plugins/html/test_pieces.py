"""Every kind of piece that articles are made of is read, in every shell and wrapper; the shell is not."""

from __future__ import annotations

import re

import pytest

import articlekit
from articlekit.blocks import Embed, Image
from plugins.html.pages_of_pieces import AROUND, PAGES, WRAPPERS, between_paragraphs, in_theme, paragraph, pieces


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("shell", PAGES)
def test_all_pieces_are_read_between_paragraphs(shell: str, wrapper: str) -> None:
    content = between_paragraphs(pieces().values())
    source = PAGES[shell]("\n".join(map(WRAPPERS[wrapper].format, content)))
    article = articlekit.parse(source, format="html", url="https://blog.example/2024/05/a-post/")
    wanted = set(re.findall(r"\b[A-Z]+X\d+", "".join(content)))
    assert wanted - set(re.findall(r"[A-Z]+X\d+", articlekit.write(article, "json"))) == set()
    assert AROUND.search(article.text) is None


def test_figures_right_behind_the_last_line_are_read_with_what_is_said_of_them() -> None:
    figures = pieces()["figure-with-credit"] + pieces()["audio"]
    source = in_theme("classic", f"{paragraph(0)}{paragraph(1)}{figures}")
    picture, sound = articlekit.parse(source, format="html").body[-2:]
    assert isinstance(picture, Image)
    assert (picture.caption, picture.credit) == (
        "The bridge held FIGUREWITHCREDITX1 in May.",
        "Photo: Jo FIGUREWITHCREDITX2",
    )
    assert isinstance(sound, Embed)
    assert sound.caption == "Listen AUDIOX1"
