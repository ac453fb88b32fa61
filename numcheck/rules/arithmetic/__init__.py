"""The figures of one article, added up."""
