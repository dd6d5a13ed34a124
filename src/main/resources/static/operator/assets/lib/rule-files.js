// The texts of the rules as the service has them, without the draft: read once for each tag of the rules.
import { api } from './api.js';

const known = new Map();

export function ruleText(path, etag) {
  const key = `${etag} ${path}`;
  if (!known.has(key)) {
    const text = api.get(`/rules/files/${path.split('/').map(encodeURIComponent).join('/')}`).then((it) => it.text);
    text.catch(() => known.delete(key));
    known.set(key, text);
  }
  return known.get(key);
}
