"""The docx stage beside other template engines, on a template and data that all of them understand."""
