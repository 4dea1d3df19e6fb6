"""The terminal front end: answers drawn with rich, written as JSON, or talked about in a chat."""
