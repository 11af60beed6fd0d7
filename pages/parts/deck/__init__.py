"""Slides and decks: what a slide shows, and its renderings on screen, as PDF, PPTX and HTML."""
