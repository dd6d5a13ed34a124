// Small marks inside text and tables, all plain templates: confidenceBar, share bar, personaMark, status pill, sparkline.
import { html, svg, nothing } from 'lit';
import { vars } from '../lib/part.js';
import * as format from '../lib/format.js';

/** A confidence from 0 to 1 as bar and figure. */
export function confidenceBar(value, color = 'var(--accent)') {
  if (value === null || value === undefined) return html`<span class="faint">${format.NONE}</span>`;
  return html`<span class="meter" ${vars({ '--share': value, '--mark': color })}><i></i><b>${format.confidence(value)}</b></span>`;
}

/** A share of something limited, such as a card: amber from `warn`, red from `bad`. */
export function usageBar(share, { warn = 0.3, bad = 0.5 } = {}) {
  const color = share >= bad ? 'var(--bad)' : share >= warn ? 'var(--warn)' : 'var(--good)';
  return html`<span class="meter" ${vars({ '--share': Math.max(0, Math.min(1, share)), '--mark': color })}><i></i><b>${format.percent(share)}</b></span>`;
}

/** The name of a category with its colour. */
export function categoryMark(title, color) {
  return html`<span class="category" ${vars({ '--mark': color })}><i></i>${title}</span>`;
}

const TONES = {
  completed: 'good', approved: 'good', passed: 'good', met: 'good', running: 'accent', overridden: 'accent',
  failed: 'bad', rejected: 'bad', cancelled: 'bad', interrupted: 'warn', flagged: 'warn', queued: 'quiet', pending: 'quiet',
};

export function statusPill(status, title = format.sentence(status)) {
  return html`<span class="pill ${TONES[status] ?? 'quiet'}">${title}</span>`;
}

/** A line without axes; `label` says what it shows to those who do not see it. */
export function sparkline(values, label, { width = 120, height = 28 } = {}) {
  if (!values || values.length < 2) return nothing;
  const low = Math.min(...values), high = Math.max(...values);
  const points = values.map((value, i) =>
    `${((i / (values.length - 1)) * (width - 4) + 2).toFixed(1)},${(height - 3 - ((value - low) / (high - low || 1)) * (height - 6)).toFixed(1)}`);
  return html`<svg class="sparkline" role="img" aria-label=${label} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>${
    svg`<polyline points=${points.join(' ')}></polyline>`}</svg>`;
}
