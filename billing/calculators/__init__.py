"""What it costs and what it brings: plain decimal arithmetic over what the asker puts in, nothing stored.

Costs have three lines (licence, implementation, yearly operation) over three years; two ways of getting there are
compared month by month; a benefit is set against them, and its uncertainty is simulated with a seed. Every figure can
be reckoned again by the formulas in `formulas.py`. See docs/algorithms/calculators.md.
"""
