"""Groups and business units: their lists, their life, and the progress of a new one."""
