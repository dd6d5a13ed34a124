// An explanation of one persona of one user: the score as a sum, every condition with value, threshold and distance, and the
// smallest change that would judge otherwise. <ss-verdict .why=${explanation} .words=${vocabulary}>; with `links`, evidence leads to
// the transactions behind it.
import { Part, html, nothing, vars } from '../../lib/part.js';
import { router } from '../../lib/router.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';

const SIGNS = { '>=': '≥', '<=': '≤' };
const signed = (it) => `${it >= 0 ? '+' : '−'}${Math.abs(it).toFixed(2)}`;

class Verdict extends Part {
  static properties = { why: { attribute: false }, words: { attribute: false }, links: { type: Boolean } };

  render() {
    return html`<div class="stack">${this.#verdict(this.why.personas[0], this.why)}</div>`;
  }

  #verdict(it, why) {
    const flips = why.flips?.find((one) => one.persona === it.persona);
    return html`
      <section class="card"><div class="card-head"><h2>${it.assigned ? 'Why' : 'Why not'} ${it.title}</h2>
          <p>${it.assigned ? html`Assigned with ${format.confidence(it.assigned.confidence)}${it.assigned_by?.length ? html` by ${it.assigned_by.map((one) => html`<code title="${one.file}:${one.line}">${one.rule}</code> `)}` : nothing}` : 'Not assigned on this day'}</p></div>
        ${it.score ? this.#score(it.score, it) : html`<p class="note">It has no score of its own: it is what remains when nothing else is likely enough.</p>`}
      </section>
      ${this.#criteria('What makes it a candidate', it.criteria, true)}
      ${this.#criteria('What assigns it', it.assignment, !!it.assigned)}
      ${flips ? this.#flips(flips, it) : nothing}
      ${why.as_stored === false ? html`<p class="callout warn">${icon('warn')} The rules that are stored with this dataset, run again by this version, do not give just what the dataset has.</p>` : nothing}`;
  }

  /** Prior and groups of evidence as bars left and right of even odds. */
  #score(score) {
    const rows = [{ title: 'To begin with', note: score.prior_parameter, value: score.prior },
      ...score.groups.map((it) => ({ title: format.sentence(it.group), value: it.counted, note: Math.abs(it.sum - it.counted) > 1e-9 ? `${signed(it.sum)}, capped at ${it.cap} (${it.cap_parameter})` : '', evidence: it.evidence }))];
    const largest = Math.max(1, ...rows.map((it) => Math.abs(it.value)));
    return html`<div class="score">
      ${rows.map((row) => html`<div class="score-row">
        <span class="score-title"><b>${row.title}</b>${row.note ? html`<small>${row.note}</small>` : nothing}</span>
        <span class="score-bar ${row.value < 0 ? 'against' : 'for'}" aria-hidden="true" ${vars({ '--share': Math.abs(row.value) / largest })}><i></i></span>
        <b class="amount">${signed(row.value)}</b>
        ${row.evidence?.length ? html`<ul>${row.evidence.map((it) => html`<li><span class="amount ${it.log_odds < 0 ? 'bad-text' : 'good-text'}">${signed(it.log_odds)}</span> <span>${it.because}</span>
          ${this.links && it.signal ? html`<a href=${router.with({ tab: 'signals', signal: it.signal, window: it.days, all: 'true', persona: null })}>transactions</a>` : nothing}</li>`)}</ul>` : nothing}
      </div>`)}
      <div class="score-row sum"><span class="score-title"><b>Log-odds in all</b></span><span></span><b class="amount">${signed(score.log_odds)}</b></div>
      <p class="note">A confidence of <b>${format.confidence(score.confidence)}</b>: 1 / (1 + e<sup>−x</sup>).${score.candidate ? '' : ' It was no candidate, because no criterion below is met.'}</p>
    </div>`;
  }

  #criteria(title, criteria, open) {
    if (!criteria?.length) return nothing;
    return html`<section class="card flush"><div class="card-head"><h2>${title}</h2><p>${criteria.filter((it) => it.met).length} of ${format.several(criteria.length, 'rule')} met</p></div>
      ${criteria.map((it) => html`<details class="criterion" ?open=${it.met || open}>
        <summary><span class="pill ${it.met ? 'good' : 'bad'}">${it.met ? 'met' : 'not met'}</span> <b>${it.rule.rule}</b> <small class="mono">${it.rule.file}:${it.rule.line}</small></summary>
        ${it.patterns.map((pattern) => this.#pattern(pattern))}</details>`)}</section>`;
  }

  #pattern(pattern) {
    const good = pattern.state === 'holds';
    const conditions = pattern.alternatives.flatMap((it) => it.conditions.map((condition) => ({ ...condition, subject: it.subject })));
    if (conditions.length === 0) {
      return html`<p class="pattern ${good ? '' : 'failed'}">${icon(good ? 'check' : 'cross')} <span>${pattern.wanted ? 'There is' : 'There is no'} <code>${pattern.text}</code></span></p>`;
    }
    return html`<div class="table-frame" tabindex="0" role="group" aria-label="Conditions of ${pattern.fact}"><table class="grid plain conditions">
      <thead><tr><th scope="col"><span class="visually-hidden">State</span></th><th scope="col">${pattern.wanted ? '' : 'No '}${format.sentence(pattern.fact)} with</th><th scope="col" class="numeric">Value</th><th scope="col" class="numeric">Threshold</th><th scope="col" class="numeric">Distance</th></tr></thead>
      <tbody>${conditions.map((it) => html`<tr class=${it.state === 'holds' ? '' : 'failed'}>
        <td>${icon(it.state === 'holds' ? 'check' : it.state === 'fails' ? 'cross' : 'info')}<span class="visually-hidden">${it.state}</span></td>
        <td><code>${it.text}</code>${it.subject ? html`<small class="plain"> ${it.subject}</small>` : nothing}</td>
        <td class="numeric">${it.value === undefined || it.value === null ? format.NONE : format.measured(it.value, it.unit)}</td>
        <td class="numeric">${it.threshold_value === undefined || it.threshold_value === null ? format.NONE : html`<span title=${it.threshold ?? ''}>${SIGNS[it.comparison] ?? it.comparison} ${format.measured(it.threshold_value, it.unit)}</span>`}</td>
        <td class="numeric">${it.margin === undefined || it.margin === null ? format.NONE : format.measured(Math.abs(it.margin), it.unit)}${it.margin < 0 ? ' short' : ''}</td></tr>`)}</tbody></table></div>`;
  }

  #flips(flips, it) {
    const { changes, impossible = [] } = flips;
    return html`<section class="card"><div class="card-head"><h2>What would have ${flips.gained ? 'given' : 'taken'} ${it.title}</h2><p>The smallest single change of a figure; ${format.count(flips.trials)} tried</p></div>
      ${changes.length === 0 ? html`<p class="note">No single figure does it, whatever its value: ${format.several(impossible.length, 'figure')} tried.</p>`
        : html`<ul class="lines">${changes.map((one) => html`<li><span class="two-lines"><b>${one.kind === 'signal' ? this.words.signal(one.name) : one.name}</b><small class="plain">${one.days ? `${one.days} days` : format.words(one.kind)}</small></span>
          <span class="change"><span class="faint">${format.measured(one.from, one.unit)}</span> ${icon('right')} <b>${format.measured(one.to, one.unit)}</b></span></li>`)}</ul>`}
    </section>`;
  }
}
customElements.define('ss-verdict', Verdict);
