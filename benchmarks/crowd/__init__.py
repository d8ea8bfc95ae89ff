"""Many people at once ask the bot, in a Discord on the loopback: nobody may be lost, late or overtaken."""
