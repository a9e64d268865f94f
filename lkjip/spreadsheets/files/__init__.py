"""From bytes to cells: inspect, then read in a limited process."""
