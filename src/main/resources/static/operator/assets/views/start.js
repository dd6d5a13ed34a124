// The first page: goes on to the dataset that was last looked at, or says how to get one.
import { Part, html } from '../lib/part.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';

class Start extends Part {
  static properties = { route: { attribute: false } };
  #go = () => {
    const dataset = session.usualDataset;
    if (dataset) router.go(`/operator/datasets/${encodeURIComponent(dataset)}`, { replace: true });
    else this.requestUpdate();
  };
  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#go);
    queueMicrotask(this.#go);
  }
  disconnectedCallback() {
    session.removeEventListener('change', this.#go);
    super.disconnectedCallback();
  }
  render() {
    return html`<div class="page"><h1 class="visually-hidden">SpendSense</h1>${session.datasets === null
      ? html`<ss-loading lines="6"></ss-loading>`
      : html`<ss-empty icon="runs" heading="No dataset yet" text="A run makes one: order it under Runs, or on the command line with ./spendsense generate."></ss-empty>`}</div>`;
  }
}
customElements.define('ss-start', Start);
