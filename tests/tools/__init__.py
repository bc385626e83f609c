"""The real tools that finished documents are held against: LibreOffice, poppler, validators, lists of bad input."""
