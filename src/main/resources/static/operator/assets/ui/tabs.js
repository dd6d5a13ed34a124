// <ss-tabs label="…" .tabs=${[['a', 'Accounts', 3]]} .chosen=${'a'} @choose=${(e) => e.detail}>: only the row of tabs; the
// panel is the host's: `<div role="tabpanel" id="panel-a" aria-labelledby="tab-a">`.
import { Part, html, nothing } from '../lib/part.js';

export class Tabs extends Part {
  static properties = { tabs: { attribute: false }, chosen: {}, label: {} };
  #choose(name) {
    this.dispatchEvent(new CustomEvent('choose', { detail: name }));
  }
  async #move(event) {
    const names = this.tabs.map(([name]) => name);
    const at = names.indexOf(this.chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = names[(to + names.length) % names.length];
    this.#choose(name);
    await this.updateComplete;
    this.querySelector(`#tab-${name}`)?.focus();
  }
  /** On a narrow screen the chosen tab is in sight. */
  updated(changed) {
    const row = this.querySelector('.tabs'), tab = this.querySelector('[aria-selected=true]');
    if (!changed.has('chosen') || !tab || row.scrollWidth <= row.clientWidth) return;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }
  render() {
    return html`<div class="tabs" role="tablist" aria-label=${this.label ?? 'Sections'} @keydown=${this.#move}>
      ${this.tabs.map(([name, title, many]) => html`
        <button role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected=${name === this.chosen}
          tabindex=${name === this.chosen ? 0 : -1} @click=${() => this.#choose(name)}>${title}${
          many === undefined || many === null ? nothing : html` <span class="badge">${many}</span>`}</button>`)}
    </div>`;
  }
}
customElements.define('ss-tabs', Tabs);
