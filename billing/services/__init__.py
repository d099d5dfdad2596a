"""What can be done with plans, subscriptions and usage: one module for each action."""
