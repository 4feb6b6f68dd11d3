"""Web access control lists' functions in moto."""

from moto.wafv2 import models

from ..mend import mend


@mend(models, "make_arn_for_regex_pattern_set", source="41516d026160", operations={"wafv2": ["CreateRegexPatternSet"]})
def patterns_of_cloudfront(original):
    """moto calls those of CloudFront regional."""

    def make_arn(name, account_id, region_name, _id, scope):
        arn = original(name, account_id, region_name, _id, scope)
        return arn.replace(":regional/", ":global/") if scope == "CLOUDFRONT" else arn

    return make_arn
