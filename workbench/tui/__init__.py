"""The screens. They call `workbench.review` and `workbench.reports`, and hold no SQL and no rules."""
