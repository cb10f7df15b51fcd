"""What tests have in common; the one place that tests import from, beside the program."""
