// Orders a run: a scenario from the shelf, changed or pasted over if need be, with the common settings as a form. What is wrong is
// marked at its line while one writes. Fires 'ordered' with the run.
import { Part, html, nothing, vars, Resource, debounced } from '../../lib/part.js';
import { api, url, segment } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import '../../ui/editor.js';

/** Settings that most runs change; all others are in the text. */
const SETTINGS = [
  { name: 'users', path: 'users', title: 'Users', hint: 'spread over the profiles', type: 'number', min: 1 },
  { name: 'days', path: 'period.days', title: 'Days', hint: 'length of the period', type: 'number', min: 1 },
  { name: 'end', path: 'period.end', title: 'Last day', hint: 'of the period', type: 'date' },
  { name: 'every', path: 'evaluate.every', unit: 'd', title: 'A look every', hint: 'days; else one at the end', type: 'number', min: 1 },
  { name: 'seed', path: 'seed', title: 'Seed', hint: 'the same gives the same people', type: 'number' },
];

class Order extends Part {
  static properties = { scenario: {}, text: { state: true }, settings: { state: true }, faults: { state: true }, made: { state: true }, checking: { state: true }, dataset: { state: true }, replace: { state: true }, refusal: { state: true }, busy: { state: true } };
  #shelf = new Resource(this);
  #chosen = new Resource(this);
  #abort = null;
  #key = crypto.randomUUID?.() ?? String(Math.random());
  #check = debounced(() => this.#checked(), 350);

  constructor() {
    super();
    this.settings = {};
    this.faults = [];
    this.dataset = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#shelf.load((signal) => api.get('/scenarios?limit=200', { signal }));
  }

  disconnectedCallback() {
    this.#check.cancel();
    this.#abort?.abort();
    super.disconnectedCallback();
  }

  get name() {
    return this.scenario || this.#shelf.data?.items.find((it) => !it.faults?.length)?.name || '';
  }

  willUpdate() {
    const { name } = this;
    if (!name) return;
    this.#chosen.once(name, async (signal) => {
      const read = await api.get(`/scenarios/${segment(name)}`, { signal });
      const path = Object.keys(read.files).find((it) => it === `${name}.yaml` || it.endsWith(`/${name}.yaml`)) ?? Object.keys(read.files)[0];
      this.original = this.text = read.files[path];
      this.#check();
      return read;
    });
  }

  get changed() {
    return this.text !== undefined && this.text !== this.original;
  }

  get overrides() {
    return SETTINGS.filter(({ name }) => this.settings[name]).map(({ name, path, unit = '' }) => [path, this.settings[name] + unit]);
  }

  async #checked() {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.checking = true;
    const overrides = this.overrides.map(([name, value]) => `${name}=${value}`);
    try {
      const { data } = await api.send('POST', '/scenarios/check', this.changed ? { text: this.text, overrides } : { scenario: this.name, overrides }, { signal: abort.signal });
      this.faults = data.faults;
      this.made = data.scenario;
      this.refusal = null;
    } catch (problem) {
      if (!abort.signal.aborted) this.refusal = problem;
    } finally {
      if (this.#abort === abort) this.checking = false;
    }
  }

  #set(name, value) {
    this.settings = { ...this.settings, [name]: value };
    this.#key = crypto.randomUUID?.() ?? String(Math.random());
    this.#check();
  }

  async #order(event) {
    event.preventDefault();
    if (this.busy || this.faults.length) return;
    this.busy = true;
    this.refusal = null;
    const headers = { 'Idempotency-Key': this.#key };
    try {
      const { data: run } = this.changed
        ? await api.send('POST', url('/runs', new URLSearchParams([['name', this.name], ...(this.dataset ? [['dataset', this.dataset]] : []), ...(this.replace ? [['replace', 'true']] : []), ...this.overrides.map(([name, value]) => ['set', `${name}=${value}`])])), this.text, { type: 'application/yaml', headers })
        : await api.send('POST', '/runs', { scenario: this.name, overrides: Object.fromEntries(this.overrides), ...(this.dataset ? { dataset: this.dataset } : {}), replace: !!this.replace }, { headers });
      toast(`${run.scenario}: ordered as ${run.dataset}`);
      this.dispatchEvent(new CustomEvent('ordered', { detail: run }));
    } catch (problem) {
      this.refusal = problem;
      if (problem.details?.faults) this.faults = problem.details.faults;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return this.#shelf.when({
      loading: () => html`<div class="card"><ss-loading lines="8" label="Loading scenarios"></ss-loading></div>`,
      done: ({ items }) => html`<form class="order" @submit=${this.#order}>
        <section class="card flush order-text" aria-labelledby="scenario-title">
          <div class="card-head"><h2 id="scenario-title">Scenario</h2>
            <span class="actions"><span class="select"><select aria-label="Scenario from the shelf" @change=${(event) => router.query({ scenario: event.target.value }, { replace: true })}>
              ${items.some((it) => it.name === this.name) ? nothing : html`<option selected>${this.name}</option>`}${items.map((it) => html`<option value=${it.name} ?selected=${it.name === this.name}>${it.name}${it.faults?.length ? ' (has faults)' : ''}</option>`)}</select>${icon('down')}</span>
            ${this.changed ? html`<span class="pill accent">changed here</span><button type="button" class="button small" @click=${() => { this.text = this.original; this.#check(); }}>As on the shelf</button>` : nothing}</span></div>
          ${this.#chosen.when({ loading: () => html`<div class="padded"><ss-loading lines="8"></ss-loading></div>`, done: () => html`
            <ss-editor language="yaml" label="Text of the scenario ${this.name}" .text=${this.text} .faults=${this.#marks()}
              @edit=${(event) => { this.text = event.detail; this.#key = crypto.randomUUID?.() ?? String(Math.random()); this.#check(); }}></ss-editor>` })}
          <p class="padded note">Change the text, or paste another over it: it is checked as you write. The shelf stays as it is.</p>
        </section>
        <div class="stack">
          <section class="card" aria-labelledby="settings-title"><div class="card-head"><h2 id="settings-title">Common settings</h2><p>Empty: as in the text</p></div>
            <div class="settings pairs">${SETTINGS.map((it) => html`<label class="field"><span>${it.title} <small>${it.hint}</small></span>
              <input class="input" type=${it.type} min=${it.min ?? nothing} step="1" placeholder=${this.#usual(it.name)} .value=${this.settings[it.name] ?? ''}
                aria-invalid=${this.#faultOf(it.name) ? 'true' : 'false'} @input=${(event) => this.#set(it.name, event.target.value)}>
              ${this.#faultOf(it.name) ? html`<span class="field-fault">${icon('warn')} ${this.#faultOf(it.name).value}; expected ${this.#faultOf(it.name).expected}</span>` : nothing}</label>`)}
            <label class="field"><span>Dataset <small>its name, if not the usual one</small></span><input class="input" autocomplete="off" .value=${this.dataset} @input=${(event) => (this.dataset = event.target.value.trim())}></label>
            <label class="switch whole"><input type="checkbox" .checked=${!!this.replace} @change=${(event) => (this.replace = event.target.checked)}> Replace a dataset of that name</label></div></section>
          ${this.#verdict()}
          <div class="order-start">${this.refusal && !this.faults.length ? html`<div class="callout warn" role="alert">${icon('warn')}<span><b>${this.refusal.title}.</b> ${this.refusal.detail}</span></div>` : nothing}
            <button class="button primary" ?disabled=${this.busy || this.checking || this.faults.length > 0 || this.text === undefined}>${icon('runs')} ${this.busy ? 'Ordering…' : 'Start the run'}</button></div>
        </div></form>`,
    });
  }

  #usual(name) {
    const { made } = this;
    if (!made) return '';
    const days = made.from && made.to ? Math.round((Date.parse(made.to) - Date.parse(made.from)) / 86_400_000) + 1 : '';
    return String({ users: made.users, days, end: made.to, seed: made.seed }[name] ?? '');
  }

  #faultOf(name) {
    const { path } = SETTINGS.find((it) => it.name === name);
    return this.settings[name] ? this.faults.find((it) => it.line === 0 && it.file.startsWith(`--set ${path}=`)) : null;
  }

  /** Faults with a place in the text itself; those of files it extends are only listed. */
  #marks() {
    return this.faults.filter((it) => it.line > 0 && this.#here(it)).map((it) => ({ line: it.line, column: 0, severity: 'error', message: `${it.field ? `${it.field}: ` : ''}${it.value}`, remedy: `expected ${it.expected}` }));
  }

  #here(fault) {
    const file = fault.file.split('/').at(-1);
    return this.changed ? file.startsWith('scenario') : file === `${this.name}.yaml`;
  }

  #verdict() {
    if (this.faults.length) {
      return html`<section class="card" aria-labelledby="faults-title" aria-live="polite"><div class="card-head"><h2 id="faults-title">${format.several(this.faults.length, 'fault')}</h2></div>
        <ul class="lines small">${this.faults.map((it) => html`<li><span class="two-lines">${it.line > 0 && this.#here(it)
          ? html`<button type="button" class="link small left" @click=${() => this.querySelector('ss-editor').goTo(it.line)}>Line ${it.line}</button>` : html`<small class="plain">${it.file}${it.line > 0 ? `:${it.line}` : ''}</small>`}
          <span><b>${it.field}</b> <code>${it.value}</code></span><span class="faint">expected ${it.expected}</span></span></li>`)}</ul></section>`;
    }
    const { made } = this;
    if (!made) return this.checking ? html`<p class="note" role="status">Checking…</p>` : nothing;
    return html`<section class="card" aria-labelledby="makes-title"><div class="card-head"><h2 id="makes-title">What it will make</h2>${this.checking ? html`<p role="status">Checking…</p>` : html`<span class="pill good">No faults</span>`}</div>
      <p>${format.several(made.users, 'user')}, ${format.date(made.from)} to ${format.date(made.to)}, ${format.several(made.looks, 'look')}.</p>
      <dl class="mix">${Object.entries(made.users_by_profile ?? {}).map(([name, users]) => html`<div ${vars({ '--share': users / Math.max(1, made.users) })}><dt>${format.words(name)}</dt><dd>${format.count(users)}</dd></div>`)}</dl></section>`;
  }
}
customElements.define('ss-order', Order);
