"""Documents for office programs: workbooks and Word documents."""
