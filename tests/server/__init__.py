"""Tests of the application as a server has it, which they share until the last of them."""
