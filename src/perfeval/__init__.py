"""perfeval: from one YAML file to a department's official performance self-evaluation report."""
