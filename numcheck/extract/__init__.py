"""From text to figures: scan, normalize, attribute."""
