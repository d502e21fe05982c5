"""Words: templates, catalogues and pictures; imports nothing of ours."""
