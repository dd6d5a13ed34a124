// The advice that was given, what it says of the ledger, what people decided about it, and what was held back and why.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url, ofUser, segment } from '../../lib/api.js';
import * as format from '../../lib/format.js';
import { categoryMark, statusPill } from '../../ui/marks.js';
import { markedRationale } from '../../ui/rationale.js';

class UserAdvice extends Part {
  static properties = { dataset: {}, user: {}, detail: { attribute: false }, words: { attribute: false } };

  #advised = new Resource(this);

  willUpdate() {
    const { dataset, user, detail } = this;
    if (!detail.findings) return;
    const path = url(ofUser(dataset, user, '/recommendations'), { as_of: detail.as_of });
    this.#advised.once(path, (signal) => api.get(path, { signal }));
  }

  render() {
    const { findings } = this.detail;
    if (!findings) return html`<div class="card"><ss-empty heading="Not judged" text="No rules have looked at this user, so there is no advice."></ss-empty></div>`;
    const { blocked } = findings;
    return html`<div class="columns">
      <section class="span-8 stack" aria-label="Advice">
        ${this.#advised.when({
          loading: () => findings.recommendations.map(() => html`<div class="card"><ss-loading lines="4" label="Loading the advice"></ss-loading></div>`),
          done: ({ items }) => (items.length === 0 ? html`<div class="card"><ss-empty heading="No advice" text="No rule had anything to say to this user on this day."></ss-empty></div>`
            : [...items].sort((a, b) => a.priority - b.priority).map((it) => this.#advice(it))),
        })}
      </section>
      <section class="span-4 stack" aria-label="Held back">
        <div class="card"><div class="card-head"><h2>Held back</h2><p>Drafted, then stopped</p></div>
        ${blocked.length === 0 ? html`<p class="note">Nothing was held back.</p>` : html`<ul class="lines small">${blocked.map((it) => html`<li class="held">
          <span class="two-lines"><b>${this.words.advice(it.code)}</b><small class="plain">${it.reason}</small></span></li>`)}</ul>`}</div>
      </section></div>`;
  }

  #advice(it) {
    const { words, dataset, user } = this;
    const own = it.overriding;
    return html`<article class="card advice">
      <div class="card-head"><h2>${own?.title ?? it.title}</h2><span class="actions">${it.status ? html`<a class="pill-link" title="In the review queue"
        href=${url(`/operator/datasets/${segment(dataset)}/review`, { status: 'any', user, item: it.recommendation_id })}>${statusPill(it.status)}</a>` : nothing}
        <span class="pill ${it.kind === 'offer' ? 'accent' : ''}">${format.sentence(it.kind)}</span></span></div>
      <p class="rationale">${markedRationale(it)}</p>
      <p class="note">${own?.body ?? it.body}</p>
      ${own ? html`<details class="more"><summary>The words of the rules</summary><p><b>${it.title}</b></p><p class="note">${it.body}</p></details>` : nothing}
      <footer><span>${categoryMark(words.persona(it.persona), words.color(it.persona))}</span><span class="faint">priority ${it.priority}</span>
        ${it.decided_by ? html`<span class="faint">${format.sentence(it.status)} by ${it.decided_by} on ${format.date(it.decided_at)}</span>` : nothing}
        <small>${it.disclosure}</small></footer>
    </article>`;
  }
}
customElements.define('ss-user-advice', UserAdvice);
