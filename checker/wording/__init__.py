"""What the words of an item state and leave open: one scan for all patterns. A hit is a prompt, never a verdict."""
