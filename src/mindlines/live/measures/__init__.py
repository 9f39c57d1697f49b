"""What a room shows that has to be worked out."""
