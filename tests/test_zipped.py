"""ZIP archives: what is said of input that is none."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from articlekit import ParseError, Source
from articlekit.zipped import names_in, opened


def test_what_is_no_archive_is_not_said_to_be_a_damaged_one() -> None:
    with pytest.raises(ParseError, match="it is no ZIP archive") as caught, opened(Source(data=b'{"id": 1}')):
        pass

    assert "zip -FF" not in str(caught.value)


def test_an_archive_that_is_cut_off_can_be_mended() -> None:
    cut = Source(data=b"PK\x03\x04" + b"\0" * 100)

    with pytest.raises(ParseError, match="list of members is damaged or cut off") as caught, opened(cut):
        pass

    assert "zip -FF" in caught.value.advice


def test_names_tell_formats_apart_and_nothing_is_raised_for_them() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("posts/a.html", "The harbour")
        archive.writestr("readme.txt", "Posts")
    whole = stream.getvalue()

    assert names_in(Source(data=whole)) == {"posts/a.html", "readme.txt"}
    assert names_in(Source(data=whole[:60])) == set()
    assert names_in(Source(data=b"A text" + whole)) == set()


def test_a_file_without_a_name_is_a_file() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("a.html", "The harbour")
    # A name ends at its first NUL.
    nameless = stream.getvalue().replace(b"a.html", b"\0.html")

    with opened(Source(data=nameless)) as archive_of_one:
        (member,) = archive_of_one.members()
        assert member.filename == ""


def test_an_encrypted_file_is_said_to_be() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("a.html", "The harbour")
    # The flags stand behind the version, in front of the file and in the list of members.
    locked = stream.getvalue().replace(b"PK\x03\x04\x14\0\0", b"PK\x03\x04\x14\0\1")
    locked = locked.replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1")

    with opened(Source(data=locked)) as archive_of_one, pytest.raises(ParseError, match="it is encrypted: unpack"):
        archive_of_one.read("a.html")
