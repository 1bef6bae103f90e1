"""Laws that change, pages that show them, a server that fails, and the program run against all of it; for the benches
nights, quiet-night and crash. The laws are made up: no sentence of a real one stands here."""
