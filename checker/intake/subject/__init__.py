"""Files about an area or a school as facts."""
