"""An article's text: readers, paragraphs and their parse, dates."""
