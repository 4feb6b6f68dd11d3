"""AWS Budgets: budgets, whom they tell and when. Nothing is spent here."""
