"""Finds pages that name initiatives in web archives of any size, and stores them."""
