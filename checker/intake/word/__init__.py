"""The reader of Word files: bytes in, blocks with places out."""
