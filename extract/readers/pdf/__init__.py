"""PDF: lines with their places from PDFium, and from these the blocks in reading order."""
