import pytest
from archive import trust

_VIEW = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"


@pytest.fixture
def eks(aws):
    return aws("eks")


@pytest.fixture
def role(aws):
    def make(name, service):
        return aws("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust(service))["Role"]["Arn"]

    return make


@pytest.fixture
def wanted(network, role):
    return {"name": "demo", "roleArn": role("eks", "eks.amazonaws.com"), "resourcesVpcConfig": {"subnetIds": [network["a"], network["b"]]}}


@pytest.fixture
def cluster(eks, wanted):
    return eks.create_cluster(**wanted, version="1.33", accessConfig={"authenticationMode": "API_AND_CONFIG_MAP"})["cluster"]


def shown(eks):
    return eks.describe_cluster(name="demo")["cluster"]


def change(eks, **more):
    update = eks.update_cluster_config(name="demo", **more)["update"]
    return [eks.describe_update(name="demo", updateId=update["id"])["update"]["status"] for _ in range(2)]


def test_a_cluster_keeps_how_it_is_reached(aws, eks, cluster, network, refused):
    access = shown(eks)["resourcesVpcConfig"]
    assert (access["endpointPublicAccess"], access["publicAccessCidrs"], access["vpcId"]) == (True, ["0.0.0.0/0"], network["vpc"])
    assert change(eks, resourcesVpcConfig={"endpointPublicAccess": False, "endpointPrivateAccess": True}) == ["InProgress", "Successful"]
    assert (shown(eks)["resourcesVpcConfig"]["endpointPublicAccess"], shown(eks)["resourcesVpcConfig"]["publicAccessCidrs"]) == (False, [])
    with refused("InvalidParameterException"):
        change(eks, resourcesVpcConfig={"endpointPrivateAccess": False})
    with refused("InvalidParameterException"):
        change(eks, resourcesVpcConfig={"endpointPublicAccess": True}, upgradePolicy={"supportType": "STANDARD"})
    change(eks, logging={"clusterLogging": [{"types": ["audit"], "enabled": True}]})
    assert {"types": ["audit"], "enabled": True} in shown(eks)["logging"]["clusterLogging"]
    group = access["clusterSecurityGroupId"]
    assert aws("ec2").describe_security_groups(GroupIds=[group])["SecurityGroups"]
    eks.delete_cluster(name="demo")
    with refused("InvalidGroup.NotFound"):
        aws("ec2").describe_security_groups(GroupIds=[group])


def test_a_cluster_needs_two_zones_and_a_role_that_trusts_it(eks, wanted, network, role, refused):
    for wrong in (
        {"resourcesVpcConfig": {"subnetIds": [network["a"], network["a2"]]}},
        {"resourcesVpcConfig": {"subnetIds": [network["a"], "subnet-0"]}},
        {"roleArn": role("other", "ec2.amazonaws.com")},
    ):
        with refused("InvalidParameterException"):
            eks.create_cluster(**{**wanted, **wrong})


def test_modes_and_versions_go_forward(eks, cluster, refused):
    with refused("InvalidParameterException"):
        change(eks, accessConfig={"authenticationMode": "CONFIG_MAP"})
    change(eks, accessConfig={"authenticationMode": "API"})
    assert shown(eks)["accessConfig"]["authenticationMode"] == "API"
    for wrong in ("1.32", "1.35"):
        with refused("InvalidParameterException"):
            eks.update_cluster_version(name="demo", version=wrong)
    eks.update_cluster_version(name="demo", version="1.34")
    assert shown(eks)["version"] == "1.34"


def test_a_node_group_has_its_clusters_version_and_no_access_to_its_hosts(eks, cluster, network, role, refused):
    group = {"clusterName": "demo", "nodegroupName": "nodes"}
    wanted = {**group, "nodeRole": role("node", "ec2.amazonaws.com"), "subnets": [network["a"]]}
    with refused("InvalidParameterException"):
        eks.create_nodegroup(**wanted, scalingConfig={"minSize": 3, "maxSize": 2, "desiredSize": 2})
    eks.create_nodegroup(**wanted, scalingConfig={"minSize": 1, "maxSize": 2, "desiredSize": 2})
    shown = eks.describe_nodegroup(**group)["nodegroup"]
    assert shown["version"] == "1.33" and "remoteAccess" not in shown
    update = eks.update_nodegroup_config(**group, scalingConfig={"maxSize": 4})["update"]
    assert eks.describe_update(name="demo", updateId=update["id"])["update"]["status"] == "InProgress"
    assert eks.describe_nodegroup(**group)["nodegroup"]["scalingConfig"]["maxSize"] == 4
    eks.delete_nodegroup(**group)


def test_an_addon_is_made_changed_and_deleted_while_one_looks(eks, cluster, refused):
    one = {"clusterName": "demo", "addonName": "coredns"}

    def status():
        return eks.describe_addon(**one)["addon"]["status"]

    with refused("InvalidParameterException"):
        eks.create_addon(clusterName="demo", addonName="none")
    with refused("InvalidParameterException"):
        eks.create_addon(**one, configurationValues="no json")
    eks.create_addon(**one)
    with refused("ResourceInUseException"):
        eks.create_addon(**one)
    assert (status(), status()) == ("CREATING", "ACTIVE")
    eks.update_addon(**one, configurationValues='{"replicaCount": 3}')
    assert (status(), status()) == ("UPDATING", "ACTIVE")
    assert eks.list_addons(clusterName="demo")["addons"] == ["coredns"]
    eks.delete_addon(**one)
    assert status() == "DELETING"
    with refused("ResourceNotFoundException"):
        status()


def test_access_entries_carry_policies(eks, cluster, role, refused):
    one = {"clusterName": "demo", "principalArn": role("admin", "ec2.amazonaws.com")}
    with refused("InvalidParameterException"):
        eks.create_access_entry(**one, kubernetesGroups=["system:masters"])
    eks.create_access_entry(**one, kubernetesGroups=["readers"])
    with refused("ResourceInUseException"):
        eks.create_access_entry(**one)
    eks.update_access_entry(**one, kubernetesGroups=["writers"])
    assert eks.describe_access_entry(**one)["accessEntry"]["kubernetesGroups"] == ["writers"]
    with refused("InvalidParameterException"):
        eks.associate_access_policy(**one, policyArn=_VIEW, accessScope={"type": "namespace"})
    eks.associate_access_policy(**one, policyArn=_VIEW, accessScope={"type": "cluster"})
    [found] = eks.list_associated_access_policies(**one)["associatedAccessPolicies"]
    assert found["policyArn"] == _VIEW
    eks.disassociate_access_policy(**one, policyArn=_VIEW)
    eks.delete_access_entry(**one)
    with refused("ResourceNotFoundException"):
        eks.describe_access_entry(**one)


def test_without_the_api_mode_there_are_no_access_entries(eks, wanted, refused):
    eks.create_cluster(**wanted)
    with refused("InvalidRequestException"):
        eks.create_access_entry(clusterName="demo", principalArn="arn:aws:iam::111111111111:role/r")


def test_a_service_account_has_one_role_that_trusts_pods(eks, cluster, role, refused):
    wanted = {"clusterName": "demo", "namespace": "default", "serviceAccount": "app"}
    with refused("InvalidParameterException"):
        eks.create_pod_identity_association(**wanted, roleArn=role("host", "ec2.amazonaws.com"))
    right, other = role("pod", "pods.eks.amazonaws.com"), role("other", "pods.eks.amazonaws.com")
    one = {
        "clusterName": "demo",
        "associationId": eks.create_pod_identity_association(**wanted, roleArn=right)["association"]["associationId"],
    }
    with refused("ResourceInUseException"):
        eks.create_pod_identity_association(**wanted, roleArn=right)
    eks.update_pod_identity_association(**one, roleArn=other)
    assert eks.describe_pod_identity_association(**one)["association"]["roleArn"] == other
    eks.delete_pod_identity_association(**one)
    with refused("ResourceNotFoundException"):
        eks.describe_pod_identity_association(**one)
