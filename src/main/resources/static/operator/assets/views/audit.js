// The audit log of a dataset or, for admins, of the server; whether it is whole; and the rules that people disagree with most.
import { Part, html, nothing, Resource } from '../lib/part.js';
import { api, url, address, inDataset, segment } from '../lib/api.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';
import { vocabulary } from '../lib/vocabulary.js';
import { reviewTerms } from '../lib/terms.js';
import * as format from '../lib/format.js';
import { icon } from '../ui/icon.js';
import { reasonOf } from './review/entry.js';
import '../ui/table.js';
import '../ui/tabs.js';
import '../ui/chips.js';
import './audit/disagreements.js';

const PAGE = 50;
const FILTERS = ['who', 'what', 'user', 'target', 'from', 'to'];
const TITLES = { who: 'Who', what: 'What', user: 'User', target: 'Advice', from: 'From', to: 'To' };

class Audit extends Part {
  static properties = { route: { attribute: false }, more: { state: true }, opened: { state: true } };
  #log = new Resource(this);
  #check = new Resource(this);
  #words = new Resource(this);
  #terms = new Resource(this);
  #actions = new Set();

  get dataset() {
    return this.route.params.dataset;
  }

  get query() {
    return this.route.query;
  }

  get known() {
    return this.server ? FILTERS.filter((it) => it !== 'user') : FILTERS;
  }

  get filters() {
    return new URLSearchParams([...this.query].filter(([name]) => this.known.includes(name)).map(([name, value]) => [name,
      name === 'from' ? `${value}T00:00:00Z` : name === 'to' ? `${value}T23:59:59.999Z` : value]));
  }

  get tab() {
    return this.query.get('tab') ?? 'log';
  }

  /** Whether what is shown is what concerns no single dataset. */
  get server() {
    return this.tab === 'server';
  }

  #path(rest = '') {
    return this.server ? `/audit${rest}` : inDataset(this.dataset, `/audit${rest}`);
  }

  willUpdate(changed) {
    if (!changed.has('route')) return;
    this.#words.once(this.dataset, () => vocabulary(this.dataset));
    this.#terms.once('terms', () => reviewTerms());
    const path = this.#path();
    if (this.shownPath !== path) {
      this.shownPath = path;
      this.#check.data = undefined;
      this.#actions.clear();
    }
    if (this.tab !== 'disagreements') {
      this.#log.once(`${path}?${this.filters}`, async (signal) => {
        this.more = [];
        return this.#page(null, signal);
      });
    }
  }

  async #page(cursor, signal) {
    const page = await api.get(url(this.#path(), new URLSearchParams([...this.filters, ['limit', PAGE], ...(cursor ? [['cursor', cursor]] : [])])), { signal });
    page.items.forEach((it) => this.#actions.add(it.action));
    return page;
  }

  #verify() {
    this.#check.load((signal) => api.get(this.#path('/verify'), { signal }));
  }

  render() {
    return html`<div class="page">
      <header class="page-head"><div><h1>Audit</h1><p>Who did what ${this.server ? 'that concerns no single dataset: rules adopted, runs started and deleted, datasets removed' : `to ${this.dataset}, when, before and after`}. Entries are only ever added, each sealed with the hash of the one before.</p></div>
        ${this.tab !== 'disagreements' ? html`<div class="actions">
          <button class="button" @click=${() => this.#verify()} ?disabled=${this.#check.busy}>${icon('audit')} Verify the chain</button>
          <a class="button" download href=${address(this.#path('/export'), new URLSearchParams([...this.filters, ['format', 'csv']]))}>${icon('download')} CSV</a>
          <a class="button" download href=${address(this.#path('/export'), new URLSearchParams([...this.filters, ['format', 'jsonl']]))}>${icon('download')} JSON lines</a></div>` : nothing}
      </header>
      <ss-tabs label="Audit" .tabs=${[['log', 'Log'], ['disagreements', 'Disagreements'], ...(session.may('admin') ? [['server', 'Server']] : [])]} .chosen=${this.tab} @choose=${(event) => router.query({ tab: event.detail === 'log' ? null : event.detail })}></ss-tabs>
      <div role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">${this.tab !== 'disagreements' ? this.#logged()
        : html`<ss-disagreements .dataset=${this.dataset} .words=${this.#words.data}></ss-disagreements>`}</div>
    </div>`;
  }

  #verified() {
    if (this.#check.busy) return html`<p class="note" role="status">Walking the chain…</p>`;
    if (this.#check.problem) return html`<ss-problem .problem=${this.#check.problem}></ss-problem>`;
    const found = this.#check.data;
    if (!found) return nothing;
    return html`<div class="callout ${found.holds ? 'good' : 'warn'}" role="status">${icon(found.holds ? 'check' : 'warn')}<div>
      <b>${found.holds ? `The chain holds: ${format.several(found.entries, 'entry', 'entries')}, as they were written.` : `The chain is broken at entry ${found.sequence}: ${found.problem}`}</b>
      <p class="note">Head <code class="hash">${found.head}</code>. Note it elsewhere: with it, entries cut off at the end are found as well.</p></div></div>`;
  }

  #logged() {
    const filtered = this.known.some((it) => this.query.has(it));
    return html`<div class="stack">${this.#verified()}${this.#form()}
      <ss-chips .chips=${this.known.filter((it) => this.query.has(it)).map((it) => ({ label: TITLES[it], value: it === 'what' ? format.sentence(this.query.get(it)) : this.query.get(it), remove: () => router.query({ [it]: null }) }))}
        .clear=${() => router.query(Object.fromEntries(this.known.map((it) => [it, null])))}></ss-chips>
      ${this.#log.when({
        loading: () => html`<div class="card"><ss-loading lines="8" label="Loading the log"></ss-loading></div>`,
        done: (first) => {
          const pages = [first, ...(this.more ?? [])];
          const items = pages.flatMap((it) => it.items);
          if (!items.length) return html`<div class="card"><ss-empty icon="audit" heading=${filtered ? 'Nothing matches' : 'Nothing was done yet'} text=${filtered ? 'No entry meets all of these filters.' : this.server ? 'Rules that are adopted, runs and what is removed are written here.' : 'Decisions, personas said by hand, consent and erasure are written here.'}></ss-empty></div>`;
          const { next } = pages.at(-1);
          return html`<div class="card flush"><ss-table class="audit-table" stacked label="Audit log" .rows=${items} .key=${(it) => it.sequence} .columns=${this.#columns()}></ss-table>
            <footer class="pager"><span class="note">${format.several(items.length, 'entry', 'entries')} shown</span>${next ? html`<button class="button small" @click=${async () => { this.more = [...this.more, await this.#page(next)]; }}>Show more</button>` : nothing}</footer></div>`;
        },
      })}</div>`;
  }

  #form() {
    const set = (name) => (event) => router.query({ [name]: event.target.value.trim() });
    const text = (name, hint) => html`<label class="field"><span>${TITLES[name]}</span><input class="input" .value=${this.query.get(name) ?? ''} placeholder=${hint} autocomplete="off" @change=${set(name)}></label>`;
    const day = (name) => html`<label class="field"><span>${TITLES[name]}</span><input class="input" type="date" .value=${this.query.get(name) ?? ''} @change=${set(name)}></label>`;
    const known = [...new Set([...this.#actions, ...(this.query.has('what') ? [this.query.get('what')] : [])])].sort();
    return html`<div class="filter-form">${text('who', 'Anybody')}
      <label class="field"><span>${TITLES.what}</span><span class="select"><select @change=${set('what')}><option value="">Anything</option>
        ${known.map((it) => html`<option value=${it} ?selected=${it === this.query.get('what')}>${format.sentence(it)}</option>`)}</select>${icon('down')}</span></label>
      ${this.server ? nothing : text('user', 'Any user')}${day('from')}${day('to')}</div>`;
  }

  #columns() {
    const own = (it) => (this.server ? html`<span class="mono">${it.target}</span>` : html`<span class="faint">the dataset</span>`);
    const user = (it) => html`<a class="mono" href="/operator/datasets/${segment(this.dataset)}/users/${segment(it)}">${it}</a>`;
    return [
      { name: 'at', title: 'When', cell: (it) => html`<span class="two-lines nowrap"><span>${format.time(it.at)}</span><small>entry ${it.sequence}</small></span>` },
      { name: 'actor', title: 'Who', cell: (it) => html`<span class="two-lines">${it.actor}<small class="plain">${it.role}</small></span>` },
      { name: 'action', title: 'What', cell: (it) => html`<span class="two-lines"><b>${format.sentence(it.action)}</b>${it.undoes ? html`<small class="plain">entry ${it.undoes}</small>` : nothing}</span>` },
      { name: 'subject', title: 'About', minor: true, cell: (it) => html`<span class="two-lines">${it.subject && it.action !== 'bound' ? user(it.subject) : own(it)}${it.subject && it.target && it.target !== it.subject
        ? html`<a class="small-link" title=${it.target} href=${url(`/operator/datasets/${segment(this.dataset)}/review`, { item: it.target, status: 'any', user: it.subject })}>${this.#advice(it)}</a>` : nothing}</span>` },
      { name: 'change', title: 'Before → after', cell: (it) => this.#change(it) },
      { name: 'why', title: 'Why', cell: (it) => html`<span class="two-lines">${[it.severity, reasonOf(it, this.#terms.data)].filter(Boolean).join(' · ')}${it.title ? html`<span><b>${it.title}</b></span>` : nothing}${it.note ? html`<q class="entry-note">${it.note}</q>` : nothing}${it.detailed ? nothing : html`<small class="plain">details left out</small>`}</span>` },
      { name: 'hash', title: 'Seal', minor: true, aside: true, cell: (it) => html`<code title=${it.hash}>${it.hash.slice(0, 8)}</code>` },
    ];
  }

  /** The heading of the advice that an entry is about; its identifier is user, code and day. */
  #advice({ subject, target }) {
    const code = target.slice(subject.length + 1, -'-2000-01-01'.length);
    return this.#words.data?.advice(code) ?? target;
  }

  #change(it) {
    if (!it.before && !it.after) return html`<span class="faint">${format.NONE}</span>`;
    const name = (text) => (!text ? 'none' : it.action.startsWith('persona') ? this.#words.data?.persona(text) ?? text : text.length > 40 ? text.slice(0, 12) + '…' : format.words(text));
    return html`<span class="change" title="${it.before} → ${it.after}">${name(it.before)} ${icon('right')} <b>${name(it.after)}</b></span>`;
  }
}
customElements.define('ss-audit', Audit);
