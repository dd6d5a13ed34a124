// What the queue is narrowed to: the row of statuses, the filters with their counts, and those that are on as chips. All of it is
// in the address.
import { html, nothing, vars } from '../../lib/part.js';
import { router } from '../../lib/router.js';
import * as format from '../../lib/format.js';

export const OPEN = 'pending';
export const ANY = 'any';
/** Parameters of the address that are no filters. */
const OWN = new Set(['item', 'sort', 'cursor', 'limit']);

/** Names of rules may have commas; there is one at a time. */
const RULE = 'rule';

const isFilter = (name) => !OWN.has(name) && name !== 'status';

/** What is asked of the service: the address without what is only of this view; pending when no status is chosen. */
export function asked(query) {
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'item'));
  if (!asked.has('status')) asked.set('status', OPEN);
  else if (asked.get('status') === ANY) asked.delete('status');
  return asked;
}

const chosen = (query, field) => query.getAll(field).flatMap((it) => it.split(','));

/** The parameters that put one value of a field on or off. */
export function toggled(query, field, value, on) {
  const values = new Set(chosen(query, field));
  if (on) values.add(value); else values.delete(value);
  return { [field]: [...values] };
}

/** The parameters that take all filters away. */
export const cleared = (query) => Object.fromEntries([...query.keys()].filter(isFilter).map((it) => [it, null]));

function title(field, value, words) {
  if (field === 'persona') return words?.persona(value) ?? value;
  if (field === 'code') return words?.advice(value) ?? value;
  if (field === RULE) return value;
  return format.sentence(value);
}

export function chips(query, words, toggle) {
  return [...query].filter(([name]) => isFilter(name)).flatMap(([name, raw]) => (name === RULE ? [raw] : raw.split(',')).map((value) => ({
    label: format.sentence(name), value: title(name, value, words), remove: () => toggle(name, value, false) })));
}

export function statusRow(query, counts = {}) {
  const now = query.get('status') ?? OPEN;
  const all = Object.values(counts).reduce((sum, it) => sum + it, 0);
  return html`<nav class="status-row" aria-label="Status">${[...Object.entries(counts), [ANY, all]].map(([name, many]) => html`
    <a href=${router.with({ status: name === OPEN ? null : name, item: null, cursor: null })} aria-current=${name === now ? 'true' : nothing}>
      ${name === ANY ? 'All' : format.sentence(name)} <span class="badge">${format.shortCount(many)}</span></a>`)}</nav>`;
}

export function facets(query, counts, words, toggle) {
  return html`<div class="facets in-drawer">${Object.entries(counts).filter(([name, values]) => name !== 'status' && name !== RULE && Object.keys(values).length).map(([name, values]) => {
    const most = Math.max(1, ...Object.values(values));
    const on = chosen(query, name);
    return html`<details open><summary>${name === 'code' ? 'Advice' : format.sentence(name)}</summary><ul>${Object.entries(values).map(([value, many]) => html`<li><label class="facet ${many ? '' : 'none'}"
      ${vars({ '--share': many / most, '--mark': name === 'persona' ? words?.color(value) ?? 'var(--line-strong)' : 'var(--line-strong)' })}>
      <input type="checkbox" .checked=${on.includes(value)} @change=${(event) => toggle(name, value, event.target.checked)}>
      <span>${title(name, value, words)}</span><b>${format.shortCount(many)}</b><i aria-hidden="true"></i></label></li>`)}</ul></details>`;
  })}</div>`;
}
