def test_scanning_is_switched_off_by_a_configuration_that_says_nothing(aws):
    client = aws("ecr")
    client.create_repository(repositoryName="shop/api", imageScanningConfiguration={"scanOnPush": True})
    answer = client.put_image_scanning_configuration(repositoryName="shop/api", imageScanningConfiguration={})
    assert answer["imageScanningConfiguration"] == {"scanOnPush": False}
    (shown,) = client.describe_repositories(repositoryNames=["shop/api"])["repositories"]
    assert shown["imageScanningConfiguration"] == {"scanOnPush": False}


def test_scanning_is_switched_on(aws):
    client = aws("ecr")
    client.create_repository(repositoryName="shop/api")
    client.put_image_scanning_configuration(repositoryName="shop/api", imageScanningConfiguration={"scanOnPush": True})
    (shown,) = client.describe_repositories(repositoryNames=["shop/api"])["repositories"]
    assert shown["imageScanningConfiguration"] == {"scanOnPush": True}
