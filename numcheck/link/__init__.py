"""From articles to clusters: which are about one event, which figures measure the same thing."""
