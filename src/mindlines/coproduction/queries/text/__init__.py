"""The text of an output in its three forms: the shared document, blocks, and words with simple marks."""
