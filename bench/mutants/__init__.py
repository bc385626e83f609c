"""Mutants: every number, date and word of choice of the valid examples altered in turn, to see what ``check`` finds.

A mutant is one alteration at one place of a file's text. It is FOUND when ``check`` gives a finding, of any severity,
that the unaltered file did not have: of another code or at another value, or at the altered value with other numbers.

A place is PINNED when the file itself holds a second witness of it, so that the alteration contradicts something. The
witnesses are asked without the rules (``witnesses.py``):

- expect: the place is stated under ``expect``, or a figure that is would be printed with other digits;
- contract: the altered value is none that the schema allows;
- law: a relation that held no longer holds (``laws.py``): a difference, a rate, a sum, a bound, an order of dates;
- text: another text or number of the same record gives the number in its unit, or prose the report's year;
- data: the place is a number in words, and it prints what the data hold (or the standard, whose grades they are).

Every example is asked twice. As it stands; and TYPED OUT, as departments write today: what ``{{ … }}`` stands for in
prose, and each standard sentence of the layout as it is rendered, written by hand into the file. Of the latter only the
numbers in those words are altered.
"""
