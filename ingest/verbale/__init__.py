"""Reads geopolitical news into an RDF graph of claims, and answers questions over it."""
