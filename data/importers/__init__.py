"""One importer per publisher, each of the same shape: locate, read, repair, map codes, check, tidy rows."""
