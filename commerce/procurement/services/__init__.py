"""The actions of purchasing; each is a function of the module that bears its subject's name."""
