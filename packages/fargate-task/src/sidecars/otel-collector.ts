import { collectorName } from "../checks/containers.js";
import type { ContainerDefinition, LogConfiguration } from "../container-definition.js";

/** ADOT at a version; a newer one comes with a version of this package. https://aws-otel.github.io/docs/setup/ecs */
const image = "public.ecr.aws/aws-observability/aws-otel-collector:v0.48.0";

/** OTLP in, X-Ray out. JSON is YAML too. */
const settings = JSON.stringify({
  extensions: { health_check: { endpoint: "127.0.0.1:13133" } },
  receivers: { otlp: { protocols: { grpc: { endpoint: "127.0.0.1:4317" }, http: { endpoint: "127.0.0.1:4318" } } } },
  processors: {
    // before it is killed, it drops
    memory_limiter: { check_interval: "1s", limit_mib: 100 },
    resourcedetection: { detectors: ["env", "ecs"] },
    batch: { timeout: "1s", send_batch_size: 50 },
  },
  exporters: { awsxray: {} },
  service: {
    extensions: ["health_check"],
    pipelines: { traces: { receivers: ["otlp"], processors: ["memory_limiter", "resourcedetection", "batch"], exporters: ["awsxray"] } },
  },
});

/** The collector beside the main container. The task outlives it: traces are worth less than answers. */
export function otelCollector(logConfiguration: LogConfiguration): ContainerDefinition {
  return {
    name: collectorName,
    image,
    essential: false,
    memoryReservation: 64,
    environment: [{ name: "AOT_CONFIG_CONTENT", value: settings }],
    healthCheck: { command: ["CMD", "/healthcheck"], interval: 30, timeout: 5, retries: 3, startPeriod: 10 },
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: false, capabilities: { add: [], drop: ["ALL"] } },
    logConfiguration,
  };
}

/**
 * What OpenTelemetry's SDKs read. X-Ray's ids and headers are W3C's since 2023, and both are passed on.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function otelVariables(serviceName: string): Readonly<Record<string, string>> {
  return {
    OTEL_SERVICE_NAME: serviceName,
    OTEL_TRACES_EXPORTER: "otlp",
    OTEL_METRICS_EXPORTER: "none",
    OTEL_LOGS_EXPORTER: "none",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_PROPAGATORS: "tracecontext,baggage,xray",
  };
}
