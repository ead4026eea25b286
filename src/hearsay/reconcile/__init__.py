"""What several reports come to together: copies, stories, questions, accounts, disputes, revisions, what changed."""
