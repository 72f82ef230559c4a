"""What the models look at: names of what holds of a clause, of a party beside it, of a thing in it."""
