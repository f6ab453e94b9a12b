"""A check answered in the officer's own Word file: comments on the exact words, and a first page that lists them."""
