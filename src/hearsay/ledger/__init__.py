"""What has been read, kept: append and ask, in SQLite or PostgreSQL; the only place with SQL."""
