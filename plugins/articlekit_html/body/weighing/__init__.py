"""How likely each line is the article's: measures of it and of what stands around it, and a table of trees."""
