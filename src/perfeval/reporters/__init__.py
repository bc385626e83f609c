"""What the command prints: findings and figures, for people and for programs."""
