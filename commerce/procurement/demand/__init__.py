"""Material demand of the ERP's planning (MRP) on its way into requisitions: exactly one line for each of its keys."""
