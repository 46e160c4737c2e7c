import pytest

from articlekit.markup.mathml import read_mathml


@pytest.mark.parametrize(
    ("source", "mathml", "text"),
    [
        ("<math><mi> x </mi>\n<mo>=</mo></math>", "<math><mi>x</mi><mo>=</mo></math>", "x="),
        ('<math display="block" onload="x()"><mi>x</mi></math>', "<math><mi>x</mi></math>", "x"),
        ("<math><mi href='javascript:x' mathvariant=bold>x</mi>", '<math><mi mathvariant="bold">x</mi></math>', "x"),
        ("<math><mrow><mi>x</mrow></mi>y", "<math><mrow><mi>x</mi></mrow>y</math>", "xy"),
        (
            "<math></mi><mfrac><mi>a</mi><mspace/></mfrac></math>",
            "<math><mfrac><mi>a</mi><mspace></mspace></mfrac></math>",
            "a",
        ),
        (
            "<math><b>x</b><script>y</script><mtext>&lt;z&gt;</mtext></math>",
            "<math>x<mtext>&lt;z&gt;</mtext></math>",
            "x<z>",
        ),
        (
            (
                '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\alpha  &lt;</annotation>'
                '<annotation encoding="StarMath">no</annotation><annotation-xml><p>no</p></annotation-xml></math>'
            ),
            (
                '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\alpha &lt;</annotation>'
                "</semantics></math>"
            ),
            "\\alpha <",
        ),
    ],
)
def test_only_mathml_stays(source: str, mathml: str, text: str) -> None:
    formula = read_mathml(source)
    assert formula is not None
    assert formula.mathml == mathml
    assert formula.text == text
    assert read_mathml(mathml) == formula


def test_what_is_no_formula() -> None:
    assert read_mathml("<p>x</p>") is None
