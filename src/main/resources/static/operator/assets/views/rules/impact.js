// What the draft would change for the people of a dataset: who goes from which persona to which, how accuracy and calibration move,
// and which rules it goes back to.
import { Part, html, nothing, vars, Resource } from '../../lib/part.js';
import { segment } from '../../lib/api.js';
import { session } from '../../lib/session.js';
import { vocabulary } from '../../lib/vocabulary.js';
import { draft } from '../../lib/draft.js';
import { trials, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import '../../ui/table.js';

const estimate = (it) => (it === null || it === undefined ? html`<span class="faint">${format.NONE}</span>` : html`${it.value.toFixed(3)} <small>${it.low.toFixed(3)} – ${it.high.toFixed(3)}</small>`);

class RuleImpact extends Part {
  static properties = { dataset: { state: true }, judged: { state: true }, move: { state: true }, far: { state: true } };
  #impact = new Resource(this);
  #words = new Resource(this);
  #changed = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
    this.dataset ??= session.usualDataset;
  }

  disconnectedCallback() {
    draft.removeEventListener('change', this.#changed);
    super.disconnectedCallback();
  }

  willUpdate() {
    if (this.dataset) this.#words.once(this.dataset, () => vocabulary(this.dataset));
  }

  #preview() {
    const { dataset } = this;
    this.judged = draft.files;
    this.move = null;
    this.far = null;
    this.#impact.load((signal) => trials.impact(dataset, signal, (far) => (this.far = far)), { fresh: true });
  }

  render() {
    const { busy, data, problem } = this.#impact;
    if (draft.isEmpty && !data) {
      return html`<div class="card"><ss-empty icon="branch" heading="There is no draft" text="Change a parameter or a rule: then this shows who would be judged otherwise, before anybody is."
        .action=${html`<a class="button" href="/operator/rules?tab=parameters">To the parameters</a>`}></ss-empty></div>`;
    }
    return html`<div class="stack"><div class="actions">
        <label class="inline-field"><span>People of</span><span class="select"><select @change=${(event) => (this.dataset = event.target.value)}>${(session.datasets ?? []).filter((it) => !it.fault).map((it) => html`<option value=${it.name} ?selected=${it.name === this.dataset}>${it.name}</option>`)}</select>${icon('down')}</span></label>
        <button class="button primary" ?disabled=${busy || draft.isEmpty || !session.may('analyst')} @click=${() => this.#preview()}>${busy ? 'Judging everybody twice…' : 'Preview impact'}</button>
        ${data && this.judged !== draft.files ? html`<span class="pill warn">The draft was changed since</span>` : nothing}</div>
      ${busy ? html`<div class="card"><p class="note" role="status">${this.far ? `${format.count(this.far.done)} of ${format.count(this.far.total)} judged` : 'Waiting for its turn'}</p><ss-loading block="240" label="Judging"></ss-loading></div>` : nothing}
      ${problem ? html`<div class="card"><ss-problem .problem=${problem} .again=${() => this.#preview()}></ss-problem></div>` : nothing}
      ${data && !problem ? (data.result ? this.#shown(data.result) : this.#unusable(data)) : nothing}</div>`;
  }

  #unusable(data) {
    return html`<div class="callout warn" role="alert">${icon('warn')}<div><b>These rules cannot be used.</b><ul>${faultsOf(data).map((it) => html`<li><code>${it.file}:${it.line}</code> ${it.message}</li>`)}</ul></div></div>`;
  }

  #persona = (name) => (name ? this.#words.data?.persona(name) ?? format.words(name) : 'None');

  #shown({ impact, failed = [] }) {
    const primary = impact.changes.filter((it) => it.before[0]?.persona !== it.after[0]?.persona);
    const better = primary.filter((it) => it.planted.includes(it.after[0]?.persona)).length;
    const worse = primary.filter((it) => it.planted.includes(it.before[0]?.persona)).length;
    const telling = impact.figures.filter((it) => it.difference && (it.difference.low > 0 || it.difference.high < 0));
    return html`
      <div class="callout ${failed.length ? 'warn' : ''}" role="status">${icon(failed.length ? 'warn' : 'info')}<div>
        <b>${format.several(primary.length, 'user')} of ${format.count(impact.judged)} would have another first persona: ${better} to what was planted, ${worse} away from it.</b>
        <p>${telling.length ? html`Beyond chance: ${telling.map((it) => `${format.words(it.name)} ${it.difference.value > 0 ? '+' : '−'}${Math.abs(it.difference.value).toFixed(3)}`).join(', ')}.` : 'No figure moves beyond chance.'}</p>
        ${failed.map((it) => html`<p><b>Must not happen, and does:</b> <code>${it}</code></p>`)}</div></div>
      ${this.#matrix(impact)}
      <section class="card flush" aria-label="Figures"><div class="card-head"><h2>How good the rules are</h2><p>With 95% intervals; the difference is of the same users</p></div>
        <ss-table label="Figures before and after" .rows=${impact.figures} .key=${(it) => it.name} .columns=${[
          { name: 'name', title: 'Figure', cell: (it) => format.sentence(it.name.replaceAll('.', ' ')) },
          { name: 'before', title: 'Before', numeric: true, cell: (it) => estimate(it.before) }, { name: 'after', title: 'After', numeric: true, cell: (it) => estimate(it.after) },
          { name: 'difference', title: 'Difference', numeric: true, cell: (it) => estimate(it.difference) }]}></ss-table></section>
      ${this.#users(impact)}
      ${impact.rules.length ? html`<section class="card flush" aria-label="Rules behind it"><div class="card-head"><h2>Rules behind it</h2></div><ss-table label="Rules" .rows=${impact.rules} .key=${(it) => `${it.rule} ${it.kind} ${it.conclusion}`} .columns=${[
        { name: 'rule', title: 'Rule', cell: (it) => html`<span class="two-lines"><b>${it.rule}</b><small class="plain">${it.phase}</small></span>` },
        { name: 'kind', title: 'What differs', cell: (it) => html`${format.words(it.kind)} ${it.conclusion}` },
        { name: 'users', title: 'Users', numeric: true, cell: (it) => format.count(it.users) }]}></ss-table></section>` : nothing}
      ${impact.advice.length ? html`<section class="card flush" aria-label="Advice"><div class="card-head"><h2>Advice</h2></div><ss-table label="Advice" .rows=${impact.advice} .key=${(it) => it.code} .columns=${[
        { name: 'code', title: 'Advice', cell: (it) => this.#words.data?.advice(it.code) ?? it.code }, { name: 'gained', title: 'Gain it', numeric: true, cell: (it) => format.count(it.gained) },
        { name: 'lost', title: 'Lose it', numeric: true, cell: (it) => format.count(it.lost) }]}></ss-table></section>` : nothing}`;
  }

  #matrix(impact) {
    const names = [...new Set([...(this.#words.data?.personas ?? []), ...impact.moves.flatMap((it) => [it.from, it.to])])].filter((it) => impact.moves.some((one) => one.from === it || one.to === it));
    const count = (from, to) => impact.moves.find((it) => it.from === from && it.to === to)?.users ?? 0;
    const most = Math.max(1, ...impact.moves.filter((it) => it.from !== it.to).map((it) => it.users));
    return html`<section class="card" aria-label="From which persona to which"><div class="card-head"><h2>From → to</h2><p>Rows: as it is; columns: with the draft. Choose a cell to see the users.</p></div>
      <div class="table-frame" tabindex="0" role="group" aria-label="Matrix of personas"><table class="matrix"><thead><tr><th></th>${names.map((it) => html`<th scope="col">${this.#persona(it)}</th>`)}</tr></thead>
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
    const said = (personas) => personas.map((it) => `${this.#persona(it.persona)} ${format.confidence(it.confidence)}`).join(', ') || 'None';
    return html`<section class="card flush" aria-label="Users"><div class="card-head"><h2>${move ? `From ${this.#persona(move.from)} to ${this.#persona(move.to)}` : 'Everybody given other personas'}</h2><p>${format.several(rows.length, 'user')}${rows.length > 200 ? ', the first 200 shown' : ''}</p></div>
      ${rows.length ? html`<ss-table label="Users" .rows=${rows.slice(0, 200)} .key=${(it) => it.user_id} .columns=${[
        { name: 'user', title: 'User', main: true, cell: (it) => html`<a class="mono" href="/operator/datasets/${segment(this.dataset)}/users/${it.user_id}?tab=why">${it.user_id}</a>` },
        { name: 'planted', title: 'Planted', minor: true, cell: (it) => it.planted.map((one) => this.#words.data?.profile(one) ?? one).join(', ') || format.NONE },
        { name: 'before', title: 'As it is', cell: (it) => said(it.before) }, { name: 'after', title: 'With the draft', cell: (it) => said(it.after) }]}></ss-table>` : html`<p class="padded note">Nobody.</p>`}</section>`;
  }
}
customElements.define('ss-rule-impact', RuleImpact);
