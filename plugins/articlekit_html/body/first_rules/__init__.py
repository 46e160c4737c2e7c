"""What the first rules say of a page: how much of it is prose and where, which element holds it."""
