"""What comes in for an order: goods, returns, invoices. Helpers of the services, and their doors to rows."""
