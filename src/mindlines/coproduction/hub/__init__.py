"""Who writes in which text in this process, and what is told to them."""
