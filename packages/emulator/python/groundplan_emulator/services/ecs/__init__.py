"""ECS: clusters, task definitions, services, and the tasks that they run; a file a noun.

moto keeps clusters and task definitions. Services and tasks are ours: moto's never start a task, and so never fail to.
"""
