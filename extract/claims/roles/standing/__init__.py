"""Who one is: an office, the body that it is in, an age, a people, a kinship."""
