"""From what people really have to plain values; whatever is skipped or guessed is said in words."""
