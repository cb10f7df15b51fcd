"""The Streamlit part: the shell, the visitor's state, and one module a panel."""
