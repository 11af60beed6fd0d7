"""Statistics of the project: import, repair, validation and the store. Knows nothing of pages or charts."""
