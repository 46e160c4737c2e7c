"""XML that holds records, whole or broken."""
