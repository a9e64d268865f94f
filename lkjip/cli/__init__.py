"""The command line: the second face of the services. Texts Indonesian, no rule, no arithmetic."""
