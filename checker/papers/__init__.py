"""The papers beside a plan (advice reports, letters, review reports, panel minutes): a document in, a paper out."""
