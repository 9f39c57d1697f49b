"""The report: one HTML file that needs nothing else, is warm to look at, prints well, and names nobody."""
