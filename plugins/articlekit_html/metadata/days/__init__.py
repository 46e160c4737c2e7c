"""Days and times of day in lines, in many languages."""
