// The file with the named numbers of the rules, read and written as text, so that its comments and its order stay.

export const PARAMETERS = 'parameters.yaml';

const entry = (name) => new RegExp(`^(${name.replace(/[^\w]/g, '\\$&')}:\\s*\\{[^}]*?\\bvalue:\\s*)([^,}\\s]+)`, 'm');

/** The value of a parameter in the text; undefined when it is not written in a way that can be changed here. */
export function valueIn(text, name) {
  const found = entry(name).exec(text);
  return found ? Number(found[2]) : undefined;
}

/** The text with another value. What equals the original is written as the original has it, so that a change can be taken back. */
export function withValue(text, name, value, original) {
  const before = entry(name).exec(original);
  const written = before && Number(before[2]) === value ? before[2] : String(value);
  return text.replace(entry(name), (_, head) => head + written);
}

/** Titles of the parts of the file by parameter: what stands in comments such as `# --- Credit`. */
export function sections(text) {
  const of = new Map();
  let title = '';
  for (const line of text.split('\n')) {
    const heading = /^#\s*-{2,}\s*(.+?)\s*-*$/.exec(line);
    if (heading) title = heading[1];
    const name = /^([a-z][a-z0-9_.]*):/.exec(line);
    if (name) of.set(name[1], title);
  }
  return of;
}
