"""What belongs to the text however little it looks like text: one rule a file."""
