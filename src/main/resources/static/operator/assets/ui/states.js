// What is shown when there is nothing to show: <ss-loading>, <ss-problem>, <ss-empty>. One look for all views.
import { Part, html, nothing, vars } from '../lib/part.js';
import { icon } from './icon.js';

/** Grey lines where the content will be; `lines`, and `block` for one area of a height in pixels. */
export class Loading extends Part {
  static properties = { lines: { type: Number }, block: { type: Number }, label: {} };
  render() {
    return html`<div class="skeleton" role="status">
      <span class="visually-hidden">${this.label ?? 'Loading'}</span>
      ${this.block
        ? html`<i class="bone area" ${vars({ '--high': this.block + 'px' })}></i>`
        : Array.from({ length: this.lines ?? 4 }, (_, i) =>
            html`<i class="bone" ${vars({ '--wide': [92, 78, 85, 64, 88, 71][i % 6] + '%' })}></i>`)}
    </div>`;
  }
}
customElements.define('ss-loading', Loading);

/** A Problem in plain words, with what the service said and a way to try again, or another in `action` (a template). */
export class ProblemNote extends Part {
  static properties = { problem: { attribute: false }, again: { attribute: false }, action: { attribute: false } };
  render() {
    const { title = 'Something went wrong', detail = this.problem?.message, errors = [], status } = this.problem ?? {};
    return html`<div class="state bad" role="alert">
      ${icon(status === 403 ? 'lock' : 'warn')}
      <h2>${title}</h2>
      <p>${detail ? detail.charAt(0).toUpperCase() + detail.slice(1) : ''}</p>
      ${errors.length === 0 ? nothing : html`<ul>${errors.map((it) => html`<li>${typeof it === 'string' ? it
        : html`<b>${it.parameter ?? it.field ?? it.place ?? it.path ?? ''}</b> ${it.value !== undefined && it.value !== null ? html`<code>${it.value}</code> ` : ''}${it.message ?? it.detail ?? ''}`}</li>`)}</ul>`}
      ${this.again && ![403, 404].includes(status)
        ? html`<button class="button" @click=${this.again}>Try again</button>` : nothing}
      ${this.action ?? nothing}
    </div>`;
  }
}
customElements.define('ss-problem', ProblemNote);

/** Nothing there, and why: `heading`, `text`, `icon`, and what to do about it in `action` (a template). */
export class Empty extends Part {
  static properties = { heading: {}, text: {}, icon: {}, action: { attribute: false } };
  render() {
    return html`<div class="state">
      ${icon(this.icon ?? 'search')}
      <h2>${this.heading ?? 'Nothing here'}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      ${this.action ?? nothing}
    </div>`;
  }
}
customElements.define('ss-empty', Empty);
