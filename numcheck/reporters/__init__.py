"""What a report looks like: one module an output format. A reporter only renders."""
