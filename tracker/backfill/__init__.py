"""Find pages that name initiatives in web archives of any size, and store them."""
