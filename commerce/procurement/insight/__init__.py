"""Figures of purchasing: deliveries in time, and how long buying takes."""
