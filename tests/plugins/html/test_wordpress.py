"""A page of a post, whatever its theme, says what WordPress' own answer for the same post says."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import articlekit

HERE = Path(__file__).parent
THEMES = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "themes").iterdir()}
POSTS = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "posts").iterdir()}
CORPUS = Path(__file__).parents[4] / "shared" / "wordpress" / "dev"


def page(theme: str, content: str, title: str) -> str:
    return THEMES[theme].replace("{{title}}", title).replace("{{content}}", content)


def answer(content: str, title: str = "The river came up in the night") -> str:
    return json.dumps({"id": 1, "type": "post", "title": {"rendered": title}, "content": {"rendered": content}})


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", POSTS)
def test_a_page_and_the_answer_for_its_post_agree(theme: str, name: str) -> None:
    expected = articlekit.parse(answer(POSTS[name]), format="wordpress")
    read = articlekit.parse(page(theme, POSTS[name], "The river came up in the night"), format="html")
    assert read.text == expected.text
    assert read.title == expected.title


def posts() -> Iterator[tuple[str, str]]:
    """Titles and contents of the corpus' posts that are prose and hold no shortcodes that were left as they are."""
    for path in sorted(CORPUS.glob("*.json")):
        try:
            answer = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        for post in answer if isinstance(answer, list) else [answer]:
            content = post.get("content") if isinstance(post, dict) else None
            if isinstance(content, dict) and not re.search(r"\[/?(?:vc|et|nectar)_", content.get("rendered", "")):
                yield post["title"]["rendered"], content.get("rendered", "")


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("theme", THEMES)
def test_words_of_real_posts_agree(theme: str) -> None:
    same = said = 0
    for title, content in posts():
        expected = Counter(articlekit.parse(answer(content, title), format="wordpress").text.split())
        if expected.total() < 80:
            continue
        read = Counter(articlekit.parse(page(theme, content, title), format="html").text.split())
        same += 2 * (expected & read).total()
        said += expected.total() + read.total()
    assert same / said > 0.9
