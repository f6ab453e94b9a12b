"""The papers set beside the plan, and one plan beside another: suggestions, each with both places."""
