// What the draft changes, file by file and line by line.
import { Part, html, Resource } from '../../lib/part.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import '../../ui/diff.js';

const CONTEXT = 2;

/** Lines of two texts between their common beginning and end, longest common subsequence in between, in the unified format. */
export function unified(path, before, after) {
  const a = before.split('\n'), b = after.split('\n');
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const x = a.slice(head, a.length - tail), y = b.slice(head, b.length - tail);
  const lines = [];
  if (x.length * y.length > 4_000_000) {
    lines.push(...x.map((it) => '-' + it), ...y.map((it) => '+' + it));
  } else {
    const length = Array.from({ length: x.length + 1 }, () => new Uint32Array(y.length + 1));
    for (let i = x.length - 1; i >= 0; i--) for (let j = y.length - 1; j >= 0; j--) length[i][j] = x[i] === y[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    let i = 0, j = 0;
    while (i < x.length || j < y.length) {
      if (i < x.length && j < y.length && x[i] === y[j]) lines.push(' ' + x[i++], ...(j++, []));
      else if (i < x.length && (j === y.length || length[i + 1][j] >= length[i][j + 1])) lines.push('-' + x[i++]);
      else lines.push('+' + y[j++]);
    }
  }
  const from = Math.max(0, head - CONTEXT);
  return [`--- ${path}`, `@@ line ${from + 1} @@`, ...a.slice(from, head).map((it) => ' ' + it), ...lines, ...a.slice(a.length - tail, a.length - tail + CONTEXT).map((it) => ' ' + it)].join('\n');
}

class RuleChangesShown extends Part {
  #texts = new Resource(this);

  willUpdate() {
    this.#texts.once(JSON.stringify(draft.files), () => Promise.all(draft.paths.map(async (path) => unified(path, await ruleText(path, draft.madeFrom).catch(() => ''), draft.files[path]))));
  }

  render() {
    return this.#texts.when({ done: (texts) => html`<ss-diff .text=${texts.join('\n')}></ss-diff>` });
  }
}
customElements.define('ss-rule-changes', RuleChangesShown);
