// The named numbers of the rules as a form: meaning, unit, range, source, and where each is used. What is changed goes into the draft.
import { Part, html, nothing, Resource, watching } from '../../lib/part.js';
import { api, url } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import { PARAMETERS, valueIn, withValue, sections } from '../../lib/parameters.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';

const USERS_SHOWN = 3;

const minus = (value) => String(value).replace('-', '−');

/** What the unit allows, in words; nothing where it allows everything. */
function range({ low, high, unit }) {
  if (unit === 'flag') return '0 or 1';
  if (low !== undefined && high !== undefined) return `${minus(low)} to ${high}`;
  return low !== undefined ? `${low} or more` : high !== undefined ? `at most ${high}` : '';
}

/** What the number says in its unit, when that is not the number itself. */
function said(value, unit) {
  const text = ['share', 'share_per_month', 'probability', 'usd', 'flag'].includes(unit) ? format.measured(value, unit) : '';
  return text && text !== String(value) ? text : '';
}

class RuleParameters extends Part {
  static properties = { etag: {}, rules: { attribute: false }, looked: {}, only: {}, may: { type: Boolean }, wrong: { state: true } };
  #parameters = new Resource(this);

  constructor() {
    super();
    this.wrong = {};
    watching(this, draft);
  }

  willUpdate() {
    this.#parameters.once(this.etag, async (signal) => {
      const items = [];
      for await (const page of api.pages('/rules/parameters', { limit: 200 }, { signal })) items.push(...page.items);
      const text = await ruleText(PARAMETERS, this.etag);
      return { items, text, sections: sections(text) };
    });
  }

  #set(it, given) {
    const { text } = this.#parameters.data;
    const now = draft.files[PARAMETERS] ?? text;
    const value = Number(given);
    const { low = -Infinity, high = Infinity } = it;
    const refused = String(given).trim() === '' || !Number.isFinite(value) ? 'Not a number'
      : value < low || value > high || (it.unit === 'flag' && value % 1) ? `Expected ${range(it)}`
      : valueIn(now, it.name) === undefined ? `Not written in ${PARAMETERS} as this form reads it: change it under Files` : '';
    this.wrong = { ...this.wrong, [it.name]: refused };
    if (!refused) draft.write(PARAMETERS, withValue(now, it.name, value, text), text, this.etag);
  }

  render() {
    return this.#parameters.when({
      loading: () => html`<div class="card"><ss-loading lines="12" label="Loading the parameters"></ss-loading></div>`,
      done: (data) => this.#form(data),
    });
  }

  #form({ items, text, sections: titles }) {
    const now = draft.files[PARAMETERS];
    const valueOf = (it) => (now === undefined ? it.value : valueIn(now, it.name) ?? it.value);
    const was = (it) => valueIn(text, it.name) ?? it.value;
    const moved = items.filter((it) => valueOf(it) !== was(it));
    const sought = this.looked.toLowerCase();
    const shown = (this.only ? moved : items).filter((it) => !sought || [it.name, it.meaning, it.source, titles.get(it.name), ...it.used_by.map((one) => one.name)].some((one) => one?.toLowerCase().includes(sought)));
    const parts = new Map();
    shown.forEach((it) => parts.set(titles.get(it.name) || 'Parameters', [...(parts.get(titles.get(it.name) || 'Parameters') ?? []), it]));
    return html`<div class="stack"><div class="search-row"><label class="with-icon"><span class="visually-hidden">Search the parameters</span>${icon('search')}<input class="input" type="search" placeholder="Search name, meaning, source or rule" .value=${this.looked} @input=${(event) => router.query({ q: event.target.value }, { replace: true })}></label>
        <button class="button" aria-pressed=${!!this.only} ?disabled=${!this.only && !moved.length} @click=${() => router.query({ only: this.only ? null : 'changed' }, { replace: true })}>Changed <span class="badge">${moved.length}</span></button></div>
      <p class="note" role="status">${format.count(shown.length)} of ${format.several(items.length, 'parameter')}</p>
      ${shown.length ? nothing : html`<div class="card"><ss-empty heading="No parameter like that" text="Search for another word, or show all again."></ss-empty></div>`}
      ${[...parts].map(([title, those]) => html`<section class="card flush" aria-label=${title}><div class="card-head"><h2>${title}</h2><p>${format.count(those.length)}</p></div>
        <ul class="parameters">${those.map((it) => this.#row(it, valueOf(it), was(it)))}</ul></section>`)}</div>`;
  }

  #row(it, value, was) {
    const wrong = this.wrong[it.name];
    const about = [format.words(it.unit), range(it)].filter(Boolean).join(' · ');
    return html`<li class=${value === was ? '' : 'moved'}>
      <div class="parameter"><label class="mono" for="parameter-${it.name}">${it.name}</label><p id="meaning-${it.name}">${it.meaning}</p><small>Source: ${it.source}</small></div>
      <div class="parameter-value"><span class="parameter-field"><input class="input" id="parameter-${it.name}" inputmode="decimal" autocomplete="off" .value=${String(value)} ?readonly=${!this.may}
          aria-describedby="meaning-${it.name} unit-${it.name}" aria-invalid=${wrong ? 'true' : 'false'} @change=${(event) => this.#set(it, event.target.value)}>${!wrong && said(value, it.unit) ? html`<span>${said(value, it.unit)}</span>` : nothing}</span>
        <small id="unit-${it.name}">${about}</small>
        ${wrong ? html`<span class="field-fault" role="alert">${icon('warn')} ${wrong}</span>` : nothing}
        ${value === was ? nothing : html`<button class="link small" aria-label="Back to ${was}: ${it.name}" @click=${() => this.#set(it, was)}>was ${was}, take back</button>`}</div>
      <div class="used">${it.used_by.slice(0, USERS_SHOWN).map((one) => this.#user(one))}${it.used_by.length > USERS_SHOWN ? html`<details><summary>and ${it.used_by.length - USERS_SHOWN} more</summary>${it.used_by.slice(USERS_SHOWN).map((one) => this.#user(one))}</details>` : nothing}${it.used_by.length ? nothing : html`<span class="faint">no rule names it</span>`}</div>
      ${this.may ? html`<a class="button small" href=${url('/operator/rules', { tab: 'sweep', parameter: it.name })} aria-label="Sweep ${it.name}">Sweep</a>` : nothing}</li>`;
  }

  #user(one) {
    const rule = one.sort === 'rule' && this.rules.find((it) => it.name === one.name);
    return rule ? html`<a href=${url('/operator/rules', { file: rule.file, line: rule.line })}>${one.name}</a>` : html`<span>${one.name} <small>${format.words(one.sort)}</small></span>`;
  }
}
customElements.define('ss-rule-parameters', RuleParameters);
