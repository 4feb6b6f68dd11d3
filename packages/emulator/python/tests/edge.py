"""What tests of CloudFront make it of."""

import copy

BUCKET = "site.s3.eu-west-1.amazonaws.com"
OPTIMIZED, DISABLED = "658327ea-f89d-4fab-a63d-7e88639e58f6", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CODE = b"function handler(event) { return event.request; }"

_PLAIN = {
    "CallerReference": "one",
    "Comment": "",
    "Enabled": True,
    "Origins": {"Quantity": 1, "Items": [{"Id": "s3", "DomainName": BUCKET, "S3OriginConfig": {"OriginAccessIdentity": ""}}]},
    "DefaultCacheBehavior": {"TargetOriginId": "s3", "ViewerProtocolPolicy": "https-only", "CachePolicyId": OPTIMIZED},
}


def config(**changed):
    """A plain distribution's, of one bucket; what is given takes its place."""
    return {**copy.deepcopy(_PLAIN), **changed}


def behavior(**changed):
    return {**_PLAIN["DefaultCacheBehavior"], **changed}


def origin(**changed):
    return {"Quantity": 1, "Items": [{**copy.deepcopy(_PLAIN["Origins"]["Items"][0]), **changed}]}


def listed(*items):
    return {"Quantity": len(items), "Items": list(items)}


def certificate(aws, *names, region="us-east-1"):
    """Issued, for its zone stands."""
    acm, route53 = aws("acm", region), aws("route53")
    arn = acm.request_certificate(DomainName=names[0], SubjectAlternativeNames=list(names), ValidationMethod="DNS")["CertificateArn"]
    options = acm.describe_certificate(CertificateArn=arn)["Certificate"]["DomainValidationOptions"]
    for option in options:
        record = option["ResourceRecord"]
        zone = route53.create_hosted_zone(Name=option["DomainName"].removeprefix("*."), CallerReference=f"{arn}{option['DomainName']}")
        value = {"Name": record["Name"], "Type": "CNAME", "TTL": 60, "ResourceRecords": [{"Value": record["Value"]}]}
        changes = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": value}]}
        route53.change_resource_record_sets(HostedZoneId=zone["HostedZone"]["Id"], ChangeBatch=changes)
    assert acm.describe_certificate(CertificateArn=arn)["Certificate"]["Status"] == "ISSUED"
    return arn


def named(certificate, *names):
    viewer = {"ACMCertificateArn": certificate, "SSLSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"}
    return {"Aliases": listed(*names), "ViewerCertificate": viewer}
