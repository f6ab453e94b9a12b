"""A case folder: what each file is, which plan is meant, and all of it put together as one case."""
