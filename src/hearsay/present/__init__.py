"""What people see: the command line, and pages made from a ledger."""
