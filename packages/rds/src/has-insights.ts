import { type Engine, engineTraits } from "./engines.js";
import { isServerless, type Size } from "./schema/size.js";

/**
 * Whether AWS has insights of a size: MySQL's and MariaDB's smallest instances have no memory left for them, and none of Aurora MySQL's
 * that burst.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.Overview.Engines.html
 */
export function hasInsights(engine: Engine, size: Size): boolean {
  if (isServerless(size) || engineTraits[engine].dialect === "postgres") return true;
  return !(engine === "aurora-mysql" ? /^db\.t\d/ : /^db\.t\d[a-z]*\.(micro|small)$/).test(size);
}
