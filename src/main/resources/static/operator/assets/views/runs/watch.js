// One run: how far it is, live; once it has ended, what it made or why it did not. `.action` is a template for what can be done.
import { Part, html, nothing, vars, Resource } from '../../lib/part.js';
import { api, listen, url, segment } from '../../lib/api.js';
import { session } from '../../lib/session.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { statusPill } from '../../ui/marks.js';

const STATES = ['queued', 'running', 'completed', 'failed', 'cancelled', 'interrupted'];
const ended = (run) => !['queued', 'running'].includes(run.status);
const WHY = {
  failed: 'It failed, and left no dataset.', cancelled: 'It was cancelled, and left no dataset.',
  interrupted: 'The service ended while it ran. Nothing of it is left; start it again.',
};

class Watch extends Part {
  static properties = { run: {}, action: { attribute: false } };
  #run = new Resource(this);
  #stop = null;

  disconnectedCallback() {
    this.#stop?.();
    super.disconnectedCallback();
  }

  willUpdate() {
    this.#run.once(this.run, async (signal) => {
      this.#stop?.();
      const run = await api.get(`/runs/${segment(this.run)}`, { signal });
      if (!ended(run)) this.#follow(run.id);
      else if (run.status === 'completed' && !this.#made(run)) this.#learnWhatItMade();
      return run;
    });
  }

  /** The run may have ended after the datasets were listed, be it before this page was there to hear of it. */
  #learnWhatItMade() {
    session.refreshDatasets().then(() => this.requestUpdate(), () => {});
  }

  #made(run) {
    return session.datasets?.some((it) => it.name === run.dataset);
  }

  #follow(id) {
    this.#stop = listen(`/runs/${segment(id)}/events`, (run, _, stop) => {
      this.#run.data = run;
      this.requestUpdate();
      if (ended(run)) {
        stop();
        this.#learnWhatItMade();
      }
    }, STATES);
  }

  render() {
    return html`<div class="stack"><a class="crumbs" href="/operator/runs">${icon('left')} All runs</a>${this.#run.when({
      loading: () => html`<div class="card"><ss-loading lines="5" label="Loading the run"></ss-loading></div>`,
      done: (run) => html`<section class="card stack" aria-labelledby="run-title"><div class="run-head"><h2 id="run-title">${run.scenario}</h2><span role="status">${statusPill(run.status)}</span>
          <span class="actions">${this.#next(run)}${this.action?.(run) ?? nothing}</span></div>${this.#state(run)}</section>
        <section class="card" aria-labelledby="about-title"><div class="card-head"><h2 id="about-title">What was ordered</h2></div>${this.#about(run)}</section>`,
    })}</div>`;
  }

  #next(run) {
    const made = run.status === 'completed' && this.#made(run);
    const other = session.datasets?.find((it) => !it.fault && it.name !== run.dataset);
    return html`${made ? html`<a class="button small primary" href="/operator/datasets/${segment(run.dataset)}">Open ${run.dataset}</a>
      ${other ? html`<a class="button small" href=${url('/operator/runs', { tab: 'compare', one: other.name, other: run.dataset })}>Compare</a>` : nothing}` : nothing}
      ${ended(run) && session.may('analyst') ? html`<a class="button small" href=${url('/operator/runs', { tab: 'new', scenario: run.scenario })}>Run again…</a>` : nothing}`;
  }

  #state(run) {
    const { progress } = run;
    if (run.status === 'queued') return html`<p class="note">${run.runs_ahead ? `${format.several(run.runs_ahead, 'run')} ahead of it.` : 'It begins as soon as there is room.'}</p>`;
    if (run.status === 'running') return progress ? this.#progress(run, progress) : html`<p class="note">It has begun.</p>`;
    if (run.status !== 'completed') {
      return html`<div class="callout warn">${icon('warn')}<div><b>${WHY[run.status] ?? run.status}</b>${run.message && run.status === 'failed' ? html`<p>${run.message}</p>` : nothing}</div></div>`;
    }
    return html`<dl class="tiles">${this.#tile('Users', format.count(run.users))}${progress ? this.#tile('Transactions', format.count(progress.transactions)) : nothing}
      ${run.started && run.ended ? this.#tile('Took', format.duration((new Date(run.ended) - new Date(run.started)) / 1000)) : nothing}${run.bytes ? this.#tile('Size', format.bytes(run.bytes)) : nothing}</dl>`;
  }

  #progress(run, progress) {
    const share = progress.users / Math.max(1, progress.total_users);
    return html`<span class="progress thick" role="progressbar" aria-label="Progress of ${run.scenario}" aria-valuemin="0" aria-valuemax=${progress.total_users} aria-valuenow=${progress.users}><i ${vars({ '--share': share })}></i></span>
      <dl class="tiles">${this.#tile(format.sentence(progress.stage), `${format.count(progress.users)} of ${format.count(progress.total_users)}`)}${this.#tile('Transactions', format.count(progress.transactions))}
      ${this.#tile('A second', format.shortCount(progress.transactions_per_second))}${this.#tile('Since', format.duration(progress.elapsed_seconds))}${progress.seconds_left === undefined ? nothing : this.#tile('Left', format.duration(progress.seconds_left))}</dl>`;
  }

  #tile(title, value) {
    return html`<div><dt>${title}</dt><dd>${value}</dd></div>`;
  }

  #about(run) {
    return html`<dl class="about">${[
      ['Run', html`<code>${run.id}</code> by ${run.requester}`],
      ['Scenario', html`${run.scenario}, ${format.several(run.users, 'user')}, ${format.several(run.days, 'day')}, seed ${run.seed}`],
      ['Settings', run.overrides?.length ? html`<code>${run.overrides.join(', ')}</code>` : 'none'],
      ['Dataset', html`${run.dataset}${run.replace ? ', in place of one of that name' : ''}`],
      ['Rules', run.rule_revision ? html`<code title=${run.rule_revision}>${run.rule_revision.slice(0, 12)}</code>` : undefined],
      ['Submitted', format.time(run.submitted)], ['Started', run.started && format.time(run.started)], ['Ended', run.ended && format.time(run.ended)],
      ['Fingerprint', run.fingerprints ? html`<code>${run.fingerprints.data?.slice(0, 12)}</code>${run.fingerprints.findings ? html`, findings <code>${run.fingerprints.findings.slice(0, 12)}</code>` : nothing}` : undefined],
    ].filter(([, value]) => value).map(([title, value]) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`)}</dl>`;
  }
}
customElements.define('ss-watch', Watch);
