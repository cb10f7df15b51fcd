"""The command ``partner-map``: a module a subcommand, loaded only when it is chosen."""
