"""The conformance kit: subclass `ParserConformance`, name your format and your samples, and every law is tested.

::

    from pathlib import Path
    from articlekit.testing import ParserConformance

    class TestRecipe(ParserConformance):
        format = "recipe"
        samples = Path(__file__).parent / "samples"

Each test is one promise of the design. A failure says which law is broken, on what input, and what to do.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articlekit._registry import Provided, named, registry
from articlekit.article import Article
from articlekit.plugin import Parser, Writer
from articlekit.testing import laws, writing_laws
from articlekit.testing.article_laws import LAWS
from articlekit.testing.foreign import FOREIGN
from articlekit.testing.strategies import articles, damaged

# To explain a failure, Hypothesis runs hundreds of variations of it, each of which may write and read whole articles.
_DRAWN = settings(
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.differing_executors),
    deadline=None,
    phases=[phase for phase in Phase if phase is not Phase.explain],
)


class ParserConformance:
    """Every law that a parser keeps; a parser whose format is also written keeps those of writing too."""

    #: The format's name, as the parser gives it; ``name@distribution`` picks one of several.
    format: ClassVar[str]
    #: A folder of files of the format, small ones among them; None where there are none at hand.
    samples: ClassVar[Path | None] = None
    #: How many positions of each sample to cut it at, spread evenly.
    cuts: ClassVar[int] = 60

    def grown(self, times: int) -> bytes:
        """Give an input of the format that is `times` as large as a small one, to see how time grows.

        The samples one behind the other, unless you know better.
        """
        return b"\n".join(self._samples() or [b"<>&{}[]\"' text\n"]) * times

    def test_plugin_is_installed(self) -> None:
        """The plugin is found by its entry point and loads without a problem."""
        parser = laws.parser_of(self.format)
        problems = [str(p) for p in registry().problems if p.distribution == parser.distribution]
        assert not problems, "\n".join(problems)

    def test_own_samples_are_recognised(self) -> None:
        """Of all parsers, this one is the surest of its own samples."""
        for data in self._samples():
            laws.own_is_recognised(self._parser(), data)

    def test_foreign_samples_are_not_recognised(self) -> None:
        """Of files of other formats it is never the surest."""
        for name, data in FOREIGN.items():
            if name != self._parser().name:
                laws.foreign_is_not_recognised(self._parser(), data, name)

    def test_own_samples_are_read(self) -> None:
        """Each sample gives at least one article.

        Every field of it is of its type, what is absent is None, text is in its final form, spans slice to their words,
        diagnostics have codes, and where there is no body one of them says so.
        """
        for data in self._samples():
            found = laws.reads_or_says_why(self._parser(), data)
            if not found:
                raise laws.Broken("samples are read", laws.shown(data), "no article", "Read it, or take it out")
            self._check(found, data)
            laws.origin_is_filled_in(self._parser(), data)

    @given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8")))
    @_DRAWN
    def test_any_bytes_are_read_or_refused(self, data: bytes) -> None:
        """Any bytes at all give an article or an error that says why."""
        laws.sniffing_is_pure(self._parser(), data)
        self._check(laws.reads_or_says_why(self._parser(), data), data)

    @given(st.data())
    @_DRAWN
    def test_damage_is_read_or_refused(self, data: st.DataObject) -> None:
        """Damaged samples give an article or an error that says why."""
        if not (samples := self._samples()):
            pytest.skip("no samples")
        broken = data.draw(st.sampled_from(samples).flatmap(damaged))
        laws.sniffing_is_pure(self._parser(), broken)
        self._check(laws.reads_or_says_why(self._parser(), broken), broken)

    def test_cut_anywhere_it_is_read_or_refused(self) -> None:
        """A sample that is cut off gives an article or an error that says why, wherever the cut is."""
        for data in self._samples():
            for end in range(0, len(data), max(1, len(data) // self.cuts)):
                self._check(laws.reads_or_says_why(self._parser(), data[:end]), data[:end])

    def test_same_bytes_give_the_same_record(self) -> None:
        """Reading twice gives equal records."""
        for data in self._samples():
            laws.reads_the_same_again(self._parser(), data)

    def test_threads_do_not_disturb_each_other(self) -> None:
        """Reading in threads gives what reading alone gives."""
        laws.reads_the_same_in_threads(self._parser(), self._samples())

    @pytest.mark.slow
    def test_time_grows_linearly(self) -> None:
        """Four times the input takes no more than four times the time, give or take."""
        parser = self._parser()
        laws.time_is_linear(lambda data: laws.reads_or_says_why(parser, data), self.grown)

    def test_only_public_names_are_imported(self) -> None:
        """The plugin's package imports no private name of articlekit."""
        package = self._parser().it.parse.__module__.partition(".")[0]
        if package != "articlekit":
            laws.imports_public_names_only(package)

    def test_holds_names_what_there_is(self) -> None:
        """What `Holds` declares are fields, blocks and marks that there are."""
        writing_laws.holds_what_there_is(self._writer())

    @pytest.mark.slow
    @given(st.data())
    @settings(_DRAWN, max_examples=50)
    def test_what_is_written_is_read_again(self, data: st.DataObject) -> None:
        """``parse(write(article))`` equals the article in every field that the format holds; so do two, if written."""
        writer = self._writer()
        several = st.lists(articles(holds=writer.it.holds), min_size=1, max_size=2)
        writing_laws.is_read_again(self._parser(), writer, data.draw(several))

    def test_writing_reaches_a_fixed_point(self) -> None:
        """What was read, written and read again is written the same again."""
        writer = self._writer()
        for data in self._samples():
            for article in laws.reads_or_says_why(self._parser(), data):
                writing_laws.is_written_the_same_again(self._parser(), writer, article)

    def _parser(self) -> Provided[Parser]:
        return laws.parser_of(self.format)

    def _writer(self) -> Provided[Writer]:
        writer = named(registry().writers, self.format)
        if writer is None:
            pytest.skip(f"{self.format} is not written")
        return writer

    def _samples(self) -> list[bytes]:
        if self.samples is None:
            return []
        files = sorted(path for path in self.samples.iterdir() if path.is_file())
        assert files, f"there is no sample in {self.samples}"
        return [path.read_bytes() for path in files]

    def _check(self, found: tuple[Article, ...], data: bytes) -> None:
        for article in found:
            for law in LAWS:
                law(article, data)
