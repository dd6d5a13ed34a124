// Runs: those there were, followed live; one of them with all there is to know; a new one from a scenario on the shelf or a pasted
// one; two datasets side by side.
import { Part, html, nothing } from '../lib/part.js';
import { api, segment } from '../lib/api.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';
import { keys } from '../lib/keys.js';
import { toast } from '../ui/toast.js';
import { icon } from '../ui/icon.js';
import '../ui/tabs.js';
import '../ui/run-list.js';
import './runs/order.js';
import './runs/watch.js';
import './runs/compare.js';

const ENDED = ['completed', 'failed', 'cancelled', 'interrupted'];
const TABS = ['list', 'new', 'compare'];

class Runs extends Part {
  static properties = { route: { attribute: false }, forgotten: { state: true } };
  #giveBack = null;

  connectedCallback() {
    super.connectedCallback();
    this.#giveBack = keys.lend('Runs', [
      ...(session.may('analyst') ? [['n', 'New run', () => this.#tab('new')]] : []),
      ['c', 'Compare two datasets', () => this.#tab('compare')],
      ['l', 'List of runs', () => this.#tab('list')],
    ]);
  }

  disconnectedCallback() {
    this.#giveBack?.();
    super.disconnectedCallback();
  }

  get tab() {
    const asked = this.route.query.get('tab');
    return TABS.includes(asked) ? asked : 'list';
  }

  #tab(name) {
    router.go(name === 'list' ? '/operator/runs' : `/operator/runs?tab=${name}`);
  }

  async #cancel(run) {
    try {
      await api.send('POST', `/runs/${segment(run.id)}/cancel`);
      toast(`${run.scenario}: asked to stop`);
      this.querySelector('ss-run-list')?.refresh();
    } catch (problem) {
      toast.problem(problem);
    }
  }

  #askToForget(run) {
    this.forgotten = run;
    this.querySelector('#forget').open();
  }

  async #forget(withDataset) {
    const run = this.forgotten;
    try {
      await api.send('DELETE', `/runs/${segment(run.id)}${withDataset ? '?dataset=true' : ''}`);
      this.querySelector('#forget').close();
      toast(withDataset ? `Deleted the run and ${run.dataset}` : 'Deleted the run');
      if (this.route.query.has('run')) this.#tab('list');
      this.querySelector('ss-run-list')?.refresh();
      if (withDataset) session.refreshDatasets();
    } catch (problem) {
      toast.problem(problem);
    }
  }

  get #made() {
    return this.forgotten?.status === 'completed' && session.datasets?.some((it) => it.name === this.forgotten.dataset);
  }

  render() {
    return html`<div class="page">
      <header class="page-head"><div><h1>Runs</h1><p>A run lives a scenario, judges everybody in it and leaves a dataset.</p></div>
        ${session.may('analyst') && this.tab !== 'new' ? html`<a class="button primary" href="/operator/runs?tab=new">${icon('runs')} New run</a>` : nothing}</header>
      <ss-tabs label="Runs" .chosen=${this.tab} @choose=${(event) => this.#tab(event.detail)} .tabs=${[
        ['list', 'All runs'], ...(session.may('analyst') ? [['new', 'New run']] : []), ['compare', 'Compare']]}></ss-tabs>
      <div role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">${this.#panel()}</div>
      <ss-dialog id="forget" heading="Delete a run" .content=${() => (this.#made
        ? html`<p>The run of ${this.forgotten.scenario} that made <b>${this.forgotten.dataset}</b> is forgotten. With its dataset, everything that was found and decided in it goes as well.</p>`
        : html`<p>The run of ${this.forgotten?.scenario}, which left no dataset, is forgotten.</p>`)}
        .actions=${() => html`<button class="button" @click=${() => this.querySelector('#forget').close()}>Keep it</button>
          <button class="button" @click=${() => this.#forget(false)}>Delete the run</button>
          ${this.#made ? html`<button class="button danger" @click=${() => this.#forget(true)}>Delete run and dataset</button>` : nothing}`}></ss-dialog>
    </div>`;
  }

  #panel() {
    const { query } = this.route;
    switch (this.tab) {
      case 'new': return session.may('analyst') ? html`<ss-order .scenario=${query.get('scenario') ?? ''} @ordered=${(event) => router.go(`/operator/runs?run=${segment(event.detail.id)}`)}></ss-order>` : nothing;
      case 'compare': return html`<ss-compare .one=${query.get('one') ?? ''} .other=${query.get('other') ?? ''}></ss-compare>`;
      default: return query.get('run')
        ? html`<ss-watch .run=${query.get('run')} .action=${(run) => this.#actions(run, true)}></ss-watch>`
        : html`<ss-run-list limit="50" .action=${(run) => this.#actions(run)}></ss-run-list>`;
    }
  }

  #actions(run, inWords = false) {
    if (!ENDED.includes(run.status)) {
      return session.may('analyst') ? html`<button class="button small" aria-label="Cancel the run of ${run.scenario}" @click=${() => this.#cancel(run)}>Cancel</button>` : nothing;
    }
    if (!session.may('admin')) return nothing;
    return inWords ? html`<button class="button small" @click=${() => this.#askToForget(run)}>Delete…</button>`
      : html`<button class="icon-button" aria-label="Delete the run ${run.id}" title="Delete" @click=${() => this.#askToForget(run)}>${icon('close')}</button>`;
  }
}
customElements.define('ss-runs', Runs);
