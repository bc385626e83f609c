"""What figures are made of: for people, as text and tree; for programs, as JSON."""
