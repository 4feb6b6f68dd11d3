"""ECR: repositories, images and pull-through caches."""
