"""Files made from the snapshot: the same figures in every form, and each form as its reader needs it."""
