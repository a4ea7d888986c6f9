"""Find how far a paper has come: a draft, adopted, issued, revised or repealed; and the days that go with it."""
