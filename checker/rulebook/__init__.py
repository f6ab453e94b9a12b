"""The rules that come with the program, as one compiled object."""
