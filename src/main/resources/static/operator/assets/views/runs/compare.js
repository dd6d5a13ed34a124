// Two datasets side by side: where they come from, their sums, personas, and how well the personas were found.
import { Part, html, nothing, vars, Resource } from '../../lib/part.js';
import { api, inDataset, segment } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import { vocabulary } from '../../lib/vocabulary.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { categoryMark } from '../../ui/marks.js';

class Compare extends Part {
  static properties = { one: {}, other: {} };
  #pair = new Resource(this);
  #again = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#again);
  }

  disconnectedCallback() {
    session.removeEventListener('change', this.#again);
    super.disconnectedCallback();
  }

  get names() {
    const all = (session.datasets ?? []).filter((it) => !it.fault).map((it) => it.name);
    const one = all.includes(this.one) ? this.one : session.usualDataset;
    const other = all.includes(this.other) ? this.other : all.find((it) => it !== one);
    return { all, one, other };
  }

  willUpdate() {
    const { one, other } = this.names;
    if (!one || !other) return;
    this.#pair.once(`${one}|${other}`, (signal) => Promise.all([one, other].map(async (name) => {
      const [about, sums, words] = await Promise.all([session.dataset(name), api.get(inDataset(name, '/summary'), { signal }), vocabulary(name)]);
      return { name, about, sums, words };
    })));
  }

  render() {
    const { all, one, other } = this.names;
    if (all.length < 2) return html`<div class="card"><ss-empty icon="branch" heading="It takes two" text="There is only one dataset. Order another run, for example of the same scenario with other rules."></ss-empty></div>`;
    const choice = (title, field, chosen) => html`<label class="field"><span>${title}</span><span class="select"><select @change=${(event) => router.query({ [field]: event.target.value }, { replace: true })}>
      ${all.map((it) => html`<option value=${it} ?selected=${it === chosen}>${it}</option>`)}</select>${icon('down')}</span></label>`;
    return html`<div class="stack"><div class="filter-form">${choice('Left', 'one', one)}${choice('Right', 'other', other)}</div>
      ${this.#pair.when({ loading: () => html`<div class="card"><ss-loading lines="10" label="Loading both"></ss-loading></div>`, done: ([left, right]) => this.#shown(left, right) })}</div>`;
  }

  #shown(left, right) {
    const same = left.about.fingerprints?.data === right.about.fingerprints?.data;
    const sameRules = left.about.rule_revision === right.about.rule_revision;
    return html`
      ${same || sameRules ? html`<div class="callout">${icon('info')}<span>${same ? 'The lives are the same, to the last transaction.' : ''} ${sameRules ? 'The same rules judged both.' : 'Different rules judged them: what differs in personas is theirs.'}</span></div>` : nothing}
      ${this.#table('Where they come from', left, right, [
        ['Scenario', (it) => it.about.scenario], ['Settings', (it) => it.about.overrides?.join(', ') || 'none'], ['Seed', (it) => it.about.seed],
        ['Period', (it) => `${format.date(it.about.from)} – ${format.date(it.about.to)}`], ['Looks', (it) => it.about.looks?.length],
        ['Rules', (it) => (it.about.rule_revision ?? 'none').slice(0, 12)], ['Data', (it) => (it.about.fingerprints?.data ?? '').slice(0, 12)],
        ['Findings', (it) => (it.about.fingerprints?.findings ?? 'none').slice(0, 12)]])}
      ${this.#table('Counts', left, right, [
        ['Users', (it) => it.sums.users, true], ['Consenting', (it) => it.sums.consenting, true], ['Judged', (it) => it.sums.judged, true], ['Signals detected', (it) => it.sums.detected_signals, true],
        ...this.#union(left, right, (it) => it.about.counts).map((table) => [format.sentence(table), (it) => it.about.counts[table] ?? 0, true]),
        ...this.#union(left, right, (it) => it.sums.recommendations_by_kind).map((kind) => [`${format.sentence(kind)} advice`, (it) => it.sums.recommendations_by_kind?.[kind] ?? 0, true])])}
      ${this.#personas(left, right)}${this.#accuracy(left, right)}`;
  }

  #union(left, right, of) {
    return [...new Set([...Object.keys(of(left) ?? {}), ...Object.keys(of(right) ?? {})])];
  }

  #table(title, left, right, rows) {
    const show = (it) => (typeof it === 'number' ? format.count(it) : it ?? format.NONE);
    return html`<section class="card flush" aria-label=${title}><div class="card-head"><h2>${title}</h2></div><div class="table-frame" tabindex="0" role="group" aria-label=${title}><table class="grid compare">
      <thead><tr><td></td>${[left, right].map((it) => html`<th scope="col" class="numeric"><a href="/operator/datasets/${segment(it.name)}">${it.name}</a></th>`)}<th scope="col" class="numeric">Difference</th></tr></thead>
      <tbody>${rows.map(([name, of, counted]) => {
        const [a, b] = [of(left), of(right)];
        return html`<tr class=${a === b ? 'same' : ''}><th scope="row">${name}</th><td class="numeric">${name === 'Seed' ? a : show(a)}</td><td class="numeric">${name === 'Seed' ? b : show(b)}</td>
          <td class="numeric ${a === b ? 'faint' : ''}">${a === b ? 'same' : counted ? `${b > a ? '+' : '−'}${format.count(Math.abs(b - a))}` : 'differs'}</td></tr>`;
      })}</tbody></table></div></section>`;
  }

  #personas(left, right) {
    const of = (it) => it.sums.users_by_primary_persona ?? {};
    const names = this.#union(left, right, of);
    if (!names.length) return nothing;
    const share = (it, name) => (of(it)[name] ?? 0) / Math.max(1, it.sums.judged);
    const most = Math.max(...names.flatMap((name) => [share(left, name), share(right, name)]), 0.01);
    const title = (name) => (left.words.personas.includes(name) ? left : right).words.persona(name);
    return html`<section class="card" aria-label="Personas"><div class="card-head"><h2>First personas</h2><p>Share of those judged: ${left.name} above, ${right.name} below</p></div>
      <ul class="twin-bars">${names.map((name) => html`<li>${categoryMark(title(name), left.words.color(name))}
        ${[left, right].map((it, i) => html`<span class="twin-bar ${i ? 'second' : ''}" ${vars({ '--share': share(it, name) / most, '--mark': left.words.color(name) })}><i></i><b>${format.percent(share(it, name), 1)}</b><small>${format.count(of(it)[name] ?? 0)}</small></span>`)}</li>`)}</ul></section>`;
  }

  #accuracy(left, right) {
    const [a, b] = [left.sums.accuracy, right.sums.accuracy];
    if (!a || !b) return html`<div class="callout">${icon('info')}<span>Accuracy is known of datasets with planted profiles that rules have judged: ${[left, right].filter((it) => !it.sums.accuracy).map((it) => it.name).join(' and ')} ${a || b ? 'is not one' : 'are none'}.</span></div>`;
    const f1 = (accuracy, name) => accuracy.personas.find((it) => it.persona === name)?.f1;
    const names = [...new Set([...a.personas, ...b.personas].map((it) => it.persona))];
    const difference = (x, y) => (x === undefined || y === undefined ? format.NONE : Math.abs(y - x) < 5e-4 ? 'same' : `${y > x ? '+' : '−'}${(Math.abs(y - x) * 100).toFixed(1)} points`);
    const row = (title, x, y) => html`<tr><th scope="row">${title}</th><td class="numeric">${format.percent(x, 1)}</td><td class="numeric">${format.percent(y, 1)}</td><td class="numeric">${difference(x, y)}</td></tr>`;
    return html`<section class="card flush" aria-label="Accuracy"><div class="card-head"><h2>How well the planted was found</h2><p>F1 of each persona</p></div><div class="table-frame" tabindex="0" role="group" aria-label="Accuracy"><table class="grid compare">
      <thead><tr><td></td><th scope="col" class="numeric">${left.name}</th><th scope="col" class="numeric">${right.name}</th><th scope="col" class="numeric">Difference</th></tr></thead>
      <tbody>${row('Correct', a.correct, b.correct)}${row('Macro F1', a.macro_f1, b.macro_f1)}${names.map((name) => row((left.words.personas.includes(name) ? left : right).words.persona(name), f1(a, name), f1(b, name)))}</tbody></table></div></section>`;
  }
}
customElements.define('ss-compare', Compare);
