import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { alarmStatus, dashboardBody, graph, type Metric, makeDashboard, metricAlarm, share, text, type Widget } from "../src/index.js";

const requests: Metric = {
  namespace: "AWS/ApplicationELB",
  name: "RequestCount",
  dimensions: { LoadBalancer: "app/shop/1" },
  statistic: "Sum",
};
const errors: Metric = { ...requests, name: "HTTPCode_Target_5XX_Count" };
const region = "eu-west-1";

const places = (widgets: readonly (Widget | undefined)[]): unknown => {
  const { widgets: placed } = JSON.parse(dashboardBody(widgets)) as { widgets: { x: number; y: number }[] };
  return placed.map(({ x, y }) => [x, y]);
};

describe("dashboardBody", () => {
  const third = graph({ title: "requests", region, lines: [{ metric: requests }] });

  it("places three graphs in a row, and the next beneath", () => {
    expect(places([third, third, third, third])).toEqual([
      [0, 0],
      [8, 0],
      [16, 0],
      [0, 6],
    ]);
  });

  it("leaves a row the height of its highest, and leaves out what is not there", () => {
    expect(places([text("# shop"), third, { ...third, height: 9 }, undefined, text("below")])).toEqual([
      [0, 0],
      [0, 2],
      [8, 2],
      [0, 11],
    ]);
  });

  it("is the same for the same widgets", () => {
    expect(dashboardBody([third])).toBe(dashboardBody([graph({ title: "requests", region, lines: [{ metric: requests }] })]));
  });
});

describe("graph", () => {
  it("draws metrics, and its alarm's number as a line", () => {
    const lines = [
      { metric: requests, label: "requests" },
      { metric: { ...requests, statistic: "p95" as const }, axis: "right" as const },
    ];
    expect(graph({ title: "requests", region, lines, threshold: 80, leftAxis: { max: 100 } }).properties).toEqual({
      title: "requests",
      region: "eu-west-1",
      view: "timeSeries",
      stacked: false,
      period: 60,
      metrics: [
        ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", "app/shop/1", { stat: "Sum", yAxis: "left", label: "requests" }],
        ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", "app/shop/1", { stat: "p95", yAxis: "right" }],
      ],
      yAxis: { left: { min: 0, max: 100 } },
      annotations: { horizontal: [{ label: "alarm", value: 80 }] },
    });
  });

  it.each([{ anomalyBand: 2 }, "off" as const])("draws no line for %o", (threshold) => {
    expect(graph({ title: "requests", region, lines: [{ metric: requests }], threshold }).properties).not.toHaveProperty("annotations");
  });

  it("computes two shares, whose metrics have the same ids, apart", () => {
    const failed = share({ part: errors, whole: requests, label: "failed" });
    expect(
      graph({ title: "shares", region, lines: [{ metric: failed }, { metric: failed, label: "again" }] }).properties["metrics"],
    ).toEqual([
      [{ expression: "IF(line0_whole > 0, 100 * FILL(line0_part, 0) / line0_whole, 0)", id: "line0", yAxis: "left", label: "failed" }],
      ["AWS/ApplicationELB", errors.name, "LoadBalancer", "app/shop/1", { stat: "Sum", id: "line0_part", visible: false }],
      ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", "app/shop/1", { stat: "Sum", id: "line0_whole", visible: false }],
      [{ expression: "IF(line1_whole > 0, 100 * FILL(line1_part, 0) / line1_whole, 0)", id: "line1", yAxis: "left", label: "again" }],
      ["AWS/ApplicationELB", errors.name, "LoadBalancer", "app/shop/1", { stat: "Sum", id: "line1_part", visible: false }],
      ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", "app/shop/1", { stat: "Sum", id: "line1_whole", visible: false }],
    ]);
  });
});

describe("alarmStatus", () => {
  it("shows the alarms that are not off, and nothing where all are", () => {
    expect(alarmStatus({ title: "alarms", alarms: [undefined, { arn: "arn:one" }] })).toMatchObject({
      properties: { alarms: ["arn:one"] },
    });
    expect(alarmStatus({ title: "alarms", alarms: [undefined] })).toBeUndefined();
  });
});

describe("makeDashboard", () => {
  it("hands ARNs on that are not known yet", () => {
    const template = synthesize((stack) => {
      const alarm = metricAlarm(stack, {
        name: "busy",
        alarmName: "shop-busy",
        description: "Many come.",
        threshold: 100,
        comparison: "GreaterThanThreshold",
        metric: requests,
        periodSeconds: 60,
        evaluationPeriods: 1,
        missingData: "notBreaching",
      });
      makeDashboard(stack, { name: "shop", suffix: "shop", widgets: [alarmStatus({ title: "alarms", alarms: [alarm] })] });
    });
    const dashboard = template.resource("aws_cloudwatch_dashboard", "shop");
    expect(dashboard["dashboard_name"]).toBe("shop");
    expect(JSON.parse(String(dashboard["dashboard_body"]))).toEqual({
      widgets: [
        {
          type: "alarm",
          x: 0,
          y: 0,
          width: 24,
          height: 3,
          properties: { title: "alarms", alarms: ["${aws_cloudwatch_metric_alarm.busy.arn}"] },
        },
      ],
    });
  });
});
