import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { Widget } from "./widgets.js";

/** What a dashboard is made from. */
export interface Dashboard {
  /** Its name in AWS, at most 255 letters, digits, - and _. */
  readonly name: string;
  /** The suffix of its address, where a module has several, or there is no module. */
  readonly suffix?: string;
  /** From left to right, then down; `undefined` ones are left out. */
  readonly widgets: readonly (Widget | undefined)[];
}

/**
 * A CloudWatch dashboard.
 *
 * Cost: 3 USD a month beyond the account's first three.
 *
 * @example makeDashboard(this, { name: "shop-prod-api", widgets: [alarmStatus({ title: "alarms", alarms }), graph({ … })] })
 */
export function makeDashboard(module: Construct, { name, suffix, widgets }: Dashboard): CloudwatchDashboard {
  const body = { dashboardName: name, dashboardBody: dashboardBody(widgets) };
  const suffixes = suffix === undefined ? [] : [suffix];
  return address(new CloudwatchDashboard(module, ["dashboard", ...suffixes].join("-"), body), module, ...suffixes);
}

/** CloudWatch's columns. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
const columns = 24;

/** Widgets, placed from left to right, in rows as high as the highest of each. */
export function dashboardBody(widgets: readonly (Widget | undefined)[]): string {
  let [x, y, rowHeight] = [0, 0, 0];
  const placed = widgets
    .filter((widget) => widget !== undefined)
    .map(({ type, width, height, properties }) => {
      if (x + width > columns) [x, y, rowHeight] = [0, y + rowHeight, 0];
      const widget = { type, x, y, width, height, properties };
      x += width;
      rowHeight = Math.max(rowHeight, height);
      return widget;
    });
  return JSON.stringify({ widgets: placed });
}
