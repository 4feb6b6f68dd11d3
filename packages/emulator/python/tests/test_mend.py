import pytest

from groundplan_emulator import coverage, mend
from groundplan_emulator.rules import AFTER, BEFORE, STUBS, load_all


class Original:
    def answer(self):
        return 1

    @property
    def name(self):
        return "a"


def test_a_mend_wraps_what_it_was_written_against():
    source = mend.fingerprint(Original.answer)

    @mend.mend(Original, "answer", source=source, operations={"test": ["Answer"]})
    def twice(original):
        return lambda self: 2 * original(self)

    assert Original().answer() == 2
    assert coverage.answered_by("test", "Answer") == "mended"


def test_a_mend_says_so_when_moto_changed_beneath_it():
    with pytest.raises(mend.MotoChanged, match=r'Original.name" changed .* read the mend in .*test_mend again'):
        mend.mend(Original, "name", source="000000000000", operations={})(lambda original: original)


def test_a_mend_says_so_when_moto_lost_what_it_mends():
    with pytest.raises(mend.MotoChanged, match=r'moto has no ".*gone" any more'):
        mend.mend(Original, "gone", source="000000000000", operations={})(lambda original: original)


def test_all_mends_apply_to_the_pinned_moto():
    import moto

    assert moto.__version__ == mend.MOTO_VERSION
    load_all()


def test_another_moto_has_every_mend_checked_before_the_server_answers(monkeypatch):
    checked = []
    monkeypatch.setattr("moto.__version__", "5.9.9")
    monkeypatch.setattr("groundplan_emulator.rules.load_all", lambda: checked.append(True))
    mend.check_version()
    assert checked == [True]


def test_the_coverage_that_is_kept_is_what_the_rules_say():
    assert coverage.coverage(coverage.known()) == coverage.json.loads(coverage.FILE.read_text())


def test_a_type_is_ours_if_what_makes_it_is_and_mended_if_anything_is(monkeypatch):
    answers = {"CreateQueue": "ours", "DeleteQueue": "ours", "GetQueueUrl": "mended", "ListQueues": "ours", "TagQueue": "moto"}
    monkeypatch.setattr(coverage, "answered_by", lambda service, operation: answers[operation])
    found = coverage.coverage(
        {
            "made by us": ["sqs:CreateQueue", "sqs:TagQueue"],
            "read by us": ["sqs:ListQueues", "sqs:TagQueue"],
            "deleted by us": ["sqs:DeleteQueue", "sqs:TagQueue"],
            "mended": ["sqs:GetQueueUrl", "sqs:TagQueue"],
            "left alone": ["sqs:TagQueue"],
        }
    )
    assert {kind: entry["answeredBy"] for kind, entry in found.items()} == {
        "made by us": "ours",
        "read by us": "mended",
        "deleted by us": "mended",
        "mended": "mended",
        "left alone": "moto",
    }


def test_an_operation_is_answered_by_the_rule_that_is_registered_for_it():
    load_all()
    stubbed, mended = next(iter(STUBS)), next(key for key in {**BEFORE, **AFTER} if key not in STUBS)
    assert coverage.answered_by(*stubbed) == "ours"
    assert coverage.answered_by(*mended) == "mended"
    assert coverage.answered_by("sqs", "AnOperationThatNobodyWrote") == "moto"


def test_operations_are_learnt_from_the_providers_log():
    log = [
        "[DEBUG] HTTP Request Sent: rpc.service=EC2 tf_resource_type=aws_vpc rpc.method=CreateVpc",
        '[DEBUG] x: tf_resource_type=aws_autoscaling_group rpc.method=CreateAutoScalingGroup rpc.service="Auto Scaling"',
        "[DEBUG] nothing to see",
    ]
    assert coverage.learnt(log) == {"aws_vpc": {"ec2:CreateVpc"}, "aws_autoscaling_group": {"autoscaling:CreateAutoScalingGroup"}}
