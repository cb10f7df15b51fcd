"""The published pages: plain files that any web server gives, made from the same Dataset."""
