"""IAM Access Analyzer, which moto lacks: its analyzers and their archive rules. Nothing is analyzed here."""
