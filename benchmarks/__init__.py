"""How fast, how small and how right, beside a plain script that does the same: `python -m benchmarks`."""
