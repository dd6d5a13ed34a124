// A rationale with its figures marked; each tells what it was measured as.
import { html } from 'lit';
import * as format from '../lib/format.js';

export function markedRationale({ rationale, bindings = [] }) {
  const parts = [];
  let rest = rationale;
  for (const it of [...bindings].sort((a, b) => rationale.indexOf(a.text) - rationale.indexOf(b.text))) {
    const at = it.text ? rest.indexOf(it.text) : -1;
    if (at < 0) continue;
    parts.push(rest.slice(0, at), html`<mark title="${format.words(it.name)}: ${it.origin}${it.sources?.length ? `, from ${it.sources.map((one) => format.several(one.count, 'transaction')).join(' and ')}` : ''}">${it.text}</mark>`);
    rest = rest.slice(at + it.text.length);
  }
  return html`${parts}${rest}`;
}
