"""What someone is charged with: where it stands, how far it goes, which of the roles it fills."""
