"""CodeDeploy, as far as ECS needs it: groups, configurations, deployments and the traffic that they move; a file a noun.

moto keeps applications and groups. Deployments are ours: moto's stay "Created" and move nothing.
"""
