"""Cards: what one chart says, its files and its claim."""
