// What is shown while something is worked out that takes its time: how far it is, and a way to end it.
import { html, nothing, vars } from '../lib/part.js';
import * as format from '../lib/format.js';

/**
 * @param far { done, total }, or nothing while it waits
 * @param cancel ends it
 */
export function going(label, far, cancel, unit = 'judged') {
  const known = far && far.total > 0;
  return html`<div class="card going"><div class="going-line"><b>${label}</b><span class="note" role="status">${known ? `${format.count(far.done)} of ${format.count(far.total)} ${unit}` : 'Waiting for its turn'}</span>
      <button type="button" class="button small" @click=${cancel}>Cancel</button></div>
    <span class="progress ${known ? '' : 'waiting'}" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax=${known ? far.total : nothing} aria-valuenow=${known ? far.done : nothing}><i ${vars({ '--share': known ? far.done / far.total : 0 })}></i></span></div>`;
}
