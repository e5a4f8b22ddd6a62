"""Mentions: the names of a text, and whom each word for someone stands for."""
