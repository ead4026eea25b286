"""What a story's views have in common: how its questions, parties, reports and expectations are chosen and worded."""
