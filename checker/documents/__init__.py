"""The models of a case: the vocabulary of rules, and how each field is said."""
