"""One file a command of `python -m bot`: what it takes (`register`) and what it does (`run`)."""
