"""A layout's tags, held against all that there is to print."""
