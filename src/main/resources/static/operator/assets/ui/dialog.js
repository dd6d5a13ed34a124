// <ss-dialog heading="…" .content=${() => html`…`} .actions=${() => html`…`}>: call open() and close(). With the attribute
// `side` it is a drawer from the right edge. Escape and a click beside it close it; focus goes back by itself.
// It fires 'closed'. Both templates are rendered by the dialog: their listeners are functions that keep `this`.
import { Part, html, nothing } from '../lib/part.js';
import { icon } from './icon.js';

let number = 0;

export class Dialog extends Part {
  static properties = {
    heading: {}, side: { type: Boolean }, wide: { type: Boolean }, shown: { state: true },
    content: { attribute: false }, actions: { attribute: false },
  };
  #id = `dialog-${++number}`;

  async open() {
    this.shown = true;
    await this.updateComplete;
    this.#dialog.showModal();
  }
  close() {
    this.#dialog?.close();
  }
  get #dialog() {
    return this.querySelector('dialog');
  }
  #closed() {
    this.shown = false;
    this.dispatchEvent(new CustomEvent('closed'));
  }
  #outside(event) {
    if (event.target !== this.#dialog) return;
    const box = this.#dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) this.close();
  }
  render() {
    return html`<dialog class="${this.side ? 'side' : ''} ${this.wide ? 'wide' : ''}" aria-labelledby=${this.#id}
        @close=${this.#closed} @click=${this.#outside}>
      ${this.shown ? html`
        <header><h2 id=${this.#id}>${this.heading}</h2>
          <button class="icon-button" aria-label="Close" @click=${this.close}>${icon('close')}</button></header>
        <div class="dialog-body">${this.content?.()}</div>
        ${this.actions ? html`<footer>${this.actions()}</footer>` : nothing}` : nothing}
    </dialog>`;
  }
}
customElements.define('ss-dialog', Dialog);
