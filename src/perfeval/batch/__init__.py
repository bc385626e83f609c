"""Many departments in one pass: each its own outcome, nothing done twice, nothing lost when it is cut off."""
