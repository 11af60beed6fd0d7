"""Measurements of speed on the real store and the real pages."""
