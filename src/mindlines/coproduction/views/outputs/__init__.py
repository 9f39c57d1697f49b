"""Pages about what the community makes."""
