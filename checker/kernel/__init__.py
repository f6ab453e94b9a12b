"""The kernel: the second evaluator, over columns.

It walks the same typed tree as :mod:`checker.evaluation`, for many cases at once, and
gives for every finding the outcome alone. Reasons are the other evaluator's work.
"""
