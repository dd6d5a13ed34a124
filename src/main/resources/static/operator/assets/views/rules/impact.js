// What the draft would change for the people of a dataset: who goes from which persona to which, how accuracy and calibration move,
// and which rules it goes back to.
import { Part, html, nothing, vars, Resource, watching } from '../../lib/part.js';
import { segment } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import { vocabulary } from '../../lib/vocabulary.js';
import { draft } from '../../lib/draft.js';
import { trials, attempts, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { going } from '../../ui/going.js';
import { findings } from './findings.js';
import './conditions.js';
import './impact-why.js';
import '../../ui/table.js';

const { impact: attempt } = attempts;
const USERS_SHOWN = 200;
const estimate = (it) => (it === null || it === undefined ? html`<span class="faint">${format.NONE}</span>` : html`${it.value.toFixed(3)} <small>${it.low.toFixed(3)} – ${it.high.toFixed(3)}</small>`);
const moves = (it) => it?.difference && Math.abs(it.difference.value) > 5e-4;
const signed = (value, digits) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(digits)}`;

class RuleImpact extends Part {
  static properties = { dataset: {}, may: { type: Boolean }, move: { state: true }, failIf: { state: true } };
  #words = new Resource(this);

  constructor() {
    super();
    this.failIf = attempt.about?.failIf ?? [];
    watching(this, draft, attempt, session);
  }

  get judged() {
    return attempt.about?.dataset ?? this.dataset;
  }

  willUpdate() {
    if (this.judged) this.#words.once(this.judged, () => vocabulary(this.judged));
  }

  #preview() {
    const { dataset, failIf } = this;
    this.move = null;
    attempt.start({ dataset, failIf }, (signal, progress) => trials.impact(dataset, failIf, signal, progress));
  }

  render() {
    const { busy, data, problem, far } = attempt;
    if (draft.isEmpty && !data && !busy) {
      return html`<div class="card"><ss-empty icon="branch" heading="There is no draft" text="Change a parameter or a rule: then this shows who would be judged otherwise, before anybody is."
        .action=${html`<a class="button" href="/operator/rules?tab=parameters">To the parameters</a>`}></ss-empty></div>`;
    }
    const stale = data && !busy && (!attempt.current || attempt.about.dataset !== this.dataset);
    return html`<div class="stack"><section class="card stack" aria-label="What to try"><div class="impact-order">
        <label class="field"><span>People of</span><span class="select"><select @change=${(event) => router.query({ dataset: event.target.value }, { replace: true })}>${(session.datasets ?? []).filter((it) => !it.fault).map((it) => html`<option value=${it.name} ?selected=${it.name === this.dataset}>${it.name}</option>`)}</select>${icon('down')}</span></label>
        <ss-conditions .conditions=${this.failIf} @change=${(event) => (this.failIf = event.detail)}></ss-conditions></div>
        <div class="actions"><button class="button primary" ?disabled=${busy || draft.isEmpty || !this.may} @click=${() => this.#preview()}>Preview impact</button>
        ${stale ? html`<span class="pill warn">${attempt.current ? `What is below is about ${attempt.about.dataset}` : 'The draft was changed since'}</span>` : nothing}</div></section>
      ${busy ? going('Judging everybody with the draft', far, () => attempt.cancel()) : nothing}
      ${problem ? html`<div class="card"><ss-problem .problem=${problem} .again=${() => this.#preview()}></ss-problem></div>` : nothing}
      ${data && !busy ? (data.result ? this.#shown(data.result) : this.#unusable(data)) : nothing}</div>`;
  }

  #unusable(data) {
    return html`<div class="callout warn" role="alert">${icon('warn')}<div><b>These rules cannot be used.</b>${findings(faultsOf(data))}</div></div>`;
  }

  #persona = (name) => (name ? this.#words.data?.persona(name) ?? format.words(name) : 'None');

  /** `f1.night_owl` with the persona's title. */
  #figure = (name) => {
    const [figure, ...of] = name.split('.');
    return `${format.sentence(figure).replace(/\bf1\b/i, 'F1')}${of.length ? `, ${this.#persona(of.join('.'))}` : ''}`;
  };

  #shown({ impact, failed = [] }) {
    const primary = impact.changes.filter((it) => it.before[0]?.persona !== it.after[0]?.persona);
    const better = primary.filter((it) => it.planted.includes(it.after[0]?.persona)).length;
    const worse = primary.filter((it) => it.planted.includes(it.before[0]?.persona)).length;
    const telling = impact.figures.filter((it) => it.difference && (it.difference.low > 0 || it.difference.high < 0));
    const tried = attempt.about.failIf.length;
    return html`
      <div class="callout ${failed.length ? 'warn' : ''}" role="status">${icon(failed.length ? 'warn' : 'info')}<div>
        <b>${primary.length ? `${format.several(primary.length, 'user')} of ${format.count(impact.judged)} would have another first persona: ${format.count(better)} to what was planted, ${format.count(worse)} away from it.` : `Nobody of ${format.count(impact.judged)} would have another first persona.`}</b>
        <p>${telling.length ? `Beyond chance: ${telling.map((it) => `${this.#figure(it.name)} ${signed(it.difference.value, 3)}`).join(', ')}.` : 'No figure moves beyond chance.'}</p>
        ${failed.map((it) => html`<p><b>Must not happen, and does:</b> <code>${it}</code></p>`)}
        ${tried && !failed.length ? html`<p>${tried === 1 ? 'What must not happen does not.' : `None of the ${tried} things that must not happen does.`}</p>` : nothing}</div></div>
      ${this.#headline(impact)}
      ${this.#matrix(impact)}
      ${this.#users(impact)}
      ${this.#behind(impact)}
      <details class="card more figures-more"><summary>All figures, with 95% intervals; the difference is of the same users</summary>
        <ss-table label="Figures before and after" .rows=${impact.figures} .key=${(it) => it.name} .columns=${[
          { name: 'name', title: 'Figure', cell: (it) => this.#figure(it.name) },
          { name: 'before', title: 'Before', numeric: true, cell: (it) => estimate(it.before) }, { name: 'after', title: 'After', numeric: true, cell: (it) => estimate(it.after) },
          { name: 'difference', title: 'Difference', numeric: true, cell: (it) => estimate(it.difference) }]}></ss-table></details>`;
  }

  /** The figures over all personas, before and after. */
  #headline(impact) {
    const overall = impact.figures.filter((it) => it.before && it.after && !it.name.includes('.') && it.difference);
    if (!overall.length) return nothing;
    return html`<section class="figure-cards" aria-label="Accuracy before and after">${overall.map((it) => html`<div class="card"><h2>${this.#figure(it.name)}</h2>
      <p><span>${it.before.value.toFixed(3)}</span> ${icon('right')} <b>${it.after.value.toFixed(3)}</b></p>
      <small>${moves(it) ? `${signed(it.difference.value, 3)} (${signed(it.difference.low, 3)} to ${signed(it.difference.high, 3)})` : 'as before'}</small></div>`)}</section>`;
  }

  #matrix(impact) {
    const names = [...new Set([...(this.#words.data?.personas ?? []), ...impact.moves.flatMap((it) => [it.from, it.to])])].filter((it) => impact.moves.some((one) => one.from === it || one.to === it));
    const count = (from, to) => impact.moves.find((it) => it.from === from && it.to === to)?.users ?? 0;
    const most = Math.max(1, ...impact.moves.filter((it) => it.from !== it.to).map((it) => it.users));
    return html`<section class="card" aria-label="From which persona to which"><div class="card-head"><h2>From → to</h2><p>Rows: as it is; columns: with the draft. Choose a cell to see the users.</p></div>
      <div class="table-frame" tabindex="0" role="group" aria-label="Matrix of personas"><table class="matrix"><thead><tr><td></td>${names.map((it) => html`<th scope="col">${this.#persona(it)}</th>`)}</tr></thead>
      <tbody>${names.map((from) => html`<tr><th scope="row">${this.#persona(from)}</th>${names.map((to) => {
        const users = count(from, to);
        if (!users) return html`<td class="zero">·</td>`;
        if (from === to) return html`<td class="stayed">${format.count(users)}</td>`;
        const chosen = this.move?.from === from && this.move?.to === to;
        return html`<td><button class="cell moved" aria-pressed=${chosen} ${vars({ '--share': users / most })} @click=${() => (this.move = chosen ? null : { from, to })}
          aria-label="${users} from ${this.#persona(from)} to ${this.#persona(to)}">${format.count(users)}</button></td>`;
      })}</tr>`)}</tbody></table></div></section>`;
  }

  #users(impact) {
    const first = (personas) => personas[0]?.persona ?? '';
    const { move } = this;
    const rows = impact.changes.filter((it) => !move || (first(it.before) === move.from && first(it.after) === move.to));
    const said = (personas) => html`<span class="stacked">${personas.map((it) => html`<span>${this.#persona(it.persona)} <small>${format.confidence(it.confidence)}</small></span>`)}${personas.length ? nothing : 'None'}</span>`;
    return html`<section class="card flush" aria-label="Users who change"><div class="card-head"><h2>${move ? `From ${this.#persona(move.from)} to ${this.#persona(move.to)}` : 'Everybody given other personas'}</h2>
        <span class="actions"><small>${format.several(rows.length, 'user')}${rows.length > USERS_SHOWN ? `, the first ${USERS_SHOWN} shown` : ''}</small>${move ? html`<button class="button small" @click=${() => (this.move = null)}>All</button>` : nothing}</span></div>
      ${rows.length ? html`<ss-table label="Users" .rows=${rows.slice(0, USERS_SHOWN)} .key=${(it) => it.user_id} .columns=${[
        { name: 'user', title: 'User', main: true, cell: (it) => html`<a class="mono" href="/operator/datasets/${segment(this.judged)}/users/${it.user_id}?tab=why">${it.user_id}</a>` },
        { name: 'planted', title: 'Planted', minor: true, cell: (it) => it.planted.map((one) => this.#words.data?.profile(one) ?? one).join(', ') || format.NONE },
        { name: 'before', title: 'As it is', cell: (it) => said(it.before) }, { name: 'after', title: 'With the draft', cell: (it) => said(it.after) },
        { name: 'why', title: '', cell: (it) => html`<button class="button small" aria-label="Why ${it.user_id}" @click=${() => this.querySelector('ss-impact-why').open(it)}>Why</button>` }]}></ss-table>` : html`<p class="padded note">Nobody.</p>`}
      <ss-impact-why .dataset=${this.judged} .words=${this.#words.data}></ss-impact-why></section>`;
  }

  #behind(impact) {
    const felt = (impact.confidence ?? []).filter((it) => it.raised || it.lowered);
    if (!impact.rules.length && !felt.length && !impact.advice.length) return nothing;
    return html`<div class="columns">
      ${impact.rules.length ? html`<section class="card flush span-12" aria-label="Rules behind it"><div class="card-head"><h2>Rules behind it</h2></div><ss-table label="Rules" .rows=${impact.rules} .key=${(it) => `${it.rule} ${it.kind} ${it.conclusion}`} .columns=${[
        { name: 'rule', title: 'Rule', cell: (it) => html`<span class="two-lines"><b>${it.rule}</b><small class="plain">${it.phase}</small></span>` },
        { name: 'kind', title: 'What differs', cell: (it) => html`${format.words(it.kind)} ${it.conclusion}` },
        { name: 'users', title: 'Users', numeric: true, cell: (it) => format.count(it.users) }]}></ss-table></section>` : nothing}
      ${felt.length ? html`<section class="card flush span-6" aria-label="Confidence"><div class="card-head"><h2>Confidence</h2></div><ss-table label="Confidence" .rows=${felt} .key=${(it) => it.persona} .columns=${[
        { name: 'persona', title: 'Persona', cell: (it) => this.#persona(it.persona) }, { name: 'raised', title: 'Raised', numeric: true, cell: (it) => format.count(it.raised) },
        { name: 'lowered', title: 'Lowered', numeric: true, cell: (it) => format.count(it.lowered) }, { name: 'mean', title: 'On average', numeric: true, cell: (it) => signed(it.mean * 100, 1) + ' points' }]}></ss-table></section>` : nothing}
      ${impact.advice.length ? html`<section class="card flush span-6" aria-label="Advice"><div class="card-head"><h2>Advice</h2></div><ss-table label="Advice" .rows=${impact.advice} .key=${(it) => it.code} .columns=${[
        { name: 'code', title: 'Advice', cell: (it) => this.#words.data?.advice(it.code) ?? it.code }, { name: 'gained', title: 'Gain it', numeric: true, cell: (it) => format.count(it.gained) },
        { name: 'lost', title: 'Lose it', numeric: true, cell: (it) => format.count(it.lost) }]}></ss-table></section>` : nothing}</div>`;
  }
}
customElements.define('ss-rule-impact', RuleImpact);
