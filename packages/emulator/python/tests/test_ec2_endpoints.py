def test_a_gateway_endpoint_has_routes_in_tables_that_join_later(aws):
    ec2 = aws("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    first, second = (ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"] for _ in range(2))
    wanted = {"VpcId": vpc, "ServiceName": "com.amazonaws.eu-west-1.s3", "RouteTableIds": [first]}
    endpoint = ec2.create_vpc_endpoint(**wanted)["VpcEndpoint"]["VpcEndpointId"]

    def tables():
        described = ec2.describe_route_tables(RouteTableIds=[first, second])["RouteTables"]
        return {table["RouteTableId"] for table in described for route in table["Routes"] if route.get("GatewayId") == endpoint}

    ec2.modify_vpc_endpoint(VpcEndpointId=endpoint, AddRouteTableIds=[second])
    assert tables() == {first, second}
    ec2.modify_vpc_endpoint(VpcEndpointId=endpoint, RemoveRouteTableIds=[first])
    assert tables() == {second}
    ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint])
    assert tables() == set()
