"""Shared pieces of the pages: language, state, frame, questions to the store, charts and exports."""
