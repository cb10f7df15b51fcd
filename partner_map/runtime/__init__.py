"""What lives as long as the server's process: the one Dataset, its watcher, the memory."""
