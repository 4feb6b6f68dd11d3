/**
 * What the environment says, checked before anything is begun.
 *
 * @typedef {object} Settings
 * @property {number} port to listen on
 * @property {string} greeting
 * @property {number} drainSeconds for requests that are under way at the end; less than the task's stop timeout (30 by default)
 */

/**
 * @param {Record<string, string | undefined>} environment
 * @returns {Settings}
 */
export function settingsOf(environment) {
  return {
    port: whole(environment, "PORT", { byDefault: 8080, least: 0, most: 65535 }),
    greeting: environment["GREETING"] ?? "hello",
    drainSeconds: whole(environment, "DRAIN_SECONDS", { byDefault: 20, least: 0, most: 110 }),
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} name
 * @param {{ byDefault: number, least: number, most: number }} range
 */
function whole(environment, name, { byDefault, least, most }) {
  const text = environment[name] ?? String(byDefault);
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`"${name}" is "${text}"; give a whole number from ${least} to ${most}`);
}
