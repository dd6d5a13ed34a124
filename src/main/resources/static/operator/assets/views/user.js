// One user as of a look: who it is, a scrubber over all looks, and below it tabs. Everything shown is of the day in the
// address (`as_of`; without it the last look), and so are the tab, the signal and the twin.
import { Part, html, nothing, vars, Resource, debounced } from '../lib/part.js';
import { api, url, ofUser } from '../lib/api.js';
import { router } from '../lib/router.js';
import { keys } from '../lib/keys.js';
import { vocabulary } from '../lib/vocabulary.js';
import * as format from '../lib/format.js';
import { icon } from '../ui/icon.js';
import { categoryMark } from '../ui/marks.js';
import '../ui/tabs.js';
import './user/life.js';
import './user/signals.js';
import './user/advice.js';
import './user/why.js';
import './user/twin.js';
import './user/standing.js';

const DAY = 86_400_000;

class User extends Part {
  static properties = { route: { attribute: false }, dragged: { state: true } };
  #detail = new Resource(this);
  #words = new Resource(this);
  #giveBack = null;
  #scrub = debounced((look) => {
    this.dragged = null;
    this.#look(look);
  }, 120);

  connectedCallback() {
    super.connectedCallback();
    this.#giveBack = keys.lend('User', [
      [',', 'Look before', () => this.#step(-1)],
      ['.', 'Look after', () => this.#step(1)],
      ['1', 'Life', () => this.#tab('life')],
      ['2', 'Signals', () => this.#tab('signals')],
      ['3', 'Advice', () => this.#tab('advice')],
      ['4', 'Why', () => this.#tab('why')],
      ['5', 'Twin', () => this.#tab('twin')],
    ]);
  }

  disconnectedCallback() {
    this.#giveBack?.();
    this.#scrub.cancel();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (!changed.has('route')) return;
    const { dataset, user } = this.route.params;
    const asOf = this.route.query.get('as_of');
    this.#words.once(dataset, () => vocabulary(dataset));
    this.#detail.once(`${dataset}/${user}?${asOf}`, (signal) => api.get(url(ofUser(dataset, user), { as_of: asOf }), { signal }));
  }

  get tab() {
    return this.route.query.get('tab') ?? 'life';
  }

  #tab(name) {
    router.query({ tab: name === 'life' ? null : name });
  }

  #look(look) {
    const looks = this.#detail.data.looks;
    router.query({ as_of: look === looks.at(-1) ? null : look }, { replace: true });
  }

  #step(by) {
    const { looks = [], as_of } = this.#detail.data ?? {};
    const look = looks[looks.indexOf(as_of) + by];
    if (look) this.#look(look);
  }

  render() {
    return html`<div class="page user-page">${this.#detail.when({
      loading: () => html`<h1 class="visually-hidden">User</h1><ss-loading lines="2"></ss-loading><div class="card"><ss-loading block="420" label="Loading the user"></ss-loading></div>`,
      failed: (problem) => html`<h1 class="visually-hidden">User</h1><div class="card"><ss-problem .problem=${problem} .again=${() => this.#detail.again()}
        .action=${problem.status === 404 ? html`<a class="button" href="/operator/datasets/${encodeURIComponent(this.route.params.dataset)}/users">To all users</a>` : null}></ss-problem></div>`,
      done: (detail) => (this.#words.data ? this.#shown(detail, this.#words.data) : this.#words.when({ done: () => nothing })),
    })}</div>`;
  }

  #shown(detail, words) {
    const { dataset } = this.route.params;
    return html`
      <header class="page-head">
        <div>
          <nav class="crumbs" aria-label="Where you are"><a href="/operator/datasets/${encodeURIComponent(dataset)}/users">Users</a> ${icon('right')} <span class="mono">${detail.user_id}</span></nav>
          <h1>${detail.name}</h1>
          <p>${detail.age} years · ${detail.region} · ${format.roundMoney(detail.annual_income_cents)} a year</p>
        </div>
        <div class="verdict">${this.#verdict(detail, words)}
          <ss-user-standing .dataset=${dataset} .user=${detail.user_id} .words=${words} @changed=${() => this.#detail.again()}></ss-user-standing></div>
      </header>
      ${this.#scrubber(detail, words)}
      <ss-tabs label="About this user" .chosen=${this.tab} @choose=${(event) => this.#tab(event.detail)} .tabs=${[
        ['life', 'Life'],
        ['signals', 'Signals', detail.findings?.signals.filter((it) => it.detected).length],
        ['advice', 'Advice', detail.findings?.recommendations.length],
        ['why', 'Why'],
        ['twin', 'Twin'],
      ]}></ss-tabs>
      <div role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">${this.#panel(detail, words)}</div>`;
  }

  #verdict(detail, words) {
    if (!detail.consent) return html`<span class="pill quiet with-mark">${icon('lock')} Does not consent</span>`;
    const personas = detail.findings?.personas ?? [];
    const last = detail.looks.at(-1) === detail.as_of;
    return html`
      ${last && detail.overridden ? html`<span class="persona-chip">${categoryMark(words.persona(detail.persona), words.color(detail.persona))} <span class="pill accent">by hand</span></span>` : nothing}
      ${personas.map((it) => html`<span class="persona-chip ${it.rank === 1 ? '' : 'second'}">${categoryMark(words.persona(it.persona), words.color(it.persona))} <b>${format.confidence(it.confidence)}</b></span>`)}
      ${detail.findings && personas.length === 0 ? html`<span class="pill">No persona</span>` : nothing}
      ${detail.findings ? nothing : html`<span class="pill">Not judged</span>`}`;
  }

  /** The stored looks as a slider, over a strip of the foremost personas. */
  #scrubber(detail, words) {
    const { looks } = detail;
    if (looks.length < 2) return nothing;
    const at = this.dragged ?? Math.max(0, looks.indexOf(detail.as_of));
    const first = Date.parse(looks[0]), span = Math.max(DAY, Date.parse(looks.at(-1)) - first);
    const place = (day) => (Date.parse(day) - first) / span;
    const stretches = (detail.persona_timeline ?? []).filter((it) => it.rank === 1);
    return html`<section class="scrubber card" aria-label="Day of the look">
      <button class="icon-button" aria-label="Look before" ?disabled=${at === 0} @click=${() => this.#step(-1)}>${icon('left')}</button>
      <div class="scrub">
        <div class="strip" aria-hidden="true">${stretches.map((it, i) => html`<i title="${words.persona(it.persona)}" ${vars({
          '--from': place(it.from),
          '--to': stretches[i + 1] ? place(stretches[i + 1].from) : place(it.to) || 1,
          '--mark': words.color(it.persona) })}></i>`)}</div>
        <input type="range" min="0" max=${looks.length - 1} step="1" .value=${String(at)} aria-label="Day of the look"
          aria-valuetext="${format.date(looks[at])}, look ${at + 1} of ${looks.length}"
          @input=${(event) => { this.dragged = Number(event.target.value); this.#scrub(looks[this.dragged]); }}>
      </div>
      <button class="icon-button" aria-label="Look after" ?disabled=${at === looks.length - 1} @click=${() => this.#step(1)}>${icon('right')}</button>
      <div class="scrub-day"><b>${format.date(looks[at])}</b><small>look ${at + 1} of ${looks.length}</small></div>
    </section>`;
  }

  #panel(detail, words) {
    const { dataset, user } = this.route.params;
    const { query } = this.route;
    if (this.tab !== 'life' && !detail.consent) {
      return html`<div class="card"><ss-empty icon="lock" heading="This user does not consent to be judged"
        text="Nothing that the rules concluded is shown: no signals, personas, advice or explanation. Accounts and transactions are under Life. Consent can be given again at any time."></ss-empty></div>`;
    }
    switch (this.tab) {
      case 'signals': return html`<ss-user-signals .dataset=${dataset} .user=${user} .detail=${detail} .words=${words} .query=${query}></ss-user-signals>`;
      case 'advice': return html`<ss-user-advice .dataset=${dataset} .user=${user} .detail=${detail} .words=${words}></ss-user-advice>`;
      case 'why': return html`<ss-user-why .dataset=${dataset} .user=${user} .detail=${detail} .words=${words} .query=${query}></ss-user-why>`;
      case 'twin': return html`<ss-user-twin .dataset=${dataset} .user=${user} .detail=${detail} .words=${words} .query=${query}></ss-user-twin>`;
      default: return html`<ss-user-life .dataset=${dataset} .user=${user} .detail=${detail} .words=${words}></ss-user-life>`;
    }
  }
}
customElements.define('ss-user', User);
