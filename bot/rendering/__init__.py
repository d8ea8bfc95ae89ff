"""What people see in Discord: messages made of values, each kind in a module of its own."""
