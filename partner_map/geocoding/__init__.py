"""Place to coordinate: the only room that asks geocoders, each provider a file of its own."""
