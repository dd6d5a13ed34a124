// An entry of the audit log in words, for the history of a piece of advice and for the log itself.
import { html, nothing } from '../../lib/part.js';
import * as format from '../../lib/format.js';

export function reasonOf(entry, terms) {
  return entry.reason ? terms?.reasons[entry.reason] ?? entry.reason : '';
}

/** Who did what, when; below it why, and new words. */
export function entryLine(entry, terms, { action = nothing, link = nothing } = {}) {
  const why = [entry.severity && `Severity ${entry.severity}`, reasonOf(entry, terms)].filter(Boolean).join(' · ');
  return html`<li class="entry">
    <span class="two-lines">
      <span><b>${entry.actor}</b> <span class="faint">${entry.role}</span> ${format.words(entry.action)}${entry.undoes ? html` entry ${entry.undoes}` : nothing} ${link}</span>
      <small class="plain"><time datetime=${entry.at} title=${entry.at}>${format.time(entry.at)}</time> · entry ${entry.sequence}</small>
      ${why ? html`<span class="entry-why">${why}</span>` : nothing}
      ${entry.title ? html`<span class="entry-why"><b>${entry.title}</b> ${entry.body}</span>` : nothing}
      ${entry.note ? html`<q class="entry-note">${entry.note}</q>` : nothing}
    </span>${action}
  </li>`;
}
