"""What ``hearsay check`` looks at, one thing a file; each yields a line for each fault."""
