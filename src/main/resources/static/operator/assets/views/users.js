// The users of a dataset: search, filters with counts, sorting, pages by cursor, and the list as a file. Everything that is
// chosen is in the address.
import { Part, html, nothing, vars, Resource, debounced } from '../lib/part.js';
import { api, url, address, inDataset } from '../lib/api.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';
import { keys } from '../lib/keys.js';
import { vocabulary } from '../lib/vocabulary.js';
import * as format from '../lib/format.js';
import { icon } from '../ui/icon.js';
import { confidenceBar, categoryMark } from '../ui/marks.js';
import '../ui/table.js';
import '../ui/chips.js';

/** What the fields of the interface are called here; one that is not listed is shown under its own name. */
const FIELDS = {
  persona: 'Persona', any_persona: 'Persona of any rank', profile: 'Planted profile', signal: 'Behavior detected',
  recommendation: 'Advice given', kind: 'Kind of advice', status: 'Status of advice', consent: 'Consent', region: 'Region',
  age_band: 'Age', income_band: 'Income a year',
};
const OPEN_AT_FIRST = new Set(['persona', 'profile', 'consent']);
const FEW = 7;
const PAGE = 50;
const RANGES = ['confidence_min', 'confidence_max'];

class Users extends Part {
  static properties = { route: { attribute: false }, unfolded: { state: true } };
  #users = new Resource(this);
  #words = new Resource(this);
  #details = new Resource(this);
  #trail = [];
  #giveBack = null;
  #search = debounced((text) => this.#change({ q: text }, { replace: true }), 200);

  constructor() {
    super();
    this.unfolded = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#giveBack = keys.lend('Users', [
      ['/', 'Search', () => this.querySelector('#search').focus()],
      ['f', 'Filters', () => this.querySelector('.facets summary, .filter-button')?.focus()],
      ['j', 'To the list', () => this.querySelector('ss-table')?.enter()],
      ['n', 'Next page', () => this.querySelector('#next')?.click()],
    ]);
  }

  disconnectedCallback() {
    this.#giveBack?.();
    this.#search.cancel();
    super.disconnectedCallback();
  }

  get dataset() {
    return this.route.params.dataset;
  }

  get query() {
    return this.route.query;
  }

  willUpdate(changed) {
    if (!changed.has('route')) return;
    const { dataset } = this;
    const asked = new URLSearchParams(this.query);
    if (!asked.has('limit')) asked.set('limit', PAGE);
    this.#words.once(dataset, () => vocabulary(dataset));
    this.#details.once(dataset, () => session.dataset(dataset));
    this.#users.once(`${dataset}?${asked}`, (signal) => api.get(url(inDataset(dataset, '/users'), asked), { signal }));
  }

  /** Changes filters; the list then begins anew. */
  #change(changes, options) {
    this.#trail = [];
    router.query({ ...changes, cursor: null }, options);
  }

  #toggle(field, name, on) {
    const chosen = new Set(this.query.getAll(field).flatMap((it) => it.split(',')));
    if (on) chosen.add(name); else chosen.delete(name);
    this.#change({ [field]: [...chosen] });
  }

  /** The list as a file, with the filters and the order that are on. */
  get #file() {
    const asked = new URLSearchParams(this.query);
    asked.delete('cursor');
    asked.delete('limit');
    return address(inDataset(this.dataset, '/users/export'), asked);
  }

  render() {
    return html`<div class="page">
      <header class="page-head"><div><h1>Users</h1><p aria-live="polite">${this.#summary()}</p></div>
        <div class="actions">
          ${this.#look()}
          <a class="button" download href=${this.#file}>${icon('download')} Export as CSV</a>
        </div>
      </header>
      <div class="with-facets">
        <aside class="facets" aria-label="Filters">${this.#facets()}</aside>
        <section class="stack" aria-label="List of users">
          <div class="search-row">
            <label class="with-icon"><span class="visually-hidden">Search by name or identifier</span>${icon('search')}
              <input id="search" class="input" type="search" autocomplete="off" placeholder="Search by name or identifier" .value=${this.query.get('q') ?? ''}
                @input=${(event) => this.#search(event.target.value)}></label>
            <button class="button filter-button" @click=${() => this.querySelector('ss-dialog').open()}>${icon('filter')} Filters${
              this.#chips().length ? html` <span class="badge">${this.#chips().length}</span>` : nothing}</button>
          </div>
          <ss-chips .chips=${this.#chips()} .clear=${() => this.#clear()}></ss-chips>
          ${this.#users.when({
            loading: () => html`<div class="card"><ss-loading lines="12" label="Loading users"></ss-loading></div>`,
            done: (page) => this.#list(page),
          })}
        </section>
      </div>
      <ss-dialog side heading="Filters" .content=${() => html`<div class="facets in-drawer">${this.#facets()}</div>`}
        .actions=${() => html`<button class="button primary" @click=${() => this.querySelector('ss-dialog').close()}>Show ${format.several(this.#users.data?.total ?? 0, 'user')}</button>`}></ss-dialog>
    </div>`;
  }

  #summary() {
    const page = this.#users.data;
    if (!page) return 'Counting…';
    return html`${format.several(page.total, 'user')}${this.#chips().length ? ' found' : ''}${page.as_of ? html` · as the rules saw them on ${format.date(page.as_of)}` : ''}`;
  }

  #look() {
    const looks = this.#details.data?.looks ?? [];
    if (looks.length < 2) return nothing;
    const shown = this.query.get('as_of') ?? looks.at(-1);
    return html`<label class="inline-field"><span>As of</span><span class="select"><select @change=${(event) =>
      this.#change({ as_of: event.target.value === looks.at(-1) ? null : event.target.value })}>
      ${[...looks].reverse().map((it) => html`<option value=${it} ?selected=${it === shown}>${format.date(it)}</option>`)}</select>${icon('down')}</span></label>`;
  }

  #clear() {
    const none = {};
    for (const name of new Set(this.query.keys())) if (!['sort', 'as_of', 'limit'].includes(name)) none[name] = null;
    this.#change(none);
  }

  #chips() {
    const words = this.#words.data;
    const chips = [];
    for (const [name, raw] of this.query) {
      if (['sort', 'cursor', 'limit', 'as_of'].includes(name)) continue;
      for (const value of name === 'q' ? [raw] : raw.split(',')) {
        chips.push({
          label: name === 'q' ? 'Search' : FIELDS[name] ?? format.sentence(name),
          value: name === 'consent' ? (value === 'true' ? 'given' : 'not given')
            : name.startsWith('confidence') ? format.percent(Number(value)) : words?.title(name, value) ?? value,
          remove: () => (name === 'q' || RANGES.includes(name) || !(name in FIELDS) ? this.#change({ [name]: null }) : this.#toggle(name, value, false)),
        });
      }
    }
    return chips;
  }

  #facets() {
    const facets = this.#users.data?.facets ?? [];
    if (!facets.length) return this.#users.problem ? nothing : html`<ss-loading lines="10" label="Loading filters"></ss-loading>`;
    return html`${facets.filter((it) => it.values.length > 1 || it.values.some((one) => one.chosen)).map((it) => this.#facet(it))}${this.#confidence()}`;
  }

  #facet({ field, values }) {
    const most = Math.max(1, ...values.map((it) => it.users));
    const long = values.length > FEW + 2;
    const all = this.unfolded.has(field);
    const ranked = long ? [...values].sort((a, b) => b.chosen - a.chosen || b.users - a.users) : values;
    const shown = long && !all ? ranked.slice(0, Math.max(FEW, values.filter((it) => it.chosen).length)) : ranked;
    return html`<details ?open=${OPEN_AT_FIRST.has(field) || values.some((it) => it.chosen)}>
      <summary>${FIELDS[field] ?? format.sentence(field)}</summary>
      <ul>${shown.map((it) => html`<li><label class="facet ${it.users ? '' : 'none'}" ${vars({
          '--share': it.users / most,
          '--mark': field.endsWith('persona') || field === 'profile' ? this.#words.data?.color(it.name) ?? 'var(--line-strong)' : 'var(--line-strong)' })}>
        <input type="checkbox" .checked=${it.chosen} @change=${(event) => this.#toggle(field, it.name, event.target.checked)}>
        <span>${field === 'consent' ? (it.name === 'true' ? 'Given' : 'Not given') : it.title === it.name ? format.sentence(it.name) : it.title}</span>
        <b>${format.shortCount(it.users)}</b><i aria-hidden="true"></i></label></li>`)}</ul>
      ${long ? html`<button class="link small" @click=${() => this.#unfold(field)}>${all ? 'Fewer' : `All ${values.length}`}</button>` : nothing}
    </details>`;
  }

  #unfold(field) {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(field)) unfolded.add(field);
    this.unfolded = unfolded;
  }

  #confidence() {
    const edge = (name, title, usual) => html`<label class="field"><span>${title}</span><input class="input" type="number" min="0" max="100" step="1" placeholder=${usual}
      .value=${this.query.has(name) ? String(Math.round(Number(this.query.get(name)) * 1000) / 10) : ''}
      @change=${(event) => this.#change({ [name]: event.target.value === '' ? null : Number(event.target.value) / 100 })}></label>`;
    return html`<details ?open=${RANGES.some((it) => this.query.has(it))}><summary>Confidence</summary>
      <div class="range">${edge('confidence_min', 'From %', 0)}${edge('confidence_max', 'To %', 100)}</div></details>`;
  }

  #list(page) {
    if (page.items.length === 0) {
      return html`<div class="card"><ss-empty icon="users" heading="Nobody matches" text=${this.#chips().length ? 'No user meets all of these filters. Take one away.' : 'This dataset has no users.'}
        .action=${this.#chips().length ? html`<button class="button" @click=${() => this.#clear()}>Clear all filters</button>` : nothing}></ss-empty></div>`;
    }
    const asOf = this.query.get('as_of');
    return html`<div class="card flush">
      <ss-table class="tall roomy" label="Users" .columns=${this.#columns()} .rows=${page.items} .key=${(row) => row.user_id} ?busy=${this.#users.busy}
        .href=${(row) => url(`/operator/datasets/${encodeURIComponent(this.dataset)}/users/${row.user_id}`, { as_of: asOf, ...this.#aspect })}
        .sort=${this.query.get('sort') ?? ''} @sort=${(event) => this.#change({ sort: event.detail })}></ss-table>
      <footer class="pager"><span class="note">${format.count(page.items.length)} of ${format.count(page.total)}</span>
        ${this.query.has('cursor') ? html`<button class="button small" @click=${() => this.#back()}>${icon('left')} ${this.#trail.length ? 'Previous' : 'First page'}</button>` : nothing}
        <button id="next" class="button small" ?disabled=${!page.next} @click=${() => this.#next(page.next)}>Next ${icon('right')}</button></footer>
    </div>`;
  }

  /** Who looks for behaviors wants to see them, and the transactions behind them. */
  get #aspect() {
    const signals = this.query.getAll('signal').flatMap((it) => it.split(','));
    const ranked = (this.query.get('sort') ?? '').replace('-', '').startsWith('behaviors');
    return signals.length || ranked ? { tab: 'signals', signal: signals.length === 1 ? signals[0] : null } : {};
  }

  #next(cursor) {
    this.#trail.push(this.query.get('cursor'));
    router.query({ cursor });
    this.querySelector('.table-frame')?.scrollTo(0, 0);
  }

  #back() {
    router.query({ cursor: this.#trail.pop() ?? null });
  }

  #columns() {
    const words = this.#words.data;
    return [
      { name: 'name', title: 'Name', sortable: true, main: true, cell: (it) => html`<span class="two-lines">${it.name}<small>${it.user_id}</small></span>` },
      { name: 'persona', title: 'Persona', sortable: true, cell: (it) => (!it.consent
        ? html`<span class="faint with-mark" title="This user does not consent to be judged">${icon('lock')} No consent</span>`
        : it.persona ? html`${categoryMark(words?.persona(it.persona) ?? '', words?.color(it.persona))}${it.overridden ? html` <span class="pill accent" title="An operator said so">by hand</span>` : nothing}`
          : html`<span class="faint">none</span>`) },
      { name: 'confidence', title: 'Confidence', sortable: true, descendingFirst: true, cell: (it) => confidenceBar(it.confidence, words?.color(it.persona)) },
      { name: 'profile', title: 'Planted', minor: true, hint: 'What the scenario planted, true on that day', cell: (it) => html`<span class="faint">${it.profiles.map((one) => words?.profile(one)).join(', ') || format.NONE}</span>` },
      { name: 'behaviors', title: 'Behaviors', sortable: true, numeric: true, minor: true, hint: 'Types of signals detected', cell: (it) => format.count(it.behaviors) },
      { name: 'recommendations', title: 'Advice', sortable: true, numeric: true, minor: true, cell: (it) => format.count(it.recommendations) },
      { name: 'annual_income_cents', title: 'Income', sortable: true, numeric: true, minor: true, hint: 'Gross, a year', cell: (it) => format.roundMoney(it.annual_income_cents) },
      { name: 'age', title: 'Age', sortable: true, numeric: true, minor: true, cell: (it) => it.age },
    ];
  }
}
customElements.define('ss-users', Users);
