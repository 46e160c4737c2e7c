"""ZIP archives: what is said of input that is none."""

import pytest

from articlekit import ParseError, Source
from articlekit.zipped import opened


def test_what_is_no_archive_is_not_said_to_be_a_damaged_one() -> None:
    with pytest.raises(ParseError, match="it is no ZIP archive") as caught, opened(Source(data=b'{"id": 1}')):
        pass

    assert "zip -FF" not in str(caught.value)


def test_an_archive_that_is_cut_off_can_be_mended() -> None:
    cut = Source(data=b"PK\x03\x04" + b"\0" * 100)

    with pytest.raises(ParseError, match="list of members is damaged or cut off") as caught, opened(cut):
        pass

    assert "zip -FF" in caught.value.advice
