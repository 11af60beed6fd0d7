"""The snapshot: one model and its renderings on screen, as PDF, XLSX, HTML and IATI."""
