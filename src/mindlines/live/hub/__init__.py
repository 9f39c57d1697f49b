"""The hub tells every open page of a room what changed: one rendering and one ready-made frame for all of an audience."""
