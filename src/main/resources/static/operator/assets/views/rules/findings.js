// What a check found, each with a link to its line.
import { html, nothing } from '../../lib/part.js';
import { url } from '../../lib/api.js';

const ORDER = ['error', 'warning'];
const weight = (it) => (ORDER.indexOf(it.severity) + ORDER.length) % ORDER.length;

/** @param opened hears the fault whose link is followed, and whether the place is shown already */
export const findings = (faults, opened = () => {}) => html`<ul class="lines small findings">${[...faults].sort((a, b) => weight(a) - weight(b)).map((it) => html`<li><span class="two-lines">
  <span><span class="pill ${it.severity === 'warning' ? 'warn' : 'bad'}">${it.severity}</span>
    <a href=${url('/operator/rules', { file: it.file, line: it.line || null })} @click=${() => opened(it)}><code>${it.file}${it.line ? `:${it.line}` : ''}</code></a> ${it.rule ? html`<b>${it.rule}</b>` : nothing}</span>
  <span>${it.message}</span>${it.remedy ? html`<span class="faint">→ ${it.remedy}</span>` : nothing}</span></li>`)}</ul>`;
