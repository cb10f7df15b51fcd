"""What is measured, a module a question; each gives its figures."""
