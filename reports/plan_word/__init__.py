"""A plan as a Word file: written from a typed plan, or blank with a place for each thing it must hold."""
