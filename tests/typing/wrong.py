"""A user's mistakes, each in a line of its own that a type checker is to find. Read by type checkers only."""
# pyright: strict

import articlekit
from articlekit.plugin import Parser, Source

articlekit.parse(12)  # wrong: no input
articlekit.parse("{}", fromat="html")  # wrong: a misspelt argument
articlekit.prase("{}")  # wrong: a misspelt function
articlekit.parse("{}").titel  # wrong: a misspelt field  # noqa: B018
articlekit.parse("{}").title.upper()  # wrong: there may be none
articlekit.Article(title=None).title = "Tea"  # wrong: records never change
articlekit.Article("Tea")  # wrong: fields are named
Parser(format="recipe", summary="Recipes", sniff=lambda source: "sure", parse=lambda source: ())  # wrong: no share
articlekit.find_claims("text")  # wrong: no article
Source(data="text")  # wrong: text is no bytes
