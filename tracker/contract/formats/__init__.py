"""Write rows in the formats that programs take: JSON lines, CSV, Excel workbooks, BibTeX and RIS."""
