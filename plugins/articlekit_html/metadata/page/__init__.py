"""What a page holds beside its text: head, microdata, JSON-LD, its address, the lines near its title."""
