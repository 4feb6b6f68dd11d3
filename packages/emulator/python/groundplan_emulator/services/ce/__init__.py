"""Cost Explorer: anomaly monitors and whom they tell, which moto lacks, and cost allocation tags. Nothing is spent here."""
