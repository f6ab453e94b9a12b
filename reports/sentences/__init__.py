"""Sentences from reasons: templates by kind of condition and truth, and by how each fact is said."""
