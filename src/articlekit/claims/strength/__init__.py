"""What makes a claim weak or strong: hedges, negations, quantities, evidence."""
