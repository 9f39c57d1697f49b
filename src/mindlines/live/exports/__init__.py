"""What a room gives out on paper."""
