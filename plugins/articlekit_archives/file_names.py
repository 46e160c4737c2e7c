"""What the name of a file in an archive says of it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

# Anything may be in a file without an ending.
_TYPES: Final = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".php": "text/html",
    ".json": "application/json", ".jsonl": "application/jsonl",
    ".xml": "application/xml", ".rss": "application/rss+xml", ".atom": "application/atom+xml",
    ".md": "text/markdown", ".markdown": "text/markdown", ".txt": "text/plain",
    ".mhtml": "multipart/related", ".mht": "multipart/related", ".eml": "message/rfc822", ".mbox": "application/mbox",
    ".zip": "application/zip", ".warc": "application/warc", ".gz": "application/gzip", ".wacz": "application/wacz",
    ".tar": "application/x-tar", ".tgz": "application/gzip",
    "": "",
}  # fmt: skip
# Where browsers put what a page shows, in the languages they speak; and what a Mac adds.
_RESOURCES = re.compile(
    r"(?:^|/)(?:__MACOSX|\.[^/]*|[^/]+(?:[_.-](?:files|filer)|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden"
    r"|_pliki|_soubory|_tiedostot|_dosyalar))/|(?:^|/)\.[^/]*$"
)


def media_type(name: str) -> str | None:
    """Give the media type of what articles are read from, empty where the name has no ending; None of all else."""
    return _TYPES.get(ending(name))


def is_resource(name: str) -> bool:
    """Whether a page that stands beside it shows it, or it is hidden."""
    return _RESOURCES.search(name) is not None


def ending(name: str) -> str:
    """Give the last ending in lower case with its dot."""
    return PurePosixPath(name).suffix.lower()
