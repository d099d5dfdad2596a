"""The actions of approvals; each is a function of the module that bears its name."""
