// The difference of two texts, line by line, in the unified format without its head: lines that changed with a few around them.

const CONTEXT = 3;
const TOO_MANY = 4_000_000;

/** Lines as [sign, text] by the longest common subsequence. */
function edits(a, b) {
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const x = a.slice(head, a.length - tail), y = b.slice(head, b.length - tail);
  return [...a.slice(0, head).map((it) => [' ', it]), ...between(x, y), ...a.slice(a.length - tail).map((it) => [' ', it])];
}

function between(x, y) {
  if (x.length * y.length > TOO_MANY) return [...x.map((it) => ['-', it]), ...y.map((it) => ['+', it])];
  const length = Array.from({ length: x.length + 1 }, () => new Uint32Array(y.length + 1));
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) length[i][j] = x[i] === y[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
  }
  const lines = [];
  for (let i = 0, j = 0; i < x.length || j < y.length;) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      lines.push([' ', x[i++]]);
      j++;
    } else if (i < x.length && (j === y.length || length[i + 1][j] >= length[i][j + 1])) lines.push(['-', x[i++]]);
    else lines.push(['+', y[j++]]);
  }
  return lines;
}

export function unified(before, after) {
  const lines = edits(before === '' ? [] : before.split('\n'), after === '' ? [] : after.split('\n'));
  const near = new Set();
  lines.forEach(([sign], at) => {
    if (sign !== ' ') for (let i = at - CONTEXT; i <= at + CONTEXT; i++) near.add(i);
  });
  const shown = [];
  let line = 0;
  lines.forEach(([sign, text], at) => {
    if (sign !== '+') line++;
    if (!near.has(at)) return;
    if (!near.has(at - 1)) shown.push(`@@ line ${line || 1} @@`);
    shown.push(sign + text);
  });
  return shown.join('\n');
}
