"""What else a record says: kind, status, day, place and purpose."""
