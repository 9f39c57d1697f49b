"""The library of methods: the methods themselves, what fits a wish, and what a community made of them."""
