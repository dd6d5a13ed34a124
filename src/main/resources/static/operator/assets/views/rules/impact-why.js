// Why the draft judges a user as it does: <ss-impact-why .dataset .change .words>, open(change) as a drawer.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { segment } from '../../lib/api.js';
import { draft } from '../../lib/draft.js';
import { trials, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { findings } from './findings.js';
import '../../ui/dialog.js';
import '../user/verdict.js';

class ImpactWhy extends Part {
  static properties = { dataset: {}, words: { attribute: false }, change: { state: true }, persona: { state: true } };
  #why = new Resource(this);

  /** @param change a user with the personas before and after */
  open(change) {
    this.change = change;
    this.#ask(change.after[0]?.persona ?? change.before[0]?.persona);
    this.querySelector('ss-dialog').open();
  }

  #ask(persona) {
    this.persona = persona;
    this.#why.load((signal) => trials.explain(this.dataset, this.change.user_id, persona, signal), { fresh: true });
  }

  get #personas() {
    return [...new Set([...this.change.after, ...this.change.before].map((it) => it.persona))];
  }

  render() {
    return html`<ss-dialog side wide heading=${this.change ? `Why, ${draft.isEmpty ? 'by the rules as they are' : 'with the draft'}` : ''} @closed=${() => this.#why.hostDisconnected()} .content=${() => (this.change ? this.#content() : nothing)}></ss-dialog>`;
  }

  #content() {
    const { user_id: user } = this.change;
    return html`<div class="stack"><p><a class="mono" href="/operator/datasets/${segment(this.dataset)}/users/${user}?tab=why">${user}</a> <span class="note">as judged now, with transactions</span></p>
      <nav class="status-row" aria-label="Personas">${this.#personas.map((it) => html`<button class="button small" aria-pressed=${it === this.persona} @click=${() => this.#ask(it)}>${this.words?.persona(it) ?? format.words(it)}</button>`)}</nav>
      ${this.#why.when({
        loading: () => html`<ss-loading lines="10" label="Running the rules again to explain them"></ss-loading>`,
        done: ({ check, result }) => (!result ? findings(faultsOf({ check })) : result.personas[0] && this.words ? html`<ss-verdict .why=${result} .words=${this.words}></ss-verdict>` : nothing),
      })}</div>`;
  }
}
customElements.define('ss-impact-why', ImpactWhy);
