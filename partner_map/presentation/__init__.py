"""The presentation: its steps, what a presenter chose, what the stage is given, the one file."""
