"""A plan as facts: blocks or a typed plan in, what each section says out, each value with its place."""
