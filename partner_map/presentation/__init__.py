"""The presentation: its steps, what a presenter chose, what the browser is given, the one file."""
