/**
 * One line of JSON an event, as CloudWatch Logs Insights reads it.
 *
 * @param {string} message
 * @param {Record<string, unknown>} [details]
 */
export function log(message, details = {}) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), message, ...details })}\n`);
}
