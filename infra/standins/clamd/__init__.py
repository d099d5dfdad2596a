"""A stand-in for clamd: our own small server that speaks its INSTREAM protocol, for development and tests.

It is no virus scanner: it knows the EICAR test file alone, the one that every scanner must report.
"""
