"""Mail about people's access: the words in both languages, the layout, and how a mail gets on its way."""
