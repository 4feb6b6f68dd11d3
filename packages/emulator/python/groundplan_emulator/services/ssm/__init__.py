"""Systems Manager: parameters, and settings of its own."""
