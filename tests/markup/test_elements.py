"""Elements of XML as values."""

from lxml import etree

from articlekit.article import Json
from articlekit.markup import parse_xml
from articlekit.markup.elements import add, drop_namespaces, html_of, json_of, keep, text_of

TIDE = etree.fromstring(
    '<t:tide xmlns:t="urn:tide" at="noon"> high <level unit="m">3.2</level><level>4</level></t:tide>'
)


def test_text() -> None:
    assert text_of(TIDE) == "high 3.24"
    assert text_of(etree.fromstring("<a> \n </a>")) is None
    assert text_of(None) is None


def test_json_says_all() -> None:
    assert json_of(TIDE) == {"@at": "noon", "#text": "high", "level": [{"@unit": "m", "#text": "3.2"}, "4"]}
    assert json_of(etree.fromstring("<a>1</a>")) == "1"


def test_words_between_elements_are_not_lost() -> None:
    assert json_of(etree.fromstring("<a>The <b>last</b> one</a>")) == {"#text": "The last one", "b": "last"}


def test_names_are_given_by_the_caller() -> None:
    named = json_of(TIDE, lambda tag, prefix: f"{prefix}:{tag.rpartition('}')[2]}")

    assert named == {"@None:at": "noon", "#text": "high", "None:level": [{"@None:unit": "m", "#text": "3.2"}, "4"]}


def test_below_a_depth_an_element_is_its_text() -> None:
    assert json_of(etree.fromstring("<a><b><c>1</c></b></a>"), depth=1) == {"b": "1"}


def test_attributes_are_counted_where_there_are_too_many() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(300))

    said = json_of(etree.fromstring(f"<a {attributes}/>"))

    assert isinstance(said, dict)
    assert (len(said), said["@…"]) == (201, "100 more attributes")


def test_xhtml_becomes_html() -> None:
    div = etree.fromstring('<h:div xmlns:h="http://www.w3.org/1999/xhtml">a &lt; b<h:br/><h:p>c</h:p></h:div>')

    assert html_of(div) == "a &lt; b<br><p>c</p>"


def test_names_that_no_element_can_be_given_are_kept() -> None:
    tree = parse_xml(b"<a xmlns:h='urn:h'><h:b>c</h:b><h:>d</h:></a>", recover=True)
    drop_namespaces(tree)

    assert tree[0].tag == "b"
    assert text_of(tree) == "cd"


def test_values_of_one_name_become_a_list() -> None:
    said: dict[str, Json] = {}
    for value in (1, 2, 3):
        add(said, "a", value)
    keep(said, "b", etree.fromstring("<b/>"))

    assert said == {"a": [1, 2, 3]}
