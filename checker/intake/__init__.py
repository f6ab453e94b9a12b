"""Files in: plans, records and answers become facts with places."""
