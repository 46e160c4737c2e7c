import pickle

import pytest
from attrs import asdict

from articlekit import (
    ArticlekitError,
    ErrorAnswer,
    MissingExtraError,
    ParseError,
    PluginError,
    UnknownFormatError,
    WriteError,
)

ERRORS = [
    ParseError("the JSON ends before any field", "Save it again", "wordpress", 12),
    UnknownFormatError("no parser recognises it", confidences={"html": 0.0}),
    ErrorAnswer(
        "the server answered with an error", code="rest_no_route", status=404, answer={"code": "rest_no_route"}
    ),
    WriteError("text", "there is no writer of that name", "There are: json"),
    PluginError("recipe", "articlekit-recipe", "cannot be imported", "Check it"),
    MissingExtraError("warc", "reading WARC files"),
    MissingExtraError("fast", "reading recipes", "articlekit-recipe"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_errors_survive_pickling(error: ArticlekitError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert type(again) is type(error)
    assert asdict(again) == asdict(error)  # type: ignore[arg-type]
    assert str(again) == str(error)


def test_a_parse_error_says_what_where_and_what_next() -> None:
    assert str(ERRORS[0]) == ("cannot read this as wordpress: the JSON ends before any field (at 12). Save it again")


def test_a_missing_extra_says_what_to_install() -> None:
    assert "pip install 'articlekit[warc]'" in str(ERRORS[-2])
    assert "pip install 'articlekit-recipe[fast]'" in str(ERRORS[-1])


def test_errors_can_be_raised_from_others_and_noted() -> None:
    error = ParseError("it fails")
    error.add_note("in a note")
    with pytest.raises(ParseError) as caught:
        raise error from KeyError("x")
    assert isinstance(caught.value.__cause__, KeyError)
    assert caught.value.__notes__ == ["in a note"]


def test_a_reason_that_is_a_sentence_already_ends_once() -> None:
    assert str(ParseError("the server said: Invalid post ID.", "Save it again")) == (
        "the server said: Invalid post ID. Save it again"
    )
