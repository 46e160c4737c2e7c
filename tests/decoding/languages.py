"""Two sentences in each of many languages, and the legacy encodings they are written in."""

import json
from pathlib import Path

_READ = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))

TEXTS: dict[str, str] = {language: sample["text"] for language, sample in _READ.items()}
ENCODINGS: dict[str, list[str]] = {language: sample["encodings"] for language, sample in _READ.items()}
