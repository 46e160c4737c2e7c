"""Code, whatever the program that colours it has put around it; formulas between paragraphs."""

import pytest

import articlekit
from articlekit.blocks import Code, Math, Paragraph, Table
from plugins.html.test_belongings import PARAGRAPHS, TEXT, read

BEFORE, BEHIND = "".join(PARAGRAPHS[:2]), "".join(PARAGRAPHS[2:])


def among_text(body: str) -> articlekit.Article:
    """Read what stands between paragraphs."""
    return read(f"{BEFORE}{body}{BEHIND}")


@pytest.mark.parametrize("name", ["code-toolbar", "code-tools", "code-label"])
def test_code_beside_its_button_is_code(name: str) -> None:
    code = "<pre class='language-js'><code>load = 12\n  check(load)</code></pre>"
    button = "<div class='toolbar'><button>Copy</button></div>"
    article = among_text(f"<div class='{name}'>{code}{button}</div>")
    assert [block.text for block in article.body if isinstance(block, Code)] == ["load = 12\n  check(load)"]
    assert "Copy" not in article.text


def test_code_in_what_is_called_an_advertisement_is_none_of_the_text() -> None:
    assert "load" not in among_text("<div class='advert'><pre>load = 12\n  check(load)</pre></div>").text


def test_lines_of_code_come_again_and_are_code() -> None:
    lines = ("def load():", "  return 12", "}", "});")
    block = "".join(f"<div class='row'><div class='code'>{line}</div></div>" for line in lines)
    article = among_text(f"<pre><code>{block}</code></pre>{PARAGRAPHS[0].upper()}" * 3)
    assert [block.text for block in article.body if isinstance(block, Code)] == ["\n".join((*lines, ""))] * 3


ROW = "<tr>\n<td class='num' data-line-number='{}'></td>\n<td class='line'>{}</td></tr>\n"


def test_rows_of_code_with_numbers_are_code() -> None:
    lines = ("for span in <b>bridge</b>:", "  check(span)", "\n", "report()")
    rows = "".join(ROW.format(n, line) for n, line in enumerate(lines, 1))
    article = among_text(f"<div class='file'><table class='highlight tab-size'>\n<tbody>\n{rows}</tbody></table></div>")
    (code,) = (block for block in article.body if isinstance(block, Code))
    assert code.text == "for span in bridge:\n  check(span)\n\nreport()"
    assert code.language is None
    assert not any(isinstance(block, Table) for block in article.body)


def test_a_table_of_which_one_row_is_numbered_is_a_table() -> None:
    rows = ROW.format(1, "9,000") + "<tr><td>Cars<td>7,400<td>8,000</tr>"
    article = among_text(f"<table>{rows}</table>")
    assert any(isinstance(block, Table) for block in article.body)
    assert not any(isinstance(block, Code) for block in article.body)


SOURCE = "<annotation encoding='application/x-tex'>x = 3</annotation>"
MATHML = f"<math display='block'><semantics><mrow><mi>x</mi><mo>=</mo><mn>3</mn></mrow>{SOURCE}</semantics></math>"


FORMULA = (
    f"<span class='katex-display'><span class='katex'><span class='katex-mathml'>{MATHML}</span>"
    f"<span class='katex-html' aria-hidden='true'>x=3</span></span></span>"
)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (f"{TEXT}<ul><li>One of them.<li>The other one.</ul>", "<p>There are no more, as far as anybody knows.</p>"),
        (TEXT, ""),
    ],
    ids=["behind a list", "at the end"],
)
def test_a_formula_that_stands_by_itself(before: str, behind: str) -> None:
    article = read(f"{before}{FORMULA}{behind}")
    assert "x = 3" in [block.text for block in article.body if isinstance(block, Math)]
    assert article.text.count("x = 3") == (before + FORMULA).count("katex-html")
    assert behind.count("<p>") + before.count("<p>") == sum(isinstance(block, Paragraph) for block in article.body)
