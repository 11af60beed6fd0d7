"""What only Explore shows."""
