"""Names with an asterisk, which Route 53 shows as an octal code, whichever of both it was given.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html#domain-name-format-asterisk
https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html
"""

from ...rules import after


@after("route53", "ListResourceRecordSets")
def show(call, answer):
    for record in answer["ResourceRecordSets"]:
        record["Name"] = _shown(record["Name"])
    if answer.get("NextRecordName"):
        answer["NextRecordName"] = _shown(answer["NextRecordName"])
    return answer


def _shown(name):
    return name.replace("*", "\\052")
