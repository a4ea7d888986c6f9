"""The general way: reads article pages that fit no declared layout, by structure, labels and density of text."""
