"""Findings to paper: a statement of a check, and one renderer for each way to print it."""
