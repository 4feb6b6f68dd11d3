"""Capacity of Aurora Serverless v2.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from .engines import Engine

_MOST, _STEP = 256.0, 0.5
_PAUSE_SECONDS = range(300, 86401)


def check(engine: Engine, scaling: dict[str, Any] | None) -> None:
    if not scaling:
        return
    if not engine.is_aurora:
        raise AwsError("InvalidParameterCombination", f"ServerlessV2ScalingConfiguration isn't supported for engine {engine.name}.")
    least, most = scaling.get("MinCapacity"), scaling.get("MaxCapacity")
    if least is None or most is None:
        raise AwsError("InvalidParameterValue", "Serverless v2 capacity needs both MinCapacity and MaxCapacity.")
    if least % _STEP or most % _STEP or not 0 <= least <= _MOST or not 1 <= most <= _MOST:
        text = f"Capacity comes in steps of {_STEP} up to {_MOST:.0f}; the most is at least 1."
        raise AwsError("InvalidParameterValue", f"Serverless v2 capacity {least} to {most} isn't valid. {text}")
    if least > most:
        raise AwsError("InvalidParameterValue", f"Serverless v2 maximum capacity {most} can't be less than the minimum {least}.")
    pause = scaling.get("SecondsUntilAutoPause")
    if pause is not None and (least != 0 or pause not in _PAUSE_SECONDS):
        text = "SecondsUntilAutoPause needs a minimum capacity of 0 and must be between 300 and 86400 seconds."
        raise AwsError("InvalidParameterCombination", text)
