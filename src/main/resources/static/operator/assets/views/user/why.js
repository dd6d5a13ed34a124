// Why this persona, and why not the others.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url, ofUser } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { categoryMark, confidenceBar } from '../../ui/marks.js';
import './verdict.js';

class UserWhy extends Part {
  static properties = { dataset: {}, user: {}, detail: { attribute: false }, words: { attribute: false }, query: { attribute: false } };
  #why = new Resource(this);

  /** The personas of the vocabulary, those that are assigned first, then by confidence. */
  get #standings() {
    const { personas, scores } = this.detail.findings;
    return this.words.personas.map((name) => {
      const assigned = personas.find((it) => it.persona === name);
      const score = scores.find((it) => it.persona === name);
      return { name, assigned, confidence: assigned?.confidence ?? score?.confidence };
    }).sort((a, b) => (a.assigned?.rank ?? 99) - (b.assigned?.rank ?? 99) || (b.confidence ?? 0) - (a.confidence ?? 0));
  }

  get #chosen() {
    const standings = this.#standings;
    return standings.find((it) => it.name === this.query.get('persona')) ?? standings[0];
  }

  willUpdate() {
    const { dataset, user } = this;
    const asOf = this.detail.as_of;
    if (!this.detail.findings || this.words.personas.length === 0) return;
    // One persona at a time: what would change the judgement takes hundreds of trials.
    const persona = this.#chosen.name;
    this.#why.once(`${dataset}/${user}?${asOf}&${persona}`, (signal) => {
      this.#why.data = undefined;
      return api.get(url(ofUser(dataset, user, '/explanation'), { as_of: asOf, persona }), { signal });
    });
  }

  render() {
    if (!this.detail.findings || this.words.personas.length === 0) return html`<div class="card"><ss-empty heading="Not judged" text="No rules have looked at this user, so there is nothing to explain."></ss-empty></div>`;
    const chosen = this.#chosen;
    const { words } = this;
    return html`<div class="columns why">
      <nav class="span-3 card flush" aria-label="Personas"><ul class="persona-list">${this.#standings.map((it) => html`<li>
        <a href=${router.with({ persona: it.name })} aria-current=${it.name === chosen.name ? 'true' : nothing}>
          ${categoryMark(words.persona(it.name), words.color(it.name))}
          ${it.assigned ? html`<span class="pill good">${it.assigned.rank === 1 ? 'assigned' : `rank ${it.assigned.rank}`}</span>` : nothing}
          <span class="line">${it.confidence === undefined ? html`<small>no score</small>` : confidenceBar(it.confidence, words.color(it.name))}</span></a></li>`)}</ul></nav>
      <div class="span-9 stack">${this.#why.when({
        loading: () => html`<div class="card"><ss-loading lines="10" label="Running the rules again to explain them"></ss-loading></div>`,
        done: (why) => (why.personas[0] ? html`<ss-verdict .why=${why} .words=${words} links></ss-verdict>` : nothing),
      })}</div>
    </div>`;
  }
}
customElements.define('ss-user-why', UserWhy);
