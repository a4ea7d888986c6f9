"""Draw charts as SVG: lanes of acts, attention by month, series of figures."""
