"""ElastiCache: replication groups, their nodes, their parameters. Nothing listens at an endpoint.

Instead of moto's replication groups, which cannot be changed and have no nodes, and its parameter groups, which it lacks. No clock
moves a group, but looking: the first look shows its passing state.
"""
