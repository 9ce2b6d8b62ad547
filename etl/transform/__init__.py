"""From an article's text to its facts: parsing, names, dates, and the six families of facts."""
