"""A case and a rule book give findings, each with its reasons."""
