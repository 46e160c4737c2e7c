"""What a page is, or what stands in the way, where it gives little or no text: one kind of reason a file."""
