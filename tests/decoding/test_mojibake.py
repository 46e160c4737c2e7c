import pytest

from articlekit.decoding import decode, given, labels, mojibake
from decoding.languages import TEXTS


def read_wrongly(text: str, name: str = "windows-1252") -> str:
    return text.encode().decode("latin-1") if name == "latin-1" else labels.decode(text.encode(), name)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("name", ["windows-1252", "latin-1"])
@pytest.mark.parametrize("layers", [1, 2, 3])
def test_undone_in_any_language(language: str, name: str, layers: int) -> None:
    broken = TEXTS[language]
    for _ in range(layers):
        broken = read_wrongly(broken, name)
    undone = mojibake.undo(broken)

    assert undone is not None
    assert (undone.text, undone.layers) == (TEXTS[language], layers)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_good_text_stays(text: str) -> None:
    assert mojibake.undo(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO – A MANHÃ”",
        "NESCAFÉ® AND CAFÉ”, CAFÉ”, CAFÉ”",
        "Was für ein Spaß” – Spaß… Fuß–",
        "jusqu’à\xa0» et «\xa0là\xa0»",
        "ROMÂNIA, ÎN ANUL 2024. “ÎNTÂI”",
        "TRẦN HƯNG ĐẠO, Ầ”, Â”",
        "The byte sequence â€™ is what a curly apostrophe becomes; so says Zoë’s page, naïve or not.",
        "Why do I see “Ã©” instead of “é”? Because café was read as Latin-1: “cafÃ©”. “No”, “you” see “it”.",
        "×–÷ £ ß” ©",
        "à…” é—»",
        "The sequence â€™ is what becomes of it.",
        "KŘÍŽ, ČÍŠE, SÉ\xadCULO",
        "‘Â’ and ‘Ã’ are letters.",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert mojibake.undo(text) is None


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        ("Itâ€™s", "It’s"),
        ("cafÃ©", "café"),
        ("Â£5 a word", "£5 a word"),
        ("oneÂ\xa0word", "one\xa0word"),
        ("Ã‰cole", "École"),
        ("Â¿QuÃ©?", "¿Qué?"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("æ—¥æœ¬", "日本"),
        ("The protein â€” some of us eat it", "The protein — some of us eat it"),
        ("We work hard â€¢ We play hard", "We work hard • We play hard"),
        ("Home;Â·&nbsp;Family.Â\xa0 Yes", "Home;·&nbsp;Family.\xa0 Yes"),
        ("from 1 to 2Ï€ radians", "from 1 to 2π radians"),
    ],
)
def test_a_word_is_enough_where_all_of_it_is_broken(broken: str, text: str) -> None:
    undone = mojibake.undo(broken)

    assert undone is not None
    assert undone.text == text


def test_where_only_a_part_is_broken() -> None:
    undone = mojibake.undo("© Müller – Itâ€™s here, she doesnâ€™t know; weâ€™ll see")

    assert undone is not None
    assert undone.text == "© Müller – It’s here, she doesn’t know; we’ll see"
    assert (undone.count, undone.offset) == (3, 13)


@pytest.mark.parametrize("saved", ["utf-8", "utf-16", "utf-16le"])
def test_offset_is_in_bytes_of_what_was_saved(saved: str) -> None:
    data = read_wrongly("Donkey, don’t").encode(saved)
    (found,) = decode(data).diagnostics

    assert found.code == "encoding.mojibake"
    assert found.offset is not None
    assert data[found.offset :].decode(saved.replace("utf-16", "utf-16le").replace("lele", "le")).startswith("â€™")


def test_text_is_repaired_too() -> None:
    decoded = given("Itâ€™s")

    assert (decoded.text, decoded.encoding) == ("It’s", "utf-8")
    assert [d.code for d in decoded.diagnostics] == ["encoding.mojibake"]
