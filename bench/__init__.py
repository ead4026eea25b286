"""What hearsay reaches and what it costs: accuracy against floors that only rise, speed and memory on one core."""
