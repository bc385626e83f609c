"""A report that is rendered anew whenever what it is made of is saved, and the page that shows it."""
