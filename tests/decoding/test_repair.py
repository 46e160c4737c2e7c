import pytest

from articlekit.decoding import given
from decoding.languages import TEXTS


def lost(text: str) -> list[int | None]:
    return [d.offset for d in given(text).diagnostics if d.code == "encoding.characters-lost"]


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("Russia?s side, and Ukraine?s, and who doesn?t care", 6),
        ("<p>Fran?ois et Andr?e, de Besan?on.</p>", 7),
        ('"title":"M?nchen, K?ln","x":"H?user, ??????? ?????"', None),
        ("?????? ??? ???? ?? ?????, ??? ????", 0),
        ('{"name":"????????????????????????"}', 9),
        ("<b>????</b><b>?????</b><b>????</b>", 3),
        ("Bl\ufffdtter", 2),
    ],
)
def test_characters_that_are_lost(text: str, offset: int | None) -> None:
    found = lost(text)

    assert len(found) == 1
    assert offset is None or found == [offset]


@pytest.mark.parametrize(
    "text",
    [
        "What? Who?Where? Why???  Really?? 'No?' (When?) ????",
        "Why????? How?????? Who?!????? Where.....????",
        "<a href='/page?id=1'>a</a> <a href='/?p=2'>b</a> https://example.org/a?b c?d=e x?y=z /a?b /c?d /e?f",
        "return a?b:c; x = isOld?old:fresh; val?val.pop():null; n ?m : o",
        "<script>f(a?b :c); '\ufffd'; g(k?l :m); h(n?o :p)</script>",
        *TEXTS.values(),
    ],
)
def test_question_marks_that_are_questions(text: str) -> None:
    assert lost(text) == []


def test_surrogates_by_themselves_stay() -> None:
    assert given("a \ud83d b \ude00").text == "a \ud83d b \ude00"
