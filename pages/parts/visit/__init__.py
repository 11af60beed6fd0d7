"""What the reader has chosen, the frame around every page, and the way to the store's answers."""
