// The advice that was given, what it says of the ledger, and what was held back and why.
import { Part, html, nothing } from '../../lib/part.js';
import * as format from '../../lib/format.js';
import { categoryMark, statusPill } from '../../ui/marks.js';
import { markedRationale } from '../../ui/rationale.js';

class UserAdvice extends Part {
  static properties = { dataset: {}, user: {}, detail: { attribute: false }, words: { attribute: false } };

  render() {
    const { findings } = this.detail;
    if (!findings) return html`<div class="card"><ss-empty heading="Not judged" text="No rules have looked at this user, so there is no advice."></ss-empty></div>`;
    const { recommendations, blocked } = findings;
    return html`<div class="columns">
      <section class="span-8 stack" aria-label="Advice">
        ${recommendations.length === 0 ? html`<div class="card"><ss-empty heading="No advice" text="No rule had anything to say to this user on this day."></ss-empty></div>` : nothing}
        ${[...recommendations].sort((a, b) => a.priority - b.priority).map((it) => this.#advice(it))}
      </section>
      <section class="span-4 stack" aria-label="Held back">
        <div class="card"><div class="card-head"><h2>Held back</h2><p>Drafted, then stopped</p></div>
        ${blocked.length === 0 ? html`<p class="note">Nothing was held back.</p>` : html`<ul class="lines small">${blocked.map((it) => html`<li class="held">
          <span class="two-lines"><b>${this.words.advice(it.code)}</b><small class="plain">${it.reason}</small></span></li>`)}</ul>`}</div>
      </section></div>`;
  }

  #advice(it) {
    const { words } = this;
    return html`<article class="card advice">
      <div class="card-head"><h2>${it.title}</h2><span class="actions">${it.status ? statusPill(it.status) : nothing}<span class="pill ${it.kind === 'offer' ? 'accent' : ''}">${format.sentence(it.kind)}</span></span></div>
      <p class="rationale">${markedRationale(it)}</p>
      <p class="note">${it.body}</p>
      <footer><span>${categoryMark(words.persona(it.persona), words.color(it.persona))}</span><span class="faint">priority ${it.priority}</span><small>${it.disclosure}</small></footer>
    </article>`;
  }
}
customElements.define('ss-user-advice', UserAdvice);
