// What was measured, against its threshold, and the very transactions behind the figure that is chosen.
import { Part, html, nothing, vars } from '../../lib/part.js';
import { router } from '../../lib/router.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import './transactions.js';

const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

export const against = (it) => `${SIGNS[it.comparison] ?? it.comparison} ${format.measured(it.threshold_value, it.unit)}`;

/** A value and its threshold on one scale from 0. */
export function bullet(value, threshold, detected) {
  if (typeof value !== 'number' || typeof threshold !== 'number') return nothing;
  const largest = Math.max(Math.abs(value), Math.abs(threshold)) * 1.15 || 1;
  return html`<span class="bullet ${detected ? 'on' : ''}" aria-hidden="true" ${vars({ '--value': Math.max(0, value) / largest, '--threshold': Math.max(0, threshold) / largest })}><i></i><b></b></span>`;
}

class UserSignals extends Part {
  static properties = { dataset: {}, user: {}, detail: { attribute: false }, words: { attribute: false }, query: { attribute: false } };

  #choose(signal) {
    const same = signal && this.query.get('signal') === signal.type && this.query.get('window') === String(signal.window_days);
    router.query({ signal: same ? null : signal?.type, window: same ? null : signal?.window_days, among: null });
  }

  render() {
    const { findings } = this.detail;
    if (!findings) return html`<div class="card"><ss-empty heading="Not judged" text="No rules have looked at this user, so nothing was measured."></ss-empty></div>`;
    const signals = [...findings.signals].sort((a, b) => b.detected - a.detected);
    const window = this.query.get('window');
    const chosen = signals.find((it) => it.type === this.query.get('signal') && (window === null || String(it.window_days) === window));
    const all = this.query.get('all') === 'true';
    const shown = signals.filter((it) => all || it.detected || it === chosen);
    return html`<div class="columns signals">
      <section class="span-6 card flush" aria-label="Signals">
        <div class="card-head"><h2>${format.several(signals.filter((it) => it.detected).length, 'behavior')} detected</h2><p>of ${format.several(signals.length, 'figure')}, choose one to see what it was measured from</p></div>
        <ul class="signal-list">${shown.map((it) => this.#signal(it, it === chosen))}</ul>
        <footer class="pager"><button class="link" @click=${() => router.query({ all: all ? null : 'true' })}>${all ? 'Only what was detected' : `Also the ${signals.length - signals.filter((it) => it.detected).length} that were not`}</button></footer>
      </section>
      <section class="span-6 card flush" aria-label="Transactions behind it">
        <div class="card-head"><h2>${chosen ? this.words.signal(chosen.type) : 'Transactions'}</h2>
          ${chosen ? html`<label class="switch"><input type="checkbox" .checked=${this.query.get('among') === 'true'} @change=${(event) => router.query({ among: event.target.checked ? 'true' : null }, { replace: true })}> Among all</label>` : html`<p>All of them; choose a behavior</p>`}</div>
        ${chosen ? this.#figure(chosen) : nothing}
        <ss-transactions .dataset=${this.dataset} .user=${this.user} .asOf=${this.detail.as_of} .accounts=${this.detail.accounts}
          .signal=${chosen} ?among=${this.query.get('among') === 'true'}></ss-transactions>
      </section></div>`;
  }

  #signal(it, chosen) {
    return html`<li><button class="signal ${it.detected ? 'on' : ''}" aria-pressed=${chosen} @click=${() => this.#choose(it)}>
      <span class="dot" aria-hidden="true"></span>
      <span class="what"><b>${this.words.signal(it.type)}</b><small>${it.window_days ? `${it.window_days} days · ` : ''}${format.words(it.type)}</small></span>
      ${bullet(it.value, it.threshold_value, it.detected)}
      <span class="value"><b>${format.measured(it.value, it.unit)}</b><small>${it.detected ? '' : 'not '}${against(it)}</small></span>
      <span class="visually-hidden">${it.detected ? 'detected' : 'not detected'}</span></button></li>`;
  }

  #figure(it) {
    return html`<div class="figure-note"><p><b>${format.measured(it.value, it.unit)}</b> ${it.detected ? 'is' : 'is not'} ${against(it)} <code>${it.threshold}</code></p>
      <p class="note">${icon('info')} <span>${it.formula ? html`<code>${it.formula}</code>, ` : nothing}${format.several(it.observations, 'observation')}. ${it.sources.map((one) =>
        `${format.several(one.count, 'transaction')} from ${format.date(one.from)} to ${format.date(one.to)}, ${format.money(Math.abs(one.sum_cents))} ${one.sum_cents < 0 ? 'in' : 'out'}${one.narrowed ? ` (${one.narrowed})` : ''}`).join('; ')}</span></p></div>`;
  }
}
customElements.define('ss-user-signals', UserSignals);
