// Runs: those there were, followed live; a new one from a scenario on the shelf or a pasted one; two datasets side by side.
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
import './runs/compare.js';

const ENDED = ['completed', 'failed', 'cancelled', 'interrupted'];

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
    return this.route.query.get('tab') ?? 'list';
  }

  #tab(name) {
    router.query({ tab: name === 'list' ? null : name });
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

  async #forget(withDataset) {
    const run = this.forgotten;
    try {
      await api.send('DELETE', `/runs/${segment(run.id)}${withDataset ? '?dataset=true' : ''}`);
      this.querySelector('#forget').close();
      toast(withDataset ? `Deleted the run and ${run.dataset}` : 'Deleted the run; its dataset stays');
      this.querySelector('ss-run-list')?.refresh();
      if (withDataset) session.refreshDatasets();
    } catch (problem) {
      toast.problem(problem);
    }
  }

  render() {
    return html`<div class="page">
      <header class="page-head"><div><h1>Runs</h1><p>A run lives a scenario, judges everybody in it and leaves a dataset.</p></div></header>
      <ss-tabs label="Runs" .chosen=${this.tab} @choose=${(event) => this.#tab(event.detail)} .tabs=${[
        ['list', 'All runs'], ...(session.may('analyst') ? [['new', 'New run']] : []), ['compare', 'Compare']]}></ss-tabs>
      <div role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">${this.#panel()}</div>
      <ss-dialog id="forget" heading="Delete a run" .content=${() => html`<p>The run of ${this.forgotten?.scenario} that made <b>${this.forgotten?.dataset}</b> is forgotten. With its dataset, everything that was found and decided in it goes as well.</p>`}
        .actions=${() => html`<button class="button" @click=${() => this.querySelector('#forget').close()}>Keep it</button>
          <button class="button" @click=${() => this.#forget(false)}>Delete the run</button>
          <button class="button danger" @click=${() => this.#forget(true)}>Delete run and dataset</button>`}></ss-dialog>
    </div>`;
  }

  #panel() {
    switch (this.tab) {
      case 'new': return html`<ss-order .scenario=${this.route.query.get('scenario') ?? ''} @ordered=${() => this.#tab('list')}></ss-order>`;
      case 'compare': return html`<ss-compare .one=${this.route.query.get('one') ?? ''} .other=${this.route.query.get('other') ?? ''}></ss-compare>`;
      default: return html`<ss-run-list limit="50" .action=${(run) => this.#actions(run)}></ss-run-list>`;
    }
  }

  #actions(run) {
    if (!ENDED.includes(run.status)) {
      return session.may('analyst') ? html`<button class="button small" @click=${() => this.#cancel(run)}>Cancel</button>` : nothing;
    }
    return session.may('admin') ? html`<button class="icon-button" aria-label="Delete the run ${run.id}" title="Delete" @click=${() => {
      this.forgotten = run;
      this.querySelector('#forget').open();
    }}>${icon('close')}</button>` : nothing;
  }
}
customElements.define('ss-runs', Runs);
