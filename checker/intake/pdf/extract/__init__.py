"""What PDFium gives of a file: run by itself in a child process, with nothing of ours but what stands here."""
