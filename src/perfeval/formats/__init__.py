"""The output formats: a module each, taking a layout and a composed context to a document."""
