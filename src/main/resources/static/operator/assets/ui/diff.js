// Text differences in the unified format: <ss-diff label="…" .text=${'--- …'}>.
import { Part, html } from '../lib/part.js';

const kind = (line) => (/^(---|\+\+\+|@@)/.test(line) ? 'place' : line.startsWith('+') ? 'added' : line.startsWith('-') ? 'gone' : '');

export class Diff extends Part {
  static properties = { text: { attribute: false }, label: {} };
  render() {
    return html`<pre class="diff" tabindex="0" role="group" aria-label=${this.label ?? 'Differences'}>${(this.text ?? '').split('\n').map((line) => html`<span class=${kind(line)}>${line || ' '}</span>`)}</pre>`;
  }
}
customElements.define('ss-diff', Diff);
