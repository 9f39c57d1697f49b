"""What happens in a room, one verb each."""
