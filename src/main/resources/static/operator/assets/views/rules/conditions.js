// What a draft must not do, as conditions on figures ("macro_f1 drops 0.01"): <ss-conditions .conditions=${[…]} @change=${…}>.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api } from '../../lib/api.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';

const HOW = [['drops', 'drops by more than'], ['rises', 'rises by more than'], ['above', 'is above'], ['below', 'is below']];

class Conditions extends Part {
  static properties = { conditions: { attribute: false } };
  #figures = new Resource(this);

  connectedCallback() {
    super.connectedCallback();
    this.#figures.load(async (signal) => (await api.get('/rules/vocabulary', { signal })).figures);
  }

  #change(conditions) {
    this.dispatchEvent(new CustomEvent('change', { detail: conditions }));
  }

  /** The conditions with one part of one of them replaced. */
  #part(at, part, value) {
    this.#change(this.conditions.map((it, i) => (i === at ? it.split(' ').map((one, j) => (j === part ? value.trim() || '0' : one)).join(' ') : it)));
  }

  render() {
    return html`<fieldset class="field conditions"><legend>Must not happen</legend>
      ${this.conditions.map((it, at) => {
        const [figure, how, value] = it.split(' ');
        return html`<div class="condition"><span class="select"><select aria-label="Figure" @change=${(event) => this.#part(at, 0, event.target.value)}>${(this.#figures.data ?? [figure]).map((one) => html`<option value=${one} ?selected=${one === figure}>${format.sentence(one).replace('.', ': ').replace(/\bf1\b/i, 'F1')}</option>`)}</select>${icon('down')}</span>
          <span class="select"><select aria-label="How" @change=${(event) => this.#part(at, 1, event.target.value)}>${HOW.map(([one, title]) => html`<option value=${one} ?selected=${one === how}>${title}</option>`)}</select>${icon('down')}</span>
          <input class="input" aria-label="Number" type="number" step="any" .value=${value} @change=${(event) => this.#part(at, 2, event.target.value)}>
          <button type="button" class="icon-button" aria-label="Remove the condition" @click=${() => this.#change(this.conditions.filter((_, i) => i !== at))}>${icon('close')}</button></div>`;
      })}
      <button type="button" class="link left" @click=${() => this.#change([...this.conditions, `${this.#figures.data?.[0] ?? 'macro_f1'} drops 0.01`])}>${this.conditions.length ? 'Another' : 'Add a condition'}</button></fieldset>`;
  }
}
customElements.define('ss-conditions', Conditions);
