// The list of the review queue, and what can be done to those selected in it. It decides nothing itself: it fires 'show' and
// 'select' with the identifier of a piece of advice, 'ask' with the kind of a decision, 'deselect' and 'more'.
import { Part, html, nothing } from '../../lib/part.js';
import { session } from '../../lib/session.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { statusPill, categoryMark } from '../../ui/marks.js';
import { OPEN } from './filters.js';

class Queue extends Part {
  static properties = {
    items: { attribute: false }, selected: { attribute: false }, current: {}, words: { attribute: false }, total: { type: Number },
    more: { type: Boolean }, following: { type: Boolean },
  };

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  render() {
    return html`<section class="card flush queue" aria-label="Queue">
      ${this.selected.size ? this.#bulk() : nothing}
      <ul>${this.items.map((it) => this.#row(it))}</ul>
      ${this.more ? html`<footer class="pager"><span class="note">${format.count(this.items.length)} of ${format.count(this.total)}</span>
        <button class="button small" ?disabled=${this.following} @click=${() => this.#tell('more')}>Show more</button></footer>` : nothing}
    </section>`;
  }

  #bulk() {
    const button = (kind, title) => html`<button class="button small" @click=${() => this.#tell('ask', kind)}>${title}</button>`;
    return html`<div class="bulk" role="toolbar" aria-label="For all selected">
      <button class="icon-button" aria-label="Take the selection away" @click=${() => this.#tell('deselect')}>${icon('close')}</button>
      <b>${format.count(this.selected.size)} selected</b>
      ${button('approve', 'Approve')}${button('reject', 'Reject…')}${button('flag', 'Flag…')}${button('note', 'Note…')}</div>`;
  }

  #row(it) {
    const { words } = this;
    const id = it.recommendation_id;
    const now = id === this.current;
    return html`<li data-id=${id} class="queue-row ${now ? 'current' : ''} ${it.status === OPEN ? '' : 'decided'}">
      ${session.may('operator') ? html`<input type="checkbox" tabindex="-1" aria-label="Select ${words?.advice(it.code) ?? it.code} for ${it.user_id}" .checked=${this.selected.has(id)} @change=${() => this.#tell('select', id)}>` : html`<i></i>`}
      <button aria-current=${now ? 'true' : nothing} @click=${() => this.#tell('show', id)}>
        <b>${words?.advice(it.code) ?? it.code}</b>
        <span class="queue-meta">${words ? categoryMark(words.persona(it.persona), words.color(it.persona)) : it.persona}<span class="mono faint">${it.user_id}</span></span>
      </button>
      <span class="queue-end">${it.status === OPEN ? html`<span class="pill">${format.sentence(it.priority)}</span>` : statusPill(it.status)}
        <small title="Given since ${it.entered}; ${it.points} points">${format.several(it.age_days, 'day')}</small></span>
    </li>`;
  }
}
customElements.define('ss-queue', Queue);
