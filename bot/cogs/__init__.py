"""What people can ask of the bot inside Discord, one module a family of commands."""
