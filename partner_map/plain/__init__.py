"""Pages of HTML alone, which need neither scripts nor a websocket."""
