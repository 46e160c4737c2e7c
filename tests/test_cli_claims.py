import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from articlekit.article import Article
from articlekit.blocks import Paragraph
from articlekit.cli import main
from articlekit.writers.json import dumps

ROOT = Path(__file__).parents[1]
SAMPLE = str(ROOT / "samples" / "north-korea-russia.json")
FACT = "The government spent $2.5 billion on 400 new schools in 2016, “a record,” Jane Doe said."
WISH = "Have a wonderful day, and see you all next time we meet!"


def saved(path: Path, text: str) -> str:
    body = (Paragraph(text=text), Paragraph(text=WISH))
    path.write_text(
        dumps(Article(title="School report", url="https://example.org/schools", body=body)), encoding="utf-8"
    )
    return str(path)


@pytest.fixture
def page(tmp_path: Path) -> str:
    return saved(tmp_path / "page.json", FACT)


def run(*arguments: str, columns: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(main, ["claims", *arguments], catch_exceptions=False)


def test_a_table_has_who_what_and_a_link_on_a_line_of_its_own() -> None:
    lines = run(SAMPLE).stdout.splitlines()
    assert lines[0] == "Is North Korea On Russia’s Side"
    assert lines[2].split() == ["score", "who", "claim"]
    assert any("vetoed a UN resolution" in line for line in lines)
    links = [line.strip() for line in lines if "#:~:text=" in line]
    assert links
    assert all(link.startswith("https://www.northkoreainfo.com/") for link in links)
    assert all(len(line) <= 100 for line in lines if "#:~:text=" not in line)


@pytest.mark.parametrize("to", ["csv", "json", "jsonl"])
def test_a_file_gets_what_its_name_ends_in(tmp_path: Path, page: str, to: str) -> None:
    file = tmp_path / f"claims.{to.upper()}"
    done = run(page, "-o", str(file))

    assert (done.exit_code, done.stdout) == (0, "")
    assert file.read_text(encoding="utf-8") == run(page, "--to", to).stdout


def test_a_folder_for_claims_is_refused(tmp_path: Path, page: str) -> None:
    done = run(page, "-o", str(tmp_path))

    assert done.exit_code == 2
    assert "it is a folder" in done.stderr


def test_who_denies_a_claim_does_not_make_it(tmp_path: Path) -> None:
    denial = "The ministry denied that it had spent $2.5 billion on 400 schools in 2016."

    assert "The ministry (denied)" in run(saved(tmp_path / "page.json", denial)).stdout


def test_what_would_steer_a_terminal_is_shown_by_its_escape(tmp_path: Path) -> None:
    table = run(saved(tmp_path / "page.json", FACT.replace("schools", "\x1b[31mschools\x9b2J"))).stdout

    assert not {"\x1b", "\x9b"} & {*table}
    assert r"\x1b[31mschools" in table


def test_links_lead_to_where_a_page_was_saved_from(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<article><h1>School report</h1><p>{FACT}</p></article>", encoding="utf-8")

    table = run(str(page), "--url", "https://example.org/schools").stdout

    assert "https://example.org/schools#:~:text=" in table


def test_a_higher_score_is_asked_for() -> None:
    everything, strong = (
        json.loads(run(SAMPLE, "--to", "json", *more).stdout) for more in ((), ("--min-score", "0.8"))
    )
    assert {claim["text"] for claim in strong} == {claim["text"] for claim in everything if claim["score"] >= 0.8}
    assert 0 < len(strong) < len(everything)


def test_json_has_what_the_record_has_and_how_to_point_at_it(page: str) -> None:
    (claim, *_) = json.loads(run(page, "--to", "json").stdout)
    start, end = claim["span"]["start"], claim["span"]["end"]
    assert claim["text"] in FACT
    assert claim["selectors"][1] == {"type": "TextPositionSelector", "start": start, "end": end}
    assert claim["selectors"][0]["exact"] == claim["text"]
    assert claim["link"].startswith("https://example.org/schools#:~:text=")
    assert claim["article"]["title"] == "School report"


def test_json_lines_are_the_same_objects_a_line_each(page: str) -> None:
    lines = run(page, SAMPLE, "--to", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(run(page, SAMPLE, "--to", "json").stdout)


def test_csv_has_one_header_and_a_row_for_each_claim(page: str) -> None:
    rows = list(csv.DictReader(run(page, SAMPLE, "--to", "csv").stdout.splitlines()))
    assert [row["claim"] for row in rows] == [c["text"] for c in json.loads(run(page, SAMPLE, "--to", "json").stdout)]
    assert rows[0]["article_title"] == "School report"


def test_an_article_without_claims_says_so(tmp_path: Path) -> None:
    done = run(saved(tmp_path / "empty.json", "Well, well, well, my friends."))
    assert done.exit_code == 0
    assert "No claims." in done.stdout


def test_a_file_that_cannot_be_read_does_not_stop_the_others(page: str, tmp_path: Path) -> None:
    done = run(str(tmp_path / "absent.json"), page)
    assert done.exit_code == 1
    assert "absent.json" in done.stderr
    assert "School report" in done.stdout


def test_an_unknown_finder_is_said() -> None:
    done = run(SAMPLE, "--finder", "nobody")
    assert done.exit_code == 1
    assert "nobody" in done.stderr
