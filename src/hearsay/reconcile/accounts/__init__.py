"""What each source holds, how two accounts stand to each other, what is denied, and what came of what was expected."""
