"""The Discord front end: answers as cards with buttons. With bot.demo the only package that imports discord."""
