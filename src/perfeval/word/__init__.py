"""All that knows WordprocessingML and docxtpl's dialect, and nothing of reports."""
