"""Sources cited in footnotes: a small grammar over the words of a note, and what cites them."""
