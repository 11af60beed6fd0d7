"""Cards about catalogue series that every page shares."""
