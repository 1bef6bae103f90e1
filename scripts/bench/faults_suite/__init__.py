"""A server of named faults, and what judges how a watcher of web pages comes through them (`scripts/bench/faults`)."""
