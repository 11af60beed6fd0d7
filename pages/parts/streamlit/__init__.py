"""Everything that depends on how Streamlit works inside."""
