"""The reader of PDF files: bytes in, blocks with places out, the same blocks as of a Word file."""

from checker.intake.pdf.read import read_pdf

__all__ = ["read_pdf"]
