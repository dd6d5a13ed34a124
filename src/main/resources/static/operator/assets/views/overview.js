// A dataset on one screen: counts, personas, confidence, planted against found, checks, runs. Whatever is counted leads to the
// users who are counted, and from there to their transactions.
import { Part, html, nothing, vars, Resource } from '../lib/part.js';
import { api, url, inDataset } from '../lib/api.js';
import { session } from '../lib/session.js';
import { Palette } from '../lib/palette.js';
import * as format from '../lib/format.js';
import { icon } from '../ui/icon.js';
import { categoryMark } from '../ui/marks.js';
import '../ui/run-list.js';

class Overview extends Part {
  static properties = { route: { attribute: false } };
  #outline = new Resource(this);
  #details = new Resource(this);
  #summary = new Resource(this);
  #checks = new Resource(this);

  get dataset() {
    return this.route.params.dataset;
  }

  willUpdate(changed) {
    if (!changed.has('route')) return;
    const { dataset } = this;
    this.#outline.once(dataset, (signal) => api.get(inDataset(dataset, '/outline'), { signal }));
    this.#details.once(dataset, () => session.dataset(dataset));
    // What takes reading every finding comes later, and does not hold up the rest.
    this.#summary.once(dataset, (signal) => api.get(inDataset(dataset, '/summary'), { signal }));
    this.#checks.once(dataset, (signal) => api.get(inDataset(dataset, '/checks'), { signal }));
  }

  #users(filters = {}) {
    return url(`/operator/datasets/${encodeURIComponent(this.dataset)}/users`, filters);
  }

  render() {
    return html`<div class="page">
      <header class="page-head"><div><h1>${this.dataset}</h1><p>${this.#details.data ? this.#origin(this.#details.data) : html`&nbsp;`}</p></div></header>
      ${this.#outline.when({
        loading: () => html`<div class="tiles">${[1, 2, 3, 4, 5].map(() => html`<div class="tile"><ss-loading lines="2"></ss-loading></div>`)}</div>
          <div class="columns"><div class="span-5 card"><ss-loading block="220"></ss-loading></div><div class="span-7 card"><ss-loading block="220"></ss-loading></div></div>`,
        failed: (problem) => html`<div class="card"><ss-problem .problem=${problem} .again=${() => this.#outline.again()}></ss-problem></div>`,
        done: (outline) => this.#shown(outline),
      })}
      <ss-run-list></ss-run-list>
    </div>`;
  }

  #origin({ scenario, from, to, seed, rule_revision: revision, looks }) {
    return html`${scenario} · ${format.date(from)} to ${format.date(to)} · seed ${seed}${looks?.length > 1 ? ` · ${looks.length} looks` : ''}${
      revision ? html` · rules <code title=${revision}>${revision.slice(0, 8)}</code>` : ' · not judged'}`;
  }

  #shown(outline) {
    const palette = new Palette(outline.personas.map((it) => it.name));
    return html`
      ${this.#tiles(outline)}
      <div class="columns">
        <section class="span-5 card" aria-labelledby="personas-title"><div class="card-head"><h2 id="personas-title">Personas</h2><p>first of each user</p></div>${this.#personas(outline, palette)}</section>
        <section class="span-7 card" aria-labelledby="confidence-title"><div class="card-head"><h2 id="confidence-title">Confidence</h2><p>in the first persona, in steps of ${format.percent(1 / outline.confidences.length)}</p></div>${this.#confidences(outline)}</section>
        <section class="span-8 card" aria-labelledby="matrix-title"><div class="card-head"><h2 id="matrix-title">Planted against found</h2><p>${this.#accuracy()}</p></div>${this.#matrix(outline, palette)}</section>
        <section class="span-4 card" aria-labelledby="checks-title">${this.#checkList()}</section>
      </div>`;
  }

  #tiles(outline) {
    const counts = this.#details.data?.counts ?? {};
    const refusing = outline.users - outline.consenting;
    const summary = this.#summary.data;
    return html`<div class="tiles">
      ${this.#tile('Users', format.count(outline.users), `${format.count(outline.judged)} judged`, this.#users())}
      ${this.#tile('Transactions', format.shortCount(counts.transactions), counts.accounts ? `on ${format.several(counts.accounts, 'account')}` : ' ', null, counts.transactions)}
      ${this.#tile('Consent', format.percent(outline.consenting / Math.max(1, outline.users), outline.consenting === outline.users ? 0 : 1),
        refusing ? `${format.several(refusing, 'user')} ${refusing === 1 ? 'does' : 'do'} not` : 'everybody does', this.#users({ consent: refusing ? 'false' : 'true' }))}
      ${this.#tile('Behaviors detected', summary ? format.shortCount(summary.detected_signals) : '…', summary ? `${Object.keys(summary.users_by_detected_signal ?? {}).length} types` : 'adding up', this.#users({ sort: '-behaviors' }), summary?.detected_signals)}
      ${this.#tile('Advice', summary ? format.shortCount(Object.values(summary.recommendations_by_kind ?? {}).reduce((a, b) => a + b, 0)) : format.shortCount(counts.recommendations),
        summary ? Object.entries(summary.recommendations_by_kind ?? {}).map(([kind, n]) => `${format.shortCount(n)} ${kind.toLowerCase()}`).join(', ') : ' ', this.#users({ sort: '-recommendations' }))}
    </div>`;
  }

  #tile(title, figure, note, href, exact) {
    const inside = html`<span>${title}</span><b title=${exact === undefined ? '' : format.count(exact)}>${figure}</b><small>${note}</small>`;
    return href ? html`<a class="tile" href=${href}>${inside}</a>` : html`<div class="tile">${inside}</div>`;
  }

  #personas(outline, palette) {
    const none = outline.judged - outline.personas.reduce((sum, it) => sum + it.users, 0);
    const most = Math.max(1, ...outline.personas.map((it) => it.users));
    if (outline.judged === 0) return html`<ss-empty heading="Nobody is judged" text="No rules have looked at these users, or none of them consents."></ss-empty>`;
    return html`<ul class="bars">${outline.personas.map((it) => html`<li><a href=${this.#users({ persona: it.name })} ${vars({ '--share': it.users / most, '--mark': palette.css(it.name) })}>
        <span class="bar-title">${it.title}</span><i aria-hidden="true"></i><b>${format.count(it.users)}</b><small>${format.percent(it.users / outline.judged)}</small></a></li>`)}
      ${none > 0 ? html`<li class="rest"><span class="bar-title">None</span><i></i><b>${format.count(none)}</b><small>${format.percent(none / outline.judged)}</small></li>` : nothing}</ul>`;
  }

  #confidences({ confidences, judged }) {
    const most = Math.max(...confidences.map((it) => it.users));
    if (most === 0) return html`<ss-empty heading="No confidence" text=${judged ? 'Nobody has a persona that the rules found.' : 'Nobody is judged.'}></ss-empty>`;
    // Bars grow with the root of the count: a few doubtful users are the ones to look at.
    return html`<ol class="histogram">${confidences.map((it) => {
      const label = `${format.percent(it.from)} to ${format.percent(it.to)}: ${format.several(it.users, 'user')}`;
      return html`<li>${it.users
        ? html`<a href=${this.#users({ confidence_min: it.from, confidence_max: it.to, sort: 'confidence' })} title=${label} ${vars({ '--share': Math.sqrt(it.users / most) })}><span class="visually-hidden">${label}</span><b aria-hidden="true">${format.tinyCount(it.users)}</b><i aria-hidden="true"></i></a>`
        : html`<span class="visually-hidden">${label}</span>`}</li>`;
    })}</ol><div class="histogram-axis" aria-hidden="true">${[0, 25, 50, 75, 100].map((it) => html`<span>${it}%</span>`)}</div>
    <p class="note">Heights grow with the square root, so that a few doubtful users stay in sight.</p>`;
  }

  #accuracy() {
    const accuracy = this.#summary.data?.accuracy;
    return accuracy ? html`macro-F1 ${accuracy.macro_f1.toFixed(3)} · ${format.percent(accuracy.correct, 1)} found as planted` : 'users by profile and first persona';
  }

  #matrix(outline, palette) {
    const profiles = [...new Map(outline.cells.map((it) => [it.profile, it.profile_title])).entries()];
    if (profiles.length === 0) return html`<ss-empty heading="Nothing to compare" text="It takes users who were planted, judged, and who consent."></ss-empty>`;
    const place = (name) => outline.personas.findIndex((it) => it.name === name);
    profiles.sort(([a], [b]) => (place(a) + 1 || 99) - (place(b) + 1 || 99));
    const cell = new Map(outline.cells.map((it) => [`${it.profile}/${it.persona ?? ''}`, it.users]));
    const sums = new Map(profiles.map(([name]) => [name, outline.cells.filter((it) => it.profile === name).reduce((sum, it) => sum + it.users, 0)]));
    const columns = [...outline.personas.map((it) => [it.name, it.title]), ...(outline.cells.some((it) => !it.persona) ? [['', 'None']] : [])];
    return html`<div class="table-frame" tabindex="0" role="group" aria-labelledby="matrix-title"><table class="matrix">
      <thead><tr><th scope="col">Planted ↓ found as →</th>${columns.map(([name, title]) => html`<th scope="col"><span>${categoryMark(title, palette.css(name))}</span></th>`)}</tr></thead>
      <tbody>${profiles.map(([profile, title]) => html`<tr><th scope="row">${categoryMark(title, palette.css(profile))}</th>${columns.map(([persona, found]) => {
        const users = cell.get(`${profile}/${persona}`) ?? 0;
        const share = users / Math.max(1, sums.get(profile));
        if (!users) return html`<td class="zero">·</td>`;
        const inside = html`<b>${format.shortCount(users)}</b><small>${share > 0 && share < 0.01 ? '< 1%' : format.percent(share)}</small>`;
        const look = vars({ '--share': share });
        const label = `${format.several(users, 'user')} planted as ${title}, found as ${found}`;
        return persona
          ? html`<td><a class="cell ${profile === persona ? 'right' : 'wrong'}" href=${this.#users({ profile, persona })} title=${label} aria-label=${label} ${look}>${inside}</a></td>`
          : html`<td><span class="cell wrong" title=${label} ${look}>${inside}</span></td>`;
      })}</tr>`)}</tbody></table></div>`;
  }

  #checkList() {
    const { data, problem } = this.#checks;
    const failed = data?.checks.filter((it) => !it.passed).length;
    return html`<div class="card-head"><h2 id="checks-title">Compliance</h2>
        ${data ? html`<span class="pill ${failed ? 'bad' : 'good'}">${failed ? `${failed} of ${data.checks.length} failed` : `all ${data.checks.length} passed`}</span>` : nothing}</div>
      ${problem ? html`<ss-problem .problem=${problem} .again=${() => this.#checks.again()}></ss-problem>` : nothing}
      ${!data && !problem ? html`<p class="note">Every row is read once for this${this.#details.data ? `, ${format.shortCount(this.#details.data.counts.transactions)} transactions` : ''}; the result is kept.</p><ss-loading lines="8" label="Checking"></ss-loading>` : nothing}
      ${data ? html`<ul class="checks">${[...data.checks].sort((a, b) => a.passed - b.passed).map((it) => html`<li class=${it.passed ? '' : 'failed'}>${icon(it.passed ? 'check' : 'cross')}
        <span class="two-lines"><span>${it.title}<span class="visually-hidden">${it.passed ? ', passed' : ', failed'}</span></span><small class="plain">${it.figure}; expected ${it.threshold}</small>
          ${it.notes?.length ? html`<details><summary>${format.several(it.notes.length, 'note')}</summary><ul>${it.notes.slice(0, 20).map((note) => html`<li>${note}</li>`)}</ul></details>` : nothing}</span></li>`)}</ul>` : nothing}`;
  }
}
customElements.define('ss-overview', Overview);
