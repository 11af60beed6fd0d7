"""What only the comparison of countries shows."""
