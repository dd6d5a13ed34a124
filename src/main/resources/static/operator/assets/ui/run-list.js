// The latest runs, followed live while they go on: <ss-run-list>. It fires 'completed' with the run when one ends well.
// `.action` is a template for what can be done to a run; refresh() reads the list anew.
import { Part, html, nothing, vars, Resource } from '../lib/part.js';
import { api, listen, segment } from '../lib/api.js';
import { session } from '../lib/session.js';
import * as format from '../lib/format.js';
import { statusPill } from './marks.js';

const STATES = ['queued', 'running', 'completed', 'failed', 'cancelled', 'interrupted'];
const ended = (run) => !['queued', 'running'].includes(run.status);

class RunList extends Part {
  static properties = { limit: { type: Number }, action: { attribute: false } };
  #runs = new Resource(this);
  #listening = new Map();

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  refresh() {
    return this.#runs.load(async (signal) => {
      const page = await api.get(`/runs?limit=${this.limit ?? 5}`, { signal });
      page.items.filter((it) => !ended(it)).forEach((it) => this.#follow(it.id));
      return page;
    });
  }

  disconnectedCallback() {
    this.#listening.forEach((stop) => stop());
    this.#listening.clear();
    super.disconnectedCallback();
  }

  #follow(id) {
    if (this.#listening.has(id)) return;
    this.#listening.set(id, listen(`/runs/${segment(id)}/events`, (run, _, stop) => {
      const { data } = this.#runs;
      if (data) this.#runs.data = { ...data, items: data.items.map((it) => (it.id === run.id ? run : it)) };
      this.requestUpdate();
      if (ended(run)) {
        stop();
        this.#listening.delete(run.id);
        if (run.status === 'completed') {
          // Its dataset is linked as soon as it is known to be there.
          session.refreshDatasets().then(() => this.requestUpdate(), () => {});
          this.dispatchEvent(new CustomEvent('completed', { detail: run, bubbles: true }));
        }
      }
    }, STATES));
  }

  render() {
    return html`<section class="card flush" aria-labelledby="runs-title"><div class="card-head"><h2 id="runs-title">Runs</h2><p>${this.#runs.data ? `${format.several(this.#runs.data.total, 'run')} on this server` : ''}</p></div>
      ${this.#runs.when({
        loading: () => html`<div class="padded"><ss-loading lines="3" label="Loading runs"></ss-loading></div>`,
        done: ({ items }) => (items.length === 0
          ? html`<ss-empty icon="runs" heading="No runs yet" text="A run lives a scenario and has the rules judge everybody in it. Those ordered here are followed live."></ss-empty>`
          : html`<ul class="runs">${items.map((it) => this.#run(it))}</ul>`),
      })}</section>`;
  }

  #run(run) {
    const { progress } = run;
    const made = session.datasets?.some((it) => it.name === run.dataset);
    return html`<li>
      <span class="two-lines"><b><a href="/operator/runs?run=${segment(run.id)}">${run.scenario}</a></b><small class="plain">${run.id} · ${format.several(run.users, 'user')}, ${run.days} days · by ${run.requester}</small></span>
      <span class="run-progress">${run.status === 'running' && progress
        ? html`<span class="progress" role="progressbar" aria-label="Progress of ${run.scenario}" aria-valuemin="0" aria-valuemax=${progress.total_users} aria-valuenow=${progress.users}><i ${vars({ '--share': progress.users / Math.max(1, progress.total_users) })}></i></span>
          <small>${format.sentence(progress.stage)}: ${format.count(progress.users)} of ${format.count(progress.total_users)} · ${format.shortCount(progress.transactions_per_second)} transactions/s${progress.seconds_left !== undefined && progress.seconds_left !== null ? ` · ${format.duration(progress.seconds_left)} left` : ''}</small>`
        : html`<small>${run.message ?? (run.status === 'queued' ? `${format.several(run.runs_ahead ?? 0, 'run')} ahead` : run.ended ? `${format.since(run.ended)}${run.bytes ? ` · ${format.bytes(run.bytes)}` : ''}` : '')}</small>`}</span>
      <span class="run-end">${run.status === 'completed' && made ? html`<a href="/operator/datasets/${segment(run.dataset)}">${run.dataset}</a>` : html`<span class="faint">${run.dataset}</span>`} ${statusPill(run.status)}${this.action?.(run) ?? nothing}</span>
    </li>`;
  }
}
customElements.define('ss-run-list', RunList);
