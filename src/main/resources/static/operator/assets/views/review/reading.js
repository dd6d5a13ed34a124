// The reading pane: the advice, why this user gets it, what it was measured from, and what was decided about it.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url, ofUser, segment } from '../../lib/api.js';
import { session } from '../../lib/session.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { statusPill, categoryMark, confidenceBar } from '../../ui/marks.js';
import { markedRationale } from '../../ui/rationale.js';
import { entryLine } from './entry.js';
import '../user/standing.js';

class Reading extends Part {
  static properties = {
    dataset: {}, advice: { attribute: false }, words: { attribute: false }, terms: { attribute: false }, collision: { attribute: false }, undo: { attribute: false },
  };
  #user = new Resource(this);

  willUpdate() {
    const item = this.advice.data?.item;
    if (item) this.#user.once(`${this.dataset}/${item.user_id}`, (signal) => api.get(ofUser(this.dataset, item.user_id), { signal }));
  }

  /** Opens the form for another persona of this user. */
  persona() {
    this.querySelector('ss-user-standing')?.override();
  }

  #ask(kind) {
    this.dispatchEvent(new CustomEvent('ask', { detail: kind }));
  }

  render() {
    return html`<section class="card reading" aria-label="Advice">${this.advice.when({
      loading: () => html`<ss-loading lines="8" label="Loading advice"></ss-loading>`,
      done: (advice) => this.#shown(advice),
    })}</section>`;
  }

  #shown(advice) {
    const { item, given, overriding } = advice;
    const words = overriding ?? given;
    const found = this.#user.data?.user_id === item?.user_id ? this.#user.data : null;
    const reasons = found?.findings?.recommendations.find((it) => it.recommendation_id === advice.recommendation_id)
      ?? found?.findings?.recommendations.find((it) => it.code === item?.code);
    return html`
      ${this.#collision()}
      <div class="reading-head">
        <div><h2>${words?.title ?? advice.recommendation_id}</h2>
          ${item ? html`<p class="queue-meta"><a class="to-user" href="/operator/datasets/${segment(this.dataset)}/users/${item.user_id}?tab=advice">${found?.name ?? item.user_id} <span class="mono">${found ? item.user_id : ''}</span></a>
            ${this.words ? categoryMark(this.words.persona(item.persona), this.words.color(item.persona)) : nothing} ${confidenceBar(item.confidence, this.words?.color(item.persona))}</p>` : nothing}</div>
        <span class="actions">${statusPill(advice.status)}${item ? html`<span class="pill ${item.kind === 'offer' ? 'accent' : ''}">${format.sentence(item.kind)}</span>` : nothing}</span>
      </div>
      ${session.may('operator') ? html`<div class="actions decide-row" role="toolbar" aria-label="Decide">
        ${[['approve', 'Approve', 'a', 'primary'], ['override', 'Override…', 'o'], ['flag', 'Flag…', 'f'], ['reject', 'Reject…', 'r'], ['note', 'Note…', 'n']].map(([kind, title, key, look]) => html`
          <button class="button ${look ?? ''}" aria-keyshortcuts=${key} @click=${() => this.#ask(kind)}>${title} <kbd aria-hidden="true">${key}</kbd></button>`)}</div>` : nothing}
      ${words?.body ? html`<p class="advice-body">${words.body}</p>` : nothing}
      ${overriding && given ? html`<details class="more"><summary>The words of the rules</summary><p><b>${given.title}</b></p><p class="note">${given.body}</p></details>` : nothing}
      ${given?.rationale ? html`<section aria-label="Why"><h3>Why this user gets it</h3><p class="rationale advice">${markedRationale({ rationale: given.rationale, bindings: reasons?.bindings })}</p></section>` : nothing}
      ${this.#evidence(item, found, reasons)}
      ${given?.disclosure ? html`<small>${given.disclosure}</small>` : nothing}
      ${item ? html`<section aria-label="Persona of this user"><ss-user-standing compact .dataset=${this.dataset} .user=${item.user_id} .words=${this.words} .terms=${this.terms}
        @changed=${() => { this.#user.again(); this.dispatchEvent(new CustomEvent('changed')); }}></ss-user-standing></section>` : nothing}
      ${this.#history(advice)}`;
  }

  #collision() {
    if (!this.collision) return nothing;
    const { entries, many } = this.collision;
    return html`<div class="callout warn collision" role="alert">${icon('warn')}<div>
      <b>Somebody was faster. Nothing of yours was written.</b>
      ${many ? html`<p>${format.several(many.length, 'piece', 'pieces')} of advice had been decided meanwhile and ${many.length === 1 ? 'is' : 'are'} no longer selected:</p>
          <ul>${many.map((it) => html`<li>${this.words?.advice(it.code)} for ${it.user_id}: ${it.status}${it.decided_by ? ` by ${it.decided_by}` : ''}</li>`)}</ul><p>Decide again about the others.</p>`
        : html`${entries.length ? html`<ul>${entries.map((it) => entryLine(it, this.terms))}</ul>` : html`<p>The dataset was made anew.</p>`}
          <p>Below is how it stands now: look again, then decide.</p>`}
      <button class="button small" @click=${() => this.dispatchEvent(new CustomEvent('seen'))}>I have seen it</button></div></div>`;
  }

  #evidence(item, found, reasons) {
    if (!item) return nothing;
    if (!found) return this.#user.problem ? html`<p class="note">${this.#user.problem.detail}</p>` : html`<ss-loading lines="4" label="Loading the evidence"></ss-loading>`;
    const evidence = (found.findings?.evidence ?? []).filter((it) => it.persona === item.persona).sort((a, b) => Math.abs(b.log_odds) - Math.abs(a.log_odds));
    const signals = new Map((found.findings?.signals ?? []).map((it) => [`${it.type}/${it.window_days}`, it]));
    const to = (signal) => url(`/operator/datasets/${segment(this.dataset)}/users/${item.user_id}`, { tab: 'signals', signal: signal.type, window: signal.window_days });
    const figures = (reasons?.bindings ?? []).filter((it) => it.origin);
    return html`<section aria-label="Evidence"><h3>Evidence for ${this.words?.persona(item.persona)}</h3>
      ${evidence.length === 0 ? html`<p class="note">None on the last day: the persona was held over, or said by hand.</p>` : html`<ul class="lines small">${evidence.map((it) => {
        const signal = signals.get(`${it.signal}/${it.days}`);
        return html`<li><span class="two-lines">${signal ? html`<a href=${to(signal)}>${this.words?.signal(signal.type)}: ${format.measured(signal.value, signal.unit)} over ${format.several(signal.window_days, 'day')}</a>` : nothing}<small class="plain">${it.because}</small></span>
          <span class="amount ${it.log_odds >= 0 ? 'good-text' : 'bad-text'}" title="Log odds">${it.log_odds >= 0 ? '+' : '−'}${Math.abs(it.log_odds).toFixed(2)}</span></li>`;
      })}</ul>`}
      ${figures.length ? html`<h3 class="spaced">Figures in it</h3><dl class="figures">${figures.map((it) => html`<div><dt>${it.text}</dt><dd>${it.origin}${it.sources?.length ? html` <small>${it.sources.map((one) => format.several(one.count, 'transaction')).join(', ')}</small>` : nothing}</dd></div>`)}</dl>` : nothing}
    </section>`;
  }

  #history(advice) {
    if (!advice.history.length) return nothing;
    const undone = new Set(advice.history.map((it) => it.undoes).filter(Boolean));
    return html`<section aria-label="History"><h3>History</h3><ul class="entries">${[...advice.history].reverse().map((it) => entryLine(it, this.terms, {
      action: session.may('operator') && it.sequence === advice.item?.decision && !undone.has(it.sequence)
        ? html`<button class="button small" @click=${() => this.undo(it)}>Undo</button>` : undone.has(it.sequence) ? html`<span class="pill">undone</span>` : nothing }))}</ul></section>`;
  }
}
customElements.define('ss-reading', Reading);
