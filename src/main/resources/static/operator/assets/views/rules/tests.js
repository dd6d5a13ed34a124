// The cases that the rules have to pass, and what comes of them with the draft.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url } from '../../lib/api.js';
import { session } from '../../lib/session.js';
import { draft } from '../../lib/draft.js';
import { trials, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import '../../ui/table.js';

class RuleTests extends Part {
  static properties = { judged: { state: true } };
  #cases = new Resource(this);
  #run = new Resource(this);

  connectedCallback() {
    super.connectedCallback();
    this.#cases.load(async (signal) => {
      const items = [];
      for await (const page of api.pages('/rules/tests', { limit: 200 }, { signal })) items.push(...page.items);
      return items;
    });
  }

  #test() {
    this.judged = draft.files;
    this.#run.load((signal) => trials.test(signal), { fresh: true });
  }

  render() {
    const { data, busy, problem } = this.#run;
    const results = new Map((data?.result?.cases ?? []).map((it) => [it.name, it]));
    const failed = [...results.values()].filter((it) => it.failures.length);
    return html`<div class="stack">
      <div class="actions">${session.may('analyst') ? html`<button class="button primary" ?disabled=${busy} @click=${() => this.#test()}>${icon('runs')} ${busy ? 'Running…' : draft.isEmpty ? 'Run the tests' : 'Run the tests with the draft'}</button>` : nothing}
        ${data && this.judged !== draft.files ? html`<span class="pill warn">The draft was changed since</span>` : nothing}</div>
      ${problem ? html`<ss-problem .problem=${problem}></ss-problem>` : nothing}
      ${data ? html`<div class="callout ${data.result?.passed ? 'good' : 'warn'}" role="status">${icon(data.result?.passed ? 'check' : 'warn')}<div>
        <b>${!data.result ? 'The rules cannot be used, so no case was judged.' : failed.length ? `${failed.length} of ${format.several(results.size, 'case')} failed.` : data.result.passed ? `All ${format.several(results.size, 'case')} passed.` : 'The rules may not judge yet.'}</b>
        ${[...(data.result?.obstacles ?? []), ...faultsOf(data).map((it) => `${it.file}:${it.line} ${it.message}`)].map((it) => html`<p>${it}</p>`)}</div></div>` : nothing}
      ${this.#cases.when({ loading: () => html`<div class="card"><ss-loading lines="8" label="Loading the cases"></ss-loading></div>`, done: (items) => this.#list(items, results) })}</div>`;
  }

  #list(items, results) {
    const rows = results.size ? [...results.values()].sort((a, b) => b.failures.length - a.failures.length) : items;
    return html`<div class="card flush"><ss-table label="Cases" .rows=${rows} .key=${(it) => `${it.file}:${it.name}`} .columns=${[
      { name: 'name', title: 'Case', cell: (it) => html`<span class="two-lines"><b>${it.name}</b><a class="small-link mono" href=${url('/operator/rules', { file: it.file, line: it.line })}>${it.file}:${it.line}</a></span>` },
      { name: 'result', title: 'Result', cell: (it) => (!it.failures ? html`<span class="faint">not run</span>` : it.failures.length
        ? html`<span class="two-lines"><span class="pill bad">failed</span>${it.failures.map((one) => html`<span>${one}</span>`)}</span>` : html`<span class="pill good">passed</span>`) },
      { name: 'rules', title: 'Rules it names', minor: true, cell: (it) => html`<span class="faint">${format.several((it.rules ?? it.concluded ?? []).length, 'rule')}</span>` },
    ]}></ss-table></div>`;
  }
}
customElements.define('ss-rule-tests', RuleTests);
