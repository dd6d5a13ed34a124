// The rules: files with an editor, parameters, tests, what a draft changes and whom, and revisions. A draft lives in this tab of the
// browser until it is adopted or discarded.
import { Part, html, nothing, Resource, watching } from '../lib/part.js';
import { api } from '../lib/api.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';
import { keys } from '../lib/keys.js';
import { draft } from '../lib/draft.js';
import { trials } from '../lib/trials.js';
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
import './rules/refusal.js';

const TABS = [['files', 'Files'], ['parameters', 'Parameters'], ['changes', 'Changes'], ['tests', 'Tests'], ['impact', 'Impact'], ['sweep', 'Sweep'], ['history', 'History']];

class Rules extends Part {
  static properties = { route: { attribute: false }, refusal: { state: true }, busy: { state: true } };
  #rules = new Resource(this);
  #giveBack = null;

  constructor() {
    super();
    watching(this, draft);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#giveBack = keys.lend('Rules', TABS.map(([name, title], i) => [String(i + 1), title, () => this.#tab(name)]));
    this.#load();
  }

  disconnectedCallback() {
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
    const asked = this.route.query.get('tab');
    return TABS.some(([name]) => name === asked) ? asked : 'files';
  }

  get mayDraft() {
    return session.may('analyst') && this.#rules.data?.drafts_accepted;
  }

  /** Each tab has its own settings in the address; what one was asked is not the next one's. */
  #tab(name) {
    router.go(name === 'files' ? '/operator/rules' : `/operator/rules?tab=${name}`);
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
      toast('Adopted: from now on these rules judge', { action: ['New run', () => router.go('/operator/runs?tab=new')] });
      await this.#load();
    } catch (problem) {
      this.refusal = problem;
      if (problem.status === 412) await this.#load();
    } finally {
      this.busy = false;
    }
  }

  #discard() {
    const takeUpAgain = draft.discard();
    toast('The draft is discarded', { action: ['Undo', takeUpAgain] });
  }

  render() {
    const rules = this.#rules.data;
    const tabs = TABS.map(([name, title]) => [name, title, name === 'changes' && !draft.isEmpty ? draft.paths.length : undefined]);
    return html`<div class="page">
      <header class="page-head"><div><h1>Rules</h1><p>${rules ? html`Revision <code title=${rules.revision}>${rules.revision.slice(0, 12)}</code> judges · ${format.several(rules.counts.rules, 'rule')} in ${format.several(rules.counts.files, 'file')}` : 'Loading…'}</p></div></header>
      ${rules && session.may('analyst') && !rules.drafts_accepted ? html`<div class="callout">${icon('lock')}<span>To read, test and sweep only: this service takes no drafts. It does when it is started with <code>--accept-drafts</code>.</span></div>` : nothing}
      ${rules && rules.folder_revision !== rules.revision ? html`<div class="callout warn" role="status">${icon('warn')}<span>The rule folder holds other rules than those that judge: they are being tried, or were refused. <a href="/operator/rules?tab=tests">Run the tests</a> to see why.</span></div>` : nothing}
      ${this.#drafted(rules)}
      <ss-tabs label="Rules" .tabs=${tabs} .chosen=${this.tab} @choose=${(event) => this.#tab(event.detail)}></ss-tabs>
      <div role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">${this.#rules.when({
        loading: () => html`<div class="card"><ss-loading lines="10" label="Loading the rules"></ss-loading></div>`,
        done: (it) => this.#panel(it),
      })}</div>
      <ss-dialog id="adopt" wide heading="Adopt the draft" .content=${() => this.#adoption(rules)} .actions=${() => html`
        ${this.busy ? html`<span class="note spread" role="status">Checking, and running the tests…</span>` : nothing}
        <button class="button" @click=${() => this.querySelector('#adopt').close()}>Not yet</button>
        <button class="button primary" type="submit" form="adoption" ?disabled=${this.busy || draft.isEmpty || this.#isBehind(rules)}>Adopt</button>`}></ss-dialog>
    </div>`;
  }

  #isBehind(rules) {
    return !draft.isEmpty && rules && draft.madeFrom !== rules.etag;
  }

  #drafted(rules) {
    if (draft.isEmpty) return nothing;
    const behind = this.#isBehind(rules);
    return html`<section class="callout draft ${behind ? 'warn' : ''}" aria-label="Draft">${icon(behind ? 'warn' : 'branch')}<div>
      <b>Draft: ${format.several(draft.paths.length, 'file')}, here and nowhere else.</b> <span class="paths">${draft.paths.map((path) => html`<a href="/operator/rules?file=${encodeURIComponent(path)}"><code>${path}</code></a> `)}</span>
      ${behind ? this.#behind(rules) : nothing}</div>
      <span class="actions"><button class="button small" @click=${() => this.#discard()}>Discard</button>
        ${this.tab === 'impact' ? nothing : html`<button class="button small" @click=${() => this.#tab('impact')}>Preview impact</button>`}
        ${this.mayDraft ? html`<button class="button small primary" @click=${() => { this.refusal = null; this.querySelector('#adopt').open(); }}>Adopt…</button>` : nothing}</span></section>`;
  }

  /** The tag of rules is the beginning of their revision. */
  #behind(rules) {
    const from = draft.madeFrom.replaceAll('"', '').slice(0, 12);
    return html`<p>Other rules were adopted since it was begun. Your texts replace whole files, theirs included.
      <a href="/operator/rules?tab=history&from=${from}&to=live" @click=${() => this.querySelector('#adopt').close()}>What was changed meanwhile</a> ·
      <button type="button" class="link" @click=${() => { draft.rebase(rules.etag); this.refusal = null; }}>I have looked: it is meant for the rules as they are now</button></p>`;
  }

  #adoption(rules) {
    const behind = this.#isBehind(rules);
    return html`<form id="adoption" class="stack" @submit=${(event) => this.#adopt(event)}>
      ${behind ? html`<div class="callout warn" role="alert">${icon('warn')}<div><b>Somebody was faster. Nothing was written.</b>${this.#behind(rules)}</div></div>`
        : this.refusal ? html`<ss-rule-refusal .problem=${this.refusal}></ss-rule-refusal>` : nothing}
      <p>The draft is checked and its tests are run once more. If all is well it replaces the rules and is kept as a revision; datasets stay as they were judged until the next run.</p>
      <label class="field"><span>Note</span><textarea name="note" rows="2" maxlength="500" required placeholder="What it is for: whoever looks at the history reads this"></textarea></label>
      <ss-rule-changes></ss-rule-changes></form>`;
  }

  #panel(rules) {
    const { query } = this.route;
    const may = !!this.mayDraft;
    switch (this.tab) {
      case 'parameters': return html`<ss-rule-parameters .etag=${rules.etag} .rules=${rules.rules} .looked=${query.get('q') ?? ''} .only=${query.get('only') ?? ''} ?may=${may}></ss-rule-parameters>`;
      case 'changes': return draft.isEmpty ? html`<div class="card"><ss-empty icon="branch" heading="There is no draft" text="What you change in files and parameters is gathered here, line by line, before it is adopted."></ss-empty></div>` : html`<ss-rule-changes links></ss-rule-changes>`;
      case 'tests': return html`<ss-rule-tests .only=${query.get('only') ?? ''} ?may=${session.may('analyst')}></ss-rule-tests>`;
      case 'impact': return html`<ss-rule-impact .dataset=${query.get('dataset') ?? session.usualDataset} ?may=${may}></ss-rule-impact>`;
      case 'sweep': return html`<ss-rule-sweep .etag=${rules.etag} .parameter=${query.get('parameter') ?? ''} .dataset=${query.get('dataset') ?? session.usualDataset} ?may=${session.may('analyst')} ?drafts=${may}></ss-rule-sweep>`;
      case 'history': return html`<ss-rule-history .etag=${rules.etag} .from=${query.get('from') ?? ''} .to=${query.get('to') ?? ''}></ss-rule-history>`;
      default: return html`<ss-rule-files .etag=${rules.etag} .phases=${rules.phases.map((it) => it.name)} .file=${query.get('file') ?? ''} .line=${Number(query.get('line')) || 0} ?may=${may}></ss-rule-files>`;
    }
  }
}
customElements.define('ss-rules', Rules);
