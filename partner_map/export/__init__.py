"""What a visitor takes along: files of the selection, and the code that leads back to it."""
