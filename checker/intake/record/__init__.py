"""A case record as facts: events, decisions and lists, from YAML or CSV."""
