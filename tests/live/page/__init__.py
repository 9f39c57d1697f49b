"""The smallest page that follows a room, so that its line is tested apart from what rooms show."""
