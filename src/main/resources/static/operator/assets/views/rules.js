// The rules: files with an editor, parameters, tests, what a draft would change, and revisions. A draft lives in this tab of the
// browser until it is adopted or discarded.
import { Part, html, nothing, Resource } from '../lib/part.js';
import { api } from '../lib/api.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';
import { keys } from '../lib/keys.js';
import { draft } from '../lib/draft.js';
import { trials, faultsOf } from '../lib/trials.js';
import * as format from '../lib/format.js';
import { icon } from '../ui/icon.js';
import { toast } from '../ui/toast.js';
import '../ui/tabs.js';
import './rules/files.js';
import './rules/parameters.js';
import './rules/tests.js';
import './rules/impact.js';
import './rules/sweep.js';
import './rules/history.js';
import './rules/changes.js';

const TABS = [['files', 'Files'], ['parameters', 'Parameters'], ['tests', 'Tests'], ['impact', 'Impact'], ['sweep', 'Sweep'], ['history', 'History']];

class Rules extends Part {
  static properties = { route: { attribute: false }, refusal: { state: true }, busy: { state: true } };
  #rules = new Resource(this);
  #changed = () => this.requestUpdate();
  #giveBack = null;

  connectedCallback() {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
    this.#giveBack = keys.lend('Rules', TABS.map(([name, title], i) => [String(i + 1), title, () => this.#tab(name)]));
    this.#load();
  }

  disconnectedCallback() {
    draft.removeEventListener('change', this.#changed);
    this.#giveBack?.();
    super.disconnectedCallback();
  }

  #load() {
    return this.#rules.load(async (signal) => {
      const { data, etag } = await api.read('/rules', { signal });
      return { ...data, etag };
    });
  }

  get tab() {
    return this.route.query.get('tab') ?? 'files';
  }

  #tab(name) {
    router.query({ tab: name === 'files' ? null : name });
  }

  async #adopt(event) {
    event.preventDefault();
    this.busy = true;
    this.refusal = null;
    const { note } = Object.fromEntries(new FormData(event.target));
    try {
      await trials.adopt(note);
      this.querySelector('#adopt').close();
      draft.discard();
      toast('Adopted: from now on these rules judge');
      await this.#load();
    } catch (problem) {
      this.refusal = problem;
      if (problem.status === 412) await this.#load();
    } finally {
      this.busy = false;
    }
  }

  render() {
    const rules = this.#rules.data;
    return html`<div class="page">
      <header class="page-head"><div><h1>Rules</h1><p>${rules ? html`Revision <code title=${rules.revision}>${rules.revision.slice(0, 12)}</code> judges · ${format.several(rules.counts.rules, 'rule')} in ${format.several(rules.counts.files, 'file')}` : 'Loading…'}</p></div></header>
      ${this.#drafted(rules)}
      <ss-tabs label="Rules" .tabs=${TABS} .chosen=${this.tab} @choose=${(event) => this.#tab(event.detail)}></ss-tabs>
      <div role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">${this.#rules.when({
        loading: () => html`<div class="card"><ss-loading lines="10" label="Loading the rules"></ss-loading></div>`,
        done: (it) => this.#panel(it),
      })}</div>
      <ss-dialog id="adopt" wide heading="Adopt the draft" .content=${() => this.#adoption()} .actions=${() => html`
        <button class="button" @click=${() => this.querySelector('#adopt').close()}>Not yet</button>
        <button class="button primary" type="submit" form="adoption" ?disabled=${this.busy || draft.isEmpty}>Adopt</button>`}></ss-dialog>
    </div>`;
  }

  #drafted(rules) {
    if (draft.isEmpty) return nothing;
    const behind = rules && draft.madeFrom !== rules.etag;
    return html`<section class="callout draft ${behind ? 'warn' : ''}" aria-label="Draft">${icon(behind ? 'warn' : 'branch')}<div>
      <b>Draft: ${format.several(draft.paths.length, 'file')} changed here, nowhere else.</b> <span>${draft.paths.map((path) => html`<a href="/operator/rules?file=${encodeURIComponent(path)}"><code>${path}</code></a> `)}</span>
      ${behind ? html`<p>The rules were changed since it was begun. Look at the differences; your texts replace whole files.
        <button class="link" @click=${() => draft.rebase(rules.etag)}>I have looked: it is meant for the rules as they are now</button></p>` : nothing}</div>
      <span class="actions"><button class="button small" @click=${() => this.#tab('impact')}>Preview impact</button>
        <button class="button small" @click=${() => draft.discard()}>Discard</button>
        ${session.may('analyst') ? html`<button class="button small primary" @click=${() => { this.refusal = null; this.querySelector('#adopt').open(); }}>Adopt…</button>` : nothing}</span></section>`;
  }

  #adoption() {
    const { refusal } = this;
    const faults = refusal ? faultsOf(refusal.details) : [];
    const cases = refusal?.details?.tested?.cases?.filter((it) => it.failures?.length) ?? [];
    return html`<form id="adoption" class="stack" @submit=${this.#adopt}>
      ${refusal ? html`<div class="callout warn" role="alert">${icon('warn')}<div><b>${refusal.title}.</b> ${refusal.status === 412 ? 'Somebody adopted other rules since this draft was begun. Nothing was written.' : refusal.detail}
        ${faults.length ? html`<ul>${faults.map((it) => html`<li><code>${it.file}${it.line ? `:${it.line}` : ''}</code> ${it.message}${it.remedy ? html` <span class="faint">→ ${it.remedy}</span>` : nothing}</li>`)}</ul>` : nothing}
        ${cases.length ? html`<ul>${cases.map((it) => html`<li><b>${it.name}</b> ${it.failures.join('; ')}</li>`)}</ul>` : nothing}</div></div>` : nothing}
      <p>It is checked and its tests are run once more. If all is well it replaces the rules and is kept as a revision; datasets stay as they were judged until the next run.</p>
      <ss-rule-changes></ss-rule-changes>
      <label class="field"><span>Note</span><textarea name="note" rows="3" maxlength="500" required placeholder="What it is for; whoever looks at the history reads this"></textarea></label></form>`;
  }

  #panel(rules) {
    const { query } = this.route;
    switch (this.tab) {
      case 'parameters': return html`<ss-rule-parameters .etag=${rules.etag}></ss-rule-parameters>`;
      case 'tests': return html`<ss-rule-tests></ss-rule-tests>`;
      case 'impact': return html`<ss-rule-impact></ss-rule-impact>`;
      case 'sweep': return html`<ss-rule-sweep .parameter=${query.get('parameter') ?? ''}></ss-rule-sweep>`;
      case 'history': return html`<ss-rule-history .from=${query.get('from') ?? ''} .to=${query.get('to') ?? ''}></ss-rule-history>`;
      default: return html`<ss-rule-files .etag=${rules.etag} .file=${query.get('file') ?? ''} .line=${Number(query.get('line')) || 0}></ss-rule-files>`;
    }
  }
}
customElements.define('ss-rules', Rules);
