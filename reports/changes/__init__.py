"""What a change to the rules does, on paper."""
