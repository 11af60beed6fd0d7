"""What only the about page shows."""
