"""The account's alias: one for an account, and no other's.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html
"""

from ...call import AwsError
from ...rules import before


@before("iam", "CreateAccountAlias")
def check(call):
    from moto.iam.models import iam_backends

    alias = call.params["AccountAlias"]
    # moto makes an account's IAM, all of AWS's policies with it, with the first look at it: only those that stand are asked
    for account in list(iam_backends.values()):
        if any(alias in backend.account_aliases for backend in list(account.values())):
            raise AwsError("EntityAlreadyExists", f"The account alias {alias} already exists.", 409)


@before("iam", "DeleteAccountAlias")
def check_there(call):
    from moto.iam.models import iam_backends

    alias = call.params["AccountAlias"]
    if alias not in iam_backends[call.account]["aws"].account_aliases:
        raise AwsError("NoSuchEntity", f"The Account Alias {alias} cannot be found.", 404)
