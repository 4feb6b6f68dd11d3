"""One caller at a time enters a service.

moto's classes expect it: a conditional write must look and write in one step. A rule that changes the classes of a second service
holds that one's lock too; nothing takes them the other way round (codedeploy, then ecs, then elbv2, ec2, logs, ecr ...).
"""

from __future__ import annotations

import threading
from collections import defaultdict

LOCKS: defaultdict[str, threading.RLock] = defaultdict(threading.RLock)
