// Short messages that go by themselves: toast('Approved', { action: ['Undo', () => …] }), toast.problem(problem).
// Messages with an action stay longer; they stay while the pointer or the focus is on them.
import { Part, html, nothing } from '../lib/part.js';
import { icon } from './icon.js';

let host = null;

class Toasts extends Part {
  #shown = [];
  connectedCallback() {
    super.connectedCallback();
    host = this;
  }
  add(message) {
    this.#shown = [...this.#shown.slice(-2), message];
    this.requestUpdate();
    this.#leave(message);
  }
  #leave(message) {
    clearTimeout(message.timer);
    message.timer = setTimeout(() => this.#drop(message), message.action || message.bad ? 9000 : 4500);
  }
  #drop(message) {
    this.#shown = this.#shown.filter((it) => it !== message);
    this.requestUpdate();
  }
  render() {
    return html`<div class="toasts" role="status" aria-live="polite">${this.#shown.map((it) => html`
      <div class="toast ${it.bad ? 'bad' : ''}" @pointerenter=${() => clearTimeout(it.timer)} @focusin=${() => clearTimeout(it.timer)}
           @pointerleave=${() => this.#leave(it)} @focusout=${() => this.#leave(it)}>
        ${icon(it.bad ? 'warn' : 'check')}
        <span>${it.text}</span>
        ${it.action ? html`<button class="button small" @click=${() => { this.#drop(it); it.action[1](); }}>${it.action[0]}</button>` : nothing}
        <button class="icon-button" aria-label="Dismiss" @click=${() => this.#drop(it)}>${icon('close')}</button>
      </div>`)}</div>`;
  }
}
customElements.define('ss-toasts', Toasts);

export function toast(text, { action = null, bad = false } = {}) {
  host?.add({ text, action, bad });
}
toast.problem = (problem) => toast(`${problem.title ?? 'Failed'}: ${problem.detail ?? problem.message}`, { bad: true });
