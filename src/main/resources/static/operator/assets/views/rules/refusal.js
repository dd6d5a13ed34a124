// Why a draft was not adopted: what is wrong with it, and which cases are not as expected.
import { Part, html, nothing } from '../../lib/part.js';
import { faultsOf } from '../../lib/trials.js';
import { icon } from '../../ui/icon.js';
import { findings } from './findings.js';
import { failure } from './tests.js';

class RuleRefusal extends Part {
  static properties = { problem: { attribute: false } };

  render() {
    const { title, detail, details } = this.problem;
    const cases = details?.tested?.cases?.filter((it) => it.failures?.length) ?? [];
    const faults = faultsOf(details);
    return html`<div class="callout warn" role="alert">${icon('warn')}<div class="stack tight"><span><b>${title}:</b> ${detail}.</span>
      ${details?.tested?.obstacles?.map((it) => html`<p>${it}</p>`) ?? nothing}
      ${faults.length ? findings(faults) : nothing}
      ${cases.length ? html`<ul class="lines small">${cases.slice(0, 20).map((it) => html`<li><span class="two-lines"><b>${it.name}</b>${it.failures.map(failure)}</span></li>`)}</ul>` : nothing}
      ${cases.length > 20 ? html`<p>and ${cases.length - 20} more: <a href="/operator/rules?tab=tests">run the tests</a> to see all.</p>` : nothing}</div></div>`;
  }
}
customElements.define('ss-rule-refusal', RuleRefusal);
