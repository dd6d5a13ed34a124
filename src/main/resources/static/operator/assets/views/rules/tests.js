// The cases that the rules have to pass, and what comes of them with the draft.
import { Part, html, nothing, Resource, watching } from '../../lib/part.js';
import { api, url } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { draft } from '../../lib/draft.js';
import { trials, attempts, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { going } from '../../ui/going.js';
import { findings } from './findings.js';

const { test } = attempts;
const SHOWN = [['', 'All'], ['failed', 'Failed'], ['passed', 'Passed']];

/** A line of a failed case: what it is about, what was expected, what came of it. */
export function failure(text) {
  const parts = /^(.*?): expected (.*?), was:? (.*)$/s.exec(text);
  return parts ? html`<span class="failure"><b>${parts[1]}</b><span><i>expected</i> ${parts[2]}</span><span><i>was</i> ${parts[3]}</span></span>` : html`<span class="failure"><b>${text}</b></span>`;
}

class RuleTests extends Part {
  static properties = { only: {}, may: { type: Boolean } };
  #cases = new Resource(this);

  constructor() {
    super();
    watching(this, draft, test);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#cases.load(async (signal) => {
      const items = [];
      for await (const page of api.pages('/rules/tests', { limit: 200 }, { signal })) items.push(...page.items);
      return items;
    });
  }

  render() {
    const { data, busy, problem, far } = test;
    const results = data?.result?.cases ?? [];
    const failed = results.filter((it) => it.failures.length);
    return html`<div class="stack">
      ${this.may ? html`<div class="actions"><button class="button primary" ?disabled=${busy} @click=${() => test.start('', trials.test)}>${icon('runs')} ${draft.isEmpty ? 'Run the tests' : 'Run the tests with the draft'}</button>
        ${data && !busy && !test.current ? html`<span class="pill warn">The draft was changed since</span>` : nothing}</div>` : nothing}
      ${busy ? going('Judging the cases', far, () => test.cancel()) : nothing}
      ${problem ? html`<div class="card"><ss-problem .problem=${problem}></ss-problem></div>` : nothing}
      ${data ? html`<div class="callout ${data.result?.passed ? 'good' : 'warn'}" role="status">${icon(data.result?.passed ? 'check' : 'warn')}<div>
        <b>${!data.result ? 'These rules cannot be used, so no case was judged.' : failed.length ? `${format.count(failed.length)} of ${format.several(results.length, 'case')} failed.` : data.result.passed ? `All ${format.several(results.length, 'case')} passed.` : 'These rules may not judge yet.'}</b>
        ${(data.result?.obstacles ?? []).map((it) => html`<p>${it}</p>`)}${faultsOf(data).length ? findings(faultsOf(data)) : nothing}</div></div>` : nothing}
      ${results.length ? this.#results(results, failed) : this.#cases.when({ loading: () => html`<div class="card"><ss-loading lines="8" label="Loading the cases"></ss-loading></div>`, done: (items) => this.#list(items) })}</div>`;
  }

  #results(results, failed) {
    const rows = this.only === 'failed' ? failed : this.only === 'passed' ? results.filter((it) => !it.failures.length) : [...failed, ...results.filter((it) => !it.failures.length)];
    const many = { '': results.length, failed: failed.length, passed: results.length - failed.length };
    return html`<nav class="status-row" aria-label="Outcome">${SHOWN.map(([name, title]) => html`<a href=${router.with({ only: name || null })} aria-current=${name === this.only ? 'true' : nothing}>${title} <span class="badge">${format.count(many[name])}</span></a>`)}</nav>
      ${rows.length ? this.#card(rows, (it) => html`<span class="pill ${it.failures.length ? 'bad' : 'good'}">${it.failures.length ? 'failed' : 'passed'}</span>`) : html`<div class="card"><ss-empty icon="check" heading="None ${this.only}"></ss-empty></div>`}`;
  }

  #list(items) {
    return items.length ? this.#card(items, () => html`<span class="faint">not run</span>`)
      : html`<div class="card"><ss-empty icon="rules" heading="No cases" text="A case is a life in a few lines and what the rules ought to say of it: a file in the folder tests."></ss-empty></div>`;
  }

  #card(cases, verdict) {
    return html`<section class="card flush" aria-label="Cases"><ul class="cases">${cases.map((it) => html`<li>
      <span class="two-lines"><b>${it.name}</b><a class="small-link mono" href=${url('/operator/rules', { file: it.file, line: it.line })}>${it.file}:${it.line}</a></span>${verdict(it)}
      ${it.failures?.length ? html`<div class="failures">${it.failures.map(failure)}
        <details class="more"><summary>${format.several(it.concluded.length, 'rule')} came to a conclusion</summary><p class="note">${[...it.concluded].sort().join(' · ')}</p></details></div>` : nothing}</li>`)}</ul></section>`;
  }
}
customElements.define('ss-rule-tests', RuleTests);
