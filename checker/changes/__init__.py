"""Changes to the rules: what one would change, what would notice it, and what becomes of the cases."""
