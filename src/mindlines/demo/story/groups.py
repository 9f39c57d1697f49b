"""Small groups of the story."""

TASK = "Think of one person you know. What would have helped them to keep moving? Write one idea on each card."
PROMPTS = (
    "Who has not spoken yet?\nWhat would somebody say who cannot climb stairs?\n"
    "Which one idea shall the others hear from us?"
)
SIZE = 7
