// Filters that are on, each with a button to take it away: <ss-chips .chips=${[{ label, value, remove }]} .clear=${fn}>.
import { Part, html, nothing } from '../lib/part.js';
import { icon } from './icon.js';

export class Chips extends Part {
  static properties = { chips: { attribute: false }, clear: { attribute: false } };
  render() {
    if (!this.chips?.length) return nothing;
    return html`<ul class="chips" aria-label="Filters">
      ${this.chips.map((it) => html`<li class="chip"><span>${it.label}</span> <b>${it.value}</b>
        <button class="icon-button" aria-label="Remove ${it.label} ${it.value}" @click=${it.remove}>${icon('close')}</button></li>`)}
      ${this.clear && this.chips.length > 1 ? html`<li><button class="link" @click=${this.clear}>Clear all</button></li>` : nothing}
    </ul>`;
  }
}
customElements.define('ss-chips', Chips);
