"""What only the women's page shows."""
