"""Draw charts as SVG: swim lanes of acts, attention a month, series of figures."""
