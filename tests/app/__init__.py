"""Tests of the pages, which share what Streamlit asks of this machine."""
