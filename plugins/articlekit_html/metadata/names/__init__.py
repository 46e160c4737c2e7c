"""Names of people in lines: what stands around them, and what is none."""
