"""Organizations: what they would not take, and what moto lacks of them. No policy denies anything here."""
