// The revisions of the rules that were kept, and what makes one another.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, segment } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import '../../ui/table.js';
import '../../ui/diff.js';

class RuleHistory extends Part {
  static properties = { etag: {}, from: {}, to: {} };
  #revisions = new Resource(this);
  #difference = new Resource(this);

  willUpdate() {
    const { from, to, etag } = this;
    this.#revisions.once(etag, (signal) => api.get('/rules/revisions?limit=100', { signal }));
    if (from && to) this.#difference.once(`${from}..${to} ${etag}`, (signal) => api.get(`/rules/revisions/${segment(from)}/diff/${segment(to)}`, { signal }));
  }

  render() {
    return this.#revisions.when({
      loading: () => html`<div class="card"><ss-loading lines="6" label="Loading the revisions"></ss-loading></div>`,
      done: ({ items }) => (items.length === 0 ? html`<div class="card"><ss-empty icon="branch" heading="No revision was kept yet" text="Every draft that is adopted is kept here with its note; the rules as they are can be kept with ./spendsense rules keep."></ss-empty></div>`
        : html`<div class="stack">${this.from && this.to ? this.#compared() : nothing}
          <div class="card flush"><ss-table label="Revisions" .rows=${items} .key=${(it) => it.revision} .current=${items.find((it) => it.revision.startsWith(this.to || ' '))?.revision} .columns=${[
            { name: 'revision', title: 'Revision', cell: (it) => html`<span class="two-lines"><code>${it.revision.slice(0, 12)}</code>${it.live ? html`<span><span class="pill good">judges</span></span>` : nothing}</span>` },
            { name: 'note', title: 'What for', cell: (it) => html`<span class="two-lines">${it.note || html`<span class="faint">no note</span>`}<small class="plain">${it.author || 'nobody named'} · ${format.time(it.at)}</small></span>` },
            { name: 'fitness', title: 'Rules, cases', minor: true, cell: (it) => html`${format.count(it.rules)} rules, ${format.count(it.cases)} cases${it.warnings ? html`, <span class="pill warn">${format.several(it.warnings, 'warning')}</span>` : nothing}` },
            { name: 'look', title: '', cell: (it) => html`<span class="actions">${it.parent ? html`<button class="button small" @click=${() => router.query({ from: it.parent.slice(0, 12), to: it.revision.slice(0, 12) })}>What changed</button>` : nothing}
              ${it.live ? nothing : html`<button class="button small" @click=${() => router.query({ from: it.revision.slice(0, 12), to: 'live' })}>To now</button>`}</span>` },
          ]}></ss-table></div></div>`),
    });
  }

  #compared() {
    return html`<section class="card" aria-label="Differences"><div class="card-head"><h2 class="with-mark"><code>${this.from}</code> ${icon('right')} <code>${this.to === 'live' ? 'now' : this.to}</code></h2><button class="button small" @click=${() => router.query({ from: null, to: null })}>Close</button></div>
      ${this.#difference.when({ loading: () => html`<ss-loading lines="4"></ss-loading>`, done: (it) => html`
        ${it.changes.length ? html`<ul class="lines small">${it.changes.map((one) => html`<li><span class="two-lines"><span><span class="pill">${format.words(one.how)}</span> ${format.words(one.subject)} <b>${one.name}</b></span>
          ${one.before || one.after ? html`<span>${one.before ? html`<del>${one.before}</del> ` : nothing}${one.after ? html`<ins>${one.after}</ins>` : nothing}</span>` : nothing}</span></li>`)}</ul>` : html`<p class="note">Nothing that rules mean was changed.</p>`}
        <h3 class="spaced">Texts</h3>${it.text ? html`<ss-diff label="Differences of the texts" .text=${it.text}></ss-diff>` : html`<p class="note">The same, to the last letter.</p>`}` })}</section>`;
  }
}
customElements.define('ss-rule-history', RuleHistory);
