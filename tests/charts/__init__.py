"""Marks and their renderings."""
