"""What one would otherwise write, as small apps that are served their libraries locally."""
