"""The API: ``/api/v1``, described by its own OpenAPI 3.1."""
